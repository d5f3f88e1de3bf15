"""Text as a reader sees it: disguises undone, and every letter's place in the original remembered."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

_ESCAPE = re.compile(
    r"(?:%[0-9a-f]{2})+|&(?:amp;)*(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31});|\\u[0-9a-f]{4}", re.IGNORECASE
)
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_ALIKE = str.maketrans(
    "асеіјорѕухԁһԛԝАВЕКМНОРСТУХІЈЅικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ。‐‑‒–—−’‘“”«»‹›【】〔〕「」ⓐⒶ",  # noqa: RUF001 - the look-alikes are the point
    'aceijopsyxdhqwABEKMHOPCTYXIJSikvoptuxABEZHIKMNOPTYX.------\'\'""""<>[][][]@@',
)
_BOXED = ((0x1F150, 26), (0x1F170, 26), (0x1F1E6, 26))
"""White on black letters and flags' letters, which Unicode does not call letters."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without disguises; ``starts`` and ``ends`` give each character's place in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of the characters from ``start`` up to ``end``."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Plain letters for styled, full-width and look-alike ones, escapes read, invisible characters gone."""
    if text.isascii() and not _ESCAPE.search(text):  # most texts: there is nothing to undo in them
        return Folded(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, plain in _clusters(text):
        pieces.append(plain)
        starts.extend([start] * len(plain))
        ends.extend([end] * len(plain))
    return Folded("".join(pieces), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each escape, or each character with the marks that stand on it, and how it reads."""
    start = 0
    while start < len(text):
        escape = _ESCAPE.match(text, start) if text[start] in "%&\\" else None
        end = escape.end() if escape else start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield start, end, _plain(_unescaped(text[start:end]) if escape else text[start:end])
        start = end


def _unescaped(written: str) -> str:
    """Escapes may be escaped again, as ``&amp;#64;`` is; three rounds are more than any site makes."""
    for _ in range(3):
        written = html.unescape(unquote(written))
    if written.startswith("\\u"):
        return chr(int(written[2:6], 16)) + written[6:]
    return written


@lru_cache(maxsize=10_000)
def _plain(cluster: str) -> str:
    whole = unicodedata.normalize("NFKC", cluster.translate(_ALIKE)).translate(_ALIKE)
    return "".join(_unboxed(letter) for letter in whole if not _invisible(letter))


def _invisible(letter: str) -> bool:
    return letter in _BLANK or unicodedata.category(letter) in ("Cf", "Mn", "Me", "Cs")


def _unboxed(letter: str) -> str:
    for first, count in _BOXED:
        if first <= ord(letter) < first + count:
            return chr(ord("A") + ord(letter) - first)
    return letter
