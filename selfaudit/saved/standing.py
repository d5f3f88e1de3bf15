"""Which requests of a recording count: what came, and what the site itself refused of its own page.

A recording is full of failures that mean nothing: blocked trackers, adverts, missing icons. Only the page
that was asked for, and data that its own scripts asked for, are kept with their refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from selfaudit.platforms.generic.answers import path_of, site_of
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.generic.walls import ABSENT

_GOOD = range(200, 300)
_UNCHANGED = 304
_FAILED = 400
_SILENT = frozenset({"DELETE", "HEAD", "OPTIONS"})
_FILE = re.compile(
    r"\.(ico|png|jpe?g|gif|webp|avif|svg|css|m?js|map|woff2?|ttf|mp4|webm|m3u8|txt|xml|json|webmanifest)$",
    re.IGNORECASE,
)
_ASKED_BY_SCRIPTS = frozenset({"xhr", "fetch"})


def standing(groups: Sequence[Sequence[dict[str, Any]]]) -> Iterator[list[dict[str, Any]]]:
    """Of the requests of each page, those that count; a page of which nothing does is left out."""
    kept = [list(_of_page(group)) for group in groups]
    shown = [any(came(entry) or is_page(entry) for entry in group) for group in kept]
    yield from (group for group, one in zip(kept, shown, strict=True) if group and (one or not any(shown)))


def came(entry: dict[str, Any]) -> bool:
    """Whether an entry has an answer that still stands; what was deleted does not."""
    status, body = _status(entry), text_in(part_of(entry, "response", "content"), "text")
    return (status in _GOOD or (status == _UNCHANGED and bool(body))) and _method(entry) != "DELETE"


def is_page(entry: dict[str, Any]) -> bool:
    """Whether this is what the person asked to see, as far as the recording tells, and not a piece of it."""
    meant, kind = _header(entry, "sec-fetch-dest"), text_in(entry, "_resourceType").lower()
    if meant:
        return meant == "document"
    if kind:
        return kind == "document"
    mime, accepted = _mime(entry), _header(entry, "accept")
    plain = not mime or "html" in mime
    return plain and not _FILE.search(path_of(_url(entry))) and accepted[:9] in {"", "text/html"}


def _of_page(group: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    answered = {_question(entry) for entry in group if came(entry)}
    pages = [entry for entry in group if is_page(entry)]
    home = site_of(_url(pages[0])) if pages else ""
    for entry in group:
        if came(entry) or (_refused(entry) and _question(entry) not in answered and _own(entry, pages, home)):
            yield entry


def _own(entry: dict[str, Any], pages: Sequence[dict[str, Any]], home: str) -> bool:
    """Whether a refused request is the page itself, or data that its reader would have read."""
    if not is_page(entry):
        return _is_data(entry) and _status(entry) not in ABSENT
    if _status(entry) in ABSENT:
        return entry is pages[0] or _header(entry, "sec-fetch-dest") == "document"
    return site_of(_url(entry)) == home or _header(entry, "sec-fetch-dest") == "document"


def _is_data(entry: dict[str, Any]) -> bool:
    body = text_in(part_of(entry, "response", "content"), "text")
    asked = text_in(entry, "_resourceType").lower() in _ASKED_BY_SCRIPTS
    return (
        asked
        or _header(entry, "sec-fetch-dest") == "empty"
        or "json" in _mime(entry)
        or body[:1] in {"{", "["}
    )


def _refused(entry: dict[str, Any]) -> bool:
    return _status(entry) >= _FAILED and _method(entry) not in _SILENT


def _question(entry: dict[str, Any]) -> tuple[str, str]:
    return _url(entry), text_in(part_of(entry, "request", "postData"), "text")


def _status(entry: dict[str, Any]) -> int:
    return number_in(part_of(entry, "response"), "status") or 0


def _method(entry: dict[str, Any]) -> str:
    return text_in(part_of(entry, "request"), "method").upper()


def _url(entry: dict[str, Any]) -> str:
    return text_in(part_of(entry, "request"), "url")


def _mime(entry: dict[str, Any]) -> str:
    return text_in(part_of(entry, "response", "content"), "mimeType").lower()


def _header(entry: dict[str, Any], name: str) -> str:
    headers = objects(part_of(entry, "request", "headers"))
    found = (text_in(one, "value") for one in headers if text_in(one, "name").lower() == name)
    return next(found, "").lower()
