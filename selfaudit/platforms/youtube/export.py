"""YouTube's part of Google Takeout: recognise, owner, videos, comments, subscriptions.

What this rests on: names of tables and columns follow published readers; no published export was to be had,
and the samples are constructed from those readers. Tables are read under their English headings; others are a
gap. What was watched or searched for is never opened.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep, Unreadable
from selfaudit.model.json_text import whole_text
from selfaudit.model.snapshot import Connection, Fact, Gap, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, Part, PostKind
from selfaudit.platforms.exported import NO_SWITCHES, OTHERS_WORDS, Export, finished, not_told
from selfaudit.platforms.generic.tables import headed, stated
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.youtube.answers import SITE
from selfaudit.platforms.youtube.items import address_of
from selfaudit.platforms.youtube.settings import SETTINGS

_LAYOUT = "takeout"
_CHANNELS = (("channel id", "channel visibility"), "channels/channel*.csv", "channel*.csv")
_VIDEOS = (("video id", "privacy"), "video metadata/videos*.csv", "videos*.csv")
_PLAYLISTS = (("playlist id", "playlist visibility"), "playlists/playlists*.csv", "playlists*.csv")
_COMMENTS = (("comment id", "comment text"), "comments/comments*.csv", "comments*.csv")
_CHATS = (("live chat id", "live chat text"), "live chats/live chats*.csv", "live chats*.csv")
_SUBSCRIPTIONS = (("channel id", "channel url"), "subscriptions/subscriptions*.csv", "subscriptions*.csv")
_POSTS = (("post id", "post text"), "posts/posts*.csv", "posts*.csv")
_TABLES = (_CHANNELS, _VIDEOS, _PLAYLISTS, _COMMENTS, _CHATS, _SUBSCRIPTIONS, _POSTS)
_ENGLISH = ("channel id", "video id", "playlist id", "comment id", "live chat id", "post id")
_HELD_IN_TABLES = (Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.CONNECTIONS, Part.OTHER)
_AUDIENCES = {"public": Audience.PUBLIC, "unlisted": Audience.CUSTOM, "private": Audience.PRIVATE}
_UNKNOWN_ROW = "rows in a form that this version does not know"
_UNKNOWN_HEADING = "has a heading that this version does not know"
_OTHER_WORDS = (
    "the tables have headings in a language that this version does not read; set your Google account to "
    "English and ask for the export again"
)
_NO_BIO = "the export does not hold the description of your channel; please look at it by hand"
_NO_LINKS = "the export does not hold the links on your channel; please look at them by hand"
_NO_SUBSCRIBERS = "the export does not say who subscribes to you; please look in YouTube Studio by hand"
_UNWATCHED = "films are not looked at, and the export does not hold the covers of your videos"
_UNNAMED = "the files do not say whose export this is; tick your channel and your profile too"


def recognise(archive: Archive) -> str | None:
    """Whether YouTube's tables or its folder are there."""
    in_folder = any(_in_youtube(name) for name in archive.names())
    return _LAYOUT if in_folder or any(headed(archive, *table) for table in _TABLES) else None


def _in_youtube(name: str) -> bool:
    """Whether a file lies in YouTube's folder, whose name begins alike in every language."""
    folders = name.lower().split("/")[:-1]
    return any(outer == "takeout" and inner.startswith("youtube") for outer, inner in pairwise(folders))


def owner(archive: Archive) -> str | None:
    """The channel's title, else the name of the Google account."""
    return _owner(Export(archive)).name


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    me = _owner(export)
    videos = _rows(export, Part.POSTS, _VIDEOS, _video)
    others = (*_rows(export, Part.POSTS, _PLAYLISTS, _playlist), *_rows(export, Part.POSTS, _POSTS, _notice))
    said = (*_rows(export, Part.COMMENTS, _COMMENTS, _comment), *_rows(export, Part.COMMENTS, _CHATS, _chat))
    snapshot = Snapshot(
        "youtube",
        Door.EXPORT,
        owner=me,
        posts=(*videos, *others, *said),
        connections=_rows(export, Part.CONNECTIONS, _SUBSCRIPTIONS, _subscription),
        site=SITE,
        read=(Part.BIO,) if me.bio is not None else (),
    )
    gaps = [Gap(Part.CONNECTIONS, _NO_SUBSCRIBERS), *not_told(SETTINGS.not_seen(()))]
    gaps += [Gap(Part.IMAGES, _UNWATCHED, len(videos) or None)]
    if _in_other_words(archive):
        gaps += [Gap(part, _OTHER_WORDS) for part in _HELD_IN_TABLES]
        return finished(snapshot, export, (*gaps, Gap(Part.COMMENTS, OTHERS_WORDS)))
    gaps += [Gap(Part.CONTACT, _NO_LINKS), *export.own_comments()]
    gaps += [] if me.bio is not None else [Gap(Part.BIO, _NO_BIO)]
    gaps += [] if me.name else [Gap(Part.OTHER, _UNNAMED)]
    return finished(snapshot, export, gaps)


def _in_other_words(archive: Archive) -> bool:
    """Whether there are tables, none is one that is read, and some have not one heading in English."""
    if any(headed(archive, *table) for table in _TABLES):
        return False
    tables = (name for name in archive.find("*.csv") if _in_youtube(name))
    return any(not any(headed(archive, [word], name) for word in _ENGLISH) for name in tables)


