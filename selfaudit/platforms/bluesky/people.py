"""Followers, followed and blocked people, each once; in both lists of followers means mutual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfaudit.model.snapshot import Connection
from selfaudit.platforms.bluesky.addresses import SITE, split_at
from selfaudit.platforms.bluesky.answers import Answer, Data, is_profile, people_in
from selfaudit.platforms.bluesky.records import PROFILE, people_of, records_in
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import text_in


def connections_of(found: Sequence[Answer], repo: str) -> Iterator[Connection]:
    """Everybody in the lists of people and in the owner's repository."""
    names = _names(found)
    for relation, listed in _pairs(found, repo):
        did = text_in(listed, "did")
        person = {**names.get(did, {}), **listed}
        handle = text_in(person, "handle")
        yield Connection(
            id=did,
            display_name=text_in(person, "displayName") or None,
            handle=handle or None,
            relation=relation,
            since=moment(person.get("since")),
            about=text_in(person, "description") or None,
            url=f"{SITE}/profile/{handle or did}",
        )


def _pairs(found: Sequence[Answer], repo: str) -> Iterator[tuple[str, Data]]:
    for answer in found:
        yield from people_in(answer.value)
        yield from people_of(answer.value, repo)


def _names(found: Sequence[Answer]) -> dict[str, Data]:
    """What a server says of the people whose repositories it keeps too."""
    names: dict[str, Data] = {}
    for answer in found:
        if is_profile(answer.value):
            names.setdefault(answer.value["did"], {})["handle"] = answer.value["handle"]
        for entry in records_in(answer.value, PROFILE):
            place, record = split_at(text_in(entry, "uri")), entry["value"]
            if place:
                shown = {name: text_in(record, name) for name in ("displayName", "description")}
                names.setdefault(place[0], {}).update(shown)
    return names
