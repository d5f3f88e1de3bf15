"""What lies in the files given: single files, folders and zip archives, within limits and without escapes.

Nothing is unpacked to disk; a member's name only serves to find it and to name it to the person. What is not
read is named with its reason.
"""

from __future__ import annotations

import os
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from selfaudit.model.file_names import plain_name
from selfaudit.saved.kinds import ARCHIVES, READABLE, belongs, ending, is_noise, why_no_file, why_not_read
from selfaudit.saved.private import (
    BESIDE_PRIVATE,
    MAY_BE_PRIVATE,
    PRIVATE,
    is_private,
    may_be_private,
    place_of,
)

MIB = 2**20
LARGEST_FILE = 256 * MIB
LARGEST_ARCHIVE = 2048 * MIB
MOST_FILES = 20_000
TIGHTEST_RATIO = 200
"""Pages and data shrink to a twentieth at best; a two-hundredth is a trap."""
_LOCKED = "is locked with a password; unlock it and save it again"
_NO_DATE = 1980
"""Zip archives have no earlier year, and write it where they know none."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why, as the end of a sentence that begins with its name.

    Attributes:
        ours: false where the file is rightly left alone: nothing of the person's own is missing then.
        locked: whether a password is all that is in the way.
    """

    name: str
    reason: str
    ours: bool = True
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """One file's bytes, when it was saved, and a way to the files that were saved beside it.

    Attributes:
        doubt: why it is left alone, unless it is a page that tells from where in the web it was saved.
    """

    name: str
    data: bytes
    beside: Callable[[str], bytes | None]
    saved: datetime | None = None
    doubt: Refused | None = None

    @property
    def kind(self) -> str:
        """The file's ending."""
        return ending(self.name)


def contents(paths: Sequence[Path]) -> Iterator[Content | Refused]:
    """Everything readable at these paths, but a page's own folder of pictures, which is left to the page."""
    for path in dict.fromkeys(paths):
        beside = [other.name for other in paths if other.parent == path.parent]
        if not (path.is_dir() and belongs(path.name, beside)):
            yield from _contents(path)


def _contents(path: Path) -> Iterator[Content | Refused]:
    if fault := why_no_file(path):
        yield Refused(plain_name(path.name), fault)
    elif path.is_dir():
        yield from _folder(path)
    elif ending(path.name) == ".zip":
        yield from _archive(path)
    elif is_private(place_of(path)):
        yield Refused(plain_name(path.name), PRIVATE, ours=False)
    elif ending(path.name) in READABLE:
        yield _file(path, path.parent, path.name, set())
    elif not is_noise(path.name):
        yield Refused(plain_name(path.name), why_not_read(path.name))


def _folder(root: Path) -> Iterator[Content | Refused]:
    """Every page below a folder; links are not followed, and what belongs to a page is left to it."""
    shown: set[Path] = set()
    others: list[Path] = []
    faults: list[OSError] = []
    above = place_of(root)
    private = any(is_private(f"{above}/{one.relative_to(root).as_posix()}") for one in _files_below(root, []))
    yield from [Refused(plain_name(root.absolute().name), PRIVATE, ours=False)] if private else []
    for seen, path in enumerate(_files_below(root, faults)):
        if seen >= MOST_FILES:
            yield Refused(plain_name(root.name), f"holds more than {MOST_FILES} files; the rest was left out")
            break
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            yield Refused(plain_name(name), "is a link to somewhere else, which is not followed")
        elif fault := why_no_file(path):
            yield Refused(plain_name(name), fault)
        elif is_private(f"{above}/{name}"):
            continue
        elif ending(name) == ".zip":
            yield from _archive(path)
        elif ending(name) in READABLE:
            yield _file(path, root, name, shown, private=private)
        else:
            others.append(path)
    yield from (_unopened(Path(fault.filename or root).name, fault) for fault in faults)
    for path in others:
        if path.resolve() not in shown:
            name = path.relative_to(root).as_posix()
            yield Refused(plain_name(name), why_not_read(name))


def _files_below(root: Path, faults: list[OSError]) -> Iterator[Path]:
    """Every file that may be read, links to folders among them, since those are not entered."""
    for here, folders, files in os.walk(root, onerror=faults.append):
        folders[:] = sorted(folder for folder in folders if not belongs(folder, files))
        links = [folder for folder in folders if Path(here, folder).is_symlink()]
        paths = (Path(here, name) for name in sorted([*files, *links]))
        yield from (path for path in paths if not is_noise(path.relative_to(root).as_posix()))


def _file(path: Path, root: Path, name: str, shown: set[Path], *, private: bool = False) -> Content | Refused:
    """One file; the pictures beside it that it shows are noted in ``shown``."""

    def beside(address: str) -> bytes | None:
        return _within(root.resolve(), path.parent / unquote(address), shown)

    try:
        state = path.stat()
        if state.st_size > LARGEST_FILE:
            return Refused(plain_name(name), f"is larger than {LARGEST_FILE // MIB} MB")
        above = place_of(root)
        doubt = _doubt(plain_name(name), f"{above}/{name}", private=private)
        return Content(plain_name(name), path.read_bytes(), beside, _moment(state.st_mtime), doubt)
    except OSError as error:
        return _unopened(name, error)


