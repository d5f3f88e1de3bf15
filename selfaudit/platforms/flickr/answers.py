"""Flickr's data in one shape, from the registers of its pages and from its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.flickr.contacts import FIELDS, ways_to_reach
from selfaudit.platforms.flickr.models import Data, Registers, plain, registers_on, session_on
from selfaudit.platforms.generic.answers import Answer, answers_of, on_host
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, soup_of, text_of_html

HOST = "flickr.com"
SITE = f"https://www.{HOST}"
UNREADABLE = "photos in a form that this version does not know"
_SIZES = ("o", "k", "h", "b", "l", "c", "z", "m", "n", "s", "t", "q", "sq")


@dataclass(frozen=True, slots=True)
class Person:
    """An account, as far as one place tells of it."""

    id: str | None = None
    alias: str = ""
    username: str = ""
    name: str = ""
    bio: str | None = None
    place: str = ""
    photos: int | None = None
    followers: int | None = None
    following: int | None = None
    avatar: str = ""
    emails: tuple[str, ...] | None = None
    links: tuple[str, ...] | None = None

    @property
    def handle(self) -> str:
        """The name in the account's addresses, or its number where it chose none."""
        return self.alias or self.id or ""

    def same_as(self, other: Person) -> bool:
        """Whether both are one account; by number where both have one."""
        if self.id and other.id:
            return self.id == other.id
        return bool(self.alias) and self.alias.casefold() == other.alias.casefold()


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo with its title and description; ``visible`` is the triple public, friends, family."""

    id: str
    owner: Person | None
    title: str = ""
    description: str = ""
    time: datetime | None = None
    tags: tuple[str, ...] = ()
    visible: tuple[bool | None, bool | None, bool | None] = (None, None, None)
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Flickr, its registers, and what it says of the session."""

    document: Document
    soup: BeautifulSoup
    registers: Registers | None
    session: Data | None


def pages_of(visits: Iterable[Visit]) -> list[Page]:
    """Every page of Flickr."""
    return [page for visit in visits for document in visit.documents if (page := _page(document))]


def _page(document: Document) -> Page | None:
    if not on_host(document.url, HOST) and "modelExport" not in document.html:
        return None
    soup = soup_of(document.html)
    registers = registers_on(soup)
    known = registers is not None and any(name.endswith("-models") for name in registers.main)
    session = session_on(soup)
    return Page(document, soup, registers, session) if known or on_host(document.url, HOST) else None


def answers_in(visits: Sequence[Visit]) -> list[Answer]:
    """Every data answer that is Flickr's."""
    return [answer for answer in answers_of(visits) if is_answer(answer)]


def is_answer(answer: Answer) -> bool:
    """Whether a data answer is Flickr's, by its address or by its shape."""
    photos = objects(part_of(answer.value, "photos", "photo"))
    return (
        on_host(answer.url, HOST)
        or bool(text_in(part_of(answer.value, "person"), "nsid"))
        or bool(text_in(part_of(answer.value, "profile"), "nsid"))
        or any("ispublic" in photo or "farm" in photo for photo in photos)
        or bool(text_in(part_of(answer.value, "photo", "owner"), "nsid"))
        or any("nsid" in one for one in objects(part_of(answer.value, "contacts", "contact")))
    )


def refused(answer: Answer) -> bool:
    """Whether this answer says that Flickr did not give what was asked for."""
    return text_in(answer.value, "stat") == "fail"


def content(value: Any, name: str) -> str:
    """A text that stands bare or under ``_content``."""
    return text_in(value, name) or text_in(part_of(value, name), "_content")


def whole(value: Any) -> int | None:
    """A whole number, also where it is written in digits or stands under ``_content``."""
    found = part_of(value, "_content") if isinstance(value, dict) else value
    if isinstance(found, str) and found.isascii() and found.isdecimal() and len(found) <= 9:  # noqa: PLR2004 - a count
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def person_of(value: Any) -> Person | None:
    """An account from a data answer."""
    number = text_in(value, "nsid", "id")
    if not number:
        return None
    bio = part_of(value, "description")
    stated = part_of(bio, "_content") if isinstance(bio, dict) else bio
    return Person(
        id=number,
        alias=text_in(value, "path_alias", "pathAlias"),
        username=content(value, "username"),
        name=content(value, "realname"),
        bio=text_of_html(stated) if isinstance(stated, str) else None,
        place=content(value, "location"),
        photos=whole(part_of(value, "photos", "count")),
    )


def photo_of(value: Data) -> Photo:
    """A photo from a data answer, of a list or on its own."""
    number = id_in(value)
    if number is None:
        raise ItemUnreadable(UNREADABLE)
    owner = part_of(value, "owner")
    who = person_of(owner) if isinstance(owner, dict) else Person(id=text_in(value, "owner") or None)
    seen = value.get("visibility") if isinstance(value.get("visibility"), dict) else value
    words = part_of(value, "tags", "tag")
    tags = [text_in(tag, "raw", "_content") for tag in objects(words)] or text_in(value, "tags").split()
    return Photo(
        id=number,
        owner=who if who and who.handle else None,
        title=content(value, "title"),
        description=text_of_html(content(value, "description")),
        time=moment_of_seconds(value.get("dateupload"))
        or moment_of_seconds(part_of(value, "dates", "posted")),
        tags=tuple(filter(None, tags)),
        visible=(_flag(seen, "ispublic"), _flag(seen, "isfriend"), _flag(seen, "isfamily")),
        addresses=tuple(dict.fromkeys(url for size in _SIZES if (url := text_in(value, f"url_{size}")))),
    )


