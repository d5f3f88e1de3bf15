"""Followers and followed people, each once; in both lists means mutual."""

from __future__ import annotations

from collections.abc import Sequence

from selfaudit.model.snapshot import Connection
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.values import id_in, text_in
from selfaudit.platforms.mastodon.answers import Answer, Data, people_in
from selfaudit.platforms.merging import each_person
from selfaudit.platforms.reading import GapLog, ItemUnreadable, soup_of


def connections_of(found: Sequence[Answer], gaps: GapLog) -> tuple[Connection, ...]:
    """Everybody in the lists of people that were read."""
    pairs = [pair for answer in found for pair in people_in(answer)]
    return each_person(gaps.keep(Part.CONNECTIONS, _connection, pairs))


def _connection(pair: tuple[str, Data]) -> Connection:
    relation, person = pair
    identity = id_in(person)
    if identity is None:
        raise ItemUnreadable("people without a number")
    return Connection(
        id=identity,
        display_name=text_in(person, "display_name") or None,
        handle=text_in(person, "acct"),
        relation=relation,
        about=written_text(soup_of(text_in(person, "note"))) or None,
        url=text_in(person, "url") or None,
    )
