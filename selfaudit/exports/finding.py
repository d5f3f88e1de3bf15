"""Which exports what was given holds: as it is, in its folders, in archives in them; what is none is left.

Archives are each looked at by themselves, also beside an export that lies there unpacked. Folders that
networks made in such an export are not searched: what people sent or keep there is no export of its owner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.exports.containers import ARCHIVES, NESTED, fault_of
from selfaudit.exports.hollows import why_nothing
from selfaudit.exports.messages import MESSAGES_ALONE, are_all_messages, holds_messages_alone
from selfaudit.exports.persons import Mixed, owner_of, places_of
from selfaudit.exports.pieces import LeftAlone, Piece
from selfaudit.exports.places import Places, is_below, is_part, other_places
from selfaudit.exports.together import files_at
from selfaudit.exports.unpacked import COPY, is_copy_of
from selfaudit.model.export import ExportReader, Unreadable
from selfaudit.model.file_names import plain_name
from selfaudit.model.platform import Platform
from selfaudit.platforms import PLATFORMS
from selfaudit.saved.kinds import HAR, MHTML, PAGES, READABLE, WEBARCHIVE, ending, is_noise
from selfaudit.saved.pages import is_of_the_web
from selfaudit.saved.private import is_private, may_be_private

_DEEPEST = 20
_MOST_ARCHIVES = 200
_MOST_FOLDERS = 20_000
_TOO_MANY = (
    f"holds more than {_MOST_ARCHIVES} archives, {_MOST_FOLDERS:,} folders or folders {_DEEPEST} deep;"
    " the rest were not looked at: put your exports in a folder of their own, and import that"
)
_UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".opdownload"})
"""How browsers end the name of a download while it goes on."""
_NOT_FINISHED = "is a download that has not finished; import it when your browser says that it has"
_HOLDS_MORE = "holds more than the exports that are read of it ({these}): unpack it, and import the folder"
_MOST_NAMED = 3
_SIGNS = (b"saved from url", b"SingleFile", b"canonical", b"og:url", b"generator")
"""What a page holds that may have come from the web: others need not be looked at closely."""
_OF_BROWSERS = HAR | MHTML | WEBARCHIVE
"""Kinds of files that no network hands out."""


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
        found = self._tried(path)
        loose = {piece.path for piece in found if piece.path.is_dir()}
        archives = self._archives_below(path, loose | {one for one in self.faults if self._is_mixed(one)})
        for archive in archives:
            pieces = self._tried(archive)
            if pieces and any(is_copy_of(archive, folder) for folder in loose):
                self.faults[archive] = LeftAlone(archive.name, COPY)
            else:
                found += pieces
        self.tried += archives
        self.pieces += found
        self.others += [*self._left(path, found, archives), *_pages_beside(found)]

    def _tried(self, path: Path) -> list[Piece]:
        """One piece for each network in it: an archive of Instagram holds what was written on Threads too."""
        try:
            return list(_recognised(path, self.faults))
        except Unreadable as fault:
            self.faults[path] = fault
            return []

    def _is_mixed(self, path: Path) -> bool:
        return isinstance(self.faults.get(path), Mixed)

    def _archives_below(self, path: Path, places: Collection[Path]) -> list[Path]:
        """The archives in a folder, but for what belongs to an export that lies there unpacked."""
        found: list[Path] = []
        inside = {_called(one, path) for one in places if _is_in(one, path)}
        for visited, folder in enumerate(_folders(path, inside)):
            found += _packed_in(folder, unpacked=any(_is_in(folder, one) for one in places))
            deep = len(folder.relative_to(path).parts)
            if visited >= _MOST_FOLDERS or len(found) > _MOST_ARCHIVES or deep >= _DEEPEST:
                self.faults[path] = Unreadable(path.absolute().name, _TOO_MANY)
                return found[:_MOST_ARCHIVES]
        return found

    def _left(self, path: Path, found: list[Piece], archives: list[Path]) -> list[Path]:
        """What is left to the other door: all of it, or what lies beside the exports in a folder."""
        settled = {one for one, fault in self.faults.items() if isinstance(fault, Mixed | LeftAlone)}
        gone = {piece.within or piece.path for piece in found} | settled
        if path in gone:
            return [one for one in archives if one not in gone | self.faults.keys()]
        return list(_beside(path, gone, self.faults.keys() if gone else ()))


def is_unfinished(path: Path) -> bool:
    """Whether a browser has not finished downloading this file."""
    return path.suffix.lower() in _UNFINISHED


def _recognised(path: Path, faults: dict[Path, Unreadable]) -> Iterator[Piece]:
    """The exports in a file, or those that lie in a folder as they are."""
    if is_unfinished(path):
        raise Unreadable(path.name, _NOT_FINISHED)
    files = files_at(path)
    try:
        places = Places(
            files,
            lambda some: {platform.id for platform, _reader in _networks(path, some)},
            lambda some: any(owner_of(reader, some) for _platform, reader in _networks(path, some)),
        ).found()
        if not places and holds_messages_alone(path, files):
            raise LeftAlone(path.absolute().name, MESSAGES_ALONE)
        if not places and (fault := why_nothing(path, files)):
            raise Unreadable(path.name, fault)
        if not path.is_dir() and (left := _outside(places, files)):
            # noted as of what is left: what is a fault of the archive itself keeps it from being read
            faults[path / left[0]] = Unreadable(path.name, _HOLDS_MORE.format(these=", ".join(left)))
        for place in places:
            yield from _in_place(path, place, other_places(place, places), faults, files)
    finally:
        files.close()


def _outside(places: Collection[str], files: Files) -> list[str]:
    """A few of the pages and archives in an archive that lie in none of these places."""
    names = [*(fault.name for fault in files.refused if fault.reason == NESTED), *files.names()]
    kinds = READABLE | set(ARCHIVES)
    left = [
        name for name in names if ending(name) in kinds and not any(is_below(name, one) for one in places)
    ]
    return [plain_name(name) for name in left[:_MOST_NAMED]] if places else []


def _networks(path: Path, files: Files) -> list[tuple[Platform, ExportReader]]:
    """The networks that know an export in these files."""
    if are_all_messages(path, files):
        return []
    return [(one, one.export) for one in PLATFORMS if one.export and one.export.recognise(files)]


def _in_place(
    path: Path, place: str, without: tuple[str, ...], faults: dict[Path, Unreadable], files: Files
) -> Iterator[Piece]:
    """A piece for each network and person of whom an export lies at this place."""
    at, within = path / place if place else path, None if path.is_dir() or not place else path
    there = files_at(at, without) if place or without else files
    try:
        for platform, reader in _networks(at, there):
            piece = Piece(at, platform, reader, within=within, without=without)
            yield from _of_each(piece, there, faults)
    finally:
        if there is not files:
            there.close()


def _of_each(piece: Piece, files: Files, faults: dict[Path, Unreadable]) -> Iterator[Piece]:
    """A piece for each person of whom it holds an export; what is mixed is nobody's."""
    try:
        places = places_of(piece.path, piece.reader, piece.platform.title, files)
    except Mixed as fault:
        faults[piece.path] = fault
        return
    for place in places:
        if place == piece.path:
            yield piece
            continue
        inner = files_at(place)
        try:
            within = piece.within or piece.path
            yield from _of_each(replace(piece, path=place, within=within, without=()), inner, faults)
        finally:
            inner.close()


