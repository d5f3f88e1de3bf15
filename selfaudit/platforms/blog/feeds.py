"""RSS and Atom feeds of posts or comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from selfaudit.platforms.blog.material import Author, Entry, Material
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import root_of

_POST_NUMBER = re.compile(r"[?&]p=(\d+)|\.post-(\d+)$")
_COMMENT_NUMBER = re.compile(r"#comment-(\d+)")
_ROOTS = frozenset({"rss", "feed", "RDF"})
_ASKS_FIRST = "post-password-form"


def material_of_feed(body: bytes) -> Material | None:
    """What a feed holds; ``None`` when it is no feed."""
    root = _root(body)
    if root is None or _name(root) not in _ROOTS:
        return None
    items = [element for element in root.iter() if _name(element) in {"item", "entry"}]
    found = Material(entries=[_entry(item) for item in items if _is_text(item)])
    address = next((link for link in _links(root) if link.startswith("http")), "")
    found.site = root_of(address)
    return found


def _root(body: bytes) -> Any:
    """The feed's tree. No outside file is read and no entity is unfolded, whatever the feed says."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts(item: Any, *names: str) -> Iterator[str]:
    for name in names:
        for element in item:
            if _name(element) == name:
                text = "".join(element.itertext()).strip()
                if text:
                    yield text


def _first(item: Any, *names: str) -> str:
    return next(_texts(item, *names), "")


def _links(item: Any) -> Iterator[str]:
    for element in item.iter():
        if _name(element) == "link":
            related = element.get("rel", "alternate")
            if related == "alternate":
                yield (element.get("href") or element.text or "").strip()


def _is_text(item: Any) -> bool:
    """An export lists attachments and menus as items too."""
    return _first(item, "post_type") in {"", "post", "page"}


def _entry(item: Any) -> Entry:
    link = next((found for found in _links(item) if found), "")
    html = _first(item, "encoded", "content") or _first(item, "description", "summary")
    comment, number = _COMMENT_NUMBER.search(link), _POST_NUMBER.search(_first(item, "guid", "id"))
    closed = _ASKS_FIRST in html
    return Entry(
        number=comment[1] if comment else _first(item, "post_id") or (number and (number[1] or number[2])),
        link=link or None,
        title="" if comment else _first(item, "title"),
        html=None if closed else html,
        whole=bool(_first(item, "encoded", "content")),
        closed=closed,
        protected=closed,
        author=Author(name=_author(item) or None),
        status=_first(item, "status") or None,
        time=moment(_first(item, "pubDate", "published", "date", "updated")),
        comment=comment is not None,
        parent=link.partition("#")[0] if comment else None,
        base=link,
    )


def _author(item: Any) -> str:
    inner = next((element for element in item if _name(element) == "author"), None)
    return (
        _first(item, "creator")
        or (_first(inner, "name") if inner is not None else "")
        or _first(item, "author")
    )
