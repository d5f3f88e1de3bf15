"""Reddit's export ("Request a copy of your data"): recognise, owner, posts, comments, people, switches.

What this rests on: the names of files and columns follow two published readers; no published export was to
be had, and the samples are constructed from those readers. Votes, what was saved, messages, chats and the
addresses of computers are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.vocabulary import Door, Part, PostKind
from selfaudit.platforms.exported import (
    ONLY_ADDRESSES,
    OTHERS_WORDS,
    Export,
    doubt_of_dates,
    finished,
    not_told,
)
from selfaudit.platforms.generic.tables import headed, stated
from selfaudit.platforms.reading import ItemUnreadable, absolute
from selfaudit.platforms.reddit.answers import COMMENT, POST, SITE
from selfaudit.platforms.reddit.settings import SETTINGS
from selfaudit.platforms.untold import nameless

_LAYOUT = "tables"
_ROW = ("id", "permalink", "subreddit")
_STATISTICS = ("statistic", "value")
_GONE = frozenset({"[deleted]", "[removed]", "[ Removed by Reddit ]"})
_THREAD = re.compile(r"/comments/(\w+)")
_PICTURE = re.compile(r"https?://(?:i\.redd\.it|preview\.redd\.it|i\.imgur\.com)/", re.IGNORECASE)
_GALLERY = re.compile(r"https?://(?:www\.)?reddit\.com/gallery/", re.IGNORECASE)
_NUMBER = re.compile(r"\w{1,20}")
_UNKNOWN_ROW = "rows in a form that this version does not know"
_UNNAMED = "the files do not say whose export this is; import the whole export, not single files of it"
_NO_BIO = "Reddit's export does not hold the text of your profile; please look at it by hand"
_NO_LINKS = "Reddit's export does not hold the links beside your profile; please look at them by hand"
_NO_FOLLOWERS = (
    "Reddit's export does not say who follows you; please look through your list of followers in its app"
)
_GALLERIES = "galleries of pictures, which the export does not hold"


def recognise(archive: Archive) -> str | None:
    """Whether these are Reddit's tables, told by the headings of one of them."""
    known = headed(archive, _STATISTICS, "statistics.csv") or headed(
        archive, _ROW, "posts.csv", "comments.csv", "post_headers.csv", "comment_headers.csv"
    )
    return _LAYOUT if known else None


def owner(archive: Archive) -> str | None:
    """The name of the account."""
    return _account(Export(archive)).get("account name") or None


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    account = _account(export)
    posts = _posts(export)
    switches = tuple(_switches(export))
    snapshot = Snapshot(
        "reddit",
        Door.EXPORT,
        owner=_owner(export, account),
        posts=(*(post.post for post in posts), *_comments(export)),
        connections=tuple(_people(export)),
        settings=switches,
        images=tuple(image for post in posts for image in post.images),
        site=SITE,
        taken_at=stated(account.get("export time", "")),
    )
    gaps = [Gap(Part.BIO, _NO_BIO), Gap(Part.CONTACT, _NO_LINKS), Gap(Part.CONNECTIONS, _NO_FOLLOWERS)]
    gaps += [*export.own_comments(), *not_told(SETTINGS.not_seen(switches))]
    gaps += [] if account.get("account name") else [Gap(Part.OTHER, _UNNAMED)]
    return finished(snapshot, export, gaps)


def _pairs(export: Export, part: Part, name: str, key: str) -> dict[str, str]:
    """A table of two columns as names and values."""
    rows = export.rows(part, export.archive.find(name)[:1])
    return {row[key].strip().casefold(): row.get("value", "").strip() for row in rows if key in row}


def _account(export: Export) -> dict[str, str]:
    return _pairs(export, Part.CONTACT, "statistics.csv", "statistic")


def _owner(export: Export, account: dict[str, str]) -> Owner:
    phones = export.rows(Part.CONTACT, export.archive.find("linked_phone_number.csv"))
    email, name = account.get("email address"), account.get("account name")
    return Owner(
        handle=name or None,
        emails=(email,) if email and "@" in email else (),
        phones=tuple(dict.fromkeys(filter(None, (row.get("phone_number", "").strip() for row in phones)))),
        url=f"{SITE}/user/{name}" if name else None,
    )


