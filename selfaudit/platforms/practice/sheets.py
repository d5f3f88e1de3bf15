"""What Rookery's pages and data answers carry as JSON, each with the address it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import SoupStrainer

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.platforms.generic.values import part_of, text_in
from selfaudit.platforms.reading import json_of, meta, script_json, soup_of

NETWORK = "rookery"
_WHOSE = re.compile(r"/api/people/([^/?#]+)/")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One JSON object of the site. ``person`` is whose profile it belongs to, where that is said."""

    url: str
    data: dict[str, Any]
    person: str | None = None

    def items(self, name: str) -> list[Any]:
        """The list under this name; anything else is an empty list."""
        value = self.data.get(name)
        return value if isinstance(value, list) else []


def sheets_of(visits: Iterable[Visit]) -> Iterator[Sheet]:
    """Every sheet of these visits, pages before answers."""
    for visit in visits:
        for document in visit.documents:
            yield from sheets_in(document)
        for response in visit.responses:
            yield from _of_answer(response)


def sheets_in(document: Document) -> Iterator[Sheet]:
    """The sheets that a page carries: one, unless it is damaged or strange."""
    for value in script_json(soup_of(document.html, SoupStrainer("script")), id="rookery-data"):
        if text_in(value, "network") == NETWORK:
            yield Sheet(document.url, value, text_in(part_of(value, "person"), "handle") or None)


def is_rookery(document: Document) -> bool:
    """Whether the page says that it is of this network, readable or not."""
    return (meta(soup_of(document.html, SoupStrainer("meta")), "generator") or "").casefold() == NETWORK


def _of_answer(response: Response) -> Iterator[Sheet]:
    value = json_of(response.body)
    if text_in(value, "network") == NETWORK:
        whose = _WHOSE.search(response.url)
        yield Sheet(response.url, value, whose[1] if whose else None)
