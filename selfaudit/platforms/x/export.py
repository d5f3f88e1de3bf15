"""X's archive ("Download an archive of your data"): recognise, owner, posts, people, switches.

What this rests on: ``tweets.js`` and ``like.js`` of 2022 on and the Grailbird archive of 2016 are
published fixtures; the other files follow published readers and samples constructed from them. Likes are
not the owner's words, and what is about advertising, age and direct messages is never opened. Of deleted
posts, which are not on the profile, only the numbers are taken, to keep them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Snapshot
from selfaudit.model.vocabulary import Door, ImageRole, Part
from selfaudit.platforms.exported import (
    CONNECTED_APPS,
    OTHERS_WORDS,
    Export,
    finished,
    not_looked_at,
    not_told,
)
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.told import NOT_TOLD, told_in
from selfaudit.platforms.untold import nameless
from selfaudit.platforms.x.addresses import SITE
from selfaudit.platforms.x.archived import Apart, Notes, RawTweet, posts_of
from selfaudit.platforms.x.people import Person
from selfaudit.platforms.x.settings import SWITCHES

_MODERN, _OLD = "window.YTD", "Grailbird"
_MOST_LOOKED_AT = 300
_TELLING = ("manifest.js", "account.js", "tweets.js", "tweet.js", "js/tweets/*.js")
_PRIVATE = "direct-message"
_TWEETS = ("tweets.js", "tweets-part*.js", "tweet.js", "tweet-part*.js", "community-tweet.js")
_CIRCLE = ("twitter-circle-tweet.js", "twitter-circle-tweet-part*.js")
_DELETED = ("deleted-tweets.js", "deleted-tweets-part*.js", "deleted-tweet-headers.js")
_NOT_ON_PROFILE = "; they are in the archive but not on your profile, and are not looked at"
_NOTES = ("note-tweet.js", "note-tweet-part*.js")
_OLD_TWEETS = ("js/tweets/*.js",)
_PEOPLE = (("follower", "follower"), ("following", "following"), ("block", "blocked"), ("mute", "muted"))
_PARTIAL = "the archive says of itself that it is only a part; ask X for the whole one"
_UNREAD = {"connected-application.js": (Part.OTHER, CONNECTED_APPS)}
_UNNAMED = "the files do not say whose archive this is; import the whole archive, not single files of it"


def recognise(archive: Archive) -> str | None:
    """The generation of an archive, told by how its files begin."""
    for name in archive.find(*_TELLING, "*.js")[:_MOST_LOOKED_AT]:
        start = "" if _PRIVATE in name else start_of(archive, name)
        if start.startswith(("window.YTD.", "window.__THAR_CONFIG")):
            return _MODERN
        if start.startswith("Grailbird.data."):
            return _OLD
    return None


def owner(archive: Archive) -> str | None:
    """The handle."""
    export = Export(archive)
    return _account(export, _manifest(export)).handle or None


def read(archive: Archive, layout: str, keep: Keep) -> Snapshot:
    """Everything that the archive holds of its owner."""
    export = Export(archive, keep)
    manifest = _manifest(export)
    me = _account(export, manifest)
    me = replace(me, id=me.id or "me", protected=_protected(export))
    apart = Apart(_deleted(export))
    raws = apart.present(_raw_tweets(export, old=layout == _OLD))
    posts, images = posts_of(raws, me, _notes(export), export)
    _held_against_manifest(export, manifest, len(posts) + apart.left_out)
    _notice_pictures(export, named=bool(me.handle))
    switches = tuple(SWITCHES.settings({"protected": me.protected}))
    gaps = [Gap(Part.COMMENTS, OTHERS_WORDS), *not_told(SWITCHES.unread(switches))]
    gaps += not_looked_at(archive, _UNREAD)
    gaps += _untold(export)
    gaps += [] if me.handle else [Gap(part, _UNNAMED) for part in (Part.BIO, Part.CONTACT, Part.POSTS)]
    snapshot = Snapshot(
        "x",
        Door.EXPORT,
        owner=_with_those_apart(_owner(export, me), apart),
        posts=posts,
        connections=tuple(_people(export)),
        settings=switches,
        images=(*_profile_pictures(export), *images),
        site=SITE,
        taken_at=moment(part_of(manifest, "archiveInfo", "generationDate")),
    )
    return finished(snapshot, export, gaps)


def _manifest(export: Export) -> Any:
    return export.first(Part.OTHER, "manifest.js")


def _first(export: Export, part: Part, name: str, *path: str) -> Any:
    """The value at this path of a file's only item."""
    found = export.items(part, export.find(part, f"data/{name}.js", f"{name}.js")[:1])
    return part_of(next(found, None), *path)


def _account(export: Export, manifest: Any) -> Person:
    account = _first(export, Part.CONTACT, "account", "account")
    named = part_of(manifest, "userInfo")
    old = export.first(Part.BIO, "js/user_details.js")
    return Person(
        id=id_in(account, "accountId") or id_in(named, "accountId") or id_in(old),
        handle=text_in(account, "username") or text_in(named, "userName") or text_in(old, "screen_name"),
        name=text_in(account, "accountDisplayName")
        or text_in(named, "displayName")
        or text_in(old, "full_name")
        or None,
    )


