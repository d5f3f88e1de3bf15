"""Snapchat's export ("My Data"): recognise, owner, friends, when own stories stood.

What this rests on: published readers and descriptions of the JSON and of the headings and tables of the pages
that repeat it, and a sample constructed from them; no real export was to be had. An export holds neither the
words nor the pictures of stories, no bio and no privacy setting. Chats, snaps, memories, places and searches
are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.questions import unanswered
from selfaudit.model.snapshot import Connection, Gap, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Door, Part, PostKind
from selfaudit.platforms.exported import (
    NO_SWITCHES,
    UNKNOWN_PERSON,
    Export,
    doubt_of_dates,
    finished,
    not_told,
    stamp,
)
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, walk_json
from selfaudit.platforms.snapchat.answers import SITE, profile_url
from selfaudit.platforms.snapchat.exported_sheets import sheet
from selfaudit.platforms.snapchat.settings import SWITCHES
from selfaudit.platforms.untold import BY_HAND

_START = 2**16
_LAYOUT, _ONLY_MEDIA = "my-data", "media"
_MARKS = (
    ("account.json", ('"Basic Information"',)),
    ("friends.json", ('"Friend Requests Sent"', '"Last Modified Timestamp"')),
    ("memories_history.json", ('"Saved Media"',)),
    ("account.html", ("Basic Information",)),
    ("friends.html", ("Friend Requests Sent", "Last Modified Timestamp")),
)
_MEDIA = ("memories/*-main.jpg", "memories/*-main.mp4", "chat_media/*~*.*")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_PHONE = re.compile(r"\+?[\d][\d ()./-]{5,20}")
_RELATIONS = (("Friends", "friend"), ("Blocked Users", "blocked"))
_NO_FRIENDS = (
    "Friend Requests Sent",
    "Deleted Friends",
    "Hidden Friend Suggestions",
    "Ignored Snapchatters",
    "Pending Requests",
    "Shortcuts",
)
_STRANGE_LIST = "people below a heading that this version does not know"
_STORIES = (
    "stories of yours: Snapchat's export tells when they stood, but not what they showed and said; look"
    " through your saved stories in the app"
)
_NO_POSTS = "Snapchat's export does not hold what your stories and public snaps showed and said"
_NO_PICTURES = "Snapchat's export holds no pictures from your stories; saved memories are not opened"
_NO_BIO = (
    "Snapchat's export does not hold the words of your public profile; save its page, and import it as well"
)


def recognise(archive: Archive) -> str | None:
    """Whether this is a Snapchat export, or a part of one that holds only media."""
    for ending, marks in _MARKS:
        for name in archive.find(ending):
            start = start_of(archive, name, _START)
            if any(mark in start for mark in marks):
                return _LAYOUT
    return _ONLY_MEDIA if archive.find(*_MEDIA) else None


def owner(archive: Archive) -> str | None:
    """The handle."""
    return text_in(_account(Export(archive)), "Username") or None


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    stories = tuple(_stories(export))
    snapshot = Snapshot(
        "snapchat",
        Door.EXPORT,
        owner=_owner(export),
        posts=stories,
        connections=_people(export),
        site=SITE,
        lacks=(Part.COMMENTS,),
    )
    told = Gap(Part.POSTS, _STORIES, len(stories)) if stories else Gap(Part.POSTS, _NO_POSTS)
    gaps = [told, Gap(Part.IMAGES, _NO_PICTURES), Gap(Part.BIO, _NO_BIO)]
    gaps += [*not_told(SWITCHES.unread(())), *unanswered(SWITCHES.questions)]
    return finished(snapshot, export, gaps, BY_HAND)


def _account(export: Export) -> dict[str, Any]:
    found = sheet(export, Part.CONTACT, "account", noted=False).get("Basic Information")
    return found if isinstance(found, dict) else {}


def _owner(export: Export) -> Owner:
    account = _account(export)
    handle = text_in(account, "Username")
    history = list(walk_json(sheet(export, Part.CONTACT, "account_history")))
    return Owner(
        name=text_in(account, "Name") or None,
        handle=handle or None,
        emails=tuple(dict.fromkeys(_values(history, "email", _EMAIL))),
        phones=tuple(dict.fromkeys(_values(history, "number", _PHONE))),
        url=profile_url(handle.lower()) if handle else None,
    )


def _values(records: list[dict[str, Any]], word: str, form: re.Pattern[str]) -> Iterator[str]:
    """Every value of this form under a name with this word: the exact names are not known for sure."""
    for record in records:
        for name, value in record.items():
            if word in name.casefold() and isinstance(value, str) and form.fullmatch(value.strip()):
                yield value.strip()


def _stories(export: Export) -> Iterator[Post]:
    for item in objects(sheet(export, Part.POSTS, "story_history").get("Your Story Views")):
        time = _time(item.get("Story Date"))
        if time:
            yield Post(f"story-{stamp(time)}", kind=PostKind.STORY, time=time)
        else:
            export.fell_short(Part.POSTS, "stories without a day")


def _time(stated: Any) -> datetime | None:
    """``2019-04-02 10:00:00 UTC``."""
    return moment_in_utc(stated.removesuffix("UTC").strip()) if isinstance(stated, str) else None


def _people(export: Export) -> tuple[Connection, ...]:
    """Friends and blocked people; deleted friends, requests and suggestions are no friends."""
    lists = sheet(export, Part.CONNECTIONS, "friends")
    found: list[Connection] = []
    if lists and not isinstance(part_of(lists, "Friends"), list):
        export.fell_short(Part.CONNECTIONS, UNKNOWN_PERSON)
    known = (*_NO_FRIENDS, *(heading for heading, _relation in _RELATIONS))
    strange = [
        item for heading, raws in dict.items(lists) if heading not in known for item in _named_in(raws)
    ]
    if strange:
        export.fell_short(Part.CONNECTIONS, _STRANGE_LIST, len(strange))
    for heading, relation in _RELATIONS:
        raws = lists.get(heading)
        listed = raws if isinstance(raws, list) else []
        found += export.keep(Part.CONNECTIONS, partial(_person, relation=relation), listed)
    return tuple(found)


def _named_in(raws: Any) -> list[dict[str, Any]]:
    """Those of a list that name a person."""
    items = objects(raws) if isinstance(raws, list) else []
    return [item for item in items if {"Username", "Display Name"} & item.keys()]


def _person(item: Any, relation: str) -> Connection:
    handle = text_in(item, "Username")
    if not handle:
        raise ItemUnreadable(UNKNOWN_PERSON)
    return Connection(
        handle.casefold(),
        text_in(item, "Display Name") or None,
        handle,
        relation,
        _time(item.get("Creation Timestamp")),
        url=profile_url(handle.lower()),
    )


SNAPCHAT_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    doubt=doubt_of_dates("Snapchat"),
    parts={
        Part.BIO: f"no: {_NO_BIO}",
        Part.CONTACT: "yes",
        Part.POSTS: "in part: when your stories stood, but not what they showed and said",
        Part.IMAGES: f"no: {_NO_PICTURES}",
        Part.CONNECTIONS: "yes",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
