"""Followers and followed people of an Instagram account, in both ways in which its data lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selfaudit.model.snapshot import Connection
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.instagram.addresses import SITE, list_in
from selfaudit.platforms.instagram.material import Material, asked_id
from selfaudit.platforms.merging import each_person
from selfaudit.platforms.meta.answers import Answer
from selfaudit.platforms.meta.media import Data, Person, person_of
from selfaudit.platforms.reading import GapLog, ItemUnreadable

_RELATIONS = {"followers": "follower", "following": "following"}
_EDGES = {"edge_followed_by": "follower", "edge_follow": "following"}
_NAMED = re.compile(r"friendships?__?(?:.*_)?(followers|following)")


def people_in(material: Material, owner: Person) -> Iterator[tuple[str, Data]]:
    """Everybody in a list of the owner's, with how they are linked to the owner."""
    for answer in _own(material, owner):
        listed = list_in(answer.url)
        people = [one for value in answer.values for one in objects(part_of(value, "users"))]
        if listed:
            yield from ((_RELATIONS[listed[1]], person) for person in people)
        yield from _in_edges(answer)


def counted_in(material: Material, owner: Person) -> dict[str, int]:
    """How many people the lists themselves say they hold, by relation."""
    counts: dict[str, int] = {}
    for answer in _own(material, owner):
        for part in each_object(answer.values):
            for name, relation in _EDGES.items():
                count = number_in(part.get(name), "count")
                if count is not None and objects(part_of(part, name, "edges")):
                    counts[relation] = max(count, counts.get(relation, 0))
    return counts


def _own(material: Material, owner: Person) -> Iterator[Answer]:
    """The answers that do not say that they were asked for somebody else's list."""
    for answer in material.answers:
        listed = list_in(answer.url)
        whose = listed[0] if listed else asked_id(answer)
        if not whose or not owner.id or whose == owner.id:
            yield answer


def _in_edges(answer: Answer) -> Iterator[tuple[str, Data]]:
    for part in each_object(answer.values):
        for name, relation in _EDGES.items():
            nodes = (edge.get("node") for edge in objects(part_of(part, name, "edges")))
            yield from ((relation, node) for node in nodes if isinstance(node, dict))
        for name in part:
            found = _NAMED.search(name)
            if found:
                people = objects(part_of(part, name, "users"))
                yield from ((_RELATIONS[found[1]], person) for person in people)


def connections_of(pairs: Iterable[tuple[str, Data]], gaps: GapLog) -> tuple[Connection, ...]:
    """Everybody, each once; in both lists means mutual."""
    return each_person(gaps.keep(Part.CONNECTIONS, _connection, pairs))


def _connection(pair: tuple[str, Data]) -> Connection:
    relation, value = pair
    person = person_of(value)
    if not person.id or not person.handle:
        raise ItemUnreadable("people without a number or a name")
    return Connection(
        id=person.id,
        display_name=text_in(value, "full_name") or None,
        handle=person.handle,
        relation=relation,
        url=f"{SITE}/{person.handle}/",
    )
