"""Documents that somebody shared, as SlideShare's, Issuu's and Scribd's pages carry them for machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document
from selfaudit.model.vocabulary import Audience
from selfaudit.platforms.generic.answers import host_of, path_of
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import absolute, json_of, meta, script_json, soup_of, walk_json
from selfaudit.platforms.website.linked_data import DOCUMENTS, kinds_of

HOSTS = ("slideshare.net", "issuu.com", "scribd.com")
_NAMES = frozenset({"slideshare", "issuu", "scribd"})
_TYPES = DOCUMENTS | {"Book", "CreativeWork", "PublicationIssue", "Article"}
_PUSHED = re.compile(r"self\.__next_f\.push\(\[\d+,\s*(\"(?:[^\"\\]|\\.)*\")\]\)")
_INITIAL = re.compile(r"initialDocumentData\s*[:=]\s*")
_LONE_ZONE = re.compile(r"\s+UTC$")
_PRIVACY = {
    "private": Audience.PRIVATE,
    "unlisted": Audience.CUSTOM,
    "link": Audience.CUSTOM,
    "public": Audience.PUBLIC,
}


@dataclass(frozen=True, slots=True)
class Deck:
    """One shared document: what its owner wrote about it, never what is written in it."""

    id: str
    title: str = ""
    description: str = ""
    owner: str | None = None
    owner_name: str | None = None
    time: datetime | None = None
    audience: Audience = Audience.UNKNOWN
    url: str | None = None
    cover: str | None = None


@dataclass(frozen=True, slots=True)
class Uploader:
    """Somebody whose page of documents this is."""

    handle: str
    name: str | None = None
    bio: str | None = None
    url: str | None = None
    photo: str | None = None
    documents: int | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one page shows; ``uploader`` where it is somebody's page."""

    uploader: Uploader | None = None
    decks: tuple[Deck, ...] = ()


def is_shelf(document: Document) -> bool:
    """Whether the page is of a site for sharing documents, or says itself that it shows one."""
    soup = soup_of(document.html)
    return _host(soup, document.url) is not None or bool(_shelf(soup, document.url).decks)


def shelf_of(document: Document) -> Shelf:
    """The documents that a page shows: its own data first, then its linked data, then its head."""
    return _shelf(soup_of(document.html), document.url)


def _shelf(soup: BeautifulSoup, url: str) -> Shelf:
    values = list(_values(soup))
    uploader = next((found for value in values if (found := _uploader(value, url))), None)
    decks = [deck for value in values for one in walk_json(value) if (deck := _deck(one, url))]
    decks = decks or list(_linked(soup, url)) or list(_head(soup, url))
    return Shelf(uploader, tuple({deck.id: deck for deck in reversed(decks)}.values())[::-1])


def _host(soup: BeautifulSoup, url: str) -> str | None:
    """The site, as the address or the page's own head names it."""
    canonical = soup.select_one("link[rel~='canonical'][href]")
    stated = (url, meta(soup, "og:url") or "", str(canonical["href"]) if canonical else "")
    for address in stated:
        host = host_of(address)
        found = next((name for name in HOSTS if host == name or host.endswith(f".{name}")), None)
        if found:
            return found
    named = (meta(soup, "og:site_name") or "").casefold()
    return f"{named}.com" if named in _NAMES else None


def _values(soup: BeautifulSoup) -> Iterator[Any]:
    """The data that the page was drawn from."""
    yield from script_json(soup, id="__NEXT_DATA__")
    for script in soup.find_all("script", src=False):
        text = script.get_text()
        for pushed in _PUSHED.finditer(text):
            inner = json_of(pushed[1])
            value = _inner(inner) if isinstance(inner, str) else None
            if value is not None:
                yield value
        found = _INITIAL.search(text)
        value = _inner(text[found.end() :]) if found else None
        if value is not None:
            yield value


def _inner(text: str) -> Any:
    """The first JSON object in a piece of script, whatever follows it."""
    from json import JSONDecoder

    begin = text.find("{")
    try:
        return JSONDecoder(strict=False).raw_decode(text, begin)[0] if begin >= 0 else None
    except (ValueError, RecursionError):
        return None


