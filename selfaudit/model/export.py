"""What a network's own data export is to its reader: named files, and words for what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from selfaudit.model.file_names import plain_name
from selfaudit.model.noting import Noting
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Part

Source = tuple[str, tuple[Path, ...]]
"""What an account is read from: the id of its network, and its archives, folders or files."""


DAMAGED = "is damaged or not whole"


class Unreadable(ValueError):
    """A file of an export that cannot be read, or not to its end.

    Attributes:
        name: the file's name inside the export.
        reason: why, as the end of a sentence that begins with the name.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = plain_name(name)
        super().__init__(f"{self.name} {reason}")
        self.reason = reason


def _as_named(column: str) -> str:
    return column.strip("\ufeff \t").casefold()


@dataclass(frozen=True, slots=True)
class TableForm:
    """How a table is written.

    Attributes:
        heads: whether a row is the heading; what stands before it is no part of the table.
        named: a column's name as readers call it; in small letters, unless told otherwise.
        escape: the sign before a quotation mark inside a text; most tables double the mark instead.
        spaced: whether a space stands behind each comma.
        trimmed: whether white space around a text is no part of it.
    """

    heads: Callable[[list[str]], bool] = bool
    named: Callable[[str], str] = _as_named
    escape: str | None = None
    spaced: bool = False
    trimmed: bool = False


class Archive(Protocol):
    """The files of one export, wherever they lie. Every reading may raise `Unreadable`, also halfway."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the archives, folders or lone files themselves."""

    def names(self) -> tuple[str, ...]:
        """Every file, in the archive's own order."""

    def find(self, *endings: str) -> tuple[str, ...]:
        """The files whose path ends in one of these, at a slash; letter case and apostrophes are ignored.

        ``*`` stands for anything but a slash. Numbered files come in the order of their numbers.
        """

    def open(self, name: str) -> BinaryIO:
        """The bytes of a file as a stream that stops at the limits."""

    def text(self, name: str) -> str:
        """The whole text of a file of moderate size; see `selfaudit.model.noting`."""

    def noting(self, name: str) -> Noting | None:
        """Who notes what is asked for in a file, for those who take it as `open` gives it; mostly nobody."""

    def json(self, name: str) -> Any:
        """The JSON value of a file of moderate size."""

    def items(self, name: str, *keys: str) -> Iterator[Any]:
        """One by one the items of a list: the file's own, or one below these keys, whichever is there.

        Program code before the first bracket or brace is passed over.
        """

    def entries(
        self, name: str, depth: int, wanted: Callable[[tuple[str, ...]], bool]
    ) -> Iterator[tuple[tuple[str, ...], Any]]:
        """The values that so many names lead to, each with these names; one that ends earlier as it is.

        ``wanted`` tells below which names to go on; what is not wanted is never built. A list comes in
        pieces, and an empty one as an empty piece.
        """

    def rows(
        self, name: str, form: TableForm = TableForm(), odd: Callable[[], None] = lambda: None
    ) -> Iterator[dict[str, str]]:
        """The rows of a table with a heading; what looks like a formula is text like any other.

        Rows without any text are left out. ``odd`` is called for each that does not fit the heading.
        """


Keep = Callable[[str], str | None]
"""Keeps a picture: its name in the archive -> its place in the snapshot folder, or ``None``."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way in which a doubt may be settled.

    Attributes:
        words: what the person picks.
        layout: how the export is read then; left out, as it was recognised.
        gaps: what is missing then.
    """

    words: str
    layout: str | None = None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that an export does not tell of itself, and that the person is asked.

    Attributes:
        question: in one or two sentences.
        answers: what can be picked.
        open: what is missing where nobody answers.
        refusal: why the export is not read where the person does not know; left out, it is read all the same.
    """

    question: str
    answers: tuple[Answer, ...]
    open: tuple[Gap, ...] = ()
    refusal: str | None = None


def _none(_archive: Archive) -> None:
    return None


def _unmarked(_archive: Archive) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class ExportReader:
    """Reads the exports of one network.

    Attributes:
        recognise: names the layout of an export of this network; ``None`` when it is none.
        owner: whose export it is (handle, else name), ``None`` where these files do not tell: the parts of
            a large export come as several archives, and only one of them names the owner.
        read: everything that the export holds of its owner. Total: what cannot be read becomes gaps.
        parts: for each part of a profile, what a whole export brings of it: "yes"; "in part: " and what is
            never in it; or "no: " and why.
        doubt: what the person has to be asked before it is read.
        site: the address of the site that it is of, where the network lives on many and ``owner`` does not
            tell them apart.
        marks: what is of this account alone, where ``owner`` is a name that others may have too: two exports
            that both have marks and share none are of two accounts.
    """

    recognise: Callable[[Archive], str | None]
    owner: Callable[[Archive], str | None]
    read: Callable[[Archive, str, Keep], Snapshot]
    parts: Mapping[Part, str] = field(hash=False)
    doubt: Callable[[Archive], Doubt | None] = _none
    site: Callable[[Archive], str | None] = _none
    marks: Callable[[Archive], frozenset[str]] = _unmarked
