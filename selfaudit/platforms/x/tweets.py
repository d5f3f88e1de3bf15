"""A post as X describes it, the same from its data answers and from the page on the screen."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.x.addresses import made_at
from selfaudit.platforms.x.people import Data, Person, person_of, written_out

_UNKNOWN_FORM = "posts in a form that this version does not know"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a post, or the still of its video; ``number`` counts from one within the post."""

    number: int
    addresses: tuple[str, ...]
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Tweet:
    """One post, as it stands in a list.

    Attributes:
        reposted_by: who passed it on, where that is why it is in the list.
        reposted_at: when they did.
        answers: whose post it replies to.
        below: the post under which it was found on that post's own page.
        open_to_all: seen by somebody who was not signed in.
    """

    id: str
    author: Person
    text: str
    time: datetime | None = None
    reposted_by: Person | None = None
    reposted_at: datetime | None = None
    answers: Person | None = None
    parent: str | None = None
    below: str | None = None
    pictures: tuple[Picture, ...] = ()
    links: tuple[str, ...] = ()
    open_to_all: bool = False


def tweet_of(value: Any) -> Tweet:
    """The post of a data answer's item.

    Raises:
        ItemUnreadable: it has a form that this version does not know.
    """
    outer = unwrapped(value)
    inner = unwrapped(part_of(outer, "legacy", "retweeted_status_result", "result"))
    legacy = part_of(outer, "legacy")
    if part_of(legacy, "retweeted_status_result") is not None and inner is None:
        raise ItemUnreadable("reposts whose original X does not show any more")
    shown, passed_on = inner or outer or {}, inner is not None
    author, identity = author_of(shown), id_in(shown, "rest_id")
    if author is None or identity is None or not isinstance(part_of(shown, "legacy", "full_text"), str):
        raise ItemUnreadable(_UNKNOWN_FORM)
    return Tweet(
        id=identity,
        author=author,
        text=_text(shown),
        time=moment(shown["legacy"].get("created_at")) or made_at(identity),
        reposted_by=author_of(outer) if passed_on else None,
        reposted_at=moment(part_of(legacy, "created_at")) if passed_on else None,
        answers=_answered(shown["legacy"]),
        parent=id_in(shown["legacy"], "in_reply_to_status_id_str"),
        pictures=tuple(_pictures(shown)),
        links=tuple(dict.fromkeys(_links(shown))),
    )


def tweet_by(author: Person, shown: Data, time: datetime | None) -> Tweet:
    """The post of an archive's item, whose author and time are known already."""
    return Tweet(
        id=shown["rest_id"],
        author=author,
        text=_text(shown),
        time=time,
        answers=_answered(shown["legacy"]),
        parent=id_in(shown["legacy"], "in_reply_to_status_id_str"),
        pictures=tuple(_pictures(shown)),
        links=tuple(dict.fromkeys(_links(shown))),
    )


def unwrapped(value: Any) -> Data | None:
    """The post itself: some are wrapped together with a note on who may see them."""
    inner = part_of(value, "tweet")
    found = inner if isinstance(inner, dict) else value
    return found if isinstance(found, dict) and ("legacy" in found or "rest_id" in found) else None


def author_of(tweet: Any) -> Person | None:
    """Who wrote a post."""
    for name in ("user_results", "user_result"):
        found = person_of(part_of(tweet, "core", name, "result"))
        if found:
            return found
    identity = id_in(part_of(tweet, "legacy"), "user_id_str")
    return Person(id=identity) if identity else None


def _text(tweet: Data) -> str:
    """The whole text: long posts carry it apart; in the others ``&`` and the like are escaped."""
    note = part_of(tweet, "note_tweet", "note_tweet_results", "result")
    long, legacy = part_of(note, "text"), tweet["legacy"]
    if isinstance(long, str) and long.strip():
        return written_out(long, objects(part_of(note, "entity_set", "urls"))).strip()
    text = html.unescape(legacy["full_text"])
    for entity in (*_media(legacy), part_of(legacy, "quoted_status_permalink")):
        short = text_in(entity, "url")
        text = text.replace(short, "") if short else text
    return written_out(text, objects(part_of(legacy, "entities", "urls"))).strip()


def _answered(legacy: Data) -> Person | None:
    identity, handle = id_in(legacy, "in_reply_to_user_id_str"), text_in(legacy, "in_reply_to_screen_name")
    return Person(id=identity, handle=handle) if identity or handle else None


def _media(legacy: Data) -> list[Data]:
    return objects(part_of(legacy, "extended_entities", "media")) or objects(
        part_of(legacy, "entities", "media")
    )


def _pictures(tweet: Data) -> Iterator[Picture]:
    for number, medium in enumerate(_media(tweet["legacy"]), 1):
        address = text_in(medium, "media_url_https")
        if address:
            yield Picture(number, (address,), text_in(medium, "ext_alt_text") or None)


def _links(tweet: Data) -> Iterator[str]:
    note = objects(part_of(tweet, "note_tweet", "note_tweet_results", "result", "entity_set", "urls"))
    for entity in (*objects(part_of(tweet, "legacy", "entities", "urls")), *note):
        if text_in(entity, "expanded_url"):
            yield text_in(entity, "expanded_url")
    quoted = text_in(part_of(tweet, "legacy", "quoted_status_permalink"), "expanded")
    if quoted:
        yield quoted
