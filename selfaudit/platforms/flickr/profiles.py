"""What an account tells of itself on Flickr's "About" page, as a documented answer carries it."""

from __future__ import annotations

from typing import Any

from selfaudit.platforms.flickr.answers import Person, content
from selfaudit.platforms.flickr.contacts import FIELDS, ways_to_reach
from selfaudit.platforms.generic.values import part_of, text_in
from selfaudit.platforms.reading import text_of_html


def profile_of(value: Any) -> Person | None:
    """What an account tells of itself on its "About" page, from a data answer."""
    number = text_in(value, "nsid", "id")
    if not number or not isinstance(value, dict):
        return None
    bio = content(value, "profile_description") or part_of(value, "profile_description")
    place = ", ".join(filter(None, (content(value, "city"), content(value, "country"))))
    emails, links = ways_to_reach({name: content(value, name) for name in FIELDS})
    return Person(
        id=number,
        name=" ".join(filter(None, (content(value, "first_name"), content(value, "last_name")))),
        bio=text_of_html(bio) if isinstance(bio, str) else None,
        place=place,
        emails=emails,
        links=links,
    )
