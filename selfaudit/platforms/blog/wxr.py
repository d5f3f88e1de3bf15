"""WordPress's export file (WXR) as a stream of its records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from typing import Any

from selfaudit.model.export import Archive, Unreadable
from selfaudit.platforms.generic.elements import elements_in, name_of, text_of, under

_MARK = "wordpress.org/export/"
_WANTED = (
    "item",
    "title",
    "description",
    "{*}author",
    "{*}base_site_url",
    "{*}base_blog_url",
)
_ANYWHERE = ("item", "author")
"""Where an end tag is damaged, everything after it seems to stand inside."""


def is_wxr(start: str) -> bool:
    """Whether a file that begins so is an export file of WordPress."""
    return _MARK in start.replace("\0", "") and "<" in start[:8]


def records(archive: Archive, name: str) -> Iterator[tuple[str, Any]]:
    """Every author, item and word about the blog, each with the name of its element.

    Raises:
        Unreadable: the file is refused, is no XML, or is damaged: what could be made out came before.
    """
    for element in elements_in(archive, name, _WANTED, _is_record):
        yield name_of(element), element


def site_of(archive: Archive, name: str) -> str | None:
    """The address of the blog, as the head of its file tells it."""
    about: dict[str, str] = {}
    with suppress(Unreadable):
        for kind, element in takewhile(lambda one: one[0] != "item", records(archive, name)):
            about.setdefault(kind, text_of(element))
    return about.get("base_blog_url") or about.get("base_site_url")


def _is_record(element: Any) -> bool:
    return name_of(element) in _ANYWHERE or name_of(element.getparent()) == "channel"


def content_of(item: Any) -> str:
    """The mark-up of an item."""
    return next(filter(None, map(text_of, _contents(item))), "")


def has_content(item: Any) -> bool:
    """Whether an item has its mark-up where WordPress always writes it, if empty."""
    return any(True for _found in _contents(item))


def _contents(item: Any) -> Iterator[Any]:
    """The excerpt has an element of the same name in another name space."""
    return (child for child in under(item, "encoded") if "/excerpt" not in child.tag)
