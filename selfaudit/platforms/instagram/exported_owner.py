"""Whose Instagram export it is: the profile's own words, contact details, picture and switches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from selfaudit.model.noting import ask
from selfaudit.model.snapshot import Image, Owner, Setting
from selfaudit.model.vocabulary import ImageRole, Part
from selfaudit.platforms.exported import Export, fields, words_elsewhere
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.instagram.addresses import SITE
from selfaudit.platforms.instagram.settings import SWITCHES
from selfaudit.platforms.meta.labelled import (
    Value,
    is_address,
    switched,
    told,
    told_addresses,
    told_bio,
    told_lines,
    values_in_rows,
    values_of,
)
from selfaudit.platforms.meta.mending import mended
from selfaudit.platforms.meta.printed import table_in

_FILE = "personal_information"
_OLD_FIELDS = fields(
    "biography datejoined email website gender privateaccount name profilepicurl username dateofbirth",
    "profilepicturechanges phonenumber",
)
_EVERYONE = "Everyone"
_PHOTOS = ("content/profile_photos.json", "media/profile_photos.json")
_HISTORIES = ("profile_privacy_changes", "account_privacy_changes")
_HISTORY_KEY = "account_history_account_privacy_history"
_SWITCHED = {"Switched to private": True, "Switched to public": False}


@dataclass(frozen=True, slots=True)
class Profile:
    """What the export says of its owner; ``private`` is whether only followers see the posts."""

    owner: Owner = field(default_factory=Owner)
    private: bool | None = None
    switches: tuple[Setting, ...] = ()
    images: tuple[Image, ...] = ()


def profile_of(export: Export) -> Profile:
    """The owner, from whichever form of the file is there."""
    old = export.archive.find("profile.json")
    if old and export.archive.find("connections.json", "media.json"):
        return _old(export, mended(export.json(Part.BIO, old[0])))
    files = [name for name in export.archive.find(f"{_FILE}.json") if "/threads/" not in f"/{name}"]
    pages = [name for name in export.archive.find(f"{_FILE}.html") if "/threads/" not in f"/{name}"]
    if files:
        export.note(files, Part.CONTACT)
        return _new(export, mended(export.json(Part.CONTACT, files[0])))
    if pages:
        export.note(pages, Part.CONTACT)
        rows = table_in(export.page(pages[0], Part.CONTACT, Part.BIO))
        return _told(export, values_in_rows(rows), "")
    return Profile()


def _new(export: Export, value: Any) -> Profile:
    record = next(iter(objects(part_of(value, "profile_user"))), None)
    photos = part_of(record, "media_map_data")
    photo = next(iter(photos.values()), None) if isinstance(photos, dict) else None
    return _told(export, values_of(record), text_in(photo, "uri"))


def _told(export: Export, values: list[Value], photo: str) -> Profile:
    handle, private = told(values, "handle"), switched(told(values, "private"))
    last = _last_switched(export)
    private = last if private is None else private
    if values:
        export.find(Part.BIO, f"{_FILE}.*")
    website = told(values, "website")
    owner = Owner(
        name=told(values, "name") or None,
        handle=handle or None,
        bio=told_bio(values),
        emails=told_addresses(values),
        phones=told_lines(values, "phone"),
        links=(website,) if website else (),
        url=f"{SITE}/{handle}/" if handle else None,
    )
    return Profile(owner, private, _private(private), _avatar(export, _shown_photo(export) or photo))


def _last_switched(export: Export) -> bool | None:
    """Whether the account was made private or public the last time, where its record does not tell."""
    names = export.archive.find(*(f"{name}.json" for name in _HISTORIES))
    changes = [mended(item) for item in export.items(Part.SETTINGS, names, _HISTORY_KEY)]
    told_of = [(_time(item), _SWITCHED.get(text_in(item, "title"))) for item in changes]
    return max(told_of, key=lambda one: one[0], default=("", None))[1]


def _time(change: Any) -> str:
    """When it was, such that texts compare as moments do."""
    found = next((value for value in values_of(change) if value.time), None)
    if found:
        ask(found.stated)
    return f"{found.time:%Y%m%d%H%M%S}" if found else ""


def _shown_photo(export: Export) -> str:
    """Where the picture of the profile lies; earlier ones, which the file lists too, nobody is shown."""
    items = export.items(Part.IMAGES, export.archive.find(*_PHOTOS), "ig_profile_picture")
    return next((text_in(item, "uri") for item in items if part_of(item, "is_active_profile") is True), "")


def _avatar(export: Export, place: str) -> tuple[Image, ...]:
    return (Image(str(ImageRole.AVATAR), export.picture(place), ImageRole.AVATAR),) if place else ()


def _private(private: bool | None) -> tuple[Setting, ...]:
    return tuple(SWITCHES.settings({"is_private": private}))


def _old(export: Export, value: Any) -> Profile:
    """The form up to 2020."""
    for part in (Part.BIO, Part.CONTACT):
        export.find(part, "profile.json")
    private = part_of(value, "private_account")
    known = private if isinstance(private, bool) else None
    handle, website = text_in(value, "username"), text_in(value, "website")
    strange = words_elsewhere(value, _OLD_FIELDS)
    held = dict.items(value) if isinstance(value, dict) else ()
    emails = tuple(text_in(value, name) for name, text in held if is_address(text))
    owner = Owner(
        name=text_in(value, "name") or None,
        handle=handle or None,
        bio=text_in(value, "biography") or (None if strange or not isinstance(value, dict) else ""),
        emails=emails,
        links=(website,) if website else (),
        url=f"{SITE}/{handle}/" if handle else None,
    )
    media = mended(export.first(Part.IMAGES, "media.json"))
    photo = next(iter(objects(part_of(media, "profile"))), None)
    switches = (*_private(known), *_commenters(export))
    return Profile(owner, known, switches, _avatar(export, text_in(photo, "path")))


def _commenters(export: Export) -> tuple[Setting, ...]:
    switch = next(switch for switch in SWITCHES.switches if switch.name == "comments")
    chosen = text_in(export.first(Part.SETTINGS, "settings.json"), "allow_comments_from")
    return (SWITCHES.setting(switch, chosen),) if chosen == _EVERYONE else ()
