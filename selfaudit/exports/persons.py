"""Exports of several people in one archive or folder: taken apart, or left where that cannot be told.

Networks name the file that tells whose an export is always alike. Where there are several of that name and
they name different owners, each person's export is the folder, or the lone file, that holds theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.exports.doubles import original_of
from selfaudit.exports.places import REPOSITORY, is_below, only
from selfaudit.model.export import ExportReader, Unreadable
from selfaudit.model.file_names import plain_name

_TWO = 2
_TWICE = re.compile(r"\(\d+\)")
"""What stands before the second file of the same name in an archive, which has no place of its own."""
_MIXED = (
    "holds files of more than one account on {title} mixed together, as {these}; put what is yours in a"
    " folder of its own, and import that"
)
_MOST_NAMED = 3


class Mixed(Unreadable):
    """Files of several people, of which nobody can tell whose each is: no door reads any of them."""


def places_of(path: Path, reader: ExportReader, title: str, files: Files) -> list[Path]:
    """Where each person's export lies; the path itself where all of it is one person's.

    Raises:
        Mixed: it is several people's, and cannot be taken apart.
    """
    rivals = _rivals(reader, files)
    if not rivals:
        return _by_folder(path, reader, title, files)
    columns = zip(*(name.split("/") for name in rivals), strict=False)
    alike = takewhile(lambda several: len(set(several)) == 1, columns)
    above = len(list(alike))
    places = list(dict.fromkeys(_place(name, above) for name in rivals))
    told = {place: _owner_at(place, reader, files) for place in places}
    if len({owner.casefold() for owner in told.values() if owner}) < _TWO:
        return _by_folder(path, reader, title, files)
    places = [one for one in places if not _is_another_networks(one, reader, files)]
    start = "".join(f"{piece}/" for piece in rivals[0].split("/")[:above])
    places += [one for one in _beside(start, above, files) if one not in told and _is_one(one, reader, files)]
    if _is_mixed(places, rivals, above, reader, files):
        these = " and ".join(plain_name(name) for name in rivals[:_MOST_NAMED])
        raise Mixed(path.name, _MIXED.format(title=title, these=these))
    return [path / place for place in places]


def _by_folder(path: Path, reader: ExportReader, title: str, files: Files) -> list[Path]:
    """The folders or lone files that are each another person's, whatever those are called that tell whose.

    Raises:
        Mixed: somebody's export lies around another's.
    """
    held: dict[str, list[str]] = {}
    for name in files.names():
        held.setdefault(name.partition("/")[0], []).append(name)
    parts = {top: only(names, files) for top, names in held.items()}
    parts = {top: part for top, part in parts.items() if reader.recognise(part)}
    if len(parts) < _TWO:
        return [path]
    told = {top: owner_of(reader, part) for top, part in parts.items()}
    named = [top for top, owner in told.items() if owner]
    if len({str(told[top]).casefold() for top in named}) < _TWO:
        return [path]
    if len(named) < len(told):
        these = " and ".join(plain_name(top) for top in named[:_MOST_NAMED])
        raise Mixed(path.name, _MIXED.format(title=title, these=these))
    return [path / top for top in named]


def _rivals(reader: ExportReader, files: Files) -> list[str]:
    """The files called like one that tells the owner, where there are several of that name."""
    counts = Counter(map(_kind, files.names()))
    if max(counts.values(), default=0) < _TWO:
        return []
    files.used.clear()
    owner_of(reader, files)
    kinds = {kind for kind in map(_kind, files.used) if counts[kind] >= _TWO}
    return [name for name in files.names() if _kind(name) in kinds]


def _kind(name: str) -> str:
    """What a file is called, and what it is a copy of; the name of a repository is its owner's."""
    called = (original_of(name) or name).rpartition("/")[2].casefold()
    return REPOSITORY if called.endswith(REPOSITORY) else called


def _place(name: str, above: int) -> str:
    return "/".join(name.split("/")[: above + 1])


def _below(place: str, names: Sequence[str]) -> list[str]:
    return [name for name in names if is_below(name, place)]


def _beside(start: str, above: int, files: Files) -> list[str]:
    """The folders beside the places of which the owners are known."""
    inside = (name for name in files.names() if name.startswith(start) and name.count("/") > above)
    return list(dict.fromkeys(_place(name, above) for name in inside))


def _is_one(place: str, reader: ExportReader, files: Files) -> bool:
    return reader.recognise(only(_below(place, files.names()), files)) is not None


def _is_another_networks(place: str, reader: ExportReader, files: Files) -> bool:
    """Whether a folder is no export of this network: two networks may tell their owner in a file alike."""
    return place not in set(files.names()) and not _is_one(place, reader, files)


def owner_of(reader: ExportReader, files: Files) -> str | None:
    """Whose an export is, where it tells and can be read."""
    try:
        return reader.owner(files)
    except Unreadable:
        return None


def _owner_at(place: str, reader: ExportReader, files: Files) -> str | None:
    """Whom a place names; a copy that no reader looks for is read as what it is a copy of."""
    names = _below(place, files.names())
    owner = owner_of(reader, only(names, files))
    original = original_of(place) if names == [place] else None
    return owner or (owner_of(reader, files.among({original: place})) if original else None)


def _is_mixed(
    places: Sequence[str], rivals: Sequence[str], above: int, reader: ExportReader, files: Files
) -> bool:
    """Whether one place lies around another, is no export by itself, or some of the export lies in none."""
    theirs = [name for name in rivals if _place(name, above) in places]
    first, *others = sorted(("/".join(name.split("/")[above:]) for name in theirs or rivals), key=len)
    rest = sorted(set(files.names()).difference(*(_below(place, files.names()) for place in places)))
    return (
        ("/" in first and any(other.endswith(f"/{first}") for other in others))
        or any(_TWICE.fullmatch(place) or not _is_one(place, reader, files) for place in places)
        or reader.recognise(only(rest, files)) is not None
    )
