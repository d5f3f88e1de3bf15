"""Instagram's posts and what stands beneath them: own words apart from others'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.instagram.addresses import handle_in, post_address
from selfaudit.platforms.instagram.material import Material, titled
from selfaudit.platforms.meta.answers import Answer
from selfaudit.platforms.meta.media import (
    Data,
    Person,
    Shelf,
    author_of,
    code_for,
    code_of,
    is_media,
    person_of,
    second,
    shots_of,
    time_of,
    words_of,
)
from selfaudit.platforms.reading import ItemUnreadable

_NOT_COMMENTS = frozenset({"caption", "edge_media_to_caption", "feed_items"})
_TILE = re.compile(r"^(?:https://www\.instagram\.com)?/(?:[\w.]+/)?(?:p|reel)/([\w-]{5,40})/?$")
_COUNTS = ("edge_media_to_parent_comment", "edge_media_to_comment", "edge_media_preview_comment")


@dataclass(frozen=True, slots=True)
class Shown:
    """A post that the profile shows; ``with_others`` where somebody else made it together with the owner."""

    value: Data
    own: bool


def shown_by(material: Material, owner: Person, records: Iterable[Data]) -> Iterator[Shown]:
    """The owner's posts, and those that others made with them or that stand in their own grid."""
    edges = [objects(part_of(one, "edge_owner_to_timeline_media", "edges")) for one in records]
    grid = {id(edge.get("node")) for several in edges for edge in several}
    for _answer, value in material.media():
        author = author_of(value)
        together = [person_of(one) for one in objects(value.get("coauthor_producers"))]
        if author.same(owner):
            yield Shown(value, own=True)
        elif author.known and (id(value) in grid or any(owner.same(other) for other in together)):
            yield Shown(value, own=False)


def nameless(material: Material, owner: Person) -> Iterator[str]:
    """Posts that are listed without saying who made them: the tab of reels, and tiles on the screen."""
    yield from (code_of(value) for _answer, value in material.media() if not author_of(value).known)
    for answer in material.answers:
        of_owner = Person(None, handle_in(answer.url) or titled(answer) or "").same(owner)
        for anchor in answer.soup.select("a[href]") if answer.soup is not None and of_owner else ():
            found = _TILE.search(str(anchor["href"]))
            if found:
                yield found[1]


def post_of(shown: Shown, private: bool | None, shelf: Shelf) -> Post:
    """One post."""
    value, words = shown.value, words_of(shown.value)
    if words is None:
        raise ItemUnreadable("posts that were listed without their words")
    return Post(
        id=code_of(value),
        text=words,
        kind=_kind(shown),
        own=shown.own,
        time=time_of(value),
        audience=_audience(value, private),
        url=post_address(code_of(value)),
        images=tuple(image.file for image in images_of(shown, shelf) if image.file),
        author=None if shown.own else author_of(value).handle or None,
    )


def images_of(shown: Shown, shelf: Shelf) -> Iterator[Image]:
    """The pictures of an own post."""
    for shot in shots_of(shown.value) if shown.own else ():
        yield Image(shot.id, shelf.file(*shot.addresses), post=code_of(shown.value), url=shot.addresses[0])


def _kind(shown: Shown) -> PostKind:
    if not shown.own:
        return PostKind.REPOST
    story = text_in(shown.value, "product_type") == "story" or "expiring_at" in shown.value
    return PostKind.STORY if story else PostKind.POST


def _audience(value: Data, private: bool | None) -> Audience:
    if text_in(value, "audience"):
        return Audience.CUSTOM
    closed = next(
        (
            told
            for told in (private, part_of(value, "user", "is_private"), part_of(value, "owner", "is_private"))
            if isinstance(told, bool)
        ),
        None,
    )
    if closed is None:
        return Audience.UNKNOWN
    return Audience.FRIENDS if closed else Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and the post beneath which it stands."""

    value: Data
    beneath: str | None


def remarks_in(material: Material) -> Iterator[Remark]:
    """Every comment: those that came with a post, and those that were asked for by themselves."""
    for _answer, media in material.media():
        for part in each_object(media, _NOT_COMMENTS):
            if _is_comment(part):
                yield Remark(part, code_of(media))
    for answer in material.answers:
        beneath = _asked_beneath(answer)
        for part in each_object(answer.values, _NOT_COMMENTS) if beneath else ():
            if _is_comment(part):
                yield Remark(part, beneath)


def _asked_beneath(answer: Answer) -> str | None:
    """Which post's comments an answer holds, by its address or by what was asked."""
    steps = answer.path.strip("/").split("/")
    by_address = steps[steps.index("media") + 1] if steps[-1:] == ["comments"] and "media" in steps else ""
    return code_for(by_address or id_in(answer.asked, "media_id") or "") or None


def _is_comment(part: Data) -> bool:
    timed = "created_at" in part or "created_at_utc" in part
    return timed and isinstance(part.get("text"), str) and not is_media(part) and bool(_author(part))


def _author(part: Data) -> Any:
    return part.get("user") or part.get("owner")


def comment_of(remark: Remark, owner: Person) -> Post:
    """One comment."""
    value, author = remark.value, person_of(_author(remark.value))
    identity = id_in(value, "pk") or id_in(value)
    if identity is None or not author.known:
        raise ItemUnreadable("comments that do not say who wrote them")
    return Post(
        id=identity,
        text=value["text"].strip(),
        kind=PostKind.COMMENT,
        own=author.same(owner),
        time=second(value.get("created_at_utc")) or second(value.get("created_at")),
        parent=remark.beneath,
        author=None if author.same(owner) else author.handle or None,
    )


def commented(shown: Iterable[Shown]) -> dict[str, int]:
    """How many comments Instagram says are beneath each own post."""
    counts: dict[str, int] = {}
    for one in shown:
        told = [
            number_in(one.value, "comment_count"),
            *(number_in(one.value.get(n), "count") for n in _COUNTS),
        ]
        known = [count for count in told if count is not None]
        if one.own and known:
            counts[code_of(one.value)] = max(*known, counts.get(code_of(one.value), 0))
    return counts
