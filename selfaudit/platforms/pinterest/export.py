"""Pinterest's export ("Request your data"), one long page: recognise, owner, Pins, boards, comments.

What this rests on: the section of Pins is a published sample of one Pin. The fields of boards, comments and
the account are read where they have the names that they would be expected to have; sections that this
version does not know are counted. Messages are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.noting import as_in, ask, held
from selfaudit.model.snapshot import Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, Part, PostKind
from selfaudit.platforms.exported import NO_SWITCHES, OTHERS_WORDS, Export, finished, not_told
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.pinterest.settings import SWITCHES
from selfaudit.platforms.reading import ItemUnreadable

_LAYOUT = "page"
_MOST_LOOKED_AT = 100
_SITE = "https://www.pinterest.com"
_HEADING = re.compile(r"<h1\b[^>]{0,200}>([^<]{0,200})</h1>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_HREF = re.compile(r"""<a\b[^>]{0,50}\bhref=["']?([^"'\s>]{1,2000})""", re.IGNORECASE)
_PIN = re.compile(r"https?://(?:[\w-]+\.)?pinterest\.[\w.]+/pin/(\d+)", re.IGNORECASE)
_RECORD = re.compile(
    r"""(?<!: )(?=<a\b[^>]{0,50}\bhref=["']?https?://[\w.-]*pinterest\.[\w.]+/)""", re.IGNORECASE
)
_FIELD = re.compile(r"^([A-Z][\w '-]{0,40}):(?: |$)")
_NOTHING = "No data"
_SILENT = ("message", "conversation", "search", "device", "login", "ad ", "ads", "interest", "ip address")
_WORDED = frozenset({"title", "details", "description", "alt text"})
_UNKNOWN_PIN = "Pins in a form that this version does not know"
_UNKNOWN_SECTIONS = "sections of the export that this version does not know"
_UNNAMED = "the export does not say whose it is in words that this version knows"
_NO_OWNER = "the published form of this export has no section for it that this version knows"


@dataclass(frozen=True, slots=True)
class _Record:
    """One entry of a section: its address and its fields; whether some are for words."""

    url: str | None
    fields: dict[str, str]
    links: tuple[str, ...]
    worded: bool = False

    def told(self, *names: str) -> str:
        """The first of these fields that holds anything."""
        return next((found for name in names if (found := self.fields.get(name, ""))), "")


_Section = tuple[str, list[_Record]]


def _pages(archive: Archive) -> tuple[str, ...]:
    return tuple(
        name
        for name in archive.find("*.html", "*.htm")[:_MOST_LOOKED_AT]
        if _is_page(start_of(archive, name))
    )


def _is_page(start: str) -> bool:
    """Whether a page begins as the export does: headings of sections, with records under one of them."""
    headed = _HEADING.search(start)
    return bool(headed and "pinterest." in start and re.search(r"<br\s*/?>\s*[A-Z][\w ]+: ", start))


def recognise(archive: Archive) -> str | None:
    """Whether Pinterest's page is there."""
    return _LAYOUT if _pages(archive) else None


def owner(archive: Archive) -> str | None:
    """The name that Pins are kept under."""
    return _name(_sections(Export(archive)))


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    sections = _sections(export)
    name = _name(sections)
    pins, boards, said = (_below(sections, word) for word in ("pin", "board", "comment"))
    found = export.keep(Part.POSTS, _pin, pins)
    _note_sections(export, sections)
    images = [image for _post, image in found if image]
    snapshot = Snapshot(
        "pinterest",
        Door.EXPORT,
        owner=Owner(handle=name, emails=_emails(sections), url=f"{_SITE}/{name}/" if name else None),
        posts=(*(post for post, _image in found), *_boards(boards), *_comments(said)),
        images=tuple(images),
        site=_SITE,
    )
    gaps = [Gap(part, _NO_OWNER) for part in (Part.BIO, Part.CONTACT, Part.CONNECTIONS)]
    gaps += [*export.own_comments(), *not_told(SWITCHES.unread(()))]
    gaps += [] if name else [Gap(Part.OTHER, _UNNAMED)]
    return finished(snapshot, export, gaps)


def _sections(export: Export) -> list[_Section]:
    """The sections with their titles; those about messages and advertising are dropped unread."""
    kept: list[_Section] = []
    pages = _pages(export.archive)
    for name in pages:
        page = export.text(Part.POSTS, name)
        pieces = _HEADING.split(page)
        titled = zip(pieces[1::2], pieces[2::2], strict=True)
        kept += [
            (as_in(page, title), _records(as_in(page, text))) for title, text in titled if not _silent(title)
        ]
    for part, word in ((Part.POSTS, "pin"), (Part.COMMENTS, "comment")):
        if any(_is(title, word) for title, _records in kept):
            export.note(pages, part)
    return kept


def _silent(title: str) -> bool:
    return any(word in f"{title.strip().casefold()} " for word in _SILENT)


def _is(title: str, word: str) -> bool:
    found = title.strip().casefold() in {word, f"{word}s", f"your {word}s"}
    if found:
        ask(title)
    return found


def _below(sections: Sequence[_Section], *words: str) -> list[_Record]:
    """The entries of the sections of these titles."""
    return [one for title, records in sections if any(_is(title, word) for word in words) for one in records]


def _note_sections(export: Export, sections: list[_Section]) -> None:
    known = ("pin", "board", "comment", "account", "profile", "user")
    others = [title for title, records in sections if records and not any(_is(title, one) for one in known)]
    if others:
        export.fell_short(Part.OTHER, _UNKNOWN_SECTIONS, len(others))


def _records(text: str) -> list[_Record]:
    """The entries of a section, each of which begins with an address of its own."""
    pieces = _RECORD.split(text)
    records = (_record(as_in(text, piece)) for piece in pieces)
    return [record for record in records if record.fields]


def _record(piece: str) -> _Record:
    """Lines of ``Key: value``; a line that is none goes on with the value before it."""
    first, *lines = _BREAK.split(piece)
    address = _HREF.search(first)
    fields: dict[str, str] = {}
    last = ""
    for line in lines if address else [first, *lines]:
        plain = unescape(_TAG.sub("", line)).strip()
        named = _FIELD.match(plain)
        if named:
            last = named[1].casefold()
            fields[last] = plain[named.end() :]
        elif last and plain:
            fields[last] += f"\n{plain}"
    cleaned = {key: value.strip().removesuffix(",").strip() for key, value in fields.items()}
    kept = {key: value for key, value in cleaned.items() if value != _NOTHING}
    return _Record(
        unescape(address[1]) if address else None,
        held(piece, kept),
        _links(lines),
        not _WORDED.isdisjoint(fields),
    )


def _links(lines: list[str]) -> tuple[str, ...]:
    found = (unescape(address) for line in lines for address in _HREF.findall(line))
    return tuple(dict.fromkeys(one for one in found if one.startswith(("http://", "https://"))))


def _pin(record: _Record) -> tuple[Post, Image | None]:
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


def _time(record: _Record) -> datetime | None:
    return moment_in_utc(record.told("created at").replace("/", "-"))


def _audience(record: _Record) -> Audience:
    """A secret board's Pins are private; the export says it of every Pin."""
    told = {"True": Audience.PRIVATE, "False": Audience.PUBLIC}
    return told.get(record.told("private", "secret"), Audience.UNKNOWN)


def _boards(records: list[_Record]) -> Iterator[Post]:
    for record in records:
        words = (record.told("name", "board name", "title"), record.told("description", "details"))
        text = "\n".join(filter(None, words))
        key = record.told("board id", "id") or record.url or text
        if text:
            url = record.url if record.url and record.url.startswith("https://") else None
            yield Post(f"board-{key}", text, time=_time(record), audience=_audience(record), url=url)


def _comments(records: list[_Record]) -> Iterator[Post]:
    for number, record in enumerate(records):
        text = record.told("text", "comment", "details")
        pin = _PIN.match(record.url or "")
        if text:
            key = record.told("id", "comment id") or f"{pin[1] if pin else ''}-{number}"
            parent = pin[1] if pin else None
            yield Post(f"comment-{key}", text, PostKind.COMMENT, time=_time(record), parent=parent)


def _name(sections: Sequence[_Section]) -> str | None:
    """The name that every Pin carries; others' Pins that were kept carry the keeper's too."""
    names = {one.told("username") for one in _below(sections, "pin", "account", "profile")} - {""}
    return names.pop() if len(names) == 1 else None


def _emails(sections: Sequence[_Section]) -> tuple[str, ...]:
    found = (one.told("email", "email address") for one in _below(sections, "account", "profile", "user"))
    return tuple(dict.fromkeys(one for one in found if "@" in one))


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
