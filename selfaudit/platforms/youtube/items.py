"""What a channel shows: videos, shorts, playlists and posts, in every generation; and comments.

A channel's front page shows other channels' videos too. Whatever names another channel as its maker is left
out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, walk_json
from selfaudit.platforms.youtube.answers import (
    SITE,
    Data,
    channel_id,
    channels_named,
    each,
    handle_of,
    notes,
    written,
)
from selfaudit.platforms.youtube.channel import addresses_in

VIDEOS = ("videoRenderer", "gridVideoRenderer", "channelVideoPlayerRenderer", "reelItemRenderer")
MODELS = ("lockupViewModel", "shortsLockupViewModel")
PLAYLISTS = ("playlistRenderer", "gridPlaylistRenderer")
NOTICES = ("backstagePostRenderer", "sharedPostRenderer")
_BYLINES = ("shortBylineText", "longBylineText", "ownerText")
_PRIVACY = {"PRIVACY_PRIVATE": Audience.PRIVATE, "PRIVACY_UNLISTED": Audience.CUSTOM}


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner's channel."""

    id: str | None
    handle: str | None

    def is_(self, identity: str | None, handle: str | None = None) -> bool:
        """Whether a channel is the owner's; where both ids are known, they decide."""
        if self.id and identity:
            return self.id == identity
        mine, theirs = (self.handle or "").casefold(), (handle or "").casefold()
        return bool(mine) and mine == theirs


@dataclass(frozen=True, slots=True)
class Raw:
    """One item as a page has it."""

    kind: str
    value: Data


def items_of(answer: Answer, whose: Whose) -> Iterator[Raw]:
    """The owner's own items on a page of the owner's channel."""
    if not whose.is_(channel_id(answer)):
        return
    lists = _is_list_of_playlists(answer)
    kinds = (*VIDEOS, *MODELS, *NOTICES, *(PLAYLISTS if lists else ()))
    for kind, value in each(_body(answer), *kinds):
        playlist = "PLAYLIST" in text_in(value, "contentType") or "PODCAST" in text_in(value, "contentType")
        if (not playlist or lists) and not _made_elsewhere(kind, value, whose):
            yield Raw(kind, value)


def _body(answer: Answer) -> list[Any]:
    names = ("contents", "onResponseReceivedActions", "onResponseReceivedEndpoints", "continuationContents")
    return [part_of(answer.value, name) for name in names]


def _is_list_of_playlists(answer: Answer) -> bool:
    return notes(answer).get("route", "").endswith(".playlists") or answer.path.endswith("/playlists")


def _made_elsewhere(kind: str, value: Data, whose: Whose) -> bool:
    if kind in NOTICES:
        makers = channels_named(value.get("authorEndpoint") or value.get("endpoint"))
    elif kind == "lockupViewModel":
        makers = channels_named(part_of(value, "metadata", "lockupMetadataViewModel", "metadata"))
    else:
        makers = channels_named([value.get(name) for name in _BYLINES])
    return bool(makers) and whose.id not in makers


def post_of(raw: Raw, media: Mapping[str, str]) -> Post:
    """One item as a post."""
    if raw.kind in NOTICES:
        return _notice(raw, media)
    identity, title = identity_of(raw), _title(raw)
    if identity is None:
        raise ItemUnreadable("videos without a number")
    snippet = written(raw.value.get("descriptionSnippet") or raw.value.get("description"))
    return Post(
        id=identity,
        text="\n".join(piece for piece in (title, snippet) if piece),
        audience=_audience(raw.value),
        url=address_of(identity, playlist=_is_playlist(raw)),
        images=_files([_cover(raw)], media),
    )


def images_of(raw: Raw, media: Mapping[str, str]) -> Iterator[Image]:
    """The cover of a video, or the pictures of a post."""
    identity = identity_of(raw)
    pictures = _attached(raw.value) if raw.kind in NOTICES else [_cover(raw)]
    for number, picture in enumerate(picture for picture in pictures if picture):
        if identity:
            yield Image(f"{identity}:{number}", picture.file(media), post=identity, url=picture.url)


def address_of(identity: str, *, playlist: bool = False) -> str:
    """Where an item is watched."""
    return f"{SITE}/playlist?list={identity}" if playlist else f"{SITE}/watch?v={identity}"


def is_video(raw: Raw) -> bool:
    """Whether this is a moving picture."""
    return raw.kind not in NOTICES and not _is_playlist(raw)


def _is_playlist(raw: Raw) -> bool:
    kind = text_in(raw.value, "contentType")
    return raw.kind in PLAYLISTS or "PLAYLIST" in kind or "PODCAST" in kind


