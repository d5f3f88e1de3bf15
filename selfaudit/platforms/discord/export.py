"""Discord's data package: recognise, owner, messages in servers, friends.

What this rests on: published readers of the generations of 2021 (tables, numbered kinds of channels) and of
2024 on (JSON, named kinds), and samples constructed from them. Direct and group messages are never opened,
nor is what Discord noted of the use of its app. Some folders are named in the account's language.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep, TableForm
from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Part
from selfaudit.platforms.exported import NO_SWITCHES, ONLY_ADDRESSES, UNKNOWN_PERSON, Export, finished
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.generic.values import id_in, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.told import told_in
from selfaudit.platforms.untold import BY_HAND, nameless

PLATFORM = "discord"
LACKS = frozenset({Part.COMMENTS})
SITE = "https://discord.com"
_LAYOUT = "package"
_USER = re.compile(r"(?:^|/)[^/]+/user\.json$", re.IGNORECASE)
_CHANNEL = re.compile(r"(?:^|/)c?\d+/channel\.json$")
_DIRECT = frozenset({"1", "3", "dm", "group_dm"})
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|heic)(?:\?|$)", re.IGNORECASE)
_RELATIONS = {"1": "friend", "friend": "friend", "2": "blocked", "blocked": "blocked"}
_REQUESTS = frozenset(
    {
        *("3", "pending_incoming", "incoming_request"),
        *("4", "pending_outgoing", "outgoing_request"),
        *("5", "implicit"),
        *("6", "suggestion"),
    }
)
_ALWAYS = {Part.CONTACT: ("email",)}
_NO_BIO = "Discord's data package does not hold the words of your profile; please look at them by hand"
_NO_PROFILE = "the data package does not hold your account; when you ask for it, tick “Account”"
_NO_MESSAGES = "the data package does not hold your messages; when you ask for it, tick “Messages”"
_UNKNOWN_MESSAGE = "messages in a form that this version does not know"
_NO_FILE = "the messages of channels of which the package holds the description alone"
_NO_PEOPLE = "the data package does not hold your friends where this version knows them"
_UNKNOWN_CHANNEL = "channels of which the package does not tell whether they are direct messages"


def recognise(archive: Archive) -> str | None:
    """Whether the account or a channel of Discord is there."""
    if _account(archive):
        return _LAYOUT
    looked_at = next(iter(_channels(archive)), None)
    beside = f"{posixpath.dirname(looked_at)}/messages" if looked_at else ""
    return _LAYOUT if looked_at and archive.find(f"{beside}.json", f"{beside}.csv") else None


def _account(archive: Archive) -> str | None:
    named = (name for name in archive.find("user.json") if _USER.search(name))
    return next((name for name in named if _is_account(archive, name)), None)


def _is_account(archive: Archive, name: str) -> bool:
    """Whether a file is the account's: by fields that are Discord's alone, or by what lies beside it."""
    start = start_of(archive, name)
    marked = any(mark in start for mark in ('"discriminator"', '"global_name"'))
    beside = f"{posixpath.dirname(posixpath.dirname(name))}/*/index.json".lstrip("/")
    return marked or ('"username"' in start and bool(_channels(archive) or archive.find(beside)))


def _channels(archive: Archive) -> tuple[str, ...]:
    return tuple(name for name in archive.find("channel.json") if _CHANNEL.search(name))


def owner(archive: Archive) -> str | None:
    """The handle."""
    return text_in(_user(Export(archive)), "username") or None


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the package holds of its owner, but for direct messages."""
    export = Export(archive, keep)
    user = _user(export)
    told, gaps = told_in(user, _ALWAYS, _NO_PROFILE)
    images: list[Image] = []
    snapshot = Snapshot(
        PLATFORM,
        Door.EXPORT,
        owner=_owner(user),
        posts=tuple(_posts(export, images)),
        connections=tuple(_people(export, user)),
        images=(*_avatar(export), *images),
        site=SITE,
        lacks=tuple(LACKS),
        read=(*told, Part.CONNECTIONS),
    )
    gaps += [Gap(Part.BIO, _NO_BIO), Gap(Part.SETTINGS, NO_SWITCHES)]
    gaps += [] if user else [Gap(Part.CONNECTIONS, _NO_PROFILE)]
    gaps += [] if _channels(archive) else [Gap(Part.POSTS, _NO_MESSAGES)]
    return finished(snapshot, export, gaps, BY_HAND)


