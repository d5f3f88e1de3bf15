"""One way of reading every export, whatever it came in: files by the end of their path, as streams."""

from __future__ import annotations

import io
import json
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from selfaudit.exports.containers import Container, Member, contained
from selfaudit.exports.doubles import copies_in, same
from selfaudit.exports.limits import CLOSED, FAULTS, LARGEST_WHOLE, MIB, Bounded, Meter
from selfaudit.exports.streaming import entries_in, items_in
from selfaudit.exports.tables import rows_in
from selfaudit.exports.watching import ITEM, Watch
from selfaudit.model.export import DAMAGED, TableForm, Unreadable
from selfaudit.model.json_text import HALF_SIGN, encoding_of, whole_signs
from selfaudit.model.noting import Noting

_BLOCK = 2**16
_KIND = 16
_PAGES = (".html", ".htm")
_TABLE = TableForm()
_APOSTROPHE = re.compile("['`\u2018\u2019\u00b4]")
_APOSTROPHES = str.maketrans(dict.fromkeys("'`\u2018\u2019\u00b4", "_"))
_CODE = re.compile(r"^[\s\ufeff]*(?:var\s+)?[A-Za-z_][\w.$]*\s*=\s*")


class Files:
    """The files of one or several archives that belong together, read within limits.

    Attributes:
        used: the names of the files that were opened.
        refused: members that are never read, each with its reason.
        watch: notes which names stand in the files and which are asked for, where somebody wants to know.
    """

    def __init__(
        self, containers: Sequence[Container], told: Callable[[int], None] = lambda _count: None
    ) -> None:
        self.watch: Watch | None = None
        whole = Container(containers[0].shown)
        for container in containers:
            for member in container.members.values():
                whole.take(member)
            whole.refused += container.refused
        self.shown = tuple(container.shown for container in containers)
        self.refused = tuple(whole.refused)
        self.used: set[str] = set()
        self._members = whole.members
        self._meter = Meter(told)
        self._containers = tuple(containers)
        self._by_ending = _indexed(self._members)

    def close(self) -> None:
        """Let go of the archives."""
        for container in self._containers:
            container.held.close()

    def leave_copies(self) -> dict[str, str]:
        """Leave out each copy of a file beside it that is the same; the others come back with theirs."""
        copies = copies_in(self._members)
        alike = [one for one, original in copies.items() if same(self._members[one], self._members[original])]
        for name in alike:
            del self._members[name], copies[name]
        self._by_ending = _indexed(self._members)
        return copies

    def among(self, names: Mapping[str, str]) -> Files:
        """These of the files alone, as what each is to be called -> its name here."""
        part = Container(self.shown[0])
        for called, name in names.items():
            part.take(replace(self._members[name], name=called))
        return Files([part])

    def names(self) -> tuple[str, ...]:
        """Every file, in the archive's own order."""
        return tuple(self._members)

    def size(self, name: str) -> int:
        """How large a file says it is."""
        return self._members[name].size

    def find(self, *endings: str) -> tuple[str, ...]:
        """The files whose path ends in one of these, at a slash."""
        found = [name for ending in endings for name in self._ending_in(_folded(ending))]
        return tuple(dict.fromkeys(found))

    def _ending_in(self, ending: str) -> list[str]:
        if "*" not in ending:
            candidates = self._by_ending.get(ending.rpartition("/")[2], ())
            return [name for name in candidates if f"/{_folded(name)}".endswith(f"/{ending}")]
        pattern = re.compile("(?:^|/)" + "[^/]*".join(map(re.escape, ending.split("*"))) + "$")
        return sorted((name for name in self._members if pattern.search(_folded(name))), key=_by_number)

    def open(self, name: str) -> BinaryIO:
        """The bytes of a file as a stream that stops at the limits."""
        return io.BufferedReader(self._bounded(name), _BLOCK)

    def start(self, name: str) -> bytes:
        """The first bytes of a file, enough to tell its kind; no more of it is unpacked."""
        with self._bounded(name) as stream:
            return stream.read(_KIND) or b""

    def _bounded(self, name: str) -> Bounded:
        member = self._member(name)
        self.used.add(name)
        try:
            return Bounded(name, member.opened(), member.packed, self._meter)
        except FAULTS as error:
            fault = CLOSED if isinstance(error, PermissionError) else DAMAGED
            raise error if isinstance(error, Unreadable) else Unreadable(name, fault) from error

    def _member(self, name: str) -> Member:
        try:
            return self._members[name]
        except KeyError:
            raise Unreadable(name, "is not there") from None

    def read(self, name: str, most: int = LARGEST_WHOLE) -> bytes:
        """The whole of a file of moderate size."""
        with self.open(name) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise Unreadable(name, f"is larger than {most // MIB} MB")
        return data

    def text(self, name: str) -> str:
        """The whole text of a file of moderate size."""
        text = _decoded(self.read(name))
        return self.watch.page(name, text) if self.watch and name.lower().endswith(_PAGES) else text

    def noting(self, name: str) -> Noting | None:
        """Who notes what is asked for in a file this time, where somebody wants to know."""
        return self.watch.reading(name) if self.watch else None

    def json(self, name: str) -> Any:
        """The JSON value of a file of moderate size, program code before it passed over."""
        text = _CODE.sub("", _decoded(self.read(name)), count=1).strip().removesuffix(";")
        try:
            value = json.loads(text, strict=False)
            value = whole_signs(value) if HALF_SIGN.search(text) else value
        except (ValueError, RecursionError) as error:
            raise Unreadable(name, f"{DAMAGED}, or no data") from error
        at = (ITEM,) if isinstance(value, list) else ()
        return self.watch.reading(name).watched(value, at) if self.watch else value

    def items(self, name: str, *keys: str) -> Iterator[Any]:
        """One by one the items of the file's list, or of the one below these keys."""
        reading = self.watch.reading(name) if self.watch else None
        items = items_in(name, self._bounded(name), keys, reading.passed if reading else _not_noted)
        yield from (reading.watched(item, (ITEM,)) for item in items) if reading else items

    def entries(
        self, name: str, depth: int, wanted: Callable[[tuple[str, ...]], bool]
    ) -> Iterator[tuple[tuple[str, ...], Any]]:
        """The values so many names deep, each with its names; a long list comes in pieces."""
        reading = self.watch.reading(name) if self.watch else None
        passed = reading.passed if reading else _not_noted
        entries = entries_in(name, self._bounded(name), depth, wanted, passed)
        yield from ((names, reading.watched(held, names)) for names, held in entries) if reading else entries

    def rows(
        self, name: str, form: TableForm = _TABLE, odd: Callable[[], None] = lambda: None
    ) -> Iterator[dict[str, str]]:
        """The rows of a table with a heading; what looks like a formula is text like any other."""
        encoding = encoding_of(self.start(name))
        with io.TextIOWrapper(self.open(name), encoding, errors="replace", newline="") as lines:
            rows, reading = rows_in(name, lines, form, odd), self.watch and self.watch.reading(name)
            yield from (reading.watched(row, (ITEM,)) for row in rows) if reading else rows


