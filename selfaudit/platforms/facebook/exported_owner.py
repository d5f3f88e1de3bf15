"""Whose Facebook export it is: names, contact details, and what the profile says in fields of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfaudit.model.snapshot import Fact, Owner
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.exported import Export
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.meta.labelled import told, told_lines, values_in_rows
from selfaudit.platforms.meta.mending import mended
from selfaudit.platforms.meta.printed import table_in

_FILE = "profile_information/profile_information"


def owner_of(export: Export) -> Owner:
    """The owner, from whichever form of the file is there; an empty one where none is."""
    names = export.find(Part.CONTACT, f"{_FILE}.json")
    if names:
        return _listed(part_of(mended(export.json(Part.CONTACT, names[0])), "profile_v2"))
    pages = export.find(Part.CONTACT, f"{_FILE}.html")
    return _printed(table_in(export.page(pages[0], Part.CONTACT))) if pages else Owner()


def _listed(profile: Any) -> Owner:
    handle, address = text_in(profile, "username"), text_in(profile, "profile_uri")
    name = part_of(profile, "name")
    parts = (text_in(name, key) for key in ("first_name", "middle_name", "last_name"))
    return Owner(
        name=text_in(name, "full_name") or " ".join(filter(None, parts)) or None,
        handle=handle or None,
        emails=tuple(_texts(part_of(profile, "emails", "emails"))),
        phones=tuple(_inner(part_of(profile, "phone_numbers"), "phone_number")),
        links=tuple(_inner(part_of(profile, "websites"), "address")),
        facts=tuple(_facts(profile)),
        url=address or (f"https://www.facebook.com/{handle}" if handle else None),
    )


def _texts(value: Any) -> list[str]:
    return [text for text in value if isinstance(text, str) and text] if isinstance(value, list) else []


def _inner(value: Any, name: str) -> list[str]:
    return [found for entry in objects(value) if (found := text_in(entry, name))]


def _facts(profile: Any) -> Iterator[Fact]:
    for entry in objects(part_of(profile, "work_experiences")):
        words = ", ".join(filter(None, (text_in(entry, "title"), text_in(entry, "employer"))))
        if words:
            yield Fact("Work", words)
    for entry in objects(part_of(profile, "education_experiences")):
        if text_in(entry, "name"):
            yield Fact("Education", text_in(entry, "name"))
    for key, label in (("current_city", "Lives in"), ("hometown", "From")):
        place = text_in(part_of(profile, key), "name")
        if place:
            yield Fact(label, place)
    status = text_in(part_of(profile, "relationship"), "status")
    if status:
        yield Fact("Relationship", status)


def _printed(rows: list[tuple[str, str]]) -> Owner:
    values = values_in_rows(rows)
    handle = told(values, "handle")
    return Owner(
        name=told(values, "name").split("\n")[0] or None,
        handle=handle or None,
        emails=told_lines(values, "email"),
        phones=told_lines(values, "phone"),
        links=told_lines(values, "website"),
        url=f"https://www.facebook.com/{handle}" if handle else None,
    )