def _owner(export: Export, me: Person) -> Owner:
    account = _first(export, Part.CONTACT, "account", "account")
    about = _first(export, Part.BIO, "profile", "profile", "description")
    old = export.json(Part.BIO, next(iter(export.find(Part.BIO, "js/user_details.js")), None))
    device = _first(export, Part.CONTACT, "phone-number", "device")
    phones = (text_in(device, "phoneNumber"), text_in(account, "phoneNumber"))
    bio = next((found for source in (about, old) if isinstance(found := part_of(source, "bio"), str)), None)
    place = text_in(about, "location") or text_in(old, "location")
    website = text_in(about, "website")
    return Owner(
        name=me.name,
        handle=me.handle or None,
        bio=bio.strip() if bio is not None else None,
        emails=tuple(filter(None, (text_in(account, "email"),))),
        phones=tuple(dict.fromkeys(filter(None, phones))),
        links=(website,) if website else (),
        facts=(Fact("Location", place),) if place else (),
        url=f"{SITE}/{me.handle}" if me.handle else None,
    )


def _untold(export: Export) -> list[Gap]:
    """What the account's own files would tell, and do not under the names that this version knows."""
    about = _first(export, Part.BIO, "profile", "profile", "description")
    old = export.first(Part.BIO, "js/user_details.js")
    account = _first(export, Part.CONTACT, "account", "account")
    records = ((Part.CONTACT, "email", account), (Part.BIO, "bio", old if about is None else about))
    return [
        gap
        for part, name, record in records
        if part in export.whole
        for gap in told_in(record if isinstance(record, dict) else None, {part: (name,)}, NOT_TOLD)[1]
    ]


def _raw_tweets(export: Export, *, old: bool) -> Iterator[RawTweet]:
    if old:
        names = export.find(Part.POSTS, *_OLD_TWEETS)
        yield from (RawTweet(item) for item in export.items(Part.POSTS, names))
        return
    for item in export.items(Part.POSTS, export.find(Part.POSTS, *_TWEETS)):
        yield RawTweet(item)
    for item in export.items(Part.POSTS, export.archive.find(*_CIRCLE)):
        yield RawTweet(item, circle=True)


def _deleted(export: Export) -> frozenset[str]:
    """The numbers of posts that were deleted: some are still in the archive, and none on the profile."""
    items = export.items(Part.OTHER, export.archive.find(*_DELETED))
    numbers = (id_in(part_of(item, "tweet"), name) for item in items for name in ("id_str", "tweet_id"))
    return frozenset(number for number in numbers if number)


def _with_those_apart(me: Owner, apart: Apart) -> Owner:
    """The owner with how many posts are in the archive that are on the profile no more."""
    counted = (("Posts you deleted", len(apart.deleted)), ("Earlier versions of posts", apart.earlier))
    told = tuple(Fact(name, f"{count}{_NOT_ON_PROFILE}") for name, count in counted if count)
    return replace(me, facts=(*me.facts, *told))


def _notes(export: Export) -> Notes:
    items = export.items(Part.POSTS, export.archive.find(*_NOTES))
    return Notes(part_of(item, "noteTweet") for item in items)


def _held_against_manifest(export: Export, manifest: Any, seen: int) -> None:
    """Whether the archive says itself that something is missing."""
    if part_of(manifest, "archiveInfo", "isPartialArchive") is True:
        export.fell_short(Part.POSTS, _PARTIAL)
    files = objects(part_of(manifest, "dataTypes", "tweets", "files"))
    counts = [text_in(entry, "count") for entry in files]
    stated = sum(int(count[:9]) for count in counts if count.isascii() and count.isdigit())
    if stated > seen:
        reason = f"the archive counts {stated} posts and {seen} were in what was read"
        export.fell_short(Part.POSTS, reason, stated - seen)


def _notice_pictures(export: Export, *, named: bool) -> None:
    """Pictures are whole where posts are, and where these are not single files of an archive."""
    if Part.POSTS in export.whole and named:
        export.find(Part.IMAGES, *_TWEETS, *_OLD_TWEETS)


def _people(export: Export) -> Iterator[Connection]:
    for name, relation in _PEOPLE:
        names = export.archive.find(f"{name}.js", f"{name}-part*.js")
        if relation == "follower":
            export.note(names, Part.CONNECTIONS)
        for item in export.items(Part.CONNECTIONS, names):
            person = next(iter(item.values()), None) if isinstance(item, dict) else None
            identity = id_in(person, "accountId")
            if identity:
                link = text_in(person, "userLink") or f"{SITE}/intent/user?user_id={identity}"
                yield Connection(identity, relation=relation, url=link)
            else:
                export.fell_short(Part.CONNECTIONS, "people without a number")


def _protected(export: Export) -> bool | None:
    """The last entry of the history; an empty one means that the posts were never protected."""
    names = export.archive.find("protected-history.js")
    entries = [part_of(item, "protectedHistory") for item in export.items(Part.SETTINGS, names[:1])]
    known = [entry for entry in objects(entries) if text_in(entry, "action") in {"Protect", "Unprotect"}]
    known.sort(key=lambda entry: moment(entry.get("protectedAt")) or datetime.min.replace(tzinfo=UTC))
    if known:
        return bool(known[-1]["action"] == "Protect")
    return False if names and not entries and Part.SETTINGS not in _failed(export) else None


def _failed(export: Export) -> frozenset[Part]:
    return frozenset(gap.part for gap in export.gaps.gaps)


def _profile_pictures(export: Export) -> Iterator[Image]:
    profile = _first(export, Part.BIO, "profile", "profile")
    for name, role in (("avatarMediaUrl", ImageRole.AVATAR), ("headerMediaUrl", ImageRole.BANNER)):
        address = text_in(profile, name)
        if address and "default_profile" not in address:
            last = address.rstrip("/").rsplit("/", 1)[-1]
            file = export.picture(f"profile_media/*{last}", f"profile_media/*{last}.*")
            yield Image(str(role), file, role, url=address)


X_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"no: {OTHERS_WORDS}",
        Part.IMAGES: "yes",
        Part.CONNECTIONS: f"in part: {nameless()}",
        Part.SETTINGS: "in part: the archive tells whether your posts are protected, and nothing else",
    },
)
