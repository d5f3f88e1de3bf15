"""Where exports lie in what was given: in it, or in archives in folders below; what is none is left.

Archives are each looked at by themselves, also beside an export that lies there unpacked. Folders of such an
export are not searched: what people sent or keep there is no export of its owner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from selfaudit.exports.archive import Files, opened
from selfaudit.exports.containers import ARCHIVES, NESTED, fault_of
from selfaudit.exports.hollows import why_nothing
from selfaudit.exports.messages import MESSAGES_ALONE, are_all_messages, holds_messages_alone
from selfaudit.exports.numbering import label_of
from selfaudit.exports.persons import Mixed, places_of
from selfaudit.exports.pieces import LeftAlone, Piece
from selfaudit.exports.unpacked import COPY, is_copy_of
from selfaudit.model.export import Unreadable
from selfaudit.model.platform import Platform
from selfaudit.platforms import PLATFORMS
from selfaudit.saved.kinds import READABLE, ending, is_noise
from selfaudit.saved.private import is_private

_TWO = 2
_PACKED = (".zip", ".tar", ".gz", ".tgz", ".car")
_DATA = READABLE | {".csv", ".js", ".car"}
_DEEPEST = 20
_MOST_ARCHIVES = 200
_MOST_FOLDERS = 20_000
_TOO_MANY = (
    f"holds more than {_MOST_ARCHIVES} archives, {_MOST_FOLDERS:,} folders or folders {_DEEPEST} deep;"
    " the rest were not looked at: put your exports in a folder of their own, and import that"
)


@dataclass(slots=True)
class Search:
    """What was found so far.

    Attributes:
        pieces: the exports and parts of them.
        others: what is no export that this version knows.
        faults: why something is neither, or is told and left alone.
        tried: the archives below folders that were each looked at by themselves.
    """

    pieces: list[Piece] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    faults: dict[Path, Unreadable] = field(default_factory=dict)
    tried: list[Path] = field(default_factory=list)

    def look_at(self, path: Path) -> None:
        """Look for exports in one path that was given; one that cannot be read costs no other."""
        found = [piece for one in _several_in(path) or [path] for piece in self._tried(one)]
        exports = [one for one in _exports_in(path) if one != path] if found else []
        apart = [one for one in exports if _holds_archives(one)]
        known = bool(found) or isinstance(self.faults.get(path), Mixed)
        archives = self._archives_below(path, known=known, exports=exports)
        if exports and (archives or apart):
            found = [piece for one in exports if one not in apart for piece in self._tried(one)]
        for archive in archives:
            pieces = self._tried(archive)
            if pieces and known and is_copy_of(archive, path):
                self.faults[archive] = LeftAlone(archive.name, COPY)
            else:
                found += pieces
        self.tried += archives
        self.pieces += found
        self.others += self._left(path, {piece.within or piece.path for piece in found} | {*apart}, archives)
        for one in apart:
            self.look_at(one)

    def _tried(self, path: Path) -> list[Piece]:
        """One piece for each network in it: an archive of Instagram holds what was written on Threads too."""
        try:
            return _recognised(path, self.faults)
        except Unreadable as fault:
            self.faults[path] = fault
            return []

    def _is_settled(self, path: Path) -> bool:
        """Whether no door is to read any of it."""
        return isinstance(self.faults.get(path), Mixed | LeftAlone)

    def _archives_below(self, path: Path, *, known: bool, exports: Sequence[Path]) -> list[Path]:
        """The archives in a folder; one that is ``known`` to be an export is not gone through for more."""
        found: list[Path] = []
        for visited, folder in enumerate(_folders(path, whole=known and not exports, but=exports)):
            found += _packed_in(folder, known=known)
            deep = len(folder.relative_to(path).parts)
            if visited >= _MOST_FOLDERS or len(found) > _MOST_ARCHIVES or deep >= _DEEPEST:
                self.faults[path] = Unreadable(path.absolute().name, _TOO_MANY)
                return found[:_MOST_ARCHIVES]
        return found

    def _left(self, path: Path, taken: set[Path], archives: list[Path]) -> list[Path]:
        """What is left to the other door: all of it, or what lies beside the exports in a folder."""
        gone = taken | {one for one in self.faults if self._is_settled(one)}
        if path in gone:
            return [one for one in archives if one not in gone | self.faults.keys()]
        return list(_beside(path, gone, self.faults.keys() if gone else ()))


def _exports_in(path: Path) -> list[Path]:
    """The folders and files in a folder that are exports of different networks, where that is all it holds.

    Else the folder is an export itself, and what lies in it belongs to that.
    """
    if not path.is_dir():
        return []
    files = opened([path], shut=False)
    files.close()
    tops = dict.fromkeys(name.partition("/")[0] for name in files.names() if ending(name) in _DATA)
    found: set[str] = set()
    for top in tops:
        networks = set() if (path / top).is_symlink() else _networks_in(path / top)
        if not networks or found & networks:
            return []
        found |= networks
    return [path / top for top in tops]


def _several_in(path: Path) -> list[Path]:
    """The folders in this one that are by their names several exports, not parts of one."""
    dated = [one for one in _inside(path) if one.is_dir() and not one.is_symlink() and label_of(one).of_one]
    apart = len({label_of(one).stem for one in dated}) >= _TWO
    exports = [one for one in dated if _networks_in(one)] if apart else []
    return exports if len({label_of(one).stem for one in exports}) >= _TWO else []


def _networks_in(path: Path) -> set[str]:
    """The networks of which something is an export by itself."""
    try:
        return {piece.platform.id for piece in _recognised(path, {})}
    except Unreadable:
        return set()


def _inside(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir()) if path.is_dir() else []
    except OSError:
        return []  # whoever opens it tells so


def _folders(
    path: Path, *, whole: bool, but: Sequence[Path], below: str = "", depth: int = 0
) -> Iterator[Path]:
    """The folder and those below it that may hold archives of exports; no bins, and none of messages."""
    if not path.is_dir():
        return
    yield path
    for one in _inside(path) if depth < _DEEPEST else ():
        within = f"{below}{one.name}/"
        hidden = one.is_symlink() or is_noise(one.name) or is_private(f"{within}one.zip")
        if one.is_dir() and not hidden and one not in but and (not whole or _holds_archives_alone(one)):
            yield from _folders(one, whole=whole, but=but, below=within, depth=depth + 1)


def _holds_archives(path: Path) -> bool:
    """Whether archives lie in a folder that is an export by itself: each has to be looked at there."""
    below = islice(_folders(path, whole=False, but=(), depth=1), _MOST_FOLDERS)
    return any(_packed_in(folder, known=True) for folder in below)


def _holds_archives_alone(folder: Path, depth: int = 1) -> bool:
    """Whether a folder holds nothing but archives, so that it is none of what lies unpacked beside it."""
    return depth <= _DEEPEST and all(
        _holds_archives_alone(one, depth + 1)
        if one.is_dir()
        else one.name.lower().endswith(ARCHIVES) or is_noise(one.name)
        for one in _inside(folder)
    )


def _packed_in(folder: Path, *, known: bool) -> list[Path]:
    """The archives in a folder; where it is an export itself, but those that belong to that."""
    inside = [one for one in _inside(folder) if one.is_file() and not one.is_symlink()]
    if known:
        return [one for one in inside if fault_of(one.name) == NESTED]
    return [one for one in inside if one.name.lower().endswith(_PACKED)]


def _beside(path: Path, gone: Collection[Path], closed: Collection[Path]) -> Iterator[Path]:
    """What lies in a path beside what is gone from it, taken apart no further than that needs."""
    if path in gone:
        return
    if any(path in one.parents for one in (*gone, *closed)):
        for one in (one for one in _inside(path) if not is_noise(one.name)):
            yield from _beside(one, gone, closed)
    else:
        yield path


def _recognised(path: Path, faults: dict[Path, Unreadable]) -> list[Piece]:
    files = opened([path], shut=False)
    try:
        mute = are_all_messages(path, files)
        there = [one for one in PLATFORMS if not mute and one.export and one.export.recognise(files)]
        if not there and holds_messages_alone(path, files):
            raise LeftAlone(path.absolute().name, MESSAGES_ALONE)
        if not there and (fault := why_nothing(path, files)):
            raise Unreadable(path.name, fault)
        return [piece for platform in there for piece in _of_each(path, platform, files, faults)]
    finally:
        files.close()


def _of_each(path: Path, platform: Platform, files: Files, faults: dict[Path, Unreadable]) -> Iterator[Piece]:
    """A piece for each person of whom the path holds an export; what is mixed is nobody's."""
    if platform.export is None:
        return
    try:
        places = places_of(path, platform.export, platform.title, files)
    except Mixed as fault:
        faults[path] = fault
        return
    for place in places:
        if place == path:
            yield Piece(path, platform, platform.export)
            continue
        inner = opened([place], shut=False)
        try:
            yield from (replace(one, within=path) for one in _of_each(place, platform, inner, faults))
        finally:
            inner.close()
