"""The top of a channel: who it is, what it says of itself, its pictures, and who was signed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import parse_qs, urlsplit

from selfaudit.model.snapshot import Fact, Image, Owner
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import ImageRole
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import walk_json
from selfaudit.platforms.youtube.answers import (
    SITE,
    channel_id,
    each,
    handle_of,
    logged_in,
    metadata,
    notes,
    written,
)


def handle_in(answer: Answer) -> str | None:
    """The channel's handle, as any generation of its page has it."""
    about, header = metadata(answer), part_of(answer.value, "header")
    owners = part_of(about, "ownerUrls")
    addresses = [text_in(about, "vanityChannelUrl"), *(owners if isinstance(owners, list) else [])]
    old = part_of(header, "c4TabbedHeaderRenderer", "channelHandleText")
    rows = [
        written(part.get("text")) for one in walk_json(header) for part in objects(one.get("metadataParts"))
    ]
    shown = [text for text in (written(old), *rows) if text.startswith("@")]
    return next(
        (found for one in (*addresses, *(f"/{text}" for text in shown)) if (found := handle_of(str(one)))),
        None,
    )


def is_channel(answer: Answer) -> bool:
    """Whether this is the page of a channel, with its top."""
    return channel_id(answer) is not None and isinstance(metadata(answer), dict)


def is_owners_view(answer: Answer) -> bool:
    """Whether YouTube showed this channel to its own owner: it says so, or offers its workshop for it."""
    identity = channel_id(answer)
    if identity is None or logged_in(answer) is False:
        return False
    if notes(answer).get("is_owner") == "true":
        return True
    workshop = f"studio.youtube.com/channel/{identity}"
    buttons = [one for _, one in each(part_of(answer.value, "header"), "buttonRenderer", "buttonViewModel")]
    return any(workshop in text_in(one, "url") for one in walk_json(buttons))


def proven(answer: Answer) -> Account:
    """The account whose channel YouTube showed as the signed-in person's own."""
    identity, handle = channel_id(answer), handle_in(answer)
    return Account(
        handle=handle or identity or "",
        proof=f"YouTube showed the channel {handle or identity} as the signed-in person's own.",
        id=identity,
        name=text_in(metadata(answer), "title") or None,
        url=f"{SITE}/channel/{identity}",
    )


def owner_of(tops: Sequence[Answer], identity: str | None, handle: str | None) -> Owner:
    """Name, description, links and country."""
    titles = [text_in(metadata(answer), "title") for answer in tops]
    bios = [found for answer in tops if isinstance(found := part_of(metadata(answer), "description"), str)]
    links = [link for answer in tops for link in _links(answer)]
    countries = [text_in(one, "country") for answer in tops for _, one in each(answer.value, *_ABOUT)]
    places = tuple(dict.fromkeys(filter(None, countries)))
    handles = [found for answer in tops if (found := handle_in(answer))]
    return Owner(
        name=next(filter(None, titles), None),
        handle=next(iter(handles), handle),
        bio=bios[0].strip() if bios else None,
        links=tuple(dict.fromkeys(links)),
        facts=tuple(Fact("country", place) for place in places[:1]),
        url=f"{SITE}/channel/{identity}" if identity else None,
    )


_ABOUT = ("aboutChannelViewModel", "channelAboutFullMetadataRenderer")


def _links(answer: Answer) -> Iterator[str]:
    """The links beside the description; each leads over YouTube's own way out, which is taken off."""
    for _, link in each(answer.value, "channelExternalLinkViewModel"):
        yield _target(link) or written(link.get("link"))
    for _, first in each(
        part_of(answer.value, "header"), "attributionViewModel", "channelHeaderLinksViewModel"
    ):
        shown = first.get("text") or first.get("firstLink")
        if written(shown):
            yield _target(shown) or written(shown)


def _target(value: object) -> str | None:
    for holder in walk_json(value):
        address = text_in(holder, "url")
        if "/redirect?" in address:
            try:
                return parse_qs(urlsplit(address).query).get("q", [None])[0]
            except ValueError:
                return None
    return None


def more_links(tops: Sequence[Answer]) -> bool:
    """Whether there are links that only a click shows."""
    headers = [part_of(answer.value, "header") for answer in tops]
    kinds = ("attributionViewModel", "channelHeaderLinksViewModel")
    hidden = any("suffix" in one or "more" in one for header in headers for _, one in each(header, *kinds))
    listed = any(True for answer in tops for _ in each(answer.value, "aboutChannelViewModel"))
    return hidden and not listed


def pictures_of(tops: Sequence[Answer], media: Mapping[str, str]) -> Iterator[Image]:
    """The channel's own picture and its banner."""
    faces, banners = [], []
    for answer in tops:
        header = part_of(answer.value, "header")
        old = part_of(header, "c4TabbedHeaderRenderer")
        faces += [part_of(metadata(answer), "avatar"), part_of(old, "avatar")]
        faces += [one for _, one in each(header, "decoratedAvatarViewModel")]
        banners += [part_of(old, "banner"), *(one for _, one in each(header, "imageBannerViewModel"))]
    for role, holders in ((ImageRole.AVATAR, faces), (ImageRole.BANNER, banners)):
        addresses = tuple(dict.fromkeys(address for holder in holders for address in addresses_in(holder)))
        if addresses:
            yield Image(str(role), Picture(addresses).file(media), role, url=addresses[0])


def addresses_in(value: object) -> Iterator[str]:
    """The addresses of a picture in every size."""
    for holder in walk_json(value):
        for name in ("thumbnails", "sources"):
            for size in objects(holder.get(name)):
                if text_in(size, "url").startswith(("http", "//")):
                    address = text_in(size, "url")
                    yield f"https:{address}" if address.startswith("//") else address
