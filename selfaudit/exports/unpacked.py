"""Archives that lie beside what was unpacked out of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from unicodedata import normalize

from selfaudit.exports.archive import Files, opened
from selfaudit.model.export import Unreadable
from selfaudit.saved.kinds import READABLE, ending

COPY = "is a copy of what lies unpacked beside it, so that was read instead"
_DATA = READABLE | {".csv", ".js"}
_BLOCK = 2**20


def is_copy_of(archive: Path, folder: Path) -> bool:
    """Whether all that the archive holds lies in the folder too, under the same names and alike."""
    packed, loose = opened([archive], shut=False), opened([folder])
    try:
        called: dict[str, list[str]] = {}
        for name in loose.names():
            called.setdefault(_last(name), []).append(name)
        return all(
            any(_alike(name, one, packed, loose) for one in called.get(_last(name), ()))
            for name in packed.names()
        )
    except Unreadable:
        return False
    finally:
        packed.close()
        loose.close()


def _last(name: str) -> str:
    """What a file is called; computers write some letters in two ways."""
    return normalize("NFC", name.rpartition("/")[2])


def _alike(name: str, other: str, packed: Files, loose: Files) -> bool:
    """Whether two files are at the same place and of one size; what readers go through, of one content."""
    here, there = f"/{normalize('NFC', name)}", f"/{normalize('NFC', other)}"
    if not (here.endswith(there) or there.endswith(here)) or packed.size(name) != loose.size(other):
        return False
    pairs = zip_longest(_blocks(packed, name), _blocks(loose, other))
    return ending(name) not in _DATA or all(one == two for one, two in pairs)


def _blocks(files: Files, name: str) -> Iterator[bytes]:
    with files.open(name) as stream:
        while block := stream.read(_BLOCK):
            yield block
