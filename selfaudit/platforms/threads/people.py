"""Followers and followed people on Threads, where a recording of the browser holds these lists.

The shape follows published readers of 2025 and 2026; no real list was to be had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selfaudit.model.snapshot import Connection
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.merging import each_person
from selfaudit.platforms.meta.media import Data, Person, person_of
from selfaudit.platforms.reading import GapLog, ItemUnreadable
from selfaudit.platforms.threads.material import SITE, Material

_RELATIONS = {"followers": "follower", "following": "following"}


def people_in(material: Material, owner: Person) -> Iterator[tuple[str, Data]]:
    """Everybody in a list of the owner's, with how they are linked to the owner."""
    for answer in material.answers:
        asked = text_in(answer.asked, "userID", "user_id", "id", "username")
        if asked and asked not in (owner.id, owner.handle):
            continue
        for part in each_object(answer.values):
            for name, relation in _RELATIONS.items():
                edges = objects(part_of(part, name, "edges"))
                nodes = [edge["node"] for edge in edges if isinstance(edge.get("node"), dict)]
                yield from ((relation, node) for node in nodes)


def connections_of(pairs: Iterable[tuple[str, Data]], gaps: GapLog) -> tuple[Connection, ...]:
    """Everybody, each once; in both lists means mutual."""
    return each_person(gaps.keep(Part.CONNECTIONS, _connection, pairs))


def _connection(pair: tuple[str, Data]) -> Connection:
    relation, value = pair
    person = person_of(value)
    if not person.id or not person.handle:
        raise ItemUnreadable("people without a number or a name")
    name = text_in(value, "full_name") or None
    return Connection(person.id, name, person.handle, relation, url=f"{SITE}/@{person.handle}")
