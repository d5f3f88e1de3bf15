"""Threads' part of an Instagram export ("Download your information"): recognise, owner, posts, people.

What this rests on: published readers, and a sample constructed from them; no real export was to be had. An
export does not say under whose post an answer stands. Likes, saved threads and searches are never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Part, PostKind
from selfaudit.platforms.exported import (
    OTHERS_WORDS,
    UNKNOWN_PERSON,
    UNKNOWN_POST,
    Export,
    doubt_of_dates,
    fields,
    finished,
    mark_of,
    not_told,
    stamp,
    words_elsewhere,
)
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.meta.labelled import Value, audience_of, switched, told, told_bio, values_of
from selfaudit.platforms.meta.lone import no_messages
from selfaudit.platforms.meta.mending import mended
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.threads.material import SITE
from selfaudit.platforms.threads.settings import SWITCHES
from selfaudit.platforms.untold import nameless

_LAYOUT = "instagram"
_POSTS = ("threads/threads_and_replies*.json",)
_POST_KEYS = ("text_post_app_text_posts",)
_PROFILE = "threads/personal_information.json"
_INSTAGRAM = "personal_information/personal_information.json"
_PEOPLE = (
    ("followers", "text_post_app_text_post_app_followers", "follower"),
    ("following", "text_post_app_text_post_app_following", "following"),
    ("blocked_profiles", "text_post_app_text_post_app_blocked_profiles", "blocked"),
)
_PRINTED = ("threads/threads_and_replies*.html", "threads/followers*.html", "threads/following*.html")
_FILMS = (".mp4", ".mov", ".webm", ".m4v")
_ONLY_PAGES = "the export holds Threads as web pages; ask for it again in the format JSON"
_NOT_SEEN = "videos, which are not looked at"
_KNOWN_FIELDS = fields(
    "uri backupuri title creationtimestamp mediametadata mediavariants dubbinginfo crosspostsource",
    "interesttopics producttype textapppost",
)
_UNNAMED = "none of the files says whose threads these are, in words that this version knows"


def recognise(archive: Archive) -> str | None:
    """Whether an export of Instagram holds Threads too, told by the names of its files."""
    people = [f"threads/{name}.json" for name, _key, _relation in _PEOPLE]
    return _LAYOUT if _find(archive, *_POSTS, _PROFILE, *people, *_PRINTED) else None


def _find(archive: Archive, *endings: str) -> tuple[str, ...]:
    """The files in these places; what somebody sent in a message may be called as they are."""
    return no_messages(archive.find(*endings))


def owner(archive: Archive) -> str | None:
    """The handle."""
    return _owner(_values(Export(archive))).handle


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner's threads."""
    export = Export(archive, keep)
    values = _values(export)
    me, private = _owner(values), switched(told(values, "private"))
    images: list[Image] = []
    posts = tuple(_posts(export, audience_of(private=private), images))
    switches = _switches(private)
    snapshot = Snapshot(
        "threads",
        Door.EXPORT,
        owner=me,
        posts=posts,
        connections=tuple(_people(export)),
        settings=switches,
        images=tuple(images),
        site=SITE,
        read=(Part.BIO, Part.CONTACT) if me.bio is not None else (),
    )
    gaps = [Gap(Part.COMMENTS, OTHERS_WORDS), *not_told(SWITCHES.unread(switches))]
    gaps += [] if me.bio is not None else [Gap(part, _UNNAMED) for part in (Part.BIO, Part.CONTACT)]
    if _find(archive, *_PRINTED):
        gaps += [Gap(part, _ONLY_PAGES) for part in (Part.POSTS, Part.CONNECTIONS)]
    return finished(snapshot, export, gaps)


def _values(export: Export) -> list[Value]:
    """The profile of Threads, else of the Instagram account that it belongs to."""
    for file, key in ((_PROFILE, "text_post_app_text_post_app_profile"), (_INSTAGRAM, "profile_user")):
        for name in _find(export.archive, file)[:1]:
            records = objects(part_of(mended(export.json(Part.BIO, name)), key))
            values = values_of(next(iter(records), None))
            if told(values, "handle"):
                return values
    return []


