"""Which of the files given are exports, of which network, and which are parts of one and the same export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, permutations
from pathlib import Path

from selfaudit.exports.containers import ARCHIVES
from selfaudit.exports.finding import Search, is_unfinished
from selfaudit.exports.numbering import label_of
from selfaudit.exports.pieces import Piece
from selfaudit.exports.together import files_of
from selfaudit.model.export import ExportReader, Source, Unreadable
from selfaudit.model.platform import Platform
from selfaudit.saved.kinds import why_no_file

_TWO = 2
_MOST_BUNDLES = 6


@dataclass(slots=True)
class Group:
    """The parts of one account's export.

    Attributes:
        pieces: those that are of one account beyond doubt.
        loose: what names no owner and came beside it, in bundles that are each of one account; only the
            person can say whether it is the same.
        beside: what was given as well and is no export.
        vouched: those of the pieces that are of this account as the person says.
        namesakes: whether another account is of the same name.
    """

    pieces: list[Piece] = field(default_factory=list)
    loose: list[list[Piece]] = field(default_factory=list)
    beside: tuple[Path, ...] = ()
    vouched: tuple[Path, ...] = ()
    namesakes: bool = False

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
        return paths_of(self.pieces)

    @property
    def in_order(self) -> list[Piece]:
        """Its pieces, in that order."""
        return in_order(self.pieces)

    @property
    def source(self) -> Source:
        """What the account is read from."""
        return self.platform.id, tuple(self.paths)

    def readings(self) -> Iterator[Group]:
        """All of it first, then with less and less of what came beside it, as a person may have answered."""
        most = len(self.loose)
        for count in range(most, -1, -1) if most <= _MOST_BUNDLES else (most, 0):
            for chosen in combinations(self.loose, count):
                more = [piece for bundle in chosen for piece in bundle]
                yield Group([*self.pieces, *more], beside=self.beside)

    def takes(self, piece: Piece) -> bool:
        """Whether a piece is of the same account, by one of those that are here and against none."""
        return any(map(piece.goes_with, self.pieces)) and not any(map(piece.is_namesake, self.pieces))


def paths_of(pieces: Sequence[Piece]) -> list[Path]:
    """Where they lie, in the order of their names."""
    return [piece.path for piece in in_order(pieces)]


def in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in the order of their names."""
    return sorted(pieces, key=lambda piece: piece.path.name)


@dataclass(frozen=True, slots=True)
class Sorted:
    """What the files given are.

    Attributes:
        groups: the exports, a group for each account.
        others: what is no export that this version knows.
        closed: what no door can read anything of, named or in a folder: archives that cannot be opened or
            hold neither an export nor a page, and what is no file.
        faults: why that is so, and parts that may belong to several accounts.
        tried: the archives below folders that were each looked at by themselves.
    """

    groups: tuple[Group, ...]
    others: tuple[Path, ...]
    closed: frozenset[Path]
    faults: tuple[Unreadable, ...]
    tried: frozenset[Path]


def sort_out(paths: Sequence[Path]) -> Sorted:
    """Tell exports from everything else, and put the parts of each together."""
    search = Search()
    for path in paths:
        search.look_at(path)
    further = _further_parts(search)
    search.pieces += further
    search.others = [one for one in search.others if one not in {piece.path for piece in further}]
    groups, unsure = _grouped(search.pieces)
    for group in groups:
        group.beside = (*search.others, *search.faults)
    closed = frozenset(filter(_only_opens_here, search.faults))
    faults = (*search.faults.values(), *unsure)
    return Sorted(tuple(groups), tuple(search.others), closed, faults, frozenset(search.tried))


def _further_parts(search: Search) -> list[Piece]:
    """What no network knows by itself and is by its name a part of an export that one knows."""
    return [
        replace(piece, path=other, within=None, without=())
        for other in search.others
        if other not in search.faults and label_of(other).of_network
        for piece in search.pieces
        if label_of(piece.path).packed and label_of(other).belongs_to(label_of(piece.path))
    ]


def _only_opens_here(path: Path) -> bool:
    """Whether the other door can do no more with it than this one."""
    packed = not path.is_dir() and path.name.lower().endswith(ARCHIVES)
    return bool(why_no_file(path)) or packed or is_unfinished(path)


def _owned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Of several pieces from one network each with its owner; whoever is alone need not be asked."""
    counts = Counter(piece.platform.id for piece in pieces)
    for piece in pieces:
        if counts[piece.platform.id] == 1:
            yield piece
            continue
        files = files_of([piece])
        try:
            told = piece.reader
            yield replace(piece, owner=told.owner(files), site=told.site(files), marks=told.marks(files))
        finally:
            files.close()


def _grouped(pieces: Sequence[Piece]) -> tuple[list[Group], list[Unreadable]]:
    """Parts that name their owner first, so that those which do not can join them."""
    groups: list[Group] = []
    bundles: list[list[Piece]] = []
    unsure: list[Unreadable] = []
    for piece in sorted(_owned(pieces), key=lambda piece: piece.vagueness):
        homes = [group for group in groups if group.takes(piece)]
        if len(homes) == 1:
            homes[0].pieces.append(piece)
        elif homes:
            unsure.append(_unsure(piece))
        elif piece.owner:
            groups.append(Group([piece]))
        else:
            _bundled(piece, bundles)
    for one, other in permutations(groups, _TWO):
        one.namesakes |= any(piece.is_namesake(beside) for piece in one.pieces for beside in other.pieces)
    unsure += _put_beside(bundles, groups)
    return groups, unsure


def _bundled(piece: Piece, bundles: list[list[Piece]]) -> None:
    """Put what names no owner with what is of the same export, whosesoever it is."""
    home = next((bundle for bundle in bundles if any(map(piece.goes_with, bundle))), None)
    if home is None:
        bundles.append([piece])
    else:
        home.append(piece)


def _put_beside(bundles: Sequence[list[Piece]], groups: list[Group]) -> list[Unreadable]:
    """Put what names no owner beside the only one of its network; where there is none, it is an account."""
    named = tuple(groups)
    unsure: list[Unreadable] = []
    for bundle in bundles:
        hosts = [
            group
            for group in named
            if all(piece.may_go_with(other) for piece in bundle for other in group.pieces)
        ]
        if len(hosts) == 1:
            hosts[0].loose += [bundle] if label_of(bundle[0].path).packed else [[one] for one in bundle]
        elif hosts:
            unsure += map(_unsure, bundle)
        else:
            groups.append(Group(bundle))
    return unsure


def _unsure(piece: Piece) -> Unreadable:
    return Unreadable(piece.path.name, "does not tell which of the accounts it belongs to")
