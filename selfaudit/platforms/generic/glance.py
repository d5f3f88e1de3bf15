"""A saved page at a glance, as the live door's browser gives it: the site's voice apart from people's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import Tag

from selfaudit.model.visit import Document
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.walls import Look
from selfaudit.platforms.reading import soup_of

_LARGEST = 500_000
"""Walls are small, once their scripts are left out; a longer page has something on it."""
_MOST_HIDDEN = 500
"""Each piece costs as much as what is in it, and they may lie in each other."""
_UNSEEN = re.compile(r"<(/?)(script|style|svg)\b", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"(?<![\w-])(display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CONTENT = "article,[role=article],[role=feed]"
_DIALOGS = "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]"
_BUTTONS = "button,[role=button]"
_SILENT = frozenset({"template", "noscript"})


def glance_at(document: Document) -> Look | None:
    """The page as somebody would see it who opens it; ``None`` for one that is too long to be a wall.

    What stands in posts is left out of the text, where there is more than one: it is people's.
    """
    html = _without_scripts(document.html)
    if len(html) > _LARGEST:
        return None
    soup = soup_of(html)
    for hidden in [tag for tag in soup.find_all(True) if _is_hidden(tag)][:_MOST_HIDDEN]:
        hidden.extract()
    content, title = soup.select(_CONTENT), soup.title.get_text(" ", strip=True) if soup.title else ""
    dialogs = [one for one in soup.select(_DIALOGS) if not one.select_one(_CONTENT)]
    pressed = [str(one.get("value", "")) for one in soup.select("input[type=submit i]")]
    headings = _words(one for one in soup.select("h1,h2,h3") if not _in_content(one))
    passwords, frames = soup.select("input[type=password i]"), soup.select("iframe")
    for one in content if len(content) > 1 else ():
        one.extract()
    return Look(
        asked=None,
        document=document,
        text=written_text(soup.body, silent=_SILENT).replace("\u2019", "'"),
        title=title,
        headings=headings,
        buttons="\n".join((_words(soup.select(_BUTTONS)), *pressed)),
        dialogs="\n".join(written_text(one, silent=_SILENT) for one in dialogs),
        passwords=len(passwords),
        frames=tuple(str(frame.get("src", "")) for frame in frames),
        items=len(content),
    )


def _words(tags: Iterable[Tag]) -> str:
    return "\n".join(tag.get_text(" ", strip=True) for tag in tags)


def _in_content(tag: Tag) -> bool:
    above = tag.parents
    return any(one.name == "article" or one.get("role") in {"article", "feed"} for one in above)


def _is_hidden(tag: Tag) -> bool:
    closed = tag.name == "dialog" and not tag.has_attr("open")
    return closed or tag.has_attr("hidden") or bool(_NOT_SHOWN.search(str(tag.get("style", ""))))


def _without_scripts(html: str) -> str:
    """The mark-up without what nobody sees, of which pages carry megabytes; read in one pass."""
    return "".join(_pieces(html))


def _pieces(html: str) -> Iterator[str]:
    place, inside = 0, ""
    for found in _UNSEEN.finditer(html):
        name = found[2].lower()
        if not inside and not found[1]:
            yield html[place : found.start()]
            inside = name
        elif inside == name and found[1]:
            place, inside = found.start(), ""
    if not inside:
        yield html[place:]