def _doubt(shown: str, place: str, *, private: bool = False) -> Refused | None:
    """Why a page may be none that was saved: by its place, or packed with ``private`` messages."""
    if may_be_private(place):
        return Refused(shown, MAY_BE_PRIVATE, ours=False)
    return Refused(shown, BESIDE_PRIVATE) if private else None


def _unopened(name: str, error: OSError) -> Refused:
    return Refused(plain_name(name), f"cannot be opened ({error.strerror})")


def _moment(seconds: float) -> datetime | None:
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(seconds, UTC)
    return None


def _within(root: Path, wanted: Path, shown: set[Path]) -> bytes | None:
    """The bytes of a file that really lies inside the folder, or ``None``."""
    try:
        real = wanted.resolve()
        inside = real.is_relative_to(root) and real.is_file() and real.stat().st_size <= LARGEST_FILE
        shown.add(real)
        return real.read_bytes() if inside else None
    except (OSError, ValueError):
        return None


def _archive(path: Path) -> Iterator[Content | Refused]:
    name = plain_name(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _members(name, archive)
    except (zipfile.BadZipFile, OSError, ValueError):
        yield Refused(name, "is damaged or not whole, so the archive cannot be opened")


def _members(shown: str, archive: zipfile.ZipFile) -> Iterator[Content | Refused]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    trap = _trap(entries)
    if trap:
        yield Refused(shown, trap)
        return
    known = {_slashed(entry.filename): entry for entry in entries if _unsafe(entry) is None}
    folders: dict[str, list[str]] = {}
    for name in known:
        folders.setdefault(posixpath.dirname(name), []).append(posixpath.basename(name))
    used: set[str] = set()
    others: list[str] = []
    private = any(is_private(_slashed(entry.filename)) for entry in entries)
    yield from [Refused(shown, PRIVATE, ours=False)] if private else []
    for entry in entries:
        name, fault = _slashed(entry.filename), _unsafe(entry)
        if is_noise(name) or is_private(name) or (not fault and _saved_with(name, folders)):
            continue
        if fault:
            yield Refused(f"{shown}: {plain_name(name)}", fault, locked=fault == _LOCKED)
        elif ending(name) in READABLE:
            doubt = _doubt(f"{shown}: {plain_name(name)}", name, private=private)
            found = _member(f"{shown}: {plain_name(name)}", entry, archive, known, used)
            yield found if isinstance(found, Refused) else replace(found, doubt=doubt)
        else:
            others.append(name)
    yield from (
        Refused(f"{shown}: {plain_name(name)}", why_not_read(name)) for name in others if name not in used
    )


def _trap(entries: list[zipfile.ZipInfo]) -> str | None:
    """Why an archive is not opened at all, judged by what it says of itself."""
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if len(entries) > MOST_FILES:
        return f"holds more than {MOST_FILES} files"
    if unpacked > LARGEST_ARCHIVE:
        return f"would be larger than {LARGEST_ARCHIVE // MIB} MB unpacked"
    if unpacked > MIB and unpacked > TIGHTEST_RATIO * max(packed, 1):
        return "is packed so tightly that it looks like a trap"
    return None


def _unsafe(entry: zipfile.ZipInfo) -> str | None:
    name = _slashed(entry.filename)
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        return "has a name that leads out of its archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link, which is not followed"
    if entry.flag_bits & 1:
        return _LOCKED
    if entry.file_size > LARGEST_FILE:
        return f"is larger than {LARGEST_FILE // MIB} MB"
    return "is an archive inside an archive; unpack it first" if ending(name) in ARCHIVES else None


def _slashed(name: str) -> str:
    return name.replace("\\", "/")


def _saved_with(name: str, folders: dict[str, list[str]]) -> bool:
    """Whether a member lies in the folder of pictures of some page of the same archive."""
    holder = posixpath.dirname(name)
    while holder:
        above, here = posixpath.split(holder)
        if belongs(here, folders.get(above, [])):
            return True
        holder = above
    return False


def _member(
    shown: str,
    entry: zipfile.ZipInfo,
    archive: zipfile.ZipFile,
    known: dict[str, zipfile.ZipInfo],
    used: set[str],
) -> Content | Refused:
    folder = posixpath.dirname(_slashed(entry.filename))

    def beside(address: str) -> bytes | None:
        wanted = posixpath.normpath(posixpath.join(folder, unquote(address)))
        used.add(wanted)
        return _bytes(archive, known[wanted]) if wanted in known else None

    data = _bytes(archive, entry)
    if data is None:
        return Refused(shown, "is damaged or not whole")
    return Content(shown, data, beside, _packed_at(entry))


def _packed_at(entry: zipfile.ZipInfo) -> datetime | None:
    """When the member was last changed; archives note the clock on the wall where they were made."""
    with suppress(ValueError, OverflowError, OSError):
        return datetime(*entry.date_time).astimezone(UTC) if entry.date_time[0] > _NO_DATE else None
    return None


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        with archive.open(entry) as member:
            data = member.read(LARGEST_FILE + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        return None
    return data if len(data) <= LARGEST_FILE else None
