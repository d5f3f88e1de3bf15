"""The comments of a Facebook export, and the people its owner is linked to.

Friends come by name alone: two of one name are told apart by the day since when.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from selfaudit.model.file_names import plain_name
from selfaudit.model.snapshot import Connection, Post
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.exported import (
    UNKNOWN_COMMENT,
    UNKNOWN_PERSON,
    Export,
    mark_of,
    stamp,
    words_elsewhere,
)
from selfaudit.platforms.facebook.exported_writer import folded, other_writer
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.meta.mending import mended
from selfaudit.platforms.meta.printed import once_more, records_of, zone_of
from selfaudit.platforms.reading import ItemUnreadable

_COMMENTS = ("comments_and_reactions/comments", "comments/comments")
_IN_GROUPS = ("groups/your_comments_in_groups",)
_COMMENT_KEYS = ("comments_v2", "comments", "group_comments_v2", "group_comments")
_COMMENT_FIELDS = frozenset({"author", "group", "timestamp"})
_FRIENDS = (
    (
        ("friends/your_friends*", "friends_and_followers/friends"),
        ("friends_v2", "friends"),
        "friend",
    ),
    (
        (
            "followers/who_you_ve_followed",
            "friends_and_followers/who_you_ve_followed",
            "friends_and_followers/who_you_follow",
            "friends_and_followers/following",
        ),
        ("following_v3", "following_v2", "following"),
        "following",
    ),
    (
        ("followers/people_who_followed_you*", "friends_and_followers/followers"),
        ("followers_v3", "followers_v2", "followers"),
        "follower",
    ),
)

_FOLLOWERS_LOOKED_FOR = ("followers/*", "friends_and_followers/*")
"""An empty list has no file, but its folder then holds another, or one that says that there is nothing."""
_MAYBE_FRIENDS = ("friends/*friends*", "friends_and_followers/*friends*")
_NO_FRIENDS = re.compile(r"request|removed|rejected|ignored|suggest|see_less|hid|block|close")
_NO_FOLLOWERS = (
    "the export holds no list of your followers, nor a word that there are none: it may not have been ticked."
    " Where you have followers, look through them by hand, or ask for the export again with them ticked"
)
_FRIENDS_ELSEWHERE = "a list of friends in a file that this version does not know: {}"


def comments_of(export: Export, owner: str | None) -> tuple[Post, ...]:
    """The comments; those by somebody else are kept apart."""
    names = _comment_files(export, "json")
    items = export.items(Part.COMMENTS, names, *_COMMENT_KEYS)
    listed = export.keep(Part.COMMENTS, lambda item: _comment(mended(item), owner), items)
    return (*listed, *_printed_comments(export, owner))


def _comment_files(export: Export, ending: str) -> tuple[str, ...]:
    """The comments on posts, whose absence is told, and those in groups."""
    names = export.find(Part.COMMENTS, *(f"{name}.{ending}" for name in _COMMENTS))
    return (*names, *export.archive.find(*(f"{name}.{ending}" for name in _IN_GROUPS)))


def _comment(item: Any, owner: str | None) -> Post:
    comment = part_of(next(iter(objects(part_of(item, "data"))), None), "comment")
    if not isinstance(comment, dict):
        if isinstance(item, dict) and "timestamp" in item and objects(item.get("attachments")):
            return _as_comment("", moment_of_seconds(item["timestamp"]), None)
        raise ItemUnreadable(UNKNOWN_COMMENT)
    if "comment" not in comment and words_elsewhere(comment, _COMMENT_FIELDS):
        raise ItemUnreadable(UNKNOWN_COMMENT)
    author = text_in(comment, "author")
    time = moment_of_seconds(comment.get("timestamp")) or moment_of_seconds(part_of(item, "timestamp"))
    titled = other_writer(text_in(item, "title"), owner)
    other = author if author and owner and folded(author) != folded(owner) else titled
    return _as_comment(text_in(comment, "comment"), time, other)


def _as_comment(text: str, time: datetime | None, author: str | None) -> Post:
    key = f"comment-{stamp(time)}-{mark_of(str(author), text)}"
    return Post(key, text, PostKind.COMMENT, author is None, time, author=author)


def _printed_comments(export: Export, owner: str | None) -> Iterator[Post]:
    for name in _comment_files(export, "html"):
        page = export.page(name, Part.COMMENTS)
        zone, met = zone_of(page), Counter[str]()
        for record in records_of(export, Part.COMMENTS, page, UNKNOWN_COMMENT):
            if record.text or record.title:
                other = other_writer(record.title, owner)
                comment = _as_comment(record.text, record.time(zone), other)
                yield replace(comment, id=once_more(comment.id, met))


def people_of(export: Export) -> tuple[Connection, ...]:
    """Friends, followers, and whom the owner follows."""
    found: list[Connection] = []
    for files, keys, relation in _FRIENDS:
        listed, printed = (tuple(f"{name}.{ending}" for name in files) for ending in ("json", "html"))
        if relation == "friend":
            export.find(Part.CONNECTIONS, *listed, *printed)
        items = export.items(Part.CONNECTIONS, export.archive.find(*listed), *keys)
        found += export.keep(Part.CONNECTIONS, _as(relation), items)
        for name in export.archive.find(*printed):
            found += _printed(export, export.page(name, Part.CONNECTIONS), relation)
    _tell_lists_not_seen(export)
    return tuple(found)


def _tell_lists_not_seen(export: Export) -> None:
    """Where there are friends: files that look as if they held more of them, and followers not asked for."""
    stems, _keys, _relation = _FRIENDS[0]
    known = set(export.archive.find(*_either(stems)))
    likely = [name for name in export.archive.find(*_either(_MAYBE_FRIENDS)) if "/" in name]
    for name in likely:
        if name not in known and not _NO_FRIENDS.search(name.rpartition("/")[2].casefold()):
            export.fell_short(Part.CONNECTIONS, _FRIENDS_ELSEWHERE.format(plain_name(name)))
    if known and not export.archive.find(*_FOLLOWERS_LOOKED_FOR):
        export.fell_short(Part.CONNECTIONS, _NO_FOLLOWERS)


def _either(stems: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{stem}.{ending}" for stem in stems for ending in ("json", "html"))


def _as(relation: str) -> Any:
    return lambda item: _person(mended(item), relation)


def _person(item: Any, relation: str) -> Connection:
    name = text_in(item, "name")
    if not name:
        raise ItemUnreadable(UNKNOWN_PERSON)
    return _connection(name, relation, moment_of_seconds(part_of(item, "timestamp")))


def _connection(name: str, relation: str, since: datetime | None) -> Connection:
    return Connection(f"{relation}-{stamp(since)}-{name}", name, relation=relation, since=since)


def _printed(export: Export, page: str, relation: str) -> Iterator[Connection]:
    zone = zone_of(page)
    for record in records_of(export, Part.CONNECTIONS, page, UNKNOWN_PERSON):
        if record.title:
            yield _connection(record.title, relation, record.time(zone))
