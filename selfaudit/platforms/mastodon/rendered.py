"""A profile page as it stands on the screen, brought into the shape of the data answers.

Mark-up of Mastodon 4.x. The audience is read from class names, which are not translated.
"""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.reading import absolute, meta, visible_text

_AUDIENCE = re.compile(r"^(?:detailed-)?status-(public|unlisted|private|direct)$")


def data_of_page(soup: BeautifulSoup, base: str) -> dict[str, Any]:
    """The profile's account, where the page is a profile, and the statuses that it shows."""
    shown = [_status(tag, base) for tag in soup.select(".status[data-id]")]
    return {"account": _account(soup, base), "shown": [status for status in shown if status]}


def _account(soup: BeautifulSoup, base: str) -> dict[str, Any] | None:
    handle = meta(soup, "profile:username")
    if not handle:
        return None
    name, _, _domain = handle.lstrip("@").partition("@")
    note, title = soup.select_one(".account__header__content"), meta(soup, "og:title") or ""
    shown = soup.select_one(".account__header__tabs__name h1 span")
    return {
        "acct": name,
        "username": name,
        "display_name": visible_text(shown) or title.rpartition(" (")[0],
        "note": note.decode_contents() if note else None,
        "url": meta(soup, "og:url") or base,
        "fields": [_field(pair) for pair in soup.select(".account__header__fields dl")],
    }


def _field(pair: Tag) -> dict[str, str]:
    value = pair.select_one("dd")
    shown = value.decode_contents() if value else ""
    return {"name": visible_text(pair.select_one("dt")), "value": shown}


def _status(tag: Tag, base: str) -> dict[str, Any] | None:
    author, content = tag.select_one("a.status__display-name"), tag.select_one(".status__content__text")
    handle = visible_text(tag.select_one(".display-name__account")).lstrip("@")
    if author is None or not handle:
        return None
    when, address = tag.find("time"), tag.select_one("a.status__relative-time")
    classes = tag.get_attribute_list("class")
    return {
        "id": str(tag["data-id"]),
        "account": {
            "acct": handle,
            "username": handle.partition("@")[0],
            "title": str(author.get("title", "")),
        },
        "content": content.decode_contents() if content else "",
        "created_at": str(when.get("datetime", "")) if isinstance(when, Tag) else None,
        "visibility": next((hit[1] for name in classes if name and (hit := _AUDIENCE.match(name))), None),
        "url": absolute(base, str(address.get("href", ""))) if address else None,
        "media_attachments": [_attachment(image, base) for image in tag.select(".media-gallery__item img")],
        "boosted": tag.parent is not None and tag.parent.select_one(".status__prepend") is not None,
    }


def _attachment(image: Tag, base: str) -> dict[str, Any]:
    holder = image.find_parent("a")
    return {
        "type": "image",
        "url": absolute(base, str(holder.get("href", ""))) if holder else None,
        "preview_url": absolute(base, str(image.get("src", ""))),
        "description": str(image.get("alt", "")) or None,
    }
