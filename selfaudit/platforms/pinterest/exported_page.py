"""Pinterest's page as a stream of its entries, each with the title of the section that it stands in."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder, register_error
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from selfaudit.model.export import Unreadable
from selfaudit.model.json_text import encoding_of
from selfaudit.model.noting import as_in, held
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.cut_short import BROKEN_OFF, ends_early
from selfaudit.platforms.exported import Export

HEADING = re.compile(r"<h1\b[^>]{0,200}>([^<]{0,200})</h1>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_HREF = re.compile(r"""<a\b[^>]{0,50}\bhref=["']?([^"'\s>]{1,2000})""", re.IGNORECASE)
_CUT = re.compile(
    r"""(?=<h1\b[^>]{0,200}>[^<]{0,200}</h1>)"""
    r"""|(?<!: )(?=<a\b[^>]{0,50}\bhref=["']?https?://[\w.-]*pinterest\.[\w.]+/)""",
    re.IGNORECASE,
)
"""Where a section begins, or an entry, which begins with an address of its own."""
_BLOCK = 2**16
_WESTERN = "selfaudit.western"
_FIELD = re.compile(r"^([A-Z][\w '-]{0,40}):(?: |$)")
_NOTHING = "No data"
_SILENT = ("message", "conversation", "search", "device", "login", "ad ", "ads", "interest", "ip address")
_WORDED = frozenset({"title", "details", "description", "alt text"})


def _western(error: UnicodeError) -> tuple[str, int]:
    """What is not UTF-8 is read as Western, as it is in every other page of an export."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end


register_error(_WESTERN, _western)


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a section: its address and its fields; whether some are for words."""

    url: str | None
    fields: dict[str, str]
    links: tuple[str, ...]
    worded: bool = False

    def told(self, *names: str) -> str:
        """The first of these fields that holds anything."""
        return next((found for name in names if (found := self.fields.get(name, ""))), "")


def entries(export: Export, name: str) -> Iterator[tuple[str, Record | None]]:
    """The entries of a page, each with the title of its section; and each section once without one.

    Sections about messages and advertising are passed over unread.
    """
    title = ""
    for piece in _pieces(export, name):
        headed = HEADING.match(piece)
        title = as_in(piece, headed[1]) if headed else title
        if not title or _silent(title):
            continue
        if headed:
            yield title, None
        text = as_in(piece, piece[headed.end() :]) if headed else piece
        record = _record(text) if text else None
        if record and record.fields:
            yield title, record


def _pieces(export: Export, name: str) -> Iterator[str]:
    """A page cut before each heading and entry; one that breaks off is told."""
    first = last = ""
    for piece in _read(export, name):
        first, last = first or piece, piece
        yield piece
    if ends_early(first if first is last else first + last):
        for part in (Part.POSTS, Part.COMMENTS):
            export.fell_short(part, BROKEN_OFF)


def _read(export: Export, name: str) -> Iterator[str]:
    """A page block by block, but where somebody watches what is asked for: that takes the whole page."""
    if export.archive.noting(name):
        page = export.text(Part.POSTS, name)
        yield from (as_in(page, piece) for piece in _CUT.split(page))
        return
    begun = ""
    try:
        with export.archive.open(name) as stream:
            block = stream.read(_BLOCK)
            decoder = getincrementaldecoder(encoding_of(block))(_WESTERN)
            while block:
                *whole, begun = _CUT.split(begun + decoder.decode(block))
                yield from whole
                # As long as what is left of the blocks before it: then no sign is looked at often.
                block = stream.read(max(_BLOCK, len(begun)))
    except Unreadable as fault:
        export.miss(Part.POSTS, fault)
    yield begun


def _silent(title: str) -> bool:
    return any(word in f"{title.strip().casefold()} " for word in _SILENT)


def _record(piece: str) -> Record:
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
    return Record(
        unescape(address[1]) if address else None,
        held(piece, kept),
        _links(lines),
        not _WORDED.isdisjoint(fields),
    )


def _links(lines: list[str]) -> tuple[str, ...]:
    found = (unescape(address) for line in lines for address in _HREF.findall(line))
    return tuple(dict.fromkeys(one for one in found if one.startswith(("http://", "https://"))))
