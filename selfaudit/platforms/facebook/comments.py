"""Comments beneath stories, as Facebook's data writes them (a published shape; none was in the real data)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.facebook.addresses import numbers_in
from selfaudit.platforms.facebook.stories import Told, Whose, story_id
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import id_in, number_in, part_of, text_in
from selfaudit.platforms.meta.media import Data, second
from selfaudit.platforms.reading import ItemUnreadable

_COUNTS = ("comment_count", "total_comment_count", "comments_count_summary")


def is_comment(value: Any) -> bool:
    """Whether this is a comment with words."""
    return isinstance(value, dict) and value.get("__typename") == "Comment" and "body" in value


def parent_of(comment: Data) -> str | None:
    """The number of the post beneath which it stands."""
    wrapped = numbers_in(text_in(comment, "id"))
    return wrapped[0] if wrapped else None


def comment_of(comment: Data, whose: Whose) -> Post:
    """One comment."""
    wrapped = numbers_in(text_in(comment, "id"))
    identity = id_in(comment, "legacy_fbid") or (wrapped[-1] if wrapped else None)
    author = comment.get("author")
    if identity is None or not id_in(author):
        raise ItemUnreadable("comments that do not say who wrote them")
    own = whose.is_(author)
    return Post(
        id=identity,
        text=text_in(comment["body"], "text"),
        kind=PostKind.COMMENT,
        own=own,
        time=second(comment.get("created_time")),
        url=text_in(comment, "url") or text_in(part_of(comment, "feedback"), "url") or None,
        parent=parent_of(comment),
        author=None if own else text_in(author, "name") or None,
    )


def counted(stories: Iterable[Told]) -> Iterator[tuple[str, int]]:
    """How many comments Facebook says are beneath each story."""
    for told in stories:
        counts = [
            count
            for part in each_object(told.story, frozenset({"attached_story"}))
            for name in _COUNTS
            if (count := number_in(part.get(name), "total_count")) is not None
        ]
        if counts:
            yield story_id(told.story) or "", max(counts)
