"""Remembers what an import tells while it runs."""

from __future__ import annotations

from selfaudit.model.progress import Silent


class Listening(Silent):
    """What was told, in order, and each count of bytes."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.counts: list[tuple[int, int]] = []

    def say(self, message: str) -> None:
        self.said.append(message)

    def read(self, done: int, total: int) -> None:
        self.counts.append((done, total))
