"""Bluesky's export ("Export my data", repo.car): recognise, owner, posts, people, switches.

What this rests on: three published repositories of commit versions 2 and 3. The records go through the
readers of Bluesky's own data answers. Messages (``chat.jsonl``) are never opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep, Unreadable
from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.vocabulary import Door, ImageRole, Part
from selfaudit.platforms.bluesky.addresses import SITE
from selfaudit.platforms.bluesky.posts import Whose, images_of, post_of
from selfaudit.platforms.bluesky.records import (
    CHAT,
    POST,
    PROFILE,
    RELATIONS,
    REPOST,
    as_item,
    as_profile,
)
from selfaudit.platforms.bluesky.repository import Repository, repository_in
from selfaudit.platforms.bluesky.settings import SWITCHES, settings_of, settings_of_records
from selfaudit.platforms.exported import OTHERS_WORDS, Export, finished, not_told
from selfaudit.platforms.generic.times import moment, moment_in_utc
from selfaudit.platforms.generic.values import text_in
from selfaudit.platforms.untold import nameless

_LAYOUT = "car"
_START = 64
_PARTS = {POST: Part.POSTS, PROFILE: Part.BIO} | dict.fromkeys(RELATIONS, Part.CONNECTIONS)
_LOST = "records that the repository names without holding them"
_TREE = "a piece of the repository is missing, so it is not known what was in it"
_NO_FOLLOWERS = (
    "the repository does not know who follows you; save the page with your followers and import it as well"
)
_REPOSTED = "the repository keeps the address of what you reposted, not its text"
_OTHER_SWITCHES = "the repository does not hold the other settings of the app"


@dataclass(frozen=True, slots=True)
class Record:
    """One record, with the address that makes it an entry of a data answer."""

    collection: str
    entry: dict[str, Any]


def recognise(archive: Archive) -> str | None:
    """Whether this is one repository; a folder with several holds several people's."""
    names = archive.find("*.car")
    return _LAYOUT if len(names) == 1 and _is_repository(archive, names[0]) else None


def _is_repository(archive: Archive, name: str) -> bool:
    try:
        with archive.open(name) as stream:
            return b"eroots" in stream.read(_START)
    except Unreadable:
        return False


def owner(archive: Archive) -> str | None:
    """The account's number; a repository does not know its owner's handle."""
    return _repository(Export(archive)).did or None


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the repository holds of its owner."""
    export = Export(archive, keep)
    found = _repository(export)
    whose = Whose(found.did, "")
    profile = next((as_profile(one.entry) for one in _records(found, PROFILE)), None)
    shown: list[Image] = []
    posts = export.keep(Part.POSTS, lambda item: _post(item, whose, shown), _items(found))
    blank = {"$type": PROFILE} if _is_whole(found) else None
    _count_lost(export, found)
    snapshot = Snapshot(
        "bluesky",
        Door.EXPORT,
        owner=_owner(found, profile),
        posts=posts,
        connections=tuple(_people(_records(found, *RELATIONS))),
        settings=tuple(_switches(profile or blank, _records(found, CHAT))),
        images=(*_profile_pictures(profile), *shown),
        site=SITE,
        read=(Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES) if _is_whole(found) else (),
    )
    unread = not_told(SWITCHES.unread(snapshot.settings))
    return finished(snapshot, export, [*_never_there(), *unread])


def _repository(export: Export) -> Repository:
    name = export.archive.find("*.car")[0]
    try:
        with export.archive.open(name) as stream:
            found = repository_in(name, stream)
        found.note_all(export.archive.noting(name))
    except Unreadable as fault:
        found = Repository(fault=fault)
    if found.fault:
        for part in (Part.POSTS, Part.CONNECTIONS, Part.BIO, Part.CONTACT, Part.IMAGES):
            export.miss(part, found.fault)
    return found


def _is_whole(found: Repository) -> bool:
    return bool(found.did) and not found.lost and not found.fault


def _records(found: Repository, *collections: str) -> Iterator[Record]:
    for collection, key, value in found.take(*collections):
        yield Record(collection, {"uri": f"at://{found.did}/{collection}/{key}", "value": value})


def _items(found: Repository) -> Iterator[dict[str, Any]]:
    return (as_item(one.entry) for one in _records(found, POST))


def _post(item: dict[str, Any], whose: Whose, shown: list[Image]) -> Post:
    """A post; its pictures go with the others."""
    post = post_of(item, whose, {})
    shown += images_of(item, whose, {})
    return post


def _owner(found: Repository, profile: dict[str, Any] | None) -> Owner:
    about = profile.get("description") if profile else None
    website = text_in(profile, "website")
    seen = profile is not None or _is_whole(found)
    return Owner(
        name=text_in(profile, "displayName") or None,
        handle=found.did or None,
        bio=about.strip() if isinstance(about, str) else "" if seen else None,
        links=(website,) if website else (),
        url=f"{SITE}/profile/{found.did}" if found.did else None,
    )


def _profile_pictures(profile: dict[str, Any] | None) -> Iterator[Image]:
    for name, role in (("avatar", ImageRole.AVATAR), ("banner", ImageRole.BANNER)):
        address = text_in(profile, name)
        if address:
            yield Image(str(role), None, role, url=address)


def _people(records: Iterable[Record]) -> Iterator[Connection]:
    for record in records:
        value = record.entry["value"]
        did = text_in(value, "subject")
        if did.startswith("did:"):
            yield Connection(
                id=did,
                relation=RELATIONS[record.collection],
                since=moment(value.get("createdAt")) or moment_in_utc(value.get("createdAt")),
                url=f"{SITE}/profile/{did}",
            )


def _switches(profile: dict[str, Any] | None, records: Iterable[Record]) -> Iterator[Setting]:
    yield from settings_of(profile) if profile else ()
    yield from settings_of_records({"records": [one.entry for one in records]})


def _count_lost(export: Export, found: Repository) -> None:
    for collection, count in found.lost.items():
        if collection in _PARTS:
            export.fell_short(_PARTS[collection], _LOST, count)
        elif not collection:
            for part in (Part.POSTS, Part.CONNECTIONS, Part.BIO):
                export.fell_short(part, _TREE, count)
    reposts = len(found.kept.get(REPOST, ()))
    if reposts:
        export.fell_short(Part.POSTS, _REPOSTED, reposts)


def _never_there() -> list[Gap]:
    gaps = [Gap(Part.COMMENTS, OTHERS_WORDS), Gap(Part.CONNECTIONS, _NO_FOLLOWERS)]
    return [*gaps, Gap(Part.SETTINGS, _OTHER_SWITCHES)]


BLUESKY_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"no: {OTHERS_WORDS}",
        Part.IMAGES: "in part: which posts have pictures, without the pictures themselves",
        Part.CONNECTIONS: f"in part: {_NO_FOLLOWERS}; {nameless()}",
        Part.SETTINGS: f"in part: {_OTHER_SWITCHES}",
    },
)
