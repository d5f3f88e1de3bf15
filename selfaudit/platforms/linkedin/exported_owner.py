"""Whose LinkedIn export it is: name, contact details, and what the profile says in fields of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfaudit.model.snapshot import Fact, Owner
from selfaudit.platforms.exported import Export
from selfaudit.platforms.linkedin.exported_tables import (
    EDUCATION,
    EMAILS,
    PHONES,
    POSITIONS,
    PROFILE,
    REGISTRATION,
    rows_of,
)

_LABEL = re.compile(r"^[A-Z_]+:(?=\S)")
_FIELDS = (
    ("geolocation", "Location"),
    ("address", "Address"),
    ("birthdate", "Birthday"),
    ("maidenname", "Former name"),
    ("industry", "Industry"),
    ("twitterhandles", "Twitter"),
    ("instantmessengers", "Messengers"),
)


def name_of(export: Export) -> str | None:
    """The owner's name; LinkedIn's own address of the profile is in none of the files."""
    return _name(next(rows_of(export, PROFILE), {}))


def marks_of(export: Export) -> frozenset[str]:
    """The owner's addresses, with the day of joining, by which one is known who changed them all.

    The day alone marks nobody: it is written in several ways.
    """
    addresses = {f"mailto:{one.casefold()}" for one in _emails(export)}
    joined = {row.get("registeredat", "") for row in rows_of(export, REGISTRATION)}
    return frozenset(addresses | (joined - {""}) if addresses else ())


def owner_of(export: Export) -> Owner:
    """The owner; ``bio`` is ``None`` where the profile's file is not there."""
    profile = next(rows_of(export, PROFILE), {})
    phones = (_phone(row) for row in rows_of(export, PHONES))
    return Owner(
        name=_name(profile),
        bio="\n".join(filter(None, (profile.get("headline"), profile.get("summary")))) if profile else None,
        emails=tuple(dict.fromkeys(_emails(export))),
        phones=tuple(dict.fromkeys(filter(None, phones))),
        links=tuple(_each(profile.get("websites", ""))),
        facts=(*_fields(profile), *_career(export)),
    )


def _emails(export: Export) -> Iterator[str]:
    return filter(None, (row.get("emailaddress") for row in rows_of(export, EMAILS)))


def _name(row: dict[str, str]) -> str | None:
    return " ".join(filter(None, (row.get("firstname"), row.get("lastname")))) or None


def _phone(row: dict[str, str]) -> str:
    number, extension = row.get("number") or row.get("phonenumber", ""), row.get("extension", "")
    return f"{number} ext. {extension}" if number and extension else number


def _each(listed: str) -> list[str]:
    """The entries of a field that holds several, with or without brackets and labels."""
    pieces = re.split(r"[\s,]+", listed.strip().removeprefix("[").removesuffix("]"))
    return [found for piece in pieces if (found := _LABEL.sub("", piece))]


def _fields(profile: dict[str, str]) -> Iterator[Fact]:
    for column, label in _FIELDS:
        value = profile.get(column, "").removeprefix("[").removesuffix("]")
        if value:
            yield Fact(label, value)


def _career(export: Export) -> Iterator[Fact]:
    for row in rows_of(export, POSITIONS):
        yield from _fact("Work", row, "title", "companyname", "description")
    for row in rows_of(export, EDUCATION):
        yield from _fact("Education", row, "degreename", "schoolname", "notes")
    for row in rows_of(export, REGISTRATION):
        yield from _fact("Member since", row, "registeredat")


def _fact(label: str, row: dict[str, str], *columns: str) -> Iterator[Fact]:
    words = ", ".join(filter(None, (row.get(column) for column in columns)))
    if words:
        yield Fact(label, words)
