"""Which of the files given are exports, of which network, and which are parts of one and the same export."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from selfaudit.exports.archive import opened
from selfaudit.model.export import ExportReader, Source, Unreadable
from selfaudit.model.platform import Platform
from selfaudit.platforms import PLATFORMS

_PACKED = (".zip", ".tar", ".gz", ".tgz", ".car")
_PART = re.compile(r"(?:[-_. ](?:part[-_ ]?)?\d+|\s*\(\d+\))?(?:\.tar)?\.\w+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """An export or a part of one: a file or folder; ``owner`` and ``site`` where somebody asked for them."""

    path: Path
    platform: Platform
    reader: ExportReader
    owner: str | None = None
    site: str | None = None

    @property
    def stem(self) -> str:
        """What the names of the parts of one export have in common."""
        return _PART.sub("", self.path.name).casefold()

    def may_go_with(self, other: Piece) -> bool:
        """Whether both are of one network and, as far as both tell, of one site."""
        alike = not (self.site and other.site) or _host(self.site) == _host(other.site)
        return self.platform is other.platform and alike

    def goes_with(self, other: Piece) -> bool:
        """Whether both are of one account, as far as both tell."""
        if not self.may_go_with(other):
            return False
        if self.owner and other.owner:
            return self.owner.casefold() == other.owner.casefold()
        return self.stem == other.stem


def _host(site: str) -> str:
    """The address without what differs between two ways of writing it."""
    return site.partition("://")[2].removeprefix("www.").rstrip("/").casefold() or site


@dataclass(slots=True)
class Group:
    """The parts of one account's export."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def platform(self) -> Platform:
        """The network."""
        return self.pieces[0].platform

    @property
    def reader(self) -> ExportReader:
        """Its reader."""
        return self.pieces[0].reader

    @property
    def paths(self) -> list[Path]:
        """Where they lie, in the order in which they are numbered."""
        return sorted((piece.path for piece in self.pieces), key=lambda path: path.name)

    @property
    def source(self) -> Source:
        """What the account is read from."""
        return self.platform.id, tuple(self.paths)


@dataclass(frozen=True, slots=True)
class Sorted:
    """What the files given are.

    Attributes:
        groups: the exports, a group for each account.
        others: what is no export that this version knows.
        faults: archives that cannot be opened, and parts that may belong to several accounts.
    """

    groups: tuple[Group, ...]
    others: tuple[Path, ...]
    faults: tuple[Unreadable, ...]


def sort_out(paths: Sequence[Path]) -> Sorted:
    """Tell exports from everything else, and put the parts of each together."""
    pieces: list[Piece] = []
    others: list[Path] = []
    faults: list[Unreadable] = []
    for path in paths:
        found = list(_pieces(path, faults))
        pieces += found
        others += _left(path, found)
    groups, unsure = _grouped(pieces)
    return Sorted(tuple(groups), tuple(others), (*faults, *unsure))


def _pieces(path: Path, faults: list[Unreadable]) -> Iterator[Piece]:
    """The path itself where it is an export, else the archives that lie in the folder; one costs no other."""
    for one in (path, *_packed_in(path)):
        try:
            found = _recognised(one)
        except Unreadable as fault:
            faults.append(fault)
            continue
        yield from found
        if found and one is path:
            return


def _packed_in(path: Path) -> list[Path]:
    inside = sorted(path.iterdir()) if path.is_dir() else []
    return [
        one for one in inside if one.is_file() and not one.is_symlink() and one.name.lower().endswith(_PACKED)
    ]


def _left(path: Path, found: Sequence[Piece]) -> list[Path]:
    """What is left to the other door: all of it, or what lies beside the exports in a folder."""
    taken = {piece.path for piece in found}
    if not taken or path in taken:
        return [] if taken else [path]
    return [one for one in sorted(path.iterdir()) if one not in taken]


def _recognised(path: Path) -> list[Piece]:
    """One piece for each network in it: an archive of Instagram holds what was written on Threads too."""
    files = opened([path])
    try:
        return [
            Piece(path, platform, platform.export)
            for platform in PLATFORMS
            if platform.export and platform.export.recognise(files)
        ]
    finally:
        files.close()


def _owned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Of several pieces from one network each with its owner; whoever is alone need not be asked."""
    counts = Counter(piece.platform.id for piece in pieces)
    for piece in pieces:
        if counts[piece.platform.id] == 1:
            yield piece
            continue
        files = opened([piece.path])
        try:
            yield replace(piece, owner=piece.reader.owner(files), site=piece.reader.site(files))
        finally:
            files.close()


def _grouped(pieces: Sequence[Piece]) -> tuple[list[Group], list[Unreadable]]:
    """Parts that name their owner first, so that those which do not can join them."""
    groups: list[Group] = []
    unsure: list[Unreadable] = []
    for piece in sorted(_owned(pieces), key=lambda piece: piece.owner is None):
        homes = [group for group in groups if any(piece.goes_with(other) for other in group.pieces)]
        same = [group for group in groups if all(piece.may_go_with(other) for other in group.pieces)]
        if not homes and piece.owner is None and len(same) == 1:
            homes = same
        if homes:
            homes[0].pieces.append(piece)
        elif piece.owner is None and same:
            unsure.append(Unreadable(piece.path.name, "does not tell which of the accounts it belongs to"))
        else:
            groups.append(Group([piece]))
    return groups, unsure
