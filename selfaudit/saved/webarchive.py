"""Pages that Safari saved (.webarchive): a property list of the page, its frames, pictures and data."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.saved.contents import Content
from selfaudit.saved.pages import address_of, decoded
from selfaudit.saved.pictures import Pictures

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_DATA = frozenset({"application/json", "application/ld+json", "application/xml", "text/xml"})
_FAULTS = (ValueError, TypeError, LookupError, OverflowError, RecursionError, MemoryError, ExpatError)
"""What the standard library's reader makes of damaged lists; its own fault is a ``ValueError``."""


def read_webarchive(content: Content, pictures: Pictures) -> Visit | None:
    """The page as one visit; ``None`` when there is no page in it."""
    resources = list(_resources(content.data))
    documents = [_document(one, content.name) for one in resources if _kind(one) in _PAGES]
    media = {_text(one, "URL"): kept for one in resources if (kept := _picture(one, pictures))}
    answers = [_answer(one) for one in resources if _kind(one) in _DATA]
    return Visit(None, tuple(documents), tuple(answers), media) if documents else None


def _resources(data: bytes) -> Iterator[dict[str, Any]]:
    """The page first, then what belongs to it, then its frames alike; each once, however they are knotted."""
    waiting, met = [_opened(data)], set[int]()
    while waiting:
        archive = waiting.pop(0)
        if not isinstance(archive, dict) or id(archive) in met:
            continue
        met.add(id(archive))
        for one in (archive.get("WebMainResource"), *_listed(archive, "WebSubresources")):
            if isinstance(one, dict) and isinstance(one.get("WebResourceData"), bytes) and id(one) not in met:
                met.add(id(one))
                yield one
        waiting += _listed(archive, "WebSubframeArchives")


def _opened(data: bytes) -> Any:
    try:
        return plistlib.loads(data)
    except _FAULTS:
        return None


def _listed(archive: dict[str, Any], name: str) -> list[Any]:
    listed = archive.get(name)
    return listed if isinstance(listed, list) else []


def _text(resource: dict[str, Any], name: str) -> str:
    value = resource.get(f"WebResource{name}")
    return value.strip() if isinstance(value, str) else ""


def _kind(resource: dict[str, Any]) -> str:
    return _text(resource, "MIMEType").lower()


def _document(page: dict[str, Any], name: str) -> Document:
    html = decoded(page["WebResourceData"], _text(page, "TextEncodingName") or None)
    stated = _text(page, "URL")
    return Document(stated if stated.startswith(("http://", "https://")) else address_of(html) or name, html)


def _picture(resource: dict[str, Any], pictures: Pictures) -> str | None:
    return pictures.keep(resource["WebResourceData"]) if _kind(resource).startswith("image/") else None


def _answer(resource: dict[str, Any]) -> Response:
    return Response(_text(resource, "URL"), _kind(resource), resource["WebResourceData"])
