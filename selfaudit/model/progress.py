"""How long work tells of itself: injected, silent unless someone listens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told what is being done; decides by itself whether anybody sees it."""

    def say(self, message: str) -> None:
        """A new step has begun, in plain words."""

    def count(self, done: int, total: int | None = None) -> None:
        """So many things of the present step are done, of so many if that is known."""

    def read(self, done: int, total: int) -> None:
        """So many bytes of so many are read."""


class Silent:
    """Says nothing."""

    def say(self, message: str) -> None:
        """Nothing."""

    def count(self, done: int, total: int | None = None) -> None:
        """Nothing."""

    def read(self, done: int, total: int) -> None:
        """Nothing."""
