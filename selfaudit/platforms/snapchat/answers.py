"""The data inside Snapchat's public profile page, and what can be told without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document
from selfaudit.platforms.generic.answers import on_host
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import meta, script_json, walk_json

Data = dict[str, Any]
SITE = "https://www.snapchat.com"
_TITLE = re.compile(r"^(?P<name>.+?) \(@(?P<handle>[\w.-]{3,40})\)")
_LAST_SECOND = 4_102_444_800


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose page it is. ``public`` says whether there is a public profile; ``None``: not told."""

    handle: str
    name: str | None = None
    bio: str | None = None
    public: bool | None = None
    link: str | None = None
    place: str | None = None
    picture: str | None = None
    banner: str | None = None
    known_form: bool = True


def is_site(address: str) -> bool:
    """Whether an address is Snapchat's."""
    return on_host(address, "snapchat.com")


def profile_url(handle: str) -> str:
    """The public page of an account."""
    return f"{SITE}/@{handle}"


def props_on(soup: BeautifulSoup) -> Data | None:
    """The data of a profile page; ``None`` where the page has none, or none of a profile."""
    for value in script_json(soup, id="__NEXT_DATA__"):
        props = part_of(value, "props", "pageProps")
        if isinstance(props, dict) and (_is_profile(props) or _is_missing(value)):
            return props
    return None


def _is_profile(props: Data) -> bool:
    """Only Snapchat calls these so; many other sites keep data in the same script."""
    profile = props.get("userProfile")
    return part_of(profile, "publicProfileInfo") is not None or part_of(profile, "userInfo") is not None


def _is_missing(value: Any) -> bool:
    return "[username]" in text_in(value, "page") and "@" in text_in(value, "page")


def profile_of(props: Data) -> Profile | None:
    """The profile that the page's data tells of, in either of its two forms."""
    public = part_of(props, "userProfile", "publicProfileInfo")
    plain = part_of(props, "userProfile", "userInfo")
    if text_in(public, "username"):
        bio = part_of(public, "bio")
        return Profile(
            handle=text_in(public, "username").lower(),
            name=text_in(public, "title") or None,
            bio=bio.strip() if isinstance(bio, str) else None,
            public=True,
            link=text_in(public, "websiteUrl") or None,
            place=text_in(public, "address") or None,
            picture=text_in(public, "profilePictureUrl") or None,
            banner=text_in(public, "squareHeroImageUrl") or None,
        )
    if text_in(plain, "username"):
        name = plain_text(part_of(plain, "displayName"))
        return Profile(text_in(plain, "username").lower(), name or None, bio="", public=False)
    return None


def described_on(soup: BeautifulSoup) -> Profile | None:
    """What the page tells search engines, for a form of its data that is not known."""
    for value in script_json(soup, type="application/ld+json"):
        person = part_of(value, "mainEntity")
        handle = text_in(person, "alternateName", "identifier").lstrip("@").lower()
        if handle:
            return Profile(
                handle,
                text_in(person, "name") or None,
                text_in(person, "description") or None,
                picture=text_in(person, "image") or text_in(part_of(person, "image"), "contentUrl") or None,
                known_form=False,
            )
    found = _TITLE.match(meta(soup, "og:title") or "")
    if found is None:
        return None
    bio = meta(soup, "og:description")
    return Profile(found["handle"].lower(), found["name"], bio, known_form=False)


def plain_text(value: Any) -> str:
    """A text that stands bare or under ``value``, as Snapchat's data has both."""
    return value.strip() if isinstance(value, str) else text_in(value, "value")


def moment_of(value: Any) -> datetime | None:
    """A moment in seconds, bare or under ``value``, as a number or in digits."""
    inner = part_of(value, "value") if isinstance(value, dict) else value
    if isinstance(inner, bool) or not isinstance(inner, str | int) or not str(inner).isascii():
        return None
    seconds = int(inner) if str(inner).isdigit() and len(str(inner)) <= 11 else 0  # noqa: PLR2004 - digits of a second
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < _LAST_SECOND else None


def snaps_in(props: Data) -> Iterator[tuple[str, str, Data]]:
    """Every public snap: where it stands, the title of its collection, and its data."""
    for snap in objects(part_of(props, "story", "snapList")):
        yield "story", "", snap
    for name in ("curatedHighlights", "spotlightHighlights"):
        for collection in objects(props.get(name)):
            title = plain_text(collection.get("storyTitle")) or plain_text(collection.get("title"))
            for snap in objects(collection.get("snapList")):
                yield name, title, snap


def signed_in_name(document: Document, soup: BeautifulSoup) -> str | None:
    """The account that Snapchat's account pages name. A guess: no such page was to be had."""
    if "/accounts" not in document.url or soup.select_one("input[type=password]") is not None:
        return None
    for value in script_json(soup, id="__NEXT_DATA__"):
        for holder in walk_json(value):
            if text_in(holder, "username"):
                return text_in(holder, "username").lower()
    return None
