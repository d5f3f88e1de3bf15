"""Saved web pages: complete ones with their folder of pictures, and single-file ones that carry them."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Callable
from urllib.parse import unquote

from bs4.dammit import EncodingDetector
from bs4.element import Tag

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.reading import absolute, meta, soup_of
from selfaudit.saved.contents import Content
from selfaudit.saved.pictures import Pictures

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)")
_EMBEDDED = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=%]{16,})")
_VARIABLE = re.compile(r"(--sf-img-\d+)\s*:\s*url\(\s*[\"']?(kept:[^\"')\s]+)")
_IMAGE_TAG = re.compile(r"<img\b(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>", re.IGNORECASE)
_USED = re.compile(r"\bvar\((--sf-img-\d+)\)")
_SOURCE = re.compile(r"\bsrc\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)


def read_page(content: Content, pictures: Pictures) -> Visit:
    """The page as one visit, its pictures kept."""
    html, media = _unpacked(decoded(content.data), pictures)
    soup = soup_of(html)
    url = address_of(html) or content.name
    for image in soup.find_all("img", src=True):
        source, place = str(image["src"]), absolute(url, str(image["src"]))
        if place and place not in media and "://" not in source.partition("?")[0]:
            kept = pictures.keep(content.beside(source.partition("?")[0].partition("#")[0]))
            media |= {place: kept} if kept else {}
    return Visit(None, documents=(Document(url, html),), media=media)


def decoded(data: bytes, charset: str | None = None) -> str:
    """The text, in the encoding that it names or, failing that, in the likeliest one. Never fails."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    for encoding in filter(None, (marked, charset, "utf-8", declared)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("windows-1252", "replace")


def address_of(html: str) -> str | None:
    """Where the page was saved from, as browsers and the page itself note it."""
    noted = _SAVED_FROM.search(html[:4000]) or _SINGLE_FILE.search(html[:4000])
    if noted:
        return noted[1]
    soup = soup_of(html)
    canonical = soup.select_one('link[rel~="canonical"][href]')
    stated = str(canonical["href"]) if isinstance(canonical, Tag) else meta(soup, "og:url")
    return stated if stated and stated.startswith(("http://", "https://")) else None


def is_of_the_web(data: bytes) -> bool:
    """Whether a page tells that it was saved from the web: no page in an export of a network does."""
    html = decoded(data)
    address = address_of(html)
    return (address or "").startswith(("http://", "https://")) or bool(meta(soup_of(html), "generator"))


def _unpacked(html: str, pictures: Pictures) -> tuple[str, dict[str, str]]:
    """The page with each embedded picture kept as a file and named in its place."""
    media: dict[str, str] = {}
    html = _EMBEDDED.sub(_keeping(media, pictures), html)
    variables = dict(_VARIABLE.findall(html))

    def shown(tag: re.Match[str]) -> str:
        used = _USED.search(tag[0])
        address = variables.get(used[1]) if used else None
        return _SOURCE.sub(f'src="{address}"', tag[0], count=1) if address else tag[0]

    return (_IMAGE_TAG.sub(shown, html) if variables else html), media


def _keeping(media: dict[str, str], pictures: Pictures) -> Callable[[re.Match[str]], str]:
    def keep(embedded: re.Match[str]) -> str:
        try:
            kept = pictures.keep(base64.b64decode(unquote(embedded[1]), validate=False))
        except (binascii.Error, ValueError):
            kept = None
        if kept is None:
            return embedded[0]
        address = f"kept:{kept.removeprefix('media/')}"
        media[address] = kept
        return address

    return keep
