"""How every platform reads: mark-up as data, item by item, with what cannot be read counted as a gap."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar
from urllib.parse import urljoin

from bs4 import (
    BeautifulSoup,
    MarkupResemblesLocatorWarning,
    NavigableString,
    SoupStrainer,
    Tag,
    XMLParsedAsHTMLWarning,
)
from bs4.element import PageElement, TemplateString

from selfaudit.model.snapshot import Gap
from selfaudit.model.vocabulary import Part

Raw = TypeVar("Raw")
Item = TypeVar("Item")

OF_UNKNOWN_FORM = "has a form that this version does not know"
"""The end of each reader's sentence about a page that it cannot read; `falling_back` goes by it."""


class ItemUnreadable(ValueError):
    """One item has a shape that this reader does not know. `GapLog` counts it; people never see it."""


class GapLog:
    """Reads items one by one; those that cannot be read become one counted gap a part and reason."""

    def __init__(self) -> None:
        self._counts: dict[tuple[Part, str], int] = {}

    def keep(self, part: Part, parse: Callable[[Raw], Item], raws: Iterable[Raw]) -> tuple[Item, ...]:
        """Every item that ``parse`` could read. Any error but `ItemUnreadable` is a fault of ours."""
        return tuple(self._each(part, parse, raws))

    def _each(self, part: Part, parse: Callable[[Raw], Item], raws: Iterable[Raw]) -> Iterator[Item]:
        for raw in raws:
            try:
                yield parse(raw)
            except ItemUnreadable as error:
                self.miss(part, str(error))

    def miss(self, part: Part, reason: str, count: int = 1) -> None:
        """Note that ``count`` items of ``part`` could not be read."""
        self._counts[part, reason] = self._counts.get((part, reason), 0) + count

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What was missed, a gap for each part and reason."""
        return tuple(Gap(part, reason, count) for (part, reason), count in self._counts.items())


_HALF_LETTERS = re.compile("[\ud800-\udfff]")
_TEMPLATE = re.compile("<template", re.IGNORECASE)


def soup_of(html: str, only: SoupStrainer | None = None) -> BeautifulSoup:
    """The page as a tree; total on broken mark-up, and silent about text that is hardly mark-up.

    Where ``only`` some elements are wanted, of the others no tree is made: it takes much memory, and time.

    Half a character, as a cut emoji leaves behind, is no text: the parser would fall over it.
    """
    html = _HALF_LETTERS.sub("?", html)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(html, "lxml", parse_only=only)
    for root in soup.find_all(_is_shadow_root) if _TEMPLATE.search(html) else ():
        if root.parent is not None:  # one that stood in a slot has gone where something else fills the slot
            _show(root)
    return soup


_SHADOW_MARKS = ("shadowrootmode", "shadowroot", "shadowmode")
"""As the standard, its forerunner and Chromium's MHTML call it."""


def _is_shadow_root(tag: Tag) -> bool:
    return tag.name == "template" and any(tag.has_attr(mark) for mark in _SHADOW_MARKS)


def _show(root: Tag) -> None:
    """Put a shadow root where people see it: in its element, with what fills its slots in them."""
    own = [node for node in root.parent.children if node is not root] if root.parent else []
    for slot in root.find_all("slot"):
        filling = [node for node in own if node.parent is root.parent and _fills(node, slot)]
        if filling:
            slot.clear()
            slot.extend(filling)
    # The parser marks what stands in a template as text that nobody sees.
    for text in root.find_all(string=lambda found: isinstance(found, TemplateString)):
        if text.find_parent("template") is root:
            text.replace_with(NavigableString(text))
    root.unwrap()


def _fills(node: PageElement, slot: Tag) -> bool:
    """Whether a piece of the element's own content is shown in this slot."""
    wanted = slot.get("name", "")
    if isinstance(node, Tag):
        return not _is_shadow_root(node) and node.get("slot", "") == wanted
    return not wanted and bool(str(node).strip())


def visible_text(tag: Tag | None) -> str:
    """The text that a reader sees, white space folded; ``""`` for a missing tag.

    Emoji that a site draws as small pictures are read by their alt text.
    """
    if tag is None:
        return ""
    return " ".join("".join(_pieces(tag)).split())


_HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "title"})
_BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "h1", "h2", "h3", "h4", "section"})
_LONGEST_EMOJI = 8


def _pieces(tag: Tag) -> Iterator[str]:
    for node in tag.descendants:
        if isinstance(node, Tag):
            alt = str(node.get("alt", "")) if node.name == "img" else ""
            if node.name in _BLOCKS:
                yield " "
            elif alt and len(alt) <= _LONGEST_EMOJI:
                yield alt
        elif type(node) is NavigableString and not _hidden(node):
            yield str(node)


def _hidden(node: NavigableString) -> bool:
    return any(parent.name in _HIDDEN for parent in node.parents)


def text_of_html(fragment: str) -> str:
    """The visible text of a piece of mark-up, as posts carry it in data answers."""
    return visible_text(soup_of(fragment))


def json_of(text: str | bytes) -> Any:
    """The JSON value, or ``None`` when it is not JSON; raw line ends inside strings are forgiven."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def script_json(soup: BeautifulSoup, **attributes: str) -> Iterator[Any]:
    """The JSON value of every script with these attributes, unreadable ones left out."""
    for script in soup.find_all("script", attrs=attributes):
        value = json_of(script.get_text())
        if value is not None:
            yield value


def meta(soup: BeautifulSoup, name: str) -> str | None:
    """The content of the meta element of this name or property."""
    tag = soup.find("meta", attrs={"name": name}) or soup.find("meta", attrs={"property": name})
    content = tag.get("content") if isinstance(tag, Tag) else None
    return str(content).strip() if content else None


_WHOLE = re.compile(r"https?://[\w.-]+(?:/[\w.%~+-]*)*", re.ASCII)
"""An address that nothing has to be joined to."""


def absolute(base: str, address: str | None) -> str | None:
    """The full address, or ``None`` when it is not one a browser could open (or carries its own content)."""
    if not address or address.startswith(("data:", "javascript:", "blob:", "about:")):
        return None
    if _WHOLE.fullmatch(address):
        return address
    try:
        return urljoin(base, address)
    except ValueError:
        return None


def walk_json(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, outermost first, without recursion."""
    waiting = [value]
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, dict):
            yield here
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)
