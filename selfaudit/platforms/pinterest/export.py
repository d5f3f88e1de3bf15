"""Pinterest's export ("Request your data"), one long page: recognise, owner, Pins, boards, comments.

What this rests on: the section of Pins is a published sample of one Pin. The fields of boards, comments and
the account are read where they have the names that they would be expected to have; sections that this
version does not know are counted. Messages are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.noting import ask
from selfaudit.model.snapshot import Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, Part, PostKind
from selfaudit.platforms.exported import NO_SWITCHES, OTHERS_WORDS, Export, finished, not_told
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.pinterest.exported_page import HEADING, Record, entries
from selfaudit.platforms.pinterest.settings import SWITCHES
from selfaudit.platforms.reading import ItemUnreadable

_LAYOUT = "page"
_MOST_LOOKED_AT = 100
_SITE = "https://www.pinterest.com"
_PIN = re.compile(r"https?://(?:[\w-]+\.)?pinterest\.[\w.]+/pin/(\d+)", re.IGNORECASE)
_KINDS = ("pin", "board", "comment", "account", "profile", "user")
_UNKNOWN_PIN = "Pins in a form that this version does not know"
_UNKNOWN_SECTIONS = "sections of the export that this version does not know"
_UNNAMED = "the export does not say whose it is in words that this version knows"
_NO_OWNER = "the published form of this export has no section for it that this version knows"


def _pages(archive: Archive) -> tuple[str, ...]:
    return tuple(
        name
        for name in archive.find("*.html", "*.htm")[:_MOST_LOOKED_AT]
        if _is_page(start_of(archive, name))
    )


def _is_page(start: str) -> bool:
    """Whether a page begins as the export does: headings of sections, with records under one of them."""
    headed = HEADING.search(start)
    return bool(headed and "pinterest." in start and re.search(r"<br\s*/?>\s*[A-Z][\w ]+: ", start))


def recognise(archive: Archive) -> str | None:
    """Whether Pinterest's page is there."""
    return _LAYOUT if _pages(archive) else None


def owner(archive: Archive) -> str | None:
    """The name that Pins are kept under."""
    return _found(Export(archive), with_posts=False).name


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    found = _found(export)
    name = found.name
    if found.unknown:
        export.fell_short(Part.OTHER, _UNKNOWN_SECTIONS, len(found.unknown))
    snapshot = Snapshot(
        "pinterest",
        Door.EXPORT,
        owner=Owner(handle=name, emails=tuple(found.emails), url=f"{_SITE}/{name}/" if name else None),
        posts=(*found.pins, *found.boards, *found.comments),
        images=tuple(found.images),
        site=_SITE,
    )
    gaps = [Gap(part, _NO_OWNER) for part in (Part.BIO, Part.CONTACT, Part.CONNECTIONS)]
    gaps += [*export.own_comments(), *not_told(SWITCHES.unread(()))]
    gaps += [] if name else [Gap(Part.OTHER, _UNNAMED)]
    return finished(snapshot, export, gaps)


@dataclass(slots=True)
class _Found:
    """What the pages hold, each entry made into what it is as soon as it was read."""

    export: Export
    with_posts: bool
    pins: list[Post] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    boards: list[Post] = field(default_factory=list)
    comments: list[Post] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    emails: dict[str, None] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    said: int = 0

    @property
    def name(self) -> str | None:
        """The name that every Pin carries; others' Pins that were kept carry the keeper's too."""
        return next(iter(self.names)) if len(self.names) == 1 else None

    def take(self, title: str, record: Record) -> None:
        """An entry of the section of this title."""
        kind = next((one for one in _KINDS if _is(title, one)), "")
        if kind in {"pin", "account", "profile"}:
            self.names.update(filter(None, (record.told("username"),)))
        if kind in {"account", "profile", "user"}:
            address = record.told("email", "email address")
            self.emails |= {address: None} if "@" in address else {}
        if not kind:
            self.unknown.add(title)
        elif self.with_posts:
            self._take_words(kind, record)

    def _take_words(self, kind: str, record: Record) -> None:
        match kind:
            case "pin":
                for post, image in self.export.keep(Part.POSTS, _pin, [record]):
                    self.pins.append(post)
                    self.images += [image] if image else []
            case "board":
                self.boards += _board(record)
            case "comment":
                self.comments += _comment(record, self.said)
                self.said += 1


def _found(export: Export, *, with_posts: bool = True) -> _Found:
    """Every entry of every page."""
    found = _Found(export, with_posts)
    for name in _pages(export.archive):
        for title, record in entries(export, name):
            for part, word in ((Part.POSTS, "pin"), (Part.COMMENTS, "comment")):
                if record is None and _is(title, word):
                    export.note([name], part)
            if record:
                found.take(title, record)
    return found


def _is(title: str, word: str) -> bool:
    found = title.strip().casefold() in {word, f"{word}s", f"your {word}s"}
    if found:
        ask(title)
    return found


def _pin(record: Record) -> tuple[Post, Image | None]:
    number = _PIN.match(record.url or "")
    if number is None or not record.worded:
        raise ItemUnreadable(_UNKNOWN_PIN)
    words = (record.told("title"), record.told("details", "description"), record.told("alt text"))
    repeated = record.told("is a repin") == "True"
    post = Post(
        number[1],
        "\n".join(dict.fromkeys(filter(None, words))),
        PostKind.REPOST if repeated else PostKind.POST,
        own=not repeated,
        time=_time(record),
        audience=_audience(record),
        url=f"{_SITE}/pin/{number[1]}/",
        links=record.links,
    )
    image = None if repeated or not record.told("image") else Image(number[1], post=number[1])
    return post, image


def _time(record: Record) -> datetime | None:
    return moment_in_utc(record.told("created at").replace("/", "-"))


def _audience(record: Record) -> Audience:
    """A secret board's Pins are private; the export says it of every Pin."""
    told = {"True": Audience.PRIVATE, "False": Audience.PUBLIC}
    return told.get(record.told("private", "secret"), Audience.UNKNOWN)


def _board(record: Record) -> Iterator[Post]:
    words = (record.told("name", "board name", "title"), record.told("description", "details"))
    text = "\n".join(filter(None, words))
    key = record.told("board id", "id") or record.url or text
    if text:
        url = record.url if record.url and record.url.startswith("https://") else None
        yield Post(f"board-{key}", text, time=_time(record), audience=_audience(record), url=url)


def _comment(record: Record, number: int) -> Iterator[Post]:
    text = record.told("text", "comment", "details")
    pin = _PIN.match(record.url or "")
    if text:
        key = record.told("id", "comment id") or f"{pin[1] if pin else ''}-{number}"
        parent = pin[1] if pin else None
        yield Post(f"comment-{key}", text, PostKind.COMMENT, time=_time(record), parent=parent)


PINTEREST_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: f"no: {_NO_OWNER}",
        Part.CONTACT: "in part: the e-mail address, where the page has a section about your account",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {OTHERS_WORDS}",
        Part.IMAGES: "in part: which Pins have pictures, without the pictures themselves",
        Part.CONNECTIONS: f"no: {_NO_OWNER}",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
