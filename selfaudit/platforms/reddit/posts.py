"""Reddit's posts and comments: own words apart from what was passed on and from what others said."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment, moment_of_seconds
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, absolute, soup_of
from selfaudit.platforms.reddit.answers import COMMENT, SITE, Data, fullname

_AUDIENCES = {
    "public": Audience.PUBLIC,
    "user": Audience.PUBLIC,
    "restricted": Audience.PUBLIC,
    "archived": Audience.PUBLIC,
    "gold_restricted": Audience.CUSTOM,
    "gold_only": Audience.CUSTOM,
    "employees_only": Audience.CUSTOM,
    "private": Audience.CUSTOM,
}
_GONE = frozenset({"[deleted]", "[removed]", "[ Removed by Reddit ]"})


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner; a name on Reddit is never given to anybody else."""

    name: str
    id: str | None = None

    def goes_by(self, name: str) -> bool:
        """Whether this is the owner's name."""
        return bool(name) and name.casefold() == self.name.casefold()

    def wrote(self, thing: Data) -> bool:
        """Whether the owner wrote this; where both ids are known, they decide."""
        other = text_in(thing, "author_fullname").removeprefix("t2_")
        if self.id and other:
            return self.id.removeprefix("t2_") == other
        return self.goes_by(text_in(thing, "author"))


@dataclass(frozen=True, slots=True)
class Thing:
    """A post or comment with what has to be known to read it."""

    kind: str
    data: Data
    escaped: bool

    def text(self, name: str) -> str:
        """A text, as it was written: data answers may carry it with its signs written out."""
        found = text_in(self.data, name)
        plain = html.unescape(found) if self.escaped else found
        return "" if plain in _GONE else plain

    @property
    def id(self) -> str | None:
        """The same everywhere."""
        return fullname(self.kind, self.data)


def post_of(thing: Thing, whose: Whose, media: Mapping[str, str]) -> Post:
    """One post or comment."""
    identity = thing.id
    if identity is None or identity in {f"{thing.kind}_", thing.kind}:
        raise ItemUnreadable("posts without a number")
    passed_on = _passed_on(thing)
    own = whose.wrote(thing.data) and passed_on is None
    pictures = pictures_of(thing) if own else ()
    return Post(
        id=identity,
        text=passed_on if passed_on is not None else _text(thing),
        kind=_kind(thing, passed_on),
        own=own,
        time=_time(thing.data),
        audience=_AUDIENCES.get(text_in(thing.data, "subreddit_type"), Audience.UNKNOWN),
        url=absolute(SITE, text_in(thing.data, "permalink") or None),
        images=tuple(file for picture in pictures if (file := picture.file(media))),
        links=_links(thing) if own else (),
        parent=text_in(thing.data, "parent_id", "link_id") or None,
        author=None if own else _author(thing),
    )


def images_of(thing: Thing, media: Mapping[str, str]) -> Iterator[Image]:
    """The pictures of an own post."""
    for number, picture in enumerate(pictures_of(thing) if thing.id else ()):
        yield Image(f"{thing.id}:{number}", picture.file(media), post=thing.id, url=picture.url)


def _kind(thing: Thing, passed_on: str | None) -> PostKind:
    if thing.kind == COMMENT:
        return PostKind.COMMENT
    return PostKind.POST if passed_on is None else PostKind.REPOST


def _author(thing: Thing) -> str | None:
    """Who wrote it: of what was passed on, the writer of the first post."""
    first = objects(thing.data.get("crosspost_parent_list"))
    return text_in(first[0] if first else thing.data, "author") or None


def _passed_on(thing: Thing) -> str | None:
    """The words of a post that was only passed on; ``None`` where the owner's own title stands above it."""
    first = objects(thing.data.get("crosspost_parent_list"))
    if not first:
        return None
    inner = Thing(thing.kind, first[0], thing.escaped)
    return _text(inner) if inner.text("title") == thing.text("title") else None


def _text(thing: Thing) -> str:
    choices = [text_in(one, "text") for one in objects(part_of(thing.data, "poll_data", "options"))]
    pieces = (
        [thing.text("body")]
        if thing.kind == COMMENT
        else [thing.text("title"), thing.text("selftext"), *choices]
    )
    return "\n".join(piece for piece in pieces if piece)


def _time(data: Data) -> Any:
    return moment_of_seconds(data.get("created_utc")) or moment(data.get("created"))


def _links(thing: Thing) -> tuple[str, ...]:
    """Addresses in the text, and the one that a link post is about."""
    body = soup_of(html.unescape(text_in(thing.data, "selftext_html", "body_html")))
    found = [str(anchor["href"]) for anchor in body.select("a[href]")]
    kept = thing.data.get("links")
    found += [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []
    about = text_in(thing.data, "url") if thing.data.get("is_self") is False else ""
    addresses = (absolute(SITE, one) for one in (*found, about) if one)
    return tuple(dict.fromkeys(one for one in addresses if one))


def pictures_of(thing: Thing) -> tuple[Picture, ...]:
    """The pictures of a post: a gallery, one picture, or what a page showed."""
    gallery = part_of(thing.data, "media_metadata")
    many = [_sizes(one) for one in gallery.values()] if isinstance(gallery, dict) else []
    if not many and text_in(thing.data, "post_hint") == "image":
        previews = objects(part_of(thing.data, "preview", "images"))[:1]
        shown = [html.unescape(text_in(part_of(one, "source"), "url")) for one in previews]
        many = [tuple(filter(None, (text_in(thing.data, "url"), *shown)))]
    listed = thing.data.get("pictures")
    many += [(one,) for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
    return tuple(Picture(addresses) for addresses in many if addresses)


def _sizes(entry: Any) -> tuple[str, ...]:
    sizes = [part_of(entry, "s"), *reversed(objects(part_of(entry, "p")))]
    return tuple(html.unescape(found) for size in sizes if (found := text_in(size, "u", "gif")))