def opened(
    paths: Sequence[Path], told: Callable[[int], None] = lambda _count: None, *, shut: bool = True
) -> Files:
    """The files of these archives, as one; ``shut`` ones too, of which there is only the name.

    Raises:
        Unreadable: one of them cannot be opened at all.
    """
    containers = [contained(path) for path in paths]
    for container in containers if not shut else ():
        container.members = {name: one for name, one in container.members.items() if not one.shut}
    return Files(containers, told)


def _not_noted(names: tuple[str, ...], *, taken: bool) -> None:
    """Nobody wants to know."""


def _folded(name: str) -> str:
    small = name.lower()
    return small if _APOSTROPHE.search(small) is None else small.translate(_APOSTROPHES)


def _indexed(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_folded(posixpath.basename(name)), []).append(name)
    return found


def _by_number(name: str) -> tuple[Any, ...]:
    """Numbers as numbers: file 10 comes after file 9."""
    pieces = re.split(r"(\d+)", name)
    return tuple(
        (int(piece[:18]), "") if piece.isascii() and piece.isdigit() else (0, piece) for piece in pieces
    )


def _decoded(data: bytes) -> str:
    """The text in the encoding that it shows; exports are UTF-8, and what is not is read as Western."""
    try:
        return data.decode(encoding_of(data))
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")