@dataclass(frozen=True, slots=True)
class _Posted:
    """A post with the picture that it is, if it is one."""

    post: Post
    images: tuple[Image, ...] = ()


def _posts(export: Export) -> tuple[_Posted, ...]:
    names = export.find(Part.POSTS, "posts.csv")
    export.note(names, Part.IMAGES)
    if not names:
        _bare(export, Part.POSTS, "post_headers.csv")
    found = export.keep(Part.POSTS, _post, export.rows(Part.POSTS, names))
    galleries = sum(any(map(_GALLERY.match, one.post.links)) for one in found)
    if galleries:
        export.fell_short(Part.IMAGES, _GALLERIES, galleries)
    return found


def _bare(export: Export, part: Part, name: str) -> None:
    """Note that there is only the table without the words."""
    if export.archive.find(name):
        export.fell_short(part, f"the export holds {name} only, which has no words in it")


def _post(row: dict[str, str]) -> _Posted:
    number, about = _number(row), row.get("url", "").strip()
    words = (row.get("title", "").strip(), _written(row))
    identity = f"{POST}_{number}"
    link = absolute(SITE, about) if about else None
    post = Post(
        identity,
        "\n".join(filter(None, words)),
        time=stated(row.get("date", "")),
        url=_address(row["permalink"].strip()),
        links=(link,) if link else (),
    )
    shown = link if link and _PICTURE.match(link) else None
    return _Posted(post, (Image(f"{identity}:0", post=identity, url=shown),) if shown else ())


def _comments(export: Export) -> tuple[Post, ...]:
    names = export.find(Part.COMMENTS, "comments.csv")
    if not names:
        _bare(export, Part.COMMENTS, "comment_headers.csv")
    return export.keep(Part.COMMENTS, _comment, export.rows(Part.COMMENTS, names))


def _comment(row: dict[str, str]) -> Post:
    thread = _THREAD.search(row.get("link", "") or row.get("permalink", ""))
    parent = row.get("parent", "").strip()
    answered = f"{COMMENT}_{parent.removeprefix('t1_')}" if parent else None
    return Post(
        f"{COMMENT}_{_number(row)}",
        _written(row),
        PostKind.COMMENT,
        time=stated(row.get("date", "")),
        url=_address(row["permalink"].strip()),
        parent=answered or (f"{POST}_{thread[1]}" if thread else None),
    )


def _address(place: str) -> str | None:
    return place if place.startswith("https://") else absolute(SITE, place)


def _number(row: dict[str, str]) -> str:
    number = row.get("id", "").strip().removeprefix("t3_").removeprefix("t1_")
    if not _NUMBER.fullmatch(number) or not row.get("permalink", "").strip() or "body" not in row:
        raise ItemUnreadable(_UNKNOWN_ROW)
    return number


def _written(row: dict[str, str]) -> str:
    body = row.get("body", "").strip()
    return "" if body in _GONE else body


def _people(export: Export) -> Iterator[Connection]:
    for row in export.rows(Part.CONNECTIONS, export.archive.find("friends.csv")):
        name = row.get("username", "").strip()
        if name:
            yield Connection(name.casefold(), handle=name, relation="following", url=f"{SITE}/user/{name}")


def _switches(export: Export) -> Iterator[Setting]:
    told = _pairs(export, Part.SETTINGS, "user_preferences.csv", "preference")
    words = {"true": True, "false": False}
    data = {name: words.get(value.casefold(), value) for name, value in told.items() if value}
    yield from SETTINGS.settings(data)


REDDIT_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    doubt=doubt_of_dates("Reddit"),
    parts={
        Part.BIO: f"no: {_NO_BIO}",
        Part.CONTACT: f"in part: {_NO_LINKS}",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {OTHERS_WORDS}",
        Part.IMAGES: f"in part: {ONLY_ADDRESSES}",
        Part.CONNECTIONS: f"in part: {_NO_FOLLOWERS}; {nameless()}",
        Part.SETTINGS: "in part: the export tells some of the switches only",
    },
)