def _owner(values: list[Value]) -> Owner:
    handle = told(values, "handle").lstrip("@")
    website = told(values, "website")
    return Owner(
        name=told(values, "name") or None,
        handle=handle or None,
        bio=told_bio(values),
        links=(website,) if website else (),
        url=f"{SITE}/@{handle}" if handle else None,
    )


def _switches(private: bool | None) -> tuple[Setting, ...]:
    data = {"text_post_app_is_private": private}
    return tuple(SWITCHES.settings(data)) if private is not None else ()


def _posts(export: Export, audience: Audience, images: list[Image]) -> Iterator[Post]:
    names = _find(export.archive, *_POSTS)
    export.note(names, Part.POSTS, Part.IMAGES)
    items = export.items(Part.POSTS, names, *_POST_KEYS)
    yield from export.keep(Part.POSTS, lambda item: _post(export, mended(item), audience, images), items)


def _post(export: Export, item: Any, audience: Audience, images: list[Image]) -> Post:
    media = objects(part_of(item, "media")) or objects([item])
    texts = [text_in(item, "title"), *(text_in(entry, "title") for entry in media)]
    text = "\n".join(dict.fromkeys(filter(None, texts)))
    stamps = [part_of(item, "creation_timestamp"), *(entry.get("creation_timestamp") for entry in media)]
    time = next((moment for stamp in stamps if (moment := moment_of_seconds(stamp))), None)
    places = [place for entry in media if (place := text_in(entry, "uri"))]
    if not text and not places and time is None:
        raise ItemUnreadable(UNKNOWN_POST)
    if not text and words_elsewhere(item, _KNOWN_FIELDS):
        export.fell_short(Part.POSTS, UNKNOWN_POST)
    mark = mark_of(text, *places)
    key = f"thread-{stamp(time)}-{mark}" if time else f"thread-{mark}"
    kept = [_picture(export, place, key, text) for place in places if not _is_film(export, place)]
    images += kept
    answer = any(part_of(entry, "text_app_post", "is_reply") is True for entry in media)
    files = tuple(image.file for image in kept if image.file)
    return Post(
        key, text, PostKind.REPLY if answer else PostKind.POST, time=time, audience=audience, images=files
    )


def _picture(export: Export, place: str, key: str, text: str) -> Image:
    return Image(place, export.picture(place), ImageRole.PHOTO, key, caption=text or None)


def _is_film(export: Export, place: str) -> bool:
    film = posixpath.splitext(place)[1].lower() in _FILMS
    if film:
        export.fell_short(Part.IMAGES, _NOT_SEEN)
    return film


def _people(export: Export) -> Iterator[Connection]:
    places = {relation: f"threads/{name}.json" for name, _key, relation in _PEOPLE}
    names = {relation: _find(export.archive, place) for relation, place in places.items()}
    if names["follower"] and names["following"]:
        export.note(names["follower"], Part.CONNECTIONS)
    for _name, key, relation in _PEOPLE:
        items = export.items(Part.CONNECTIONS, names[relation], key)
        yield from export.keep(Part.CONNECTIONS, _as(relation), items)


def _as(relation: str) -> Callable[[Any], Connection]:
    return lambda item: _person(mended(item), relation)


def _person(item: Any, relation: str) -> Connection:
    """The handle stands in the entry; above it stands the name, or nothing, or the handle again."""
    entry = next(iter(objects(part_of(item, "string_list_data"))), None)
    title, last = text_in(item, "title"), text_in(entry, "href").rstrip("/").rpartition("/")[2]
    handle = (text_in(entry, "value") or last).lstrip("@")
    if not handle:
        raise ItemUnreadable(UNKNOWN_PERSON)
    since = moment_of_seconds(part_of(entry, "timestamp"))
    name = title if title and title.casefold() != handle.casefold() else None
    return Connection(handle.casefold(), name, handle, relation, since, url=f"{SITE}/@{handle}")


THREADS_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    doubt=doubt_of_dates("Instagram"),
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"no: {OTHERS_WORDS}",
        Part.IMAGES: "yes",
        Part.CONNECTIONS: f"in part: {nameless()}",
        Part.SETTINGS: "in part: the export tells whether the profile is private, and nothing else",
    },
)
