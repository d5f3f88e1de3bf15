"""TikTok's profile as it stands on the screen, for pages saved without their scripts.

Read by the ``data-e2e`` names that TikTok gives its parts (seen in a page of December 2025); the numbers of
posts stand in their addresses. Tiles carry no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from selfaudit.model.visit import Document
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.generic.markup import Picture, picture_of, written_text
from selfaudit.platforms.reading import absolute, meta, visible_text

_POST = re.compile(r"/@([\w.]+)/(video|photo)/(\d+)")
_PROFILE = re.compile(r"^/@([\w.]+)/?$")
_CREDIT = re.compile(r"(?:\A|\s+)created by .+? with .+\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tile:
    """One post on the profile's grid."""

    id: str
    handle: str
    url: str
    text: str
    photos: bool
    cover: Picture | None


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a profile."""

    handle: str
    name: str
    bio: str | None
    link: str | None
    avatar: Picture | None


def named(soup: BeautifulSoup, name: str) -> Tag | None:
    """The part of the page that TikTok calls so."""
    return soup.select_one(f'[data-e2e="{name}"]')


def head_of(soup: BeautifulSoup, url: str) -> Head | None:
    """The top of the profile, or ``None`` where the page shows none."""
    handle = visible_text(named(soup, "user-title")).lstrip("@")
    if not handle:
        return None
    bio, picture = named(soup, "user-bio"), named(soup, "user-avatar")
    image = picture.find("img") if picture else None
    return Head(
        handle=handle,
        name=visible_text(named(soup, "user-subtitle")),
        bio=written_text(bio) if bio else None,
        link=visible_text(named(soup, "user-link")) or None,
        avatar=picture_of(image, url) if isinstance(image, Tag) else None,
    )


def tiles_of(soup: BeautifulSoup, url: str) -> Iterator[Tile]:
    """Every post of the grid, each once."""
    seen: set[str] = set()
    for anchor in soup.select('[data-e2e="user-post-item"] a[href]'):
        address = absolute(url, str(anchor["href"]))
        found = _POST.search(address or "")
        if address and found and found[3] not in seen:
            seen.add(found[3])
            image = anchor.find("img")
            cover = picture_of(image, url) if isinstance(image, Tag) else None
            text = _CREDIT.sub("", cover.caption or "") if cover else ""
            yield Tile(found[3], found[1], address, text.strip(), found[2] == "photo", cover)


def handle_in(document: Document, soup: BeautifulSoup) -> str | None:
    """Whose profile a page is, by its address."""
    for address in (document.url, meta(soup, "og:url") or ""):
        found = _PROFILE.match(path_of(address)) or _POST.match(path_of(address))
        if found:
            return found[1]
    return None


def signed_in_handle(soup: BeautifulSoup) -> str | None:
    """Whose profile the page's own menu leads to; signed out it leads nowhere."""
    menu = named(soup, "nav-profile")
    found = _PROFILE.match(path_of(str(menu.get("href", "")))) if menu else None
    return found[1] if found else None


def offers_sign_in(soup: BeautifulSoup) -> bool:
    """Whether the page offers to sign in, as it does to strangers only."""
    return named(soup, "top-login-button") is not None
