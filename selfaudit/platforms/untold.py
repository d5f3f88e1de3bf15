"""What an export leaves open: people by handle alone, and texts whose time cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selfaudit.model.snapshot import Connection, Gap, Post
from selfaudit.model.vocabulary import Part, PostKind

SAVE_LISTS = (
    "to have the names looked at too, open your lists of followers and of people you follow, save those "
    "pages, and import them as well"
)
BY_HAND = "please look through your own list of them by hand"
_NAMELESS = "the export gives some people's handles or numbers only, not their names; {}"
_UNTIMED = (
    "of these the export gives no time that this version can read: their words are looked at, and when they "
    "were written is not known; please look at their times by hand"
)


def nameless(advice: str = SAVE_LISTS) -> str:
    """That people come without their names, and what to do about it."""
    return _NAMELESS.format(advice)


def left_open(people: Iterable[Connection], posts: Iterable[Post], advice: str) -> Iterator[Gap]:
    """A gap for people without a name, and one for the posts and the comments without a time.

    Args:
        people: everybody that was read; whom the owner blocked is nobody that they are connected to.
        posts: everything that was read; only the owner's own words count.
        advice: what to do about the names.
    """
    unnamed = sum(one.relation != "blocked" and not _has_name(one) for one in people)
    if unnamed:
        yield Gap(Part.CONNECTIONS, nameless(advice), unnamed)
    untimed = [post.kind is PostKind.COMMENT for post in posts if post.own and post.time is None]
    for part, count in ((Part.COMMENTS, sum(untimed)), (Part.POSTS, len(untimed) - sum(untimed))):
        if count:
            yield Gap(part, _UNTIMED, count)


def _has_name(person: Connection) -> bool:
    """A handle that is written a second time is no name."""
    name = (person.display_name or "").strip()
    return bool(name) and name.removeprefix("@") != person.handle
