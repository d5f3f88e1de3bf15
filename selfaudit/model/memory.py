"""What a detector may keep between two runs, by the content that it read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol


class Memory(Protocol):
    """Keeps lines by key; one that it does not know, or no longer, is read again."""

    def get(self, key: str) -> str | None:
        """The line, if it is known."""

    def put(self, key: str, line: str) -> None:
        """Keep the line, if that can be done."""


Remember = Callable[[Path | None, str], AbstractContextManager[Memory]]
"""Opens the memory that belongs to a snapshot's folder and to one version of what reads."""