def _flag(value: Any, *names: str) -> bool | None:
    found = next((value[name] for name in names if isinstance(value, dict) and name in value), None)
    return {0: False, 1: True, "0": False, "1": True}.get(found) if isinstance(found, int | str) else None


def photos_in(answer: Answer) -> list[Data]:
    """The photos of an answer."""
    one = part_of(answer.value, "photo")
    lists = [part_of(answer.value, name, "photo") for name in ("photos", "photoset")]
    return [
        *([one] if isinstance(one, dict) else []),
        *(photo for found in lists for photo in objects(found)),
    ]


def people_in(answer: Answer) -> list[Data]:
    """Everybody of a list of followed people."""
    return objects(part_of(answer.value, "contacts", "contact"))


def modelled_people(registers: Registers) -> Iterator[Person]:
    """The accounts that a page's registers are about; those of single photos are left to the photos."""
    tell = registers
    counts = next(tell.register("person-contacts-count-models"), {})
    profile = next(tell.register("person-profile-models"), {})
    public = next(tell.register("person-public-profile-models"), {})
    owners = [tell.part(stream, "owner") for stream in tell.register("photostream-models")]
    described = [model for model in (*owners, *tell.register("person-models")) if isinstance(model, dict)]
    for place, model in enumerate(described[:1] if owners else described):
        person = modelled_person(tell, model)
        yield person if place else _completed(tell, person, profile, public, counts)


def _completed(tell: Registers, person: Person, profile: Data, public: Data, counts: Data) -> Person:
    bio = tell.part(public, "profileDescriptionExpanded")
    bio = tell.part(profile, "description") if bio is None else bio
    told = {name: tell.text(profile, name) for name in FIELDS}
    emails, links = ways_to_reach(told) if any(name in profile for name in FIELDS) else (None, None)
    return Person(
        id=person.id,
        alias=person.alias,
        username=person.username,
        name=person.name,
        bio=text_of_html(plain(bio)) if isinstance(bio, str) else None,
        place=tell.text(profile, "location"),
        photos=number_in(profile, "photoCount"),
        followers=number_in(counts, "followerCount"),
        following=number_in(counts, "followingCount"),
        avatar=person.avatar,
        emails=emails,
        links=links,
    )


def modelled_person(tell: Registers, model: Any) -> Person:
    """An account from a register."""
    icon = tell.part(model, "buddyicon")
    address = tell.text(icon, "retina", "large", "medium", "small", "default")
    return Person(
        id=tell.text(model, "id", "nsid") or None,
        alias=tell.text(model, "pathAlias"),
        username=tell.text(model, "username"),
        name=tell.text(model, "realname"),
        avatar=urljoin(SITE, address) if address and "buddyicon.gif" not in address else "",
    )


def modelled_photos(registers: Registers) -> list[tuple[Registers, Data]]:
    """The photos of a page's photostream, and the photo of a photo's own page."""
    rows = [
        row
        for stream in registers.register("photostream-models")
        for row in registers.part(stream, "photoPageList", "_data") or ()
    ]
    models = [model for row in rows if isinstance(model := registers.unpacked(row), dict)]
    return [(registers, model) for model in (*models, *registers.register("photo-models"))]


def modelled_photo(found: tuple[Registers, Data]) -> Photo:
    """A photo from a register."""
    tell, model = found
    number = id_in(model)
    if number is None:
        raise ItemUnreadable(UNREADABLE)
    owner = tell.part(model, "owner")
    who = (
        modelled_person(tell, owner)
        if isinstance(owner, dict)
        else Person(id=tell.text(model, "ownerNsid") or None)
    )
    privacy = next((one for one in tell.register("photo-privacy-models") if id_in(one) == number), model)
    posted = tell.part(model, "stats", "datePosted") or tell.part(model, "datePosted")
    return Photo(
        id=number,
        owner=who if who.handle else None,
        title=tell.text(model, "title"),
        description=text_of_html(tell.text(model, "description")),
        time=moment_of_seconds(posted),
        visible=(_flag(privacy, "isPublic"), _flag(privacy, "isFriend"), _flag(privacy, "isFamily")),
        addresses=tuple(_addresses(tell, model)),
    )


def _addresses(tell: Registers, model: Data) -> Iterator[str]:
    for size in _SIZES:
        address = tell.text(tell.part(model, "sizes", size), "url", "displayUrl")
        if address:
            yield urljoin(SITE, address)


def total_of(registers: Registers) -> int | None:
    """How many photos the photostream counts for whoever looks."""
    for stream in registers.register("photostream-models"):
        for holder in (registers.part(stream, "photoPageList"), stream):
            if (found := number_in(holder, "totalItems")) is not None:
                return found
    return None
