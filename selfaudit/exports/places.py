"""Where the exports lie that a folder or an archive holds, told by the folders that networks make in theirs.

Networks lay files in folders of their own names. Whatever is around these is the export; data in a folder of
another name below it is one more, where a network knows that too by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.exports.containers import NESTED
from selfaudit.saved.kinds import READABLE, ending, is_noise
from selfaudit.saved.private import is_private, may_be_private

REPOSITORY = ".car"
DATA = READABLE | {".csv", ".js", REPOSITORY}
_OF_NETWORKS = frozenset(Path(__file__).with_name("folders.txt").read_text(encoding="utf-8").splitlines())
"""What networks call the folders in their exports, in small letters."""
_ALIKE = re.compile(r"your_|\(\d+\)$|\w+_(?:activity|information)$")
"""Meta's change with the years; a number stands before the second file of one name in an archive."""


@dataclass(frozen=True, slots=True)
class Places:
    """Looks for exports among the files of a folder or an archive.

    Attributes:
        files: what lies there.
        networks: which networks know an export in some of them.
        is_owned: whether some of them tell whose they are.
    """

    files: Files
    networks: Callable[[Files], Collection[str]]
    is_owned: Callable[[Files], bool]

    def found(self) -> list[str]:
        """The folders that are exports by themselves, none of them a part of another; ``""`` is all of it.

        All of it is one, too, where there is one export and nothing else than pictures beside it. Where each
        file in a folder is another network's, the files are.
        """
        data = [name for name in self.files.names() if ending(name) in DATA and not is_noise(name)]
        around: dict[str, list[str]] = {}
        for name in data:
            around.setdefault(_around(name), []).append(name)
        places: dict[str, list[str]] = {}
        for place in sorted(around, key=lambda one: one.count("/") + bool(one)):
            names = around[place]
            if any(is_part(f"{place}/", of) for of in places) or not self._known(names):
                continue
            if not any(is_below(place, of) and self._is_rest(names, held) for of, held in places.items()):
                places |= {name: [name] for name in self._of_each(names)} or {place: names}
        packed = (fault.name for fault in self.files.refused if fault.reason == NESTED)
        alone = len(places) == 1 and all(is_below(name, *places) for name in (*data, *packed))
        if places and not alone:
            return list(places)
        whole = [""] if alone or self.networks(self.files) else []
        return self._below_messages(data) or whole

    def _below_messages(self, data: Sequence[str]) -> list[str]:
        """The folder that holds all of it, where it is called as those in which networks put messages."""
        top = {name.partition("/")[0] for name in data}
        called = {below(name, *top): name for name in data} if len(top) == 1 else {}
        private = called and all(map(_is_of_messages, data)) and not all(map(_is_of_messages, called))
        return [*top] if private and self.networks(self.files.among(called)) else []

    def _known(self, names: Iterable[str]) -> Collection[str]:
        return self.networks(only(names, self.files))

    def _is_rest(self, names: Sequence[str], outer: Sequence[str]) -> bool:
        """Whether these are the rest of an export around them, in a folder of a name that is not known."""
        apart = {_called(name) for name in names}.isdisjoint(map(_called, outer))
        return (
            apart
            and not set(self._known(names)).isdisjoint(self._known(outer))
            and not self.is_owned(only(names, self.files))
        )

    def _of_each(self, names: Sequence[str]) -> Sequence[str]:
        """These files, where each of them is an export of other networks than the rest."""
        met: set[str] = set()
        for name in names:
            known = set(self._known([name]))
            if not known or known & met:
                return ()
            met |= known
        return names if len(names) > 1 else ()


def only(names: Iterable[str], files: Files) -> Files:
    """These of the files alone, called as they are."""
    return files.among({name: name for name in names})


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
    if ending(name) == REPOSITORY:
        return name
    folders = name.split("/")[:-1]
    of_networks = list(takewhile(_is_of_networks, reversed(folders)))
    return "/".join(folders[: len(folders) - len(of_networks)])


def _is_of_messages(name: str) -> bool:
    return is_private(name) or may_be_private(name)


def _called(name: str) -> str:
    return name.rpartition("/")[2].casefold()


def _is_of_networks(folder: str) -> bool:
    name = folder.casefold()
    return name in _OF_NETWORKS or _ALIKE.match(name) is not None
