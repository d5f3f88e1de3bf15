"""Links and pictures of a piece of mark-up, with the file that was kept of each picture."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from selfaudit.platforms.reading import absolute

_BREAKS = frozenset({"br", "p", "div", "li", "blockquote", "pre", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = ("script", "style", "template", "noscript", "form")
_LONGEST_EMOJI = 8
_SIZE_SUFFIX = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in a text: every address under which its file may have been kept."""

    addresses: tuple[str, ...]
    caption: str | None = None

    @property
    def url(self) -> str:
        """The address to show."""
        return self.addresses[0]

    @property
    def key(self) -> str:
        """The same for every size that a site makes of one picture."""
        parts = urlsplit(self.url)
        return _SIZE_SUFFIX.sub("", parts.path) or self.url

    def file(self, media: Mapping[str, str]) -> str | None:
        """Where the picture was kept, or ``None``."""
        return next((media[address] for address in self.addresses if address in media), None)

    def standing_at(self, base: str) -> Picture:
        """The same with full addresses."""
        return replace(self, addresses=tuple(absolute(base, one) or one for one in self.addresses))


def written_text(tag: Tag | None, silent: Collection[str] = _SILENT) -> str:
    """The text as its writer laid it out: a line for each paragraph, white space folded inside lines.

    What stands in ``silent`` elements is left out.
    """
    if tag is None:
        return ""
    lines = "".join(_pieces(tag, silent)).split("\n")
    return "\n".join(folded for folded in (" ".join(line.split()) for line in lines) if folded)


def _pieces(tag: Tag, silent: Collection[str]) -> Iterator[str]:
    """Piece by piece, without recursion: a hostile page may be nested deeper than Python calls can be."""
    waiting: list[PageElement | str] = list(reversed(tag.contents))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            if node.name not in silent:
                edge = "\n" if node.name in _BREAKS else ""
                waiting += [edge, *reversed(node.contents), edge + _emoji(node)]
        elif type(node) is NavigableString:
            # A comment or a CDATA section is a kind of string too, and nobody sees it.
            yield str(node).replace("\n", " ")
        elif type(node) is str:
            yield node


def _emoji(node: Tag) -> str:
    alt = str(node.get("alt", "")) if node.name == "img" else ""
    return alt if len(alt) <= _LONGEST_EMOJI and not any(map(str.isalnum, alt)) else ""


def links_in(tag: Tag | None, base: str) -> tuple[str, ...]:
    """Every address that is linked to, each once."""
    anchors = tag.find_all("a", href=True) if tag else []
    found = (absolute(base, str(anchor["href"])) for anchor in anchors)
    return tuple(dict.fromkeys(address for address in found if address))


def pictures_in(tag: Tag | None, base: str) -> tuple[Picture, ...]:
    """Every picture, emoji and tracking dots left out."""
    images = tag.find_all("img") if tag else []
    found = (picture_of(image, base) for image in images if not _decoration(image))
    return tuple(picture for picture in found if picture)


def picture_of(image: Tag, base: str) -> Picture | None:
    """The picture of an ``img`` element."""
    sources = [str(image.get(name, "")) for name in ("src", "data-src", "data-orig-file", "data-large-file")]
    sources += [entry.split()[0] for entry in str(image.get("srcset", "")).split(",") if entry.split()]
    addresses = tuple(dict.fromkeys(found for source in sources if (found := absolute(base, source.strip()))))
    return Picture(addresses, str(image.get("alt", "")).strip() or None) if addresses else None


def _decoration(image: Tag) -> bool:
    classes = " ".join(image.get_attribute_list("class", [""]) or [])
    tiny = str(image.get("width", "")) in {"0", "1"} or str(image.get("height", "")) in {"0", "1"}
    return tiny or "emoji" in classes or "avatar" in classes or "wp-smiley" in classes
