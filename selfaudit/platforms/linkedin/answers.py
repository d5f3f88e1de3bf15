"""LinkedIn's own data: who is signed in. Profiles in it are a bonus; since 2026 LinkedIn often sends none.

The shape follows published readers of LinkedIn's data; none of it was seen by us.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.linkedin.shown import Profile
from selfaudit.platforms.reading import json_of


def data_on(soup: BeautifulSoup) -> Iterator[Any]:
    """The data that a page carries for its own use."""
    for code in soup.find_all("code"):
        value = json_of(code.get_text())
        if isinstance(value, dict):
            yield value


def signed_in(value: Any) -> Profile | None:
    """Who is signed in, by the answer that tells the page so."""
    for data in (value, part_of(value, "data")):
        if part_of(data, "plainId") is not None:
            lone = part_of(data, "miniProfile")
            named = text_in(data, "*miniProfile")
            kept = [
                one
                for one in objects(part_of(value, "included"))
                if named and text_in(one, "entityUrn") == named
            ]
            for record in [lone, *kept]:
                found = member(record)
                if found:
                    return found
    return None


def member(record: Any) -> Profile | None:
    """The member that a record describes."""
    slug = text_in(record, "publicIdentifier")
    if not slug:
        return None
    name = " ".join(filter(None, (text_in(record, "firstName"), text_in(record, "lastName"))))
    summary = part_of(record, "summary")
    return Profile(
        slug=slug,
        name=name or None,
        headline=text_in(record, "headline", "occupation") or None,
        about=summary.strip() if isinstance(summary, str) else None,
    )


def members_in(value: Any) -> Iterator[Profile]:
    """Every whole profile in an answer; short ones are of people in lists."""
    for record in (value, part_of(value, "data"), *objects(part_of(value, "included"))):
        found = member(record) if isinstance(part_of(record, "headline"), str) else None
        if found:
            yield found
