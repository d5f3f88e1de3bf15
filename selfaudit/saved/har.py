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
from selfaudit.saved.standing import came, is_page, standing

_DATA = ("json", "xml", "text/plain")


def read_har(data: bytes, pictures: Pictures) -> list[Visit] | None:
    """A visit for each page of the recording, none where it holds nothing of what came.

    ``None`` when it is no recording.
    """
    entries = part_of(json_of(data), "log", "entries")
    if not isinstance(entries, list) or not entries:
        return None
    by_page: dict[str, list[dict[str, Any]]] = {}
    for entry in objects(entries):
        by_page.setdefault(text_in(entry, "pageref"), []).append(entry)
    visits = [_visit(group, pictures) for group in standing(tuple(by_page.values()))]
    return visits if any(one.documents or one.responses or one.media for one in visits) else []


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
        if not came(entry) and is_page(entry):
            documents.append(Document(url, decoded(body), status))
        elif not came(entry):
            responses.append(Response(url, kind, body, status, _asked(entry)))
        elif not body:
            continue
        elif kind.startswith("image/"):
            kept = pictures.keep(body)
            media |= {url: kept} if kept else {}
        elif "html" in kind and body.lstrip()[:1] not in {b"{", b"["}:
            documents.append(Document(url, decoded(body), status))
        elif "html" in kind or any(word in kind for word in _DATA) or body[:1] in {b"{", b"["}:
            responses.append(Response(url, kind, body, status, _asked(entry)))
    times = [found for entry in entries if (found := moment(entry.get("startedDateTime")))]
    return Visit(None, tuple(documents), tuple(responses), media, at=max(times, default=None))


def _asked(entry: dict[str, Any]) -> str | None:
    return text_in(part_of(entry, "request", "postData"), "text") or None


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
