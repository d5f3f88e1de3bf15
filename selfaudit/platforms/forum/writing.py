"""How boards write: posts with quotations in them, times in words, forms that hold switches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.generic.markup import Picture, links_in, pictures_in, written_text
from selfaudit.platforms.reading import meta, soup_of

_SMILIES = "img.smilies, img.smilie, img.smiley, img.inlineimg, img.emoji, img[class*='emoji']"
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)
_MERIDIEM = re.compile(r"\b([ap])\.?\s?m\b\.?", re.IGNORECASE)
_ZONE = re.compile(
    r"\b(?:UTC|GMT)(?:\s?(?P<sign>[+\N{MINUS SIGN}-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)?"
    r"(?P<summer>[^.\n]{0,14}\[\s*(?:DST|Summer[^\]]*)\s*\])?"
)
_TIMES = re.compile(r"\ball times are\b", re.IGNORECASE)
_FORMATS = (
    "%a %b %d, %Y %I:%M %p",
    "%a %b %d, %Y %H:%M",
    "%d %b %Y, %H:%M",
    "%d %B %Y, %H:%M",
    "%d %b %Y %H:%M",
    "%b %d, %Y, %I:%M %p",
    "%B %d, %Y, %I:%M %p",
    "%d %B %Y, %I:%M %p",
    "%d %b %Y, %I:%M %p",
    "%B %d %Y, %I:%M %p",
    "%B %d, %Y %I:%M %p",
    "%b %d, %Y, %I %p",
    "%B %d, %Y, %I %p",
    "%Y-%m-%d, %H:%M",
    "%Y-%m-%d, %I:%M %p",
    "%Y-%m-%d %H:%M",
)
"""Only those that can be read one way: a board's 04-09-2019 may be of April or of September."""
_FARTHEST = 14


@dataclass(frozen=True, slots=True)
class Words:
    """A post's own words, with what it links to and shows."""

    text: str = ""
    links: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


def words_of(tag: Tag | None, base: str, quotations: str = "blockquote") -> Words:
    """What the writer wrote; what they quoted of others is left out, together with its pictures."""
    return _own_words(soup_of(tag.decode()), base, quotations) if tag is not None else Words()


def words_of_html(fragment: str, base: str, quotations: str = "blockquote") -> Words:
    """The same for a piece of mark-up that a data answer carries."""
    return _own_words(soup_of(fragment), base, quotations) if fragment else Words()


def _own_words(post: BeautifulSoup, base: str, quotations: str) -> Words:
    """What is left of a post parsed by itself, which is taken apart here, without its quotations."""
    own = post.body or post
    for quoted in own.select(quotations):
        quoted.extract()
    text = written_text(own)
    for smiley in own.select(_SMILIES):
        smiley.extract()
    return Words(text, links_in(own, base), pictures_in(own, base))


def number_of(address: Any, pattern: re.Pattern[str]) -> str | None:
    """The number that this pattern finds in an address."""
    found = pattern.search(str(address or ""))
    return found[1] if found else None


def link_of(tag: Tag | None) -> str | None:
    """Where an anchor leads, as written."""
    return str(tag["href"]) if tag is not None and tag.get("href") else None


def generator(soup: BeautifulSoup) -> str:
    """The software that a page says it was made by, in small letters."""
    return (meta(soup, "generator") or "").lower()


def zone_stated(text: str) -> tzinfo | None:
    """The zone of "All times are UTC + 1 hour [ DST ]"; ``None`` where a board does not say."""
    stated = _TIMES.search(text)
    found = _ZONE.search(text[stated.end() : stated.end() + 60]) if stated else None
    if found is None or int(found["hours"] or 0) > _FARTHEST:
        return None
    shift = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    shift = -shift if found["sign"] in {"-", "\N{MINUS SIGN}"} else shift
    return timezone(shift + timedelta(hours=1 if found["summer"] else 0))


def zone_named(name: str) -> tzinfo | None:
    """The zone of a name such as Europe/London."""
    with suppress(ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(name)
    return None


def local_time(written: str) -> datetime | None:
    """The time as written, without a zone; ``None`` for words that can be read two ways, or not at all."""
    plain = _MERIDIEM.sub(lambda found: f"{found[1].upper()}M", _ORDINAL.sub("", " ".join(written.split())))
    plain = re.sub(r"\b([A-Z][a-z]{2})(?:t)?\.(?= )", r"\1", plain).replace(" at ", " ").strip(" ,\u00bb")
    plain = plain.replace("noon", "12 PM").replace("midnight", "12 AM")
    for form in _FORMATS:
        with suppress(ValueError):
            # The zone is put on by whoever knows it.
            return datetime.strptime(plain, form)  # noqa: DTZ007 - see above
    return None


def in_zone(written: str, zone: tzinfo | None) -> datetime | None:
    """The moment of a time that a board wrote in this zone."""
    local = local_time(written) if zone else None
    return zoned(local, zone)


def zoned(local: datetime | None, zone: tzinfo | None) -> datetime | None:
    """The moment of a time without zone, in UTC."""
    with suppress(OverflowError, ValueError):
        return local.replace(tzinfo=zone).astimezone(UTC) if local and zone else None
    return None


def of_seconds(written: Any, per_second: int = 1) -> datetime | None:
    """The moment of a number of seconds (or thousandths) since 1970, written as number or text."""
    with suppress(ValueError, TypeError, OverflowError, OSError):
        number = int(str(written)) / per_second
        return datetime.fromtimestamp(number, UTC) if number > 0 else None
    return None


def form_values(soup: BeautifulSoup, within: str = "form") -> dict[str, Any]:
    """How the boxes, choices and lists of a page's forms stand, by their names."""
    values: dict[str, Any] = {}
    for control in soup.select(f"{within} input[name], {within} select[name]"):
        name, kind = str(control["name"]), str(control.get("type", "")).lower()
        if control.name == "select":
            chosen = control.select_one("option[selected]") or control.select_one("option")
            values[name] = str(chosen.get("value", "")) if chosen else ""
        elif kind == "checkbox":
            values[name] = control.has_attr("checked")
        elif kind == "radio" and control.has_attr("checked"):
            values[name] = str(control.get("value", ""))
    return values


def pairs(items: Sequence[tuple[str, str]], known: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Labelled fields of a profile, those that ``known`` has a word for, under that word."""
    named = ((known.get(label.strip(" :").casefold()), value) for label, value in items)
    return tuple((label, value) for label, value in named if label and value)
