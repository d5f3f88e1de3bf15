"""What an export leaves open: people by handle alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selfaudit.model.snapshot import Connection, Gap
from selfaudit.model.vocabulary import Part

SAVE_LISTS = (
    "to have the names looked at too, open your lists of followers and of people you follow, save those "
    "pages, and import them as well"
)
BY_HAND = "please look through your own list of them by hand"
_NAMELESS = "the export gives some people's handles or numbers only, not their names; {}"


def nameless(advice: str = SAVE_LISTS) -> str:
    """That people come without their names, and what to do about it."""
    return _NAMELESS.format(advice)


def left_open(people: Iterable[Connection], advice: str) -> Iterator[Gap]:
    """A gap for people without a name.

    A text without a time leaves nothing open: its words are looked at, and no check asks when it was written.

    Args:
        people: everybody that was read; whom the owner blocked is nobody that they are connected to.
        advice: what to do about the names.
    """
    unnamed = sum(one.relation != "blocked" and not _has_name(one) for one in people)
    if unnamed:
        yield Gap(Part.CONNECTIONS, nameless(advice), unnamed)


def _has_name(person: Connection) -> bool:
    """A handle that is written a second time is no name."""
    name = (person.display_name or "").strip()
    return bool(name) and name.removeprefix("@") != person.handle