def _called(path: Path, folder: Path) -> str:
    """The name of what lies in a folder, as it is called from there; empty for the folder."""
    return "" if path == folder else path.relative_to(folder).as_posix()


def _is_in(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def _inside(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir()) if path.is_dir() else []
    except OSError:
        return []  # whoever opens it tells so


def _folders(path: Path, places: Collection[str], below: str = "") -> Iterator[Path]:
    """The folder and those below it that may hold archives of exports: none that a network made."""
    if not path.is_dir():
        return
    yield path
    for one in _inside(path):
        name = f"{below}{one.name}"
        hidden = one.is_symlink() or is_noise(one.name) or is_private(f"{name}/one.zip")
        taken = any(is_part(f"{name}/", place) for place in places) and not _holds_archives_alone(one)
        if one.is_dir() and not hidden and not taken:
            yield from _folders(one, places, f"{name}/")


def _holds_archives_alone(folder: Path) -> bool:
    """Whether nothing but archives lies in a folder, so that no network made it in an export."""
    return all(
        one.is_file() and one.name.lower().endswith(ARCHIVES)
        for one in _inside(folder)
        if not is_noise(one.name)
    )


def _packed_in(folder: Path, *, unpacked: bool) -> list[Path]:
    """The archives in a folder; where an export lies there ``unpacked``, but those that belong to that."""
    inside = [one for one in _inside(folder) if one.is_file() and not one.is_symlink()]
    if unpacked:
        return [one for one in inside if fault_of(one.name) == NESTED or is_unfinished(one)]
    return [one for one in inside if one.name.lower().endswith(ARCHIVES) or is_unfinished(one)]


def _beside(path: Path, gone: Collection[Path], closed: Collection[Path]) -> Iterator[Path]:
    """What lies in a path beside what is gone from it, taken apart no further than that needs."""
    if path in gone:
        return
    if any(path in one.parents for one in (*gone, *closed)):
        for one in (one for one in _inside(path) if not is_noise(one.name)):
            yield from _beside(one, gone, closed)
    else:
        yield path


def _pages_beside(pieces: Iterable[Piece]) -> Iterator[Path]:
    """The pages and recordings that a person saved in a folder where an export lies unpacked."""
    for folder, without in dict.fromkeys((one.path, one.without) for one in pieces if one.path.is_dir()):
        files = files_at(folder, without)
        yield from (folder / name for name in files.names() if _is_saved(name, files))


def _is_saved(name: str, files: Files) -> bool:
    """Whether a file can only come from a browser."""
    try:
        if ending(name) not in PAGES or may_be_private(name):
            return ending(name) in _OF_BROWSERS
        data = files.read(name)
        return any(sign in data for sign in _SIGNS) and is_of_the_web(data)
    except Unreadable:
        return False