def _deck(one: dict[str, Any], url: str) -> Deck | None:
    """One document in a page's data: SlideShare's slideshow, Issuu's document."""
    counted = any(name in one for name in ("totalSlides", "pageCount", "page_count", "numPages"))
    owner = text_in(one, "username", "ownerUsername", "owner_username") or text_in(one.get("user"), "login")
    identity = id_in(one) or id_in(one, "documentId") or text_in(one, "slug", "documentName")
    title = text_in(one, "title")
    if not counted or not identity or not title:
        return None
    written = text_in(one, "createdAt", "publishDate", "published", "created", "uploadDate")
    address = text_in(one, "url", "canonicalUrl", "strippedTitle") or None
    return Deck(
        id=identity,
        title=title,
        description=text_in(one, "description"),
        owner=owner or None,
        owner_name=text_in(one.get("user"), "name") or None,
        time=moment(_LONE_ZONE.sub("+00:00", written)),
        audience=_audience(one),
        url=absolute(url, address) if address and ("/" in address) else None,
        cover=absolute(url, text_in(one, "thumbnail", "thumbnailUrl", "coverUrl") or None),
    )


def _audience(one: dict[str, Any]) -> Audience:
    for name in ("private", "isPrivate"):
        if one.get(name) is True:
            return Audience.PRIVATE
    return _PRIVACY.get(text_in(one, "access", "privacy", "visibility").casefold(), Audience.UNKNOWN)


def _uploader(value: Any, url: str) -> Uploader | None:
    """Whose page it is, where the page's data has a person beside a list of documents."""
    props = part_of(value, "props", "pageProps")
    for name in ("user", "profile", "publisher", "profileUser"):
        user = part_of(props, name) or part_of(value, name)
        handle = text_in(user, "login", "username")
        if handle and not isinstance(part_of(props, "slideshow"), dict):
            return Uploader(
                handle,
                text_in(user, "name", "displayName") or None,
                text_in(user, "description", "bio", "summary"),
                url if "://" in url else None,
                absolute(url, text_in(user, "photo", "avatar", "photoUrl") or None),
                _counted(user),
            )
    return None


def _counted(user: Any) -> int | None:
    for name in ("slideshowCount", "documentCount", "numDocuments"):
        found = part_of(user, name)
        if isinstance(found, int) and not isinstance(found, bool):
            return found
    return None


def _linked(soup: BeautifulSoup, url: str) -> Iterator[Deck]:
    """Documents in linked data; an article or a book only on a site for documents."""
    known = _TYPES if _host(soup, url) else DOCUMENTS
    for value in script_json(soup, type="application/ld+json"):
        for one in walk_json(value):
            title = text_in(one, "name", "headline")
            if not kinds_of(one) & known or not title:
                continue
            authors = [
                *objects([one.get("author")]),
                *objects([one.get("creator")]),
                *objects(one.get("author")),
            ]
            author = next(iter(authors), {})
            written = text_in(one, "datePublished", "dateCreated", "uploadDate")
            address = absolute(url, text_in(one, "url", "@id") or None)
            yield Deck(
                id=path_of(address) or title,
                title=title,
                description=text_in(one, "description"),
                owner=path_of(text_in(author, "url")).strip("/") or None,
                owner_name=text_in(author, "name") or None,
                time=moment(_LONE_ZONE.sub("+00:00", written)),
                url=address,
                cover=absolute(url, text_in(one, "thumbnailUrl") or text_in(one.get("image"), "url") or None),
            )


def _head(soup: BeautifulSoup, url: str) -> Iterator[Deck]:
    """What is left: the head of a document's page."""
    title = meta(soup, "og:title")
    address = absolute(url, meta(soup, "og:url"))
    if (
        title
        and address
        and _host(soup, url)
        and re.search(r"/(?:slideshow|docs?|document|presentation)/", address)
    ):
        yield Deck(
            path_of(address),
            title,
            meta(soup, "og:description") or "",
            owner_name=meta(soup, "author"),
            url=address,
            cover=absolute(url, meta(soup, "og:image")),
        )
