"""Which files of an export of Meta's are taken: single ones too, and never what lies among messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from selfaudit.model.export import Archive, TableForm
from selfaudit.model.noting import Noting
from selfaudit.platforms.generic.tables import start_of

_START = 2**18
_TABLE = TableForm()
_MESSAGES = re.compile(r"(?:^|/)messages/", re.IGNORECASE)


def no_messages(names: Iterable[str]) -> tuple[str, ...]:
    """The files that do not lie among messages, whatever they are called."""
    return tuple(name for name in names if not _MESSAGES.search(name))


class Unfoldered:
    """An archive in which a file that lies in no folder is found as if it lay in the folder asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lone = frozenset(name for name in archive.names() if "/" not in name)

    @property
    def shown(self) -> tuple[str, ...]:
        """As the archive says."""
        return self._archive.shown

    def names(self) -> tuple[str, ...]:
        """As the archive says."""
        return self._archive.names()

    def find(self, *endings: str) -> tuple[str, ...]:
        """The files in these places, and those that lie in none and are called so; no messages."""
        called = [last for ending in endings if (last := ending.rpartition("/")[2]).partition(".")[0] != "*"]
        lone = self._archive.find(*called) if self._lone and called else ()
        found = (*self._archive.find(*endings), *(name for name in lone if name in self._lone))
        return no_messages(dict.fromkeys(found))

    def open(self, name: str) -> BinaryIO:
        """As the archive does."""
        return self._archive.open(name)

    def text(self, name: str) -> str:
        """As the archive does."""
        return self._archive.text(name)

    def noting(self, name: str) -> Noting | None:
        """As the archive does."""
        return self._archive.noting(name)

    def json(self, name: str) -> Any:
        """As the archive does."""
        return self._archive.json(name)

    def items(self, name: str, *keys: str) -> Iterator[Any]:
        """As the archive does."""
        return self._archive.items(name, *keys)

    def entries(
        self, name: str, depth: int, wanted: Callable[[tuple[str, ...]], bool]
    ) -> Iterator[tuple[tuple[str, ...], Any]]:
        """As the archive does."""
        return self._archive.entries(name, depth, wanted)

    def rows(
        self, name: str, form: TableForm = _TABLE, odd: Callable[[], None] = lambda: None
    ) -> Iterator[dict[str, str]]:
        """As the archive does."""
        return self._archive.rows(name, form, odd)


def holds_lone(archive: Archive, marks: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a file in no folder is called like one of these and begins with all of its marks."""
    return any(
        "/" not in name and all(mark in start_of(archive, name, _START) for mark in wanted)
        for called, wanted in marks.items()
        for name in archive.find(called)
    )
