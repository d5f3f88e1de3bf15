"""A browser's own recording (.har): every page with the data answers and pictures that it brought."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.reading import json_of
from selfaudit.saved.pages import decoded
from selfaudit.saved.pictures import Pictures

_DATA = ("json", "xml", "text/plain")
_GOOD = range(200, 300)


def read_har(data: bytes, pictures: Pictures) -> list[Visit] | None:
    """A visit for each page of the recording; ``None`` when it is no recording."""
    entries = part_of(json_of(data), "log", "entries")
    if not isinstance(entries, list):
        return None
    by_page: dict[str, list[dict[str, Any]]] = {}
    for entry in objects(entries):
        if _useful(entry):
            by_page.setdefault(text_in(entry, "pageref"), []).append(entry)
    return [_visit(group, pictures) for group in by_page.values()]


def _useful(entry: dict[str, Any]) -> bool:
    """Whether an entry has an answer that still stands; what was deleted does not."""
    status = number_in(part_of(entry, "response"), "status")
    return status in _GOOD and text_in(part_of(entry, "request"), "method").upper() != "DELETE"


def _visit(entries: list[dict[str, Any]], pictures: Pictures) -> Visit:
    documents: list[Document] = []
    responses: list[Response] = []
    media: dict[str, str] = {}
    for entry in entries:
        body, kind = _body(entry), text_in(part_of(entry, "response", "content"), "mimeType").lower()
        url, status = (
            text_in(part_of(entry, "request"), "url"),
            number_in(part_of(entry, "response"), "status"),
        )
        if not body:
            continue
        if kind.startswith("image/"):
            kept = pictures.keep(body)
            media |= {url: kept} if kept else {}
        elif "html" in kind and body.lstrip()[:1] not in {b"{", b"["}:
            documents.append(Document(url, decoded(body), status))
        elif "html" in kind or any(word in kind for word in _DATA) or body[:1] in {b"{", b"["}:
            asked = text_in(part_of(entry, "request", "postData"), "text") or None
            responses.append(Response(url, kind, body, status, asked))
    times = [found for entry in entries if (found := moment(entry.get("startedDateTime")))]
    return Visit(None, tuple(documents), tuple(responses), media, at=max(times, default=None))


def _body(entry: dict[str, Any]) -> bytes:
    content = part_of(entry, "response", "content")
    text = content.get("text") if isinstance(content, dict) else None
    if not isinstance(text, str):
        return b""
    if text_in(content, "encoding") != "base64":
        return text.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return b""
