"""Threads become posts: own words, own answers to others, others' answers to them, and what was passed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.meta.media import (
    Data,
    Person,
    Shelf,
    author_of,
    code_of,
    person_of,
    shots_of,
    time_of,
)
from selfaudit.platforms.meta.media import words_of as caption_of
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.threads.material import SITE

_AUDIENCES = {True: Audience.FRIENDS, False: Audience.PUBLIC, None: Audience.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Told:
    """One post of a thread, with what stands before it."""

    value: Data
    own: bool
    before: Data | None = None
    own_before: bool = False


def told_in(threads: Iterable[Sequence[Data]], owner: Person) -> Iterator[Told]:
    """The owner's posts, and others' that answer them; what others said before stays with them."""
    for posts in threads:
        before, own_before = None, False
        for value in posts:
            own = author_of(value).same(owner)
            if own or own_before or not author_of(value).known:
                yield Told(value, own, before, own_before)
            before, own_before = value, own


def posts_of(told: Told, owner: Person, private: bool | None, shelf: Shelf) -> Iterator[Post]:
    """A post; one that the owner passed on as a second post, in its writer's words."""
    value, words = told.value, words_of(told.value)
    code, author = code_of(value), author_of(value)
    if not code or not author.known or words is None:
        raise ItemUnreadable("posts in a form that this version does not know")
    passed_on = part_of(value, "text_post_app_info", "share_info", "reposted_post")
    if told.own and isinstance(passed_on, dict):
        yield _passed_on(passed_on, code, private)
        return
    yield Post(
        id=code,
        text=words,
        kind=_kind(told, owner),
        own=told.own,
        time=time_of(value),
        audience=_AUDIENCES[private] if told.own else Audience.UNKNOWN,
        url=_address(author, code),
        images=tuple(image.file for image in images_of(told, shelf) if image.file),
        links=tuple(filter(None, [_link(value)])) if told.own else (),
        parent=code_of(told.before) or None if told.before else None,
        author=None if told.own else author.handle or None,
    )


def _passed_on(value: Data, code: str, private: bool | None) -> Post:
    author = author_of(value)
    return Post(
        id=code,
        text=words_of(value) or "",
        kind=PostKind.REPOST,
        own=False,
        time=time_of(value),
        audience=_AUDIENCES[private],
        url=_address(author, code_of(value)) if author.handle else None,
        author=author.handle or None,
    )


def images_of(told: Told, shelf: Shelf) -> Iterator[Image]:
    """The pictures of an own post."""
    for shot in shots_of(told.value) if told.own else ():
        yield Image(shot.id, shelf.file(*shot.addresses), post=code_of(told.value), url=shot.addresses[0])


def answered(told: Iterable[Told]) -> Iterator[tuple[str, int]]:
    """How many answers Threads says each own post has."""
    for one in told:
        count = number_in(one.value.get("text_post_app_info"), "direct_reply_count")
        if one.own and count is not None:
            yield code_of(one.value), count


def words_of(value: Data) -> str | None:
    """The words: the caption, or the pieces that the text was cut into; ``None`` where neither is there."""
    caption = caption_of(value)
    pieces = part_of(value, "text_post_app_info", "text_fragments", "fragments")
    plain = [piece.get("plaintext") for piece in objects(pieces)]
    written = "".join(words for words in plain if isinstance(words, str)).strip()
    return caption or written or ("" if caption is not None or isinstance(pieces, list) else None)


def _kind(told: Told, owner: Person) -> PostKind:
    if not told.own:
        return PostKind.COMMENT
    answering = person_of(part_of(told.value, "text_post_app_info", "reply_to_author"))
    others = answering.known and not answering.same(owner)
    return PostKind.REPLY if others or (told.before is not None and not told.own_before) else PostKind.POST


def _address(author: Person, code: str) -> str | None:
    return f"{SITE}/@{author.handle}/post/{code}" if author.handle else None


def _link(value: Data) -> str:
    return text_in(part_of(value, "text_post_app_info", "link_preview_attachment"), "url")
