"""Where the exports lie that a folder or an archive holds, told by the folders that networks make in theirs.

Networks lay files in folders of their own names. Whatever is around these is the export; data in a folder of
another name below it is one more, where a network knows that too by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import takewhile
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.saved.kinds import READABLE, ending, is_noise

_REPOSITORY = ".car"
DATA = READABLE | {".csv", ".js", _REPOSITORY}
_OF_NETWORKS = frozenset(Path(__file__).with_name("folders.txt").read_text(encoding="utf-8").splitlines())
"""What networks call the folders in their exports, in small letters."""
_TWICE = re.compile(r"\(\d+\)")
"""What stands before the second file of the same name in an archive."""


def places_in(files: Files, networks: Callable[[Files], Collection[str]]) -> list[str]:
    """The folders that are exports by themselves, none of them a part of another; ``""`` is all of it.

    All of it is one, too, where there is one export and nothing else than pictures beside it. Where each file
    in a folder is another network's, the files are.

    Args:
        files: what lies in the folder or archive.
        networks: which networks know an export in some of them.
    """
    data = [name for name in files.names() if ending(name) in DATA and not is_noise(name)]
    around: dict[str, list[str]] = {}
    for name in data:
        around.setdefault(_around(name), []).append(name)
    places: list[str] = []
    for place in sorted(around, key=lambda one: one.count("/") + bool(one)):
        taken = any(is_part(f"{place}/", of) for of in places)
        if not taken and networks(files.among(_by_name(around[place]))):
            places += _files_of_each(around[place], files, networks) or [place]
    alone = len(places) == 1 and all(is_below(name, places[0]) for name in data)
    return [""] if alone or (not places and networks(files)) else places


def _files_of_each(
    names: Sequence[str], files: Files, networks: Callable[[Files], Collection[str]]
) -> Sequence[str]:
    """These files, where each of them is an export of other networks than the rest."""
    known = [one for name in names for one in networks(files.among(_by_name([name]))) or (None,)]
    return names if len(set(known)) == len(known) > 1 and None not in known else ()


def _by_name(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}


def is_part(name: str, place: str) -> bool:
    """Whether a file lies in a folder that the network of the export at this place made there."""
    return is_below(name, place) and any(map(_is_of_networks, below(name, place).split("/")[:1]))


def is_below(name: str, place: str) -> bool:
    """Whether a file lies in this folder, or is this file."""
    return not place or name == place or name.startswith(f"{place}/")


def below(name: str, place: str) -> str:
    """The name of a file as it is called from this folder."""
    return name.removeprefix(f"{place}/") if place else name


def other_places(place: str, places: Iterable[str]) -> tuple[str, ...]:
    """The places within this one, as they are called from it."""
    return tuple(below(one, place) for one in places if one != place and is_below(one, place))


def _around(name: str) -> str:
    """The folder around those that a network made; a repository is an export by itself."""
    if ending(name) == _REPOSITORY:
        return name
    folders = name.split("/")[:-1]
    of_networks = list(takewhile(_is_of_networks, reversed(folders)))
    return "/".join(folders[: len(folders) - len(of_networks)])


def _is_of_networks(folder: str) -> bool:
    return folder.casefold() in _OF_NETWORKS or _TWICE.fullmatch(folder) is not None