def identity_of(raw: Raw) -> str | None:
    """The number of an item, the same on every page."""
    value = raw.value
    found = text_in(value, "videoId", "playlistId", "contentId", "postId")
    if not found and raw.kind == "shortsLockupViewModel":
        ids = (text_in(part_of(holder, "reelWatchEndpoint"), "videoId") for holder in walk_json(value))
        found = next(filter(None, ids), "")
    return found or None


def _title(raw: Raw) -> str:
    value = raw.value
    places = (
        value.get("title"),
        value.get("headline"),
        part_of(value, "metadata", "lockupMetadataViewModel", "title"),
        part_of(value, "overlayMetadata", "primaryText"),
    )
    return next((text for place in places if (text := written(place))), "")


def _cover(raw: Raw) -> Picture | None:
    holder = (
        raw.value.get("thumbnail") or raw.value.get("contentImage") or raw.value.get("thumbnailViewModel")
    )
    addresses = tuple(dict.fromkeys(addresses_in(holder)))
    return Picture(addresses) if addresses else None


def _audience(value: Data) -> Audience:
    """As a badge names it; no badge says nothing."""
    icons = {
        text_in(one.get("icon"), "iconType") for _, one in each(value.get("badges"), "metadataBadgeRenderer")
    }
    names = {text_in(holder, "imageName", "iconName") for holder in walk_json(value.get("badges"))}
    return next((audience for icon, audience in _PRIVACY.items() if icon in icons | names), Audience.UNKNOWN)


def _notice(raw: Raw, media: Mapping[str, str]) -> Post:
    value, identity = raw.value, identity_of(raw)
    if identity is None:
        raise ItemUnreadable("posts without a number")
    choices = [
        written(one.get("text"))
        for _, poll in each(value, "pollRenderer")
        for one in objects(poll.get("choices"))
    ]
    body = written(value.get("contentText") or value.get("content"))
    return Post(
        id=identity,
        text="\n".join(filter(None, (body, *choices))),
        url=f"{SITE}/post/{identity}",
        images=_files(_attached(value), media),
    )


def _attached(value: Data) -> list[Picture]:
    attachment = value.get("backstageAttachment")
    found = [tuple(addresses_in(one)) for _, one in each(attachment, "backstageImageRenderer")]
    return [Picture(addresses) for addresses in found if addresses]


def _files(pictures: Sequence[Picture | None], media: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(file for picture in pictures if picture and (file := picture.file(media)))


def watched(answer: Answer, whose: Whose) -> Post | None:
    """An own video as its own page describes it: whole text, exact time, who may see it."""
    details = part_of(answer.value, "videoDetails")
    about = part_of(answer.value, "microformat", "playerMicroformatRenderer")
    maker = text_in(details, "channelId") or text_in(about, "externalChannelId")
    handle = handle_of(text_in(about, "ownerProfileUrl"))
    identity = text_in(details, "videoId")
    if not identity or not whose.is_(maker, handle):
        return None
    title = text_in(details, "title") or written(part_of(about, "title"))
    text = text_in(details, "shortDescription") or written(part_of(about, "description"))
    return Post(
        id=identity,
        text="\n".join(piece for piece in (title, text) if piece),
        time=moment(part_of(about, "publishDate")),
        audience=_seen_by(details, about),
        url=address_of(identity),
    )


def _seen_by(details: Any, about: Any) -> Audience:
    private, unlisted = part_of(details, "isPrivate"), part_of(about, "isUnlisted")
    if private is True:
        return Audience.PRIVATE
    if unlisted is True:
        return Audience.CUSTOM
    return Audience.PUBLIC if private is False and unlisted is False else Audience.UNKNOWN


def comments_of(answer: Answer, whose: Whose) -> Iterator[Post]:
    """The comments that an answer brings, the owner's and others'."""
    for _, entity in each(answer.value, "commentEntityPayload"):
        properties, author = part_of(entity, "properties"), part_of(entity, "author")
        yield _comment(
            text_in(properties, "commentId"),
            written(part_of(properties, "content")),
            whose.is_(text_in(author, "channelId")),
            text_in(author, "displayName"),
        )
    for _, old in each(answer.value, "commentRenderer"):
        maker = next(iter(channels_named(old.get("authorEndpoint"))), "")
        yield _comment(
            text_in(old, "commentId"),
            written(old.get("contentText")),
            whose.is_(maker),
            written(old.get("authorText")),
        )


def _comment(identity: str, text: str, own: bool, author: str) -> Post:
    parent = identity.partition(".")[0] if "." in identity else None
    return Post(
        id=identity,
        text=text,
        kind=PostKind.COMMENT,
        own=own,
        parent=parent,
        author=None if own else author or None,
    )


def under(comments: Sequence[Post], identity: str | None) -> list[Post]:
    """Comments with the video that they stand under."""
    return [replace(one, parent=one.parent or identity) for one in comments if one.id]
