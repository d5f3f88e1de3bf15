"""Pages saved as one web archive (.mhtml): its parts are the page, its frames and its pictures."""

from __future__ import annotations

import email
from datetime import datetime
from email.message import Message
from email.policy import compat32

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.generic.times import moment
from selfaudit.saved.contents import Content
from selfaudit.saved.pages import address_of, decoded
from selfaudit.saved.pictures import Pictures


def read_mhtml(content: Content, pictures: Pictures) -> Visit | None:
    """The page as one visit; ``None`` when there is no page in it."""
    archive = email.message_from_bytes(content.data, policy=compat32)
    parts = [part for part in archive.walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        return None
    root = str(archive.get("Snapshot-Content-Location", "")).strip()
    documents = [_document(part, root if part is pages[0] else "", content.name) for part in pages]
    media = {place: kept for part in parts for place, kept in _picture(part, pictures)}
    return Visit(None, documents=tuple(documents), media=media, at=_saved_at(archive))


def _document(part: Message, root: str, name: str) -> Document:
    html = decoded(_payload(part), part.get_content_charset())
    place = str(part.get("Content-Location", "")).strip()
    stated = place if place.startswith(("http://", "https://")) else None
    return Document(root or stated or address_of(html) or name, html)


def _picture(part: Message, pictures: Pictures) -> list[tuple[str, str]]:
    if part.get_content_maintype() != "image":
        return []
    kept = pictures.keep(_payload(part))
    place, label = str(part.get("Content-Location", "")).strip(), str(part.get("Content-ID", "")).strip("<> ")
    addresses = [place, f"cid:{label}" if label else ""]
    return [(address, kept) for address in addresses if address and kept]


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _saved_at(archive: Message) -> datetime | None:
    return moment(str(archive.get("Date", "")))
