"""How much is read of an archive, counted while reading: what an archive says of itself is not believed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from selfaudit.model.export import DAMAGED, Unreadable

MIB = 2**20
MOST_FILES = 200_000
LARGEST_FILE = 4096 * MIB
LARGEST_WHOLE = 64 * MIB
"""A file that is read in one piece; larger lists are read item by item."""
LARGEST_TOTAL = 16_384 * MIB
TIGHTEST_RATIO = 200
"""Data shrinks to a fiftieth at best; a two-hundredth is a trap."""
FREE = MIB
"""Below this size the ratio is not looked at: a few repeated lines are no trap."""

CUT_SHORT = f"{DAMAGED}, as when a download was cut short: download it again"
CLOSED = (
    "may not be opened by you on this computer: give yourself the right to read it, or copy it to a folder of"
    " your own, and try again"
)
UNENTERED = "is a folder that may not be opened by you on this computer: what lies in it was not read"
TRAP = "is packed so tightly that it looks like a trap"
TOO_LARGE = f"is larger than {LARGEST_FILE // MIB} MB"
TOO_MUCH = f"is left out: more than {LARGEST_TOTAL // MIB} MB were read of this archive already"
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(slots=True)
class Meter:
    """What was read of one archive so far, and who is told of it."""

    told: Callable[[int], None] = lambda _total: None
    total: int = 0

    def add(self, count: int) -> None:
        """So many bytes more."""
        self.total += count
        self.told(self.total)


class Bounded(io.RawIOBase):
    """A member's stream that ends in `Unreadable` as soon as it gives more than it may."""

    def __init__(self, name: str, inner: IO[bytes], packed: int, meter: Meter) -> None:
        super().__init__()
        self._name, self._inner, self._packed, self._meter = name, inner, max(packed, 1), meter
        self._count = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub names a private type
        """The next bytes."""
        try:
            data = self._inner.read(len(buffer))
        except FAULTS as error:
            raise Unreadable(self._name, DAMAGED) from error
        buffer[: len(data)] = data
        self._counted(len(data))
        return len(data)

    def _counted(self, count: int) -> None:
        self._count += count
        self._meter.add(count)
        if self._count > LARGEST_FILE:
            raise Unreadable(self._name, TOO_LARGE)
        if self._meter.total > LARGEST_TOTAL:
            raise Unreadable(self._name, TOO_MUCH)
        if self._count > FREE and self._count > TIGHTEST_RATIO * self._packed:
            raise Unreadable(self._name, TRAP)

    def close(self) -> None:
        """Close the member too."""
        if not self.closed:
            self._inner.close()
        super().close()
