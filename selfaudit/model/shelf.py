"""What is long lies on a shelf, one nameless private file, and not in memory; who asks for it reads it there.

The file has no name that anybody could open, and is gone with the last that knows a place on it, also when
this program is killed. Items lay their long texts there by themselves while a shelf is open.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from types import MemberDescriptorType
from typing import Any, NamedTuple, TypeVar

from selfaudit.errors import StorageError

Kind = TypeVar("Kind", bound=type)

LONG = 256
"""So many bytes of memory are worth a place on the shelf, which takes half of that itself."""
_CODING = ("utf-8", "surrogatepass")


class Shelf:
    """Keeps bytes in the order in which they come."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - it stays open as long as anything is on it
        self._end, self._at_end = 0, True
        weakref.finalize(self, self._file.raw.close)  # what still waits to be written need not be

    def put(self, content: bytes) -> Place:
        """Lay this behind the rest.

        Raises:
            StorageError: the disk takes no more.
        """
        start, self._end = self._end, self._end + len(content)
        try:
            if not self._at_end:
                self._file.seek(start)
            self._at_end = False  # until it stands there: whoever stops this in the middle may go on later
            self._file.write(content)
            self._at_end = True
        except OSError as error:
            raise _full() from error
        return Place(self, start, len(content))

    def read(self, start: int, length: int) -> bytes:
        """What was put from here on.

        Raises:
            StorageError: the disk took less than was put.
        """
        self._at_end = False
        try:
            self._file.seek(start)
            return self._file.read(length)
        except OSError as error:
            raise _full() from error


def _full() -> StorageError:
    return StorageError("There is too little room on the disk.", "Make some room, then try again.")


class Place(NamedTuple):
    """Where on a shelf something lies."""

    shelf: Shelf
    start: int
    length: int

    def read(self) -> bytes:
        """What lies there."""
        return self.shelf.read(self.start, self.length)


_OPEN: ContextVar[Shelf | None] = ContextVar("_OPEN", default=None)


@contextmanager
def laying(folder: Path) -> Iterator[None]:
    """While this lasts, items lay their long texts on a shelf in this folder; they keep them afterwards.

    Where the folder takes no file, they hold them as ever.
    """
    shelf: Shelf | None = None
    with suppress(OSError):
        shelf = Shelf(folder)
    before = _OPEN.set(shelf)
    try:
        yield
    finally:
        _OPEN.reset(before)


def shelved(*names: str) -> Callable[[Kind], Kind]:
    """Makes these fields of a dataclass with slots give texts that may lie on a shelf."""

    def prepared(kind: Kind) -> Kind:
        for name in names:
            setattr(kind, name, _Shelved(getattr(kind, name)))
        return kind

    return prepared


class _Shelved:
    """A field that holds its text or the place of it, and gives the text."""

    __slots__ = ("_slot",)

    def __init__(self, slot: MemberDescriptorType) -> None:
        self._slot = slot

    def __get__(self, item: object | None, kind: type | None = None) -> Any:
        if item is None:
            return self
        held = self._slot.__get__(item, kind)
        return held.read().decode(*_CODING) if type(held) is Place else held

    def __set__(self, item: object, text: Any) -> None:
        shelf, held = _OPEN.get(), text
        if shelf and isinstance(text, str) and text.__sizeof__() >= LONG:
            held = shelf.put(text.encode(*_CODING))
        self._slot.__set__(item, held)
