"""LinkedIn's export ("Get a copy of your data"): recognise, owner, posts, comments, articles, people.

What this rests on: published fixtures of the profile's, the addresses' and the connections' tables; shares,
comments, phone numbers and articles follow published readers and a sample constructed from them. A share's
``MEMBER_NETWORK`` is not known to mean everybody or connections only, and stays unknown. Messages,
invitations, uploaded address books, reactions, logins and advertising are never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.noting import take
from selfaudit.model.questions import unanswered
from selfaudit.model.snapshot import Connection, Gap, Image, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, Part, PostKind
from selfaudit.platforms.exported import (
    NO_SWITCHES,
    NOT_INCLUDED,
    ONLY_ADDRESSES,
    OTHERS_WORDS,
    Export,
    finished,
    mark_of,
    not_told,
    stamp,
)
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.linkedin.exported_owner import marks_of, name_of, owner_of
from selfaudit.platforms.linkedin.exported_tables import (
    COMMENTS,
    CONNECTIONS,
    MEDIA,
    SHARES,
    TELLING,
    rows_of,
)
from selfaudit.platforms.linkedin.settings import SWITCHES
from selfaudit.platforms.reading import ItemUnreadable, soup_of

_BASIC, _COMPLETE = "basic", "complete"
_ARTICLES = ("Articles/*.html",)
_AUDIENCES = {
    "PUBLIC": Audience.PUBLIC,
    "ANYONE": Audience.PUBLIC,
    "LOGGED_IN": Audience.PUBLIC,
    "CONNECTIONS": Audience.FRIENDS,
    "CONNECTIONS_ONLY": Audience.FRIENDS,
}
_LARGER = (
    "the export holds no file of {}: LinkedIn leaves out files that would be empty, and its smaller download"
    " never holds them; to be sure, ask LinkedIn for the larger data archive and import that"
)
_HIDDEN = (
    "connections of whom LinkedIn gives nothing but the day, because they left or hide their name; look"
    " through your list of connections on LinkedIn for them"
)
_NO_FOLLOWERS = (
    "LinkedIn's export does not say who follows you without being connected to you; on LinkedIn, open My"
    " Network, then Following & followers, and look by hand"
)
_UNNAMED = "Profile.csv, which says whose export this is, is missing"
_PICTURES = "profile pictures: LinkedIn's export does not hold them"


def recognise(archive: Archive) -> str | None:
    """The larger or the smaller download, told by the headings of its tables."""
    known = [table for table in TELLING if any(table.starts(archive, name) for name in table.files(archive))]
    if not known:
        return None
    return _COMPLETE if {SHARES, COMMENTS} & set(known) else _BASIC


def owner(archive: Archive) -> str | None:
    """The name."""
    return name_of(Export(archive))


def marks(archive: Archive) -> frozenset[str]:
    """What no other member of that name has."""
    return marks_of(Export(archive))


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    me = owner_of(export)
    shown: list[Image] = []
    posts = export.keep(Part.POSTS, lambda row: _share(row, shown), rows_of(export, SHARES))
    comments = export.keep(Part.COMMENTS, _comment, rows_of(export, COMMENTS))
    snapshot = Snapshot(
        "linkedin",
        Door.EXPORT,
        owner=me,
        posts=(*posts, *_articles(export), *comments),
        connections=tuple(_people(export)),
        images=(*shown, *_media(export)),
        site="https://www.linkedin.com",
    )
    gaps = [
        Gap(Part.COMMENTS, OTHERS_WORDS),
        Gap(Part.CONNECTIONS, _NO_FOLLOWERS),
        Gap(Part.IMAGES, _PICTURES),
    ]
    gaps += [*not_told(SWITCHES.unread(())), *unanswered(SWITCHES.questions)]
    gaps += [] if me.bio is not None else [Gap(Part.BIO, _UNNAMED)]
    gaps += [] if CONNECTIONS.files(archive) else [Gap(Part.CONNECTIONS, NOT_INCLUDED)]
    for table, words in ((SHARES, "posts"), (COMMENTS, "comments")):
        gaps += [] if table.files(archive) else [Gap(table.part, _LARGER.format(words))]
    return finished(snapshot, export, gaps)


def _share(row: dict[str, str], shown: list[Image]) -> Post:
    """A post; the picture that it shows goes with the others."""
    link, time = row.get("sharelink", ""), moment_in_utc(row.get("date"))
    if not link and time is None:
        raise ItemUnreadable("posts without an address and a time")
    text, led_to = row.get("sharecommentary", ""), row.get("sharedurl", "")
    address = row.get("mediaurl", "")
    shown += [Image(address, post=link or None, url=address)] if address else []
    return Post(
        link or _key("share", time, text),
        text,
        time=time,
        audience=_AUDIENCES.get(row.get("visibility", "").upper(), Audience.UNKNOWN),
        url=link or None,
        links=(led_to,) if led_to else (),
    )


def _comment(row: dict[str, str]) -> Post:
    text, time = row.get("message", ""), moment_in_utc(row.get("date"))
    if not text and time is None:
        raise ItemUnreadable("comments without words and a time")
    return Post(_key("comment", time, text), text, PostKind.COMMENT, time=time, url=row.get("link") or None)


def _key(kind: str, time: datetime | None, text: str) -> str:
    return f"{kind}-{stamp(time)}-{mark_of(text)}"


def _articles(export: Export) -> Iterator[Post]:
    """Articles, published or not: the files do not tell which surely enough to name an audience."""
    for name in export.archive.find(*_ARTICLES):
        page = export.page(name, Part.POSTS)
        take(page)
        soup = soup_of(page)
        stated = soup.select_one(".published") or soup.select_one(".created")
        time = moment_in_utc(stated.get_text().rpartition(" on ")[2]) if stated else None
        for aside in soup.select(".created, .published"):
            aside.decompose()
        text = written_text(soup.body)
        if text:
            yield Post(posixpath.basename(name), text, time=time)


def _media(export: Export) -> Iterator[Image]:
    """What was uploaded; its words are the owner's, the pictures themselves are only linked to."""
    for row in rows_of(export, MEDIA):
        address, words = row.get("medialink", ""), row.get("mediadescription", "")
        if address:
            yield Image(address, url=address, caption=words if words.strip("- ") else None)


def _people(export: Export) -> Iterator[Connection]:
    """Connections; their e-mail addresses are theirs and are left out."""
    for row in rows_of(export, CONNECTIONS):
        name = " ".join(filter(None, (row.get("firstname"), row.get("lastname"))))
        url = row.get("url", "")
        if not name and not url:
            export.fell_short(Part.CONNECTIONS, _HIDDEN)
            continue
        stated = row.get("connectedon", "")
        yield Connection(
            url.casefold().rstrip("/") or f"{name} {stated}",
            name or None,
            handle=url.rstrip("/").rpartition("/in/")[2] or None if "/in/" in url else None,
            relation="connection",
            since=_day(stated),
            about=" at ".join(filter(None, (row.get("position"), row.get("company")))) or None,
            url=url or None,
        )


@lru_cache(maxsize=4096)
def _day(stated: str) -> datetime | None:
    """``08 Feb 2026``; the beginning of that day, for no hour is told."""
    try:
        return datetime.strptime(stated, "%d %b %Y").replace(tzinfo=UTC)
    except ValueError:
        return moment_in_utc(stated)


LINKEDIN_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    marks=marks,
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {OTHERS_WORDS}",
        Part.IMAGES: f"in part: {ONLY_ADDRESSES}, and nothing of the picture on your profile",
        Part.CONNECTIONS: f"in part: {_NO_FOLLOWERS}",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
