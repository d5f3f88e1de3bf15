"""The files of several pieces of one export, read as one; what a reader knows of them and did not take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.exports.containers import Container, contained
from selfaudit.exports.doubles import same
from selfaudit.exports.pieces import Piece
from selfaudit.exports.places import DATA, is_below
from selfaudit.saved.kinds import ending

_SECOND = re.compile(r"\(\d+\)/(.+)", re.DOTALL)
"""How the second file that lies alike is called."""


class Together(Files):
    """The files of several pieces as one.

    Attributes:
        of_each: how the files of each piece are called in it; of two that lie alike, the second is renamed.
    """

    def __init__(self, containers: Sequence[Container], told: Callable[[int], None]) -> None:
        super().__init__(containers, told)
        names = iter(self.names())
        self.of_each = [tuple(islice(names, len(container.members))) for container in containers]

    def untaken(self, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str | None]]:
        """What a reader knows and did not take: a file of a piece, or ``None`` for all of the piece."""
        used = {_kind(name) for name in self.used}
        for piece, names in zip(pieces, self.of_each, strict=True):
            there = (name for name in names if name in self._members and ending(name) in DATA)
            left = [name for name in there if name not in self.used]
            if not self.used.isdisjoint(names):
                alike = (name for name in left if _kind(name) in used)
                yield from ((piece, name) for name in alike if self._is_new(name, piece))
            elif used and any(self._is_new(name, piece) for name in left):
                yield piece, None

    def _is_new(self, name: str, piece: Piece) -> bool:
        """Whether the reader of a piece knows this file, and none that is the same was there before."""
        second = _SECOND.fullmatch(name)
        first = second and self._members.get(second[1])
        if first and same(self._members[name], first):
            return False
        called = second[1] if second else name
        return piece.reader.recognise(self.among({called: name})) is not None


def _kind(name: str) -> str:
    """What a file is called, whatever its number."""
    return re.sub(r"\d+", "#", name.rpartition("/")[2].casefold())


def files_of(pieces: Sequence[Piece], told: Callable[[int], None] = lambda _count: None) -> Together:
    """The files of these pieces, those too of which there is only the name.

    Raises:
        Unreadable: one of them cannot be opened at all.
    """
    return Together([_narrowed(contained(piece.path), piece.without) for piece in pieces], told)


def files_at(path: Path, without: Sequence[str] = ()) -> Files:
    """The files that lie here, but for those in some places and those of which there is only the name.

    Raises:
        Unreadable: it cannot be opened at all.
    """
    container = _narrowed(contained(path), without)
    container.members = {name: one for name, one in container.members.items() if not one.shut}
    return Files([container])


def _narrowed(container: Container, without: Sequence[str]) -> Container:
    def is_left_out(name: str) -> bool:
        return any(is_below(name, place) for place in without)

    container.members = {name: one for name, one in container.members.items() if not is_left_out(name)}
    container.refused = [one for one in container.refused if not is_left_out(one.name)]
    return container