def _rows(export: Export, part: Part, table: tuple[tuple[str, ...], str, str], parse: Any) -> tuple[Any, ...]:
    """The rows of a table, which a large export brings in several files."""
    names = headed(export.archive, *table)
    if not names:
        for name in export.archive.find(table[1]):
            export.miss(part, Unreadable(name, _UNKNOWN_HEADING))
    export.note(names, part)
    return export.keep(part, parse, export.rows(part, names))


def _owner(export: Export) -> Owner:
    channels = list(export.rows(Part.BIO, headed(export.archive, *_CHANNELS)))
    profile = export.first(Part.CONTACT, "Profile/Profile.json")
    named = [(_cell(row, "channel id"), _cell(row, "channel title (original)")) for row in channels]
    bios = [_cell(row, name) for row in channels for name in row if name.startswith("channel description")]
    emails = (text_in(one, "value") for one in objects(part_of(profile, "emails")))
    real = text_in(profile, "displayName") or text_in(part_of(profile, "name"), "formattedName")
    return Owner(
        name=next((title for _, title in named if title), real) or None,
        bio=bios[0] if bios else None,
        emails=tuple(dict.fromkeys(filter(None, emails))),
        facts=tuple(Fact("Channel", title) for _, title in named[1:] if title),
        url=next((f"{SITE}/channel/{number}" for number, _ in named if number), None),
    )


def _cell(row: dict[str, str], *names: str) -> str:
    return next((found for name in names if (found := row.get(name, "").strip())), "")


def _number(row: dict[str, str], name: str) -> str:
    number = _cell(row, name)
    if not number or any(map(str.isspace, number)):
        raise ItemUnreadable(_UNKNOWN_ROW)
    return number


def _video(row: dict[str, str]) -> Post:
    number = _number(row, "video id")
    words = [_cell(row, f"video {name} (original)", f"video {name}") for name in ("title", "description")]
    tags = [f"#{row[name].strip()}" for name in row if name.startswith("tag ") and row[name].strip()]
    time = _cell(row, "video publish timestamp", "video create timestamp")
    return Post(
        number,
        "\n".join(filter(None, (*words, " ".join(tags)))),
        time=moment_in_utc(time) or stated(time),
        audience=_AUDIENCES.get(_cell(row, "privacy").casefold(), Audience.UNKNOWN),
        url=address_of(number),
    )


def _playlist(row: dict[str, str]) -> Post:
    number = _number(row, "playlist id")
    words = [
        _cell(row, f"playlist {name} (original)", f"playlist {name}") for name in ("title", "description")
    ]
    return Post(
        number,
        "\n".join(filter(None, words)),
        time=moment_in_utc(_cell(row, "playlist create timestamp")),
        audience=_AUDIENCES.get(_cell(row, "playlist visibility").casefold(), Audience.UNKNOWN),
        url=address_of(number, playlist=True),
    )


def _notice(row: dict[str, str]) -> Post:
    """A community post."""
    number = _number(row, "post id")
    text, links = _written(row["post text"])
    return Post(
        number,
        text,
        time=moment_in_utc(_cell(row, "post create timestamp")),
        url=f"{SITE}/post/{number}",
        links=links,
    )


def _comment(row: dict[str, str]) -> Post:
    text, links = _written(row.get("comment text", ""))
    video = _cell(row, "video id")
    return Post(
        _number(row, "comment id"),
        text,
        PostKind.COMMENT,
        time=moment_in_utc(_cell(row, "comment create timestamp")),
        url=address_of(video) if video else None,
        links=links,
        parent=_cell(row, "parent comment id", "video id", "post id") or None,
    )


def _chat(row: dict[str, str]) -> Post:
    text, links = _written(row["live chat text"])
    return Post(
        _number(row, "live chat id"),
        text,
        PostKind.COMMENT,
        time=moment_in_utc(_cell(row, "live chat create timestamp")),
        links=links,
        parent=_cell(row, "video id") or None,
    )


def _written(cell: str) -> tuple[str, tuple[str, ...]]:
    """The words and links of a text; it stands in pieces, as JSON objects with commas between them."""
    try:
        pieces = objects(json.loads(f"[{cell}]", strict=False))
    except (ValueError, RecursionError):
        return cell.strip(), ()
    if not pieces:
        return cell.strip(), ()
    whole = [one for piece in pieces for one in objects(piece.get("takeoutSegments")) or [piece]]
    texts = [one["text"] for one in whole if isinstance(one.get("text"), str)] or [cell]
    links = (text_in(part_of(one, "link"), "linkUrl", "url") for one in whole)
    text = whole_text("".join(texts)).strip()
    return text, tuple(dict.fromkeys(filter(None, links)))


def _subscription(row: dict[str, str]) -> Connection:
    number = _number(row, "channel id")
    title = _cell(row, "channel title")
    return Connection(number, title or None, relation="following", url=f"{SITE}/channel/{number}")


YOUTUBE_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: "in part: only some exports hold the description of your channel",
        Part.CONTACT: f"in part: {_NO_LINKS}",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {OTHERS_WORDS}",
        Part.IMAGES: f"no: {_UNWATCHED}",
        Part.CONNECTIONS: f"in part: {_NO_SUBSCRIBERS}",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
