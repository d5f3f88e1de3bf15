"""What Bluesky's data answers hold: profiles, feed items, people and records of a repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.visit import Visit
from selfaudit.platforms.bluesky.addresses import split_at
from selfaudit.platforms.bluesky.records import POST, PROFILE, as_item, records_in
from selfaudit.platforms.bluesky.rendered import data_of_page, is_page
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import json_of, soup_of

Data = dict[str, Any]
PEOPLE = {"followers": "follower", "follows": "following", "blocks": "blocked", "mutes": "muted"}
_NOT_ITEMS = frozenset({"post", "reason", "reply", "embed", "record", "value"})
_SELF_LABELS = "com.atproto.label.defs#selfLabels"


@dataclass(frozen=True, slots=True)
class Answer:
    """One data answer and the address it came from."""

    url: str
    value: Any


def answers(visits: Iterable[Visit]) -> list[Answer]:
    """Every data answer of these visits, and what their pages show, in the same shape."""
    found: list[Answer] = []
    for visit in visits:
        found += [Answer(answer.url, json_of(answer.body)) for answer in visit.responses]
        pages = [(document, soup_of(document.html)) for document in visit.documents if is_page(document.html)]
        found += [Answer(document.url, data_of_page(soup)) for document, soup in pages]
    return found


def pages(visit: Visit) -> list[BeautifulSoup]:
    """Bluesky's own pages of a visit, as trees."""
    return [soup_of(document.html) for document in visit.documents if is_page(document.html)]


def is_profile(value: Any) -> bool:
    """Whether this describes an account."""
    named = isinstance(value, dict) and bool(text_in(value, "did")) and bool(text_in(value, "handle"))
    return named and "accessJwt" not in value and "availableUserDomains" not in value


def is_session(value: Any) -> bool:
    """Whether this is the answer that tells an app who is signed in."""
    told = isinstance(value, dict) and bool(text_in(value, "did")) and bool(text_in(value, "handle"))
    return told and ("emailConfirmed" in value or "accessJwt" in value)


def profiles_in(answer: Answer) -> Iterator[Data]:
    """The accounts that an answer is about: never those of a list of people."""
    value = answer.value
    if is_profile(value) and not is_session(value):
        yield value
    for name in ("profile", "subject"):
        if is_profile(part_of(value, name)):
            yield value[name]


def items_in(value: Any) -> Iterator[Data]:
    """Every feed item: a post, with why it is in the feed where that is told.

    Posts that are only quoted, or shown as what was replied to, are not items.
    """
    yield from map(as_item, records_in(value, POST))
    waiting = [value]
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting.extend(here)
        elif is_post(here):
            yield {"post": here}
        elif isinstance(here, dict):
            if is_post(here.get("post")):
                yield here
            waiting.extend(inner for name, inner in here.items() if name not in _NOT_ITEMS)


def is_post(value: Any) -> bool:
    """Whether this is a post as feeds carry it."""
    return isinstance(value, dict) and bool(text_in(value, "uri")) and isinstance(value.get("record"), dict)


def people_in(value: Any) -> Iterator[tuple[str, Data]]:
    """Everybody of a list of people, with how they are linked to the owner."""
    for name, relation in PEOPLE.items():
        found = part_of(value, name)
        yield from ((relation, person) for person in objects(found) if is_profile(person))


def hidden_from_strangers(value: Data) -> bool | None:
    """Whether the owner asked apps to show the profile to signed-in people only; ``None``: not told."""
    if part_of(value, "labels", "$type") == _SELF_LABELS:
        labels = objects(part_of(value, "labels", "values"))
    elif "labels" in value or "followersCount" in value or value.get("$type") == PROFILE:
        labels = objects(value.get("labels"))
    else:
        return None
    own = {text_in(value, "did"), ""}
    return any(
        text_in(mark, "val") == "!no-unauthenticated" and text_in(mark, "src") in own for mark in labels
    )


def author_of(post: Data) -> Data:
    """Who wrote a post; where only its address tells, that repository."""
    author = post.get("author")
    if isinstance(author, dict) and (text_in(author, "did") or text_in(author, "handle")):
        return author
    place = split_at(text_in(post, "uri"))
    return {"did": place[0]} if place else {}