def _user(export: Export) -> dict[str, Any]:
    value = export.json(Part.CONTACT, _account(export.archive))
    return value if isinstance(value, dict) else {}


def _owner(user: dict[str, Any]) -> Owner:
    email, phone = text_in(user, "email"), text_in(user, "phone")
    return Owner(
        name=text_in(user, "global_name") or None,
        handle=text_in(user, "username") or None,
        emails=(email,) if email else (),
        phones=(phone,) if phone else (),
    )


def _avatar(export: Export) -> Iterator[Image]:
    account = _account(export.archive)
    place = f"{posixpath.dirname(account)}/" if account else ""
    file = export.picture(f"{place}avatar.*") if place else None
    if file:
        yield Image(str(ImageRole.AVATAR), file, ImageRole.AVATAR)


def _posts(export: Export, images: list[Image]) -> Iterator[Post]:
    """The messages in servers; those of one channel lie beside what describes it."""
    for name in _channels(export.archive):
        channel = export.json(Part.POSTS, name)
        if _is_direct(channel):
            export.note([name], Part.POSTS)
        elif isinstance(part_of(channel, "guild"), dict):
            rows = _rows(export, posixpath.dirname(name))
            yield from export.keep(Part.POSTS, partial(_post, channel=channel, images=images), rows)
        elif channel is not None:
            export.fell_short(Part.POSTS, _UNKNOWN_CHANNEL)


def _is_direct(channel: Any) -> bool:
    kind = part_of(channel, "type")
    return str(kind).casefold() in _DIRECT or "recipients" in (channel if isinstance(channel, dict) else ())


def _rows(export: Export, folder: str) -> Iterator[Any]:
    listed = export.find(Part.POSTS, f"{folder}/messages.json")
    if listed:
        export.note(listed, Part.IMAGES)
        yield from export.items(Part.POSTS, listed)
        return
    tables = export.find(Part.POSTS, f"{folder}/messages.csv")
    if not tables:
        export.fell_short(Part.POSTS, _NO_FILE)
    export.note(tables, Part.IMAGES)
    yield from export.rows(Part.POSTS, tables, TableForm(named=str))


def _post(row: Any, *, channel: Any, images: list[Image]) -> Post:
    number, words = id_in(row, "ID"), part_of(row, "Contents")
    if not number or not number.isdecimal() or not isinstance(words, str):
        raise ItemUnreadable(_UNKNOWN_MESSAGE)
    attached = text_in(row, "Attachments").split()
    shown = [address for address in attached if _PICTURE.search(address)]
    images += [Image(f"{number}-{place}", post=number, url=url) for place, url in enumerate(shown, 1)]
    server, place = id_in(part_of(channel, "guild")), id_in(channel)
    return Post(
        number,
        words.strip(),
        time=moment_in_utc(text_in(row, "Timestamp")),
        audience=Audience.CUSTOM,
        url=f"{SITE}/channels/{server}/{place}/{number}" if server and place else None,
    )


def _people(export: Export, user: dict[str, Any]) -> Iterator[Connection]:
    """Friends and blocked people; requests are neither."""
    listed = user.get("relationships")
    if user and not isinstance(listed, list):
        export.fell_short(Part.CONNECTIONS, _NO_PEOPLE)
    people = listed if isinstance(listed, list) else ()
    shown = (one for one in people if _kind_of(one) not in _REQUESTS)
    yield from export.keep(Part.CONNECTIONS, _person, shown)


def _kind_of(person: Any) -> str:
    return str(part_of(person, "type")).casefold()


def _person(person: Any) -> Connection:
    relation, about = _RELATIONS.get(_kind_of(person)), part_of(person, "user")
    number = id_in(person) or id_in(about)
    if relation is None:
        raise ItemUnreadable(UNKNOWN_PERSON)
    if number is None:
        raise ItemUnreadable("people without a number")
    name = text_in(about, "global_name") or text_in(person, "nickname")
    return Connection(number, name or None, text_in(about, "username") or None, relation)


DISCORD_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: f"no: {_NO_BIO}",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.IMAGES: f"in part: {ONLY_ADDRESSES}",
        Part.CONNECTIONS: f"in part: {nameless(BY_HAND)}",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
