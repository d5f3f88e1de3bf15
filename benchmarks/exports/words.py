"""Invented words, people and times for large exports: the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

_TALK = (
    "today lesson walk garden coffee rain match bus homework reading group choir morning window café weekend"
    " teaching assistant marking book naïve holiday beach train friend dinner 🎒 sun 🌧 playground really"
    " tired happy again tomorrow finally together quiet loud — “quoted” tea"
)
_WORDS = _TALK.split(" ")
_FIRST = datetime(2012, 3, 1, 7, 30, tzinfo=UTC)
NAME, HANDLE, EMAIL = "Robin Tester", "robin_tester", "robin@example.org"


class Words:
    """One invented life."""

    def __init__(self, seed: int = 11) -> None:
        self._chance = Random(seed)  # noqa: S311 - the same each time is what is wanted

    def text(self, shortest: int = 4, longest: int = 40) -> str:
        """A few words."""
        return " ".join(self._chance.choices(_WORDS, k=self._chance.randint(shortest, longest)))

    def times(self, count: int) -> Iterator[datetime]:
        """So many moments, one after the other over a dozen years."""
        step = timedelta(days=365 * 12) / max(count, 1)
        return (_FIRST + step * number for number in range(count))

    def one_in(self, count: int) -> bool:
        """Whether this is one of so many."""
        return self._chance.randrange(count) == 0
