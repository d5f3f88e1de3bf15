"""The own comments of an Instagram export, and the people its owner is linked to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from selfaudit.model.noting import ask
from selfaudit.model.snapshot import Connection, Post
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.exported import UNKNOWN_COMMENT, UNKNOWN_PERSON, Export, mark_of, stamp
from selfaudit.platforms.generic.times import moment, moment_of_seconds
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.instagram.addresses import HANDLE, SITE
from selfaudit.platforms.meta.dates import date_in
from selfaudit.platforms.meta.labelled import labelled, told, values_in_rows, values_of
from selfaudit.platforms.meta.mending import mended
from selfaudit.platforms.meta.printed import records_of, zone_of
from selfaudit.platforms.reading import ItemUnreadable

_COMMENTS = ("comments/post_comments*", "comments/reels_comments*")
_COMMENT_KEYS = ("comments_media_comments", "comments_reels_comments")
_PEOPLE = (
    ("followers*", ("relationships_followers",), "follower"),
    ("following*", ("relationships_following",), "following"),
    ("blocked_profiles", ("relationships_blocked_users",), "blocked"),
    ("blocked_accounts", ("relationships_blocked_users",), "blocked"),
)
_FOLDER = "followers_and_following"
_OLD_PEOPLE = {"followers": "follower", "following": "following", "blocked_users": "blocked"}


def comments_of(export: Export) -> tuple[Post, ...]:
    """What the owner wrote under posts."""
    names = export.find(Part.COMMENTS, *(f"{name}.json" for name in _COMMENTS))
    items = export.items(Part.COMMENTS, names, *_COMMENT_KEYS)
    new = export.keep(Part.COMMENTS, lambda item: _comment(mended(item)), items)
    old_names = export.archive.find("comments.json") if export.archive.find("profile.json") else ()
    export.note(old_names, Part.COMMENTS)
    old_items = export.items(Part.COMMENTS, old_names, "media_comments")
    old = export.keep(Part.COMMENTS, lambda item: _old_comment(mended(item)), old_items)
    return (*new, *old, *_printed_comments(export))


def _comment(item: Any) -> Post:
    values = values_of(item)
    text = told(values, "comment")
    if values and not text and not labelled(values, "owner"):
        text = values[0].text
        ask(values[0].stated)
    if not values or not (text or labelled(values, "comment")):
        raise ItemUnreadable(UNKNOWN_COMMENT)
    stated = labelled(values, "time")
    time = stated.time or moment_of_seconds(stated.text) if stated else None
    return _as_comment(text, time or moment_of_seconds(part_of(item, "timestamp")))


def _as_comment(text: str, time: datetime | None) -> Post:
    return Post(f"comment-{stamp(time)}-{mark_of(text)}", text, PostKind.COMMENT, time=time)


def _old_comment(item: Any) -> Post:
    """The form up to 2020: time, words, under whose post."""
    if not isinstance(item, list) or len(item) < 2 or not isinstance(item[1], str):  # noqa: PLR2004 - time and words
        raise ItemUnreadable(UNKNOWN_COMMENT)
    return _as_comment(item[1], moment(item[0]))


def _printed_comments(export: Export) -> Iterator[Post]:
    for name in export.find(Part.COMMENTS, *(f"{name}.html" for name in _COMMENTS)):
        page = export.page(name, Part.COMMENTS)
        zone = zone_of(page)
        for record in records_of(export, Part.COMMENTS, page, UNKNOWN_COMMENT):
            values = values_in_rows(record.rows)
            text = told(values, "comment") or record.text
            if text:
                yield _as_comment(text, date_in(told(values, "time"), zone) or record.time(zone))


def people_of(export: Export) -> tuple[Connection, ...]:
    """Followers, followed and blocked people."""
    found: list[Connection] = []
    for file, keys, relation in _PEOPLE:
        listed, printed = f"{_FOLDER}/{file}.json", f"{_FOLDER}/{file}.html"
        if relation == "follower":
            export.find(Part.CONNECTIONS, listed, printed)
        items = export.items(Part.CONNECTIONS, export.archive.find(listed), *keys)
        found += export.keep(Part.CONNECTIONS, _as(relation), items)
        for name in export.archive.find(printed):
            found += _printed(export, export.page(name, Part.CONNECTIONS), relation)
    return (*found, *_old(export))


def _as(relation: str) -> Any:
    return lambda item: _person(mended(item), relation)


def _person(item: Any, relation: str) -> Connection:
    entry = next(iter(objects(part_of(item, "string_list_data"))), None)
    title, value = text_in(item, "title"), text_in(entry, "value")
    handle = value or title or text_in(entry, "href").rstrip("/").rsplit("/", 1)[-1]
    if not HANDLE.fullmatch(handle):
        raise ItemUnreadable(UNKNOWN_PERSON)
    name = title if title and title != handle else None
    return _connection(handle, relation, moment_of_seconds(part_of(entry, "timestamp")), name)


def _connection(handle: str, relation: str, since: datetime | None, name: str | None = None) -> Connection:
    return Connection(handle.casefold(), name, handle, relation, since, url=f"{SITE}/{handle}/")


def _printed(export: Export, page: str, relation: str) -> Iterator[Connection]:
    zone = zone_of(page)
    for record in records_of(export, Part.CONNECTIONS, page, UNKNOWN_PERSON):
        for link in record.links:
            handle = link.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
            if "instagram.com/" in link and HANDLE.fullmatch(handle):
                yield _connection(handle, relation, record.time(zone))


def _old(export: Export) -> Iterator[Connection]:
    """The form up to 2020: handles with the day since when."""
    names = export.find(Part.CONNECTIONS, "connections.json")
    value = export.json(Part.CONNECTIONS, next(iter(names), None))
    for name, relation in _OLD_PEOPLE.items():
        listed = part_of(value, name)
        for handle, since in listed.items() if isinstance(listed, dict) else ():
            if HANDLE.fullmatch(handle):
                yield _connection(handle, relation, moment(since))
