"""What a piece of mark-up says, for exports with thousands of pieces: its words and links in one go.

It says what `markup` says of a page's tree, ten times as fast: that tree is built for pieces with pictures
alone. A test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from selfaudit.platforms.generic.markup import Picture, links_in, pictures_in, written_text
from selfaudit.platforms.reading import absolute, soup_of

_MARKUP = re.compile(r"[<&]")
_PICTURE = re.compile(r"<img", re.IGNORECASE)
_BREAKS = frozenset({"br", "p", "div", "li", "blockquote", "pre", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"script", "style", "template", "noscript", "form", "rt", "rp"})


@dataclass(frozen=True, slots=True)
class Writing:
    """The text as its writer laid it out, with every address linked to and every picture."""

    text: str = ""
    links: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


def writing_of(html: str, base: str = "") -> Writing:
    """What this mark-up says. Total: what is broken in it is read as browsers do."""
    html = html.encode("utf-8", "replace").decode("utf-8")
    if not _MARKUP.search(html):
        return Writing(_laid_out([html.replace("\n", " ")]))
    if _PICTURE.search(html):
        tree = soup_of(html)
        return Writing(written_text(tree), links_in(tree, base), pictures_in(tree, base))
    root = _parsed(html)
    if root is None:
        return Writing()
    links = (absolute(base, anchor.get("href")) for anchor in root.iter("a"))
    return Writing(_laid_out(_pieces(root)), tuple(dict.fromkeys(link for link in links if link)))


def _parsed(html: str) -> Any:
    parser = etree.HTMLParser(recover=True, no_network=True)
    try:
        parser.feed(html)
        return parser.close()
    except etree.XMLSyntaxError:
        return None


def _laid_out(pieces: Iterator[str] | list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _pieces(root: Any) -> Iterator[str]:
    """Piece by piece, without recursion: what is hostile may be nested deeper than Python calls can be."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        tail = (node.tail or "").replace("\n", " ")
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            yield tail
            continue
        edge = "\n" if node.tag in _BREAKS else ""
        yield edge + (node.text or "").replace("\n", " ")
        waiting.append(edge + tail)
        waiting.extend(reversed(node))
