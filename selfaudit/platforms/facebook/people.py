"""Friends and followers as Facebook's data lists them (a published shape; no real list was to be had)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Connection
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.facebook.addresses import names_in, tab_in
from selfaudit.platforms.facebook.stories import Whose
from selfaudit.platforms.generic.embedded import Stretch, each_object
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.meta.answers import Answer
from selfaudit.platforms.meta.media import Data
from selfaudit.platforms.reading import GapLog, ItemUnreadable

RELATIONS = {
    "friends": "friend",
    "friends_all": "friend",
    "friends_recent": "friend",
    "followers": "follower",
    "following": "following",
}


@dataclass(frozen=True, slots=True)
class List:
    """One stretch of a list of people: how they are linked to the owner, the people, and where it stands."""

    relation: str
    people: tuple[Data, ...]
    stretch: Stretch


def lists_in(answer: Answer, whose: Whose) -> Iterator[List]:
    """Each list of people on the owner's own page."""
    relation = RELATIONS.get(tab_in(answer.page))
    if relation is None or not answer.holds("pageItems") or not whose.is_({"url": answer.page}):
        return
    for part in each_object(answer.values):
        listed = part.get("pageItems")
        if isinstance(listed, dict):
            people = [
                edge["node"] for edge in objects(listed.get("edges")) if isinstance(edge.get("node"), dict)
            ]
            yield List(relation, tuple(people), _stretch(answer, listed))


def _stretch(answer: Answer, listed: Data) -> Stretch:
    info = listed.get("page_info")
    more = part_of(info, "has_next_page")
    asked = text_in(answer.asked, "cursor") if answer.asked is not None else None
    start = "" if answer.soup is not None else asked
    return Stretch(
        start,
        text_in(info, "end_cursor") or None,
        more if isinstance(more, bool) else None,
    )


def connections_of(lists: Iterable[List], gaps: GapLog) -> tuple[Connection, ...]:
    """Everybody in the lists."""
    pairs = [(found.relation, person) for found in lists for person in found.people]
    return gaps.keep(Part.CONNECTIONS, _connection, pairs)


def stretches_of(lists: Iterable[List]) -> Iterator[Stretch]:
    """Where the list of friends stands; the other lists are not needed to have read it."""
    return (found.stretch for found in lists if found.relation == "friend")


def _connection(entry: tuple[str, Data]) -> Connection:
    relation, node = entry
    person: Any = node.get("node") if isinstance(node.get("node"), dict) else node
    address = text_in(node, "url") or text_in(person, "url")
    named = names_in(address)
    identity = id_in(person) or named.id or named.vanity
    name = text_in(node.get("title"), "text") or text_in(person, "name")
    if identity is None or not name:
        raise ItemUnreadable("people in a form that this version does not know")
    return Connection(
        id=identity,
        display_name=name,
        handle=named.vanity,
        relation=relation,
        about=text_in(part_of(node, "subtitle_text"), "text") or None,
        url=address or None,
    )
