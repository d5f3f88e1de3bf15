"""Facebook's stories become posts: own words apart from what was only shared, and from others' on one's page.

A `Story` is found by its type and number wherever it lies; what it holds is found by name, never by place,
since the places change and the names have not (data of January 2023, published notes of January 2026).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.facebook.addresses import (
    names_in,
    numbers_in,
    outward,
    post_in,
)
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.meta.media import Data, Shelf, second
from selfaudit.platforms.reading import ItemUnreadable

AUDIENCES = {
    "everyone": Audience.PUBLIC,
    "friends": Audience.FRIENDS,
    "friends_except": Audience.CUSTOM,
    "friends_of_friends": Audience.CUSTOM,
    "specific_friends": Audience.CUSTOM,
    "custom": Audience.CUSTOM,
    "only_me": Audience.PRIVATE,
}
"""The names of the small audience pictures. Only "everyone" was seen in real data; the rest are guesses, so
that any name which is not here stays unknown."""

_INSIDE = frozenset({"attached_story", "feedback", "ufi_renderer"})
_OWN_PARTS = _INSIDE | {"attachments", "attachment", "all_subattachments"}


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner under every name that Facebook has for them."""

    id: str | None = None
    vanity: str | None = None

    def is_(self, person: Any) -> bool:
        """Whether this person is the owner. A number decides; the address counts where there is none."""
        identity = id_in(person)
        if identity and self.id:
            return identity == self.id
        named = names_in(text_in(person, "url", "profile_url"))
        if named.id and self.id:
            return named.id == self.id
        return bool(self.vanity and named.vanity) and named.vanity == self.vanity


@dataclass(frozen=True, slots=True)
class Told:
    """A story, and the number of whom it was told on the page of; ``None`` where that is not said."""

    story: Data
    page_of: str | None = None

    def concerns(self, whose: Whose) -> bool:
        """Whether it belongs to the owner's profile."""
        return whose.is_(author_of(self.story)) or (self.page_of is not None and self.page_of == whose.id)


def is_story(value: Any) -> bool:
    """Whether this is a whole story with a number of its own."""
    return isinstance(value, dict) and value.get("__typename") == "Story" and story_id(value) is not None


def story_id(story: Data) -> str | None:
    """The story's number, the same for whoever looks."""
    known = id_in(story, "post_id")
    wrapped = numbers_in(text_in(story, "id")) if "comet_sections" in story else ()
    return known or (wrapped[1] if len(wrapped) > 1 else None)


def author_of(story: Data) -> Data:
    """Who told it."""
    for part in each_object(story, _OWN_PARTS):
        actors = objects(part.get("actors"))
        if actors:
            return actors[0]
    return {}


def posts_of(told: Told, whose: Whose, shelf: Shelf) -> Iterator[Post]:
    """A story as a post; a shared one as a second post, in its teller's words."""
    post = _post(told.story, whose, shelf)
    yield post
    shared = _first(told.story, "attached_story", _OWN_PARTS - {"attached_story"})
    if post.own and isinstance(shared, dict):
        yield from _shared(post, shared, whose)


def _post(story: Data, whose: Whose, shelf: Shelf) -> Post:
    author = author_of(story)
    if not author or story_id(story) is None:
        raise ItemUnreadable("posts in a form that this version does not know")
    own = whose.is_(author)
    return Post(
        id=story_id(story) or "",
        text=_text(story),
        own=own,
        time=second(_first(story, "creation_time", _OWN_PARTS)),
        audience=audience_of(story),
        url=_address(story),
        images=tuple(image.file for image in images_of(story, shelf) if image.file) if own else (),
        links=_links(story),
        author=None if own else text_in(author, "name") or None,
    )


def _shared(post: Post, shared: Data, whose: Whose) -> Iterator[Post]:
    author, text = author_of(shared), _text(shared)
    if whose.is_(author) or not text:
        return
    yield Post(
        id=f"{post.id}/shared",
        text=text,
        kind=PostKind.REPOST,
        own=False,
        time=post.time,
        audience=post.audience,
        url=post.url,
        parent=post.id,
        author=text_in(author, "name") or None,
    )


def audience_of(story: Data) -> Audience:
    """Whom the story is shared with, by the language-neutral name of the audience's picture."""
    scope = _first(story, "privacy_scope", _OWN_PARTS)
    return AUDIENCES.get(text_in(part_of(scope, "icon_image"), "name"), Audience.UNKNOWN)


def images_of(story: Data, shelf: Shelf) -> Iterator[Image]:
    """The photos that a story carries itself."""
    identity = story_id(story)
    for part in each_object(story, _INSIDE):
        if part.get("__typename") == "Photo" and id_in(part):
            yield photo(part, shelf, identity)


def photo(value: Data, shelf: Shelf, post: str | None = None) -> Image:
    """One photo, under its own number."""
    names = ("viewer_image", "photo_image", "image", "thumbnail")
    addresses = [text_in(value.get(name), "uri") for name in names]
    known = [address for address in addresses if address]
    return Image(
        id_in(value) or "",
        shelf.file(*known),
        post=post,
        url=known[0] if known else None,
    )


def _text(story: Data) -> str:
    for part in each_object(story, _OWN_PARTS):
        text = text_in(part.get("message"), "text")
        if text:
            return text
    return ""


def _address(story: Data) -> str | None:
    for part in each_object(story, _OWN_PARTS):
        address = text_in(part, "wwwURL") or (text_in(part, "url") if "creation_time" in part else "")
        if address:
            return address
    return None


def _links(story: Data) -> tuple[str, ...]:
    found = [
        outward(text_in(part, "external_url", "url"))
        for part in each_object(story, _INSIDE)
        if part.get("__typename") == "ExternalUrl"
    ]
    return tuple(dict.fromkeys(link for link in found if link))


def _first(value: Data, name: str, skip: frozenset[str]) -> Any:
    found = (part[name] for part in each_object(value, skip) if part.get(name) is not None)
    return next(found, None)


def other_name(post: Post) -> str | None:
    """What the post's address calls it, where that is not its number."""
    named = post_in(post.url or "")
    return named if named and named != post.id else None
