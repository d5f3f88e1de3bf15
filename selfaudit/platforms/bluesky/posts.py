"""Feed items become posts: own words apart from what was only passed on, and from others' replies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.bluesky.addresses import SITE, made_at, split_at
from selfaudit.platforms.bluesky.answers import Data, author_of
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment, moment_in_utc
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, absolute


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner, as posts name them; addresses name either the id or the handle."""

    did: str
    handle: str

    def is_(self, account: Any) -> bool:
        """Whether this account is the owner's. An id decides; handles count where one has no id."""
        did, handle = text_in(account, "did"), text_in(account, "handle")
        if did and self.did:
            return did == self.did
        return bool(handle) and handle.casefold() == self.handle.casefold()

    def keeps(self, uri: str) -> bool:
        """Whether this record lies in the owner's repository."""
        place = split_at(uri)
        return place is not None and place[0] in {self.did, self.handle}


def concerns(item: Data, whose: Whose) -> bool:
    """Whether an item belongs to the profile: by the owner, reposted by them, or a reply to them."""
    replied = text_in(part_of(item, "post", "record", "reply", "parent"), "uri")
    return whose.is_(author_of(item["post"])) or _reposted(item, whose) or whose.keeps(replied)


def _reposted(item: Data, whose: Whose) -> bool:
    return whose.is_(part_of(item, "reason", "by"))


def post_of(item: Data, whose: Whose, media: Mapping[str, str]) -> Post:
    """One feed item as a post."""
    post, place = item["post"], split_at(text_in(item["post"], "uri"))
    if place is None:
        raise ItemUnreadable("posts without an address")
    author, record, key = author_of(post), post["record"], place[2]
    own, parent = whose.is_(author), split_at(text_in(part_of(record, "reply", "parent"), "uri"))
    named = text_in(author, "handle") or place[0]
    return Post(
        id=key if own else f"{named}/{key}",
        text=text_in(record, "text"),
        kind=_kind(item, whose, own),
        own=own,
        time=moment(record.get("createdAt")) or made_at(key) or moment_in_utc(record.get("createdAt")),
        audience=Audience.PUBLIC,
        url=f"{SITE}/profile/{named}/post/{key}",
        images=tuple(file for picture in pictures(post, whose) if (file := picture.file(media)))
        if own
        else (),
        links=_links(post),
        parent=parent[2] if parent else None,
        author=None if own else named,
    )


def images_of(item: Data, whose: Whose, media: Mapping[str, str]) -> Iterator[Image]:
    """The pictures of an own post; others' pictures are not taken along."""
    post, place = item["post"], split_at(text_in(item["post"], "uri"))
    if place is not None and whose.is_(author_of(post)):
        for picture in pictures(post, whose):
            name = picture.key.rsplit("/", 1)[-1].partition("@")[0]
            yield Image(name, picture.file(media), post=place[2], url=picture.url, caption=picture.caption)


def pictures(post: Data, whose: Whose) -> Iterator[Picture]:
    """The pictures that a post carries itself; those of a quoted post are somebody else's."""
    shown = objects(part_of(post, "shown", "pictures"))
    own = [picture for picture in shown if f"/{whose.did}/" in text_in(picture, "fullsize")]
    direct, beside = part_of(post, "embed", "images"), part_of(post, "embed", "media", "images")
    for picture in (*own, *objects(direct), *objects(beside)):
        addresses = tuple(found for name in ("fullsize", "thumb") if (found := text_in(picture, name)))
        if addresses:
            yield Picture(addresses, text_in(picture, "alt") or None)


def _kind(item: Data, whose: Whose, own: bool) -> PostKind:
    if not own:
        return PostKind.REPOST if _reposted(item, whose) else PostKind.COMMENT
    answered = text_in(part_of(item, "post", "record", "reply", "parent"), "uri")
    return PostKind.REPLY if answered and not whose.keeps(answered) else PostKind.POST


def _links(post: Data) -> tuple[str, ...]:
    features = [
        mark for facet in objects(post["record"].get("facets")) for mark in objects(facet.get("features"))
    ]
    found = [text_in(mark, "uri") for mark in features]
    for path in (("embed",), ("embed", "media")):
        found += [text_in(part_of(post["record"], *path, "external"), "uri")]
    shown = part_of(post, "shown", "links") or []
    outward = [link for link in shown if not link.startswith(("/hashtag/", "/profile/"))]
    every = [*found, *(absolute(SITE, link) for link in outward)]
    return tuple(dict.fromkeys(link for link in every if link))
