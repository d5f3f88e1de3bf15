"""Followers and followed people, where a recording of the browser holds these lists."""

from __future__ import annotations

from collections.abc import Sequence

from selfaudit.model.snapshot import Connection
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.values import id_in, text_in
from selfaudit.platforms.merging import each_person
from selfaudit.platforms.reading import GapLog, ItemUnreadable
from selfaudit.platforms.tiktok.answers import Data, people_in
from selfaudit.platforms.tiktok.posts import SITE


def connections_of(
    found: Sequence[Answer], gaps: GapLog, owners: frozenset[str] = frozenset()
) -> tuple[Connection, ...]:
    """Everybody in the lists of people that were read; in both lists means mutual."""
    pairs = [pair for answer in found for pair in people_in(answer, owners)]
    return each_person(gaps.keep(Part.CONNECTIONS, _connection, pairs))


def _connection(pair: tuple[str, Data]) -> Connection:
    relation, user = pair
    identity, handle = id_in(user), text_in(user, "uniqueId")
    if identity is None:
        raise ItemUnreadable("people without a number")
    return Connection(
        id=identity,
        display_name=text_in(user, "nickname") or None,
        handle=handle,
        relation=relation,
        about=text_in(user, "signature") or None,
        url=f"{SITE}/@{handle}",
    )
