"""Meta's exports as web pages: records, tables, and dates in the person's own local time.

Pages hold a record for each item, told by the class ``_a6-g``; where a later version renames its classes, the
children of the page's main part are the records, and heading, body and time are told by their order. Dates
name no zone. Instagram's pages say when they were made both in UTC and in local time, which gives the
distance; where no page does, the local time of a worker in the UK is that of the UK.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from bs4 import Tag

from selfaudit.model.noting import as_in, take
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.exported import Export
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.meta.dates import date_in, is_date
from selfaudit.platforms.reading import soup_of, visible_text

HOME = ZoneInfo("Europe/London")
_TAG = re.compile(r"<(/?)(section|div|main)\b([^>]*)>", re.IGNORECASE)
_RECORD = re.compile(r"""class\s*=\s*["'][^"']*(?<![\w-])_a6-g(?![\w-])""")
_HEAD = re.compile(r"<(head|header)\b.*?</\1>", re.IGNORECASE | re.DOTALL)
_LARGEST_TREE = 2**22
_MADE = re.compile(r"<time[^>]*datetime=[\"']([^\"']+)[\"'][^>]*>([^<]*)</time>", re.IGNORECASE)
_WITH_HEADING = 3
"""How many parts a record has that has a heading: that, its body, its time."""
_RANGE = re.compile(r"contains (?:data|information) from", re.IGNORECASE)
RANGE = "the export says of itself that it is of a range of dates only; ask for one of all time"
_LONGEST_DATE = 60
_LONGEST_DISTANCE = timedelta(hours=15)


@dataclass(frozen=True)
class Record:
    """One record of a page."""

    tag: Tag
    page: str = ""

    @cached_property
    def title(self) -> str:
        """What stands above the record."""
        words = visible_text(self._heading)
        take(self.page, words)
        return words

    @cached_property
    def body(self) -> Tag | None:
        """The record itself, without records inside it, and without tables: these tell of cameras, places."""
        found = self._marked or self._rest()
        for inner in found.find_all(self._is_apart):
            if not inner.decomposed:
                inner.decompose()
        return found

    def _is_apart(self, inner: Tag) -> bool:
        classes = inner.get("class")
        alike = bool(classes) and (inner.name, classes) == (self.tag.name, self.tag.get("class"))
        return inner.name == "table" or alike or "_a6-g" in (classes or ())

    @cached_property
    def _marked(self) -> Tag | None:
        """The body, where its class is the known one."""
        return self.tag.select_one("._a6-p")

    @cached_property
    def _heading(self) -> Tag | None:
        """By its mark or its class; else what comes first of three: heading, body, time."""
        found = self.tag.select_one("h2, ._a6-h")
        if found is None:
            named = self.tag.find_all(["h1", "h3", "h4", "h5", "h6"])
            children = self.tag.find_all(True, recursive=False)
            first = children[:1] if len(children) >= _WITH_HEADING else []
            found = next((one for one in (*named, *first) if not self._is_in_body(one)), None)
        return found

    def _is_in_body(self, tag: Tag) -> bool:
        return self._marked is not None and any(one is self._marked for one in (tag, *tag.parents))

    def _rest(self) -> Tag:
        """All but the heading, where the body goes by another class; `text` leaves the time out."""
        if self.title and self._heading is not None:
            self._heading.extract()
        return self.tag

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The labels and values of its table; to be asked for before its text."""
        return _rows(self.tag, self.page)

    @property
    def text(self) -> str:
        """The words of the record, its date of change left out."""
        lines = written_text(self.body).split("\n")
        return "\n".join(line for line in lines if not is_date(line.strip()))

    def time(self, zone: tzinfo) -> datetime | None:
        """When it was, as it stands beneath the record."""
        marked = [visible_text(found) for found in self.tag.select("._a6-o, ._a72d")]
        others = [visible_text(found) for found in self.tag.find_all(["div", "time"])]
        short = (stamp for stamp in reversed([*marked, *others]) if len(stamp) < _LONGEST_DATE)
        dates = (date_in(stamp, zone) for stamp in short if stamp in marked or is_date(stamp))
        return next((found for found in dates if found), None)

    @property
    def pictures(self) -> list[str]:
        """The files inside the export that it shows."""
        found = [str(image["src"]) for image in self.tag.find_all("img", src=True)]
        return [
            place for place in dict.fromkeys(found) if "://" not in place and not place.startswith("data:")
        ]

    @property
    def links(self) -> list[str]:
        """The addresses that it leads to, on the web."""
        found = [str(anchor["href"]) for anchor in self.tag.find_all("a", href=True)]
        return [link for link in dict.fromkeys(found) if link.startswith(("http://", "https://"))]


def records_in(page: str) -> Iterator[Record]:
    """The records of a page, cut out of it before any of it becomes a tree: pages may be large."""
    found = False
    for piece in _pieces(page):
        tag = soup_of(piece).find(True, class_="_a6-g")
        if isinstance(tag, Tag):
            found = True
            yield Record(tag, page)
    if not found and len(page) <= _LARGEST_TREE:
        yield from (
            Record(child, page) for child in soup_of(page).select("main > *, [role=main]:not(main) > *")
        )


def records_of(export: Export, part: Part, page: str, unknown: str) -> Iterator[Record]:
    """The records of a page of an export; where there are none, but a date below its head, that is a gap."""
    none = True
    for record in records_in(page):
        none = False
        yield record
    if none and date_in(visible_text(soup_of(_HEAD.sub("", page[:_LARGEST_TREE]))), HOME):
        export.fell_short(part, unknown)


def _pieces(page: str) -> Iterator[str]:
    """The outermost records; what is nested in one belongs to it."""
    depth, start = 0, -1
    for tag in _TAG.finditer(page):
        if start < 0:
            if not tag[1] and _RECORD.search(tag[3]):
                start, depth = tag.start(), 1
        else:
            depth += -1 if tag[1] else 0 if tag[3].endswith("/") else 1
            if depth <= 0:
                yield page[start : tag.end()]
                start = -1
    if start >= 0:
        yield page[start:]


def table_in(page: str) -> list[tuple[str, str]]:
    """The rows of a page of labels and values; several values of one label stand on lines of their own."""
    return _rows(soup_of(page[:_LARGEST_TREE]), page)


def _rows(tag: Tag, page: str) -> list[tuple[str, str]]:
    rows = (row.find_all("td") for row in tag.find_all("tr"))
    whole = (cells for cells in rows if len(cells) > 1)
    return [(as_in(page, visible_text(label)), written_text(value)) for label, value, *_more in whole]


def once_more(key: str, met: Counter[str]) -> str:
    """The key of a post of a page; of several that look alike each has its own, the same in every copy."""
    met[key] += 1
    return key if met[key] == 1 else f"{key}-{met[key]}"


def zone_of(page: str) -> tzinfo:
    """The zone in which a page prints its dates."""
    made = _MADE.search(page)
    exact, local = (moment(made[1]), date_in(made[2], UTC)) if made else (None, None)
    distance = local - exact if exact and local else None
    if exact is None or distance is None or abs(distance) > _LONGEST_DISTANCE:
        return HOME
    at_home = exact.astimezone(HOME).utcoffset()
    rounded = timedelta(minutes=15 * round(distance / timedelta(minutes=15)))
    return HOME if at_home == rounded else timezone(rounded)


def is_partial(page: str) -> bool:
    """Whether a page says that the export is of a range of dates only."""
    return _RANGE.search(page[:_LARGEST_TREE]) is not None
