"""How a reader of exports tells what it asks for, where somebody wants to see what no reader takes.

Mostly nobody does: then texts are plain, and nothing is noted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol


class Noting(Protocol):
    """Notes which names stand in a file, and which of them a reader asks for."""

    def there(self, names: tuple[str, ...], count: int = 1) -> None:
        """So much in the file is found by these names, one below the other."""

    def asked(self, *names: str) -> None:
        """A reader asks for what these names lead to."""

    def unsure(self) -> None:
        """The file is damaged: names in it without a prefix may be somebody's words."""

    def taken(self, words: str) -> None:
        """A reader takes these words for somebody's own."""

    def watched(self, value: Any, at: tuple[str, ...] = ()) -> Any:
        """The value, its objects such that what is looked up in them counts as asked for."""


class Noted(str):
    """A page of an export, words of one, or a label, with who notes what is asked for in it, and where."""

    __slots__ = ("at", "noting")
    noting: Noting
    at: tuple[str, ...]

    @classmethod
    def by(cls, noting: Noting, words: str, at: tuple[str, ...] = ()) -> Noted:
        """These words, at the place that these names lead to."""
        made = cls(words)
        made.noting, made.at = noting, at
        return made


class Labelled(dict[str, Any]):
    """An object whose names may be labels, which note each by itself whether a reader asks for it."""

    def by_label(self) -> Iterable[tuple[str, Any]]:
        """Labels and what belongs to them."""
        return self.items()


def by_label(held: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    """Labels and what belongs to them; see `ask`."""
    return held.by_label() if isinstance(held, Labelled) else held.items()


def as_in(page: str, words: str) -> str:
    """Words of this page, noted where it is."""
    return Noted.by(page.noting, words) if isinstance(page, Noted) else words


def ask(words: str) -> None:
    """Note that a reader knows this heading or label and takes what belongs to it."""
    if isinstance(words, Noted):
        words.noting.asked(*words.at, words)


def take(page: str, words: str | None = None) -> None:
    """Note that a reader takes these words of the page for somebody's own; all of it, if none are named."""
    if isinstance(page, Noted):
        page.noting.taken(page if words is None else words)


def held(page: str, value: Any) -> Any:
    """What a reader made out of the page, such that what is looked up in it is noted."""
    return page.noting.watched(value) if isinstance(page, Noted) else value
