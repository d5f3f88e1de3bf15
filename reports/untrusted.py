"""Words, addresses and pictures that strangers could have written, made harmless before they are shown.

Escaping is the template's business; what happens here is that nothing invisible can rearrange a line, drive
a terminal, or make a link or picture out of something that is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

from reports.marking import Marks, whole_words
from selfaudit.model.findings import Evidence

Record = TypeVar("Record")

_CONTROLS = [*range(0x09), 0x0B, 0x0C, 0x0D, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
_DIRECTION = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070)]
_NOTHING = [0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF]
_HARMLESS: dict[int, str | None] = {
    **dict.fromkeys([*_CONTROLS, *_DIRECTION, *_NOTHING]),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
    0x2028: "\n",
    0x2029: "\n",
}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}")
_LONGEST_ADDRESS = 2000
_SHORT_ADDRESS = 60


def plain(text: str) -> str:
    """The text without control characters, direction overrides and halves of characters."""
    return text.translate(_HARMLESS)


def harmless(record: Record) -> Record:
    """The same record with every text in it made plain; marks still lie on the same words."""
    return _harmless(record)  # type: ignore[no-any-return]  # the walk goes over fields of any type


def _harmless(value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(_harmless(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        clean = {one.name: _harmless(getattr(value, one.name)) for one in fields(value)}
        if isinstance(value, Evidence):
            clean["marks"] = _moved(value.marks, value.quote or "")
        return replace(value, **clean)
    return value


def _moved(marks: Marks, quote: str) -> Marks:
    """Where the marks lie once the quotation is plain: sorted, inside it, none over another."""
    moved: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        left, right = (len(plain(quote[: max(0, place)])) for place in (start, end))
        left = max(left, moved[-1][1]) if moved else left
        if left < right:
            moved.append((left, right))
    return tuple(moved)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a quotation, and whether it is one of the words that carry the point."""

    text: str
    marked: bool = False


def segments(quote: str, marks: Marks, longest: int) -> tuple[Segment, ...]:
    """The quotation cut at its marks; a long one is narrowed to what lies around the first mark."""
    marks = whole_words(quote, marks)
    start, end = _window(quote, marks, longest)
    cuts = [("…", False)] if start else []
    cuts += _cuts(quote, marks, start, end)
    cuts += [("…", False)] if end < len(quote) else []
    return tuple(Segment(text, marked) for text, marked in cuts if text)


def _window(quote: str, marks: Marks, longest: int) -> tuple[int, int]:
    if len(quote) <= longest:
        return 0, len(quote)
    first = marks[0][0] if marks else 0
    start = max(0, min(first - longest // 4, len(quote) - longest))
    return start, start + longest


def _cuts(quote: str, marks: Marks, start: int, end: int) -> Iterable[tuple[str, bool]]:
    place = start
    for first, last in marks:
        left, right = max(first, place), min(last, end)
        if left < right:
            yield quote[place:left], False
            yield quote[left:right], True
            place = right
    yield quote[place:end], False


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be opened: the whole of it, the site alone, and a short form for paper.

    ``here`` says that it leads to a program on this computer, which may have ended since.
    """

    href: str
    site: str
    short: str
    here: bool = False


def web_address(text: str | None) -> Address | None:
    """The address if it is an ordinary one of the web, else ``None``: it is then shown as words."""
    if not text or len(text) > _LONGEST_ADDRESS or re.search(r"[\s\\\"'<>`]", text):
        return None
    try:
        parts = urlsplit(text)
        site = parts.hostname
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not site or "@" in parts.netloc:
        return None
    short = shortened(f"{site}{port}{parts.path}".rstrip("/"), _SHORT_ADDRESS)
    return Address(text, site.removeprefix("www.") + port, short, _here(site))


def _here(site: str) -> bool:
    """Whether the name can only mean this computer."""
    if site == "localhost" or site.endswith(".localhost"):
        return True
    try:
        return ip_address(site).is_loopback
    except ValueError:
        return False


def picture_data(text: str | None) -> str | None:
    """The picture if it is one that travels inside the page, of a kind that can hold nothing else."""
    return text if text and _PICTURE.fullmatch(text) else None


def shortened(text: str, longest: int) -> str:
    """The beginning of a text that may be long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
