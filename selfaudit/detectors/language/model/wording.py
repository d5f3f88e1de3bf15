"""How a text is written out for the model: emoji by name, people and addresses bare, words plainly spelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from selfaudit.detectors.language.folding import Folded
from selfaudit.detectors.language.model.spelling import spelling

_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_MENTION = re.compile(r"(?<!\w)@\w[\w.]*")
_REPEATS = re.compile(r"([^\W\d_])\1{2,}|([!?.,])\2{2,}")
_FIRST_SIGN = 0x2190
"""Arrows, signs, dingbats and emoji begin here; letters of all scripts read by us lie before."""


def for_model(text: str) -> Folded:
    """The text as the model reads it, each character tied to where it stood in ``text``."""
    written = Folded(text).replaced(_changes(text))
    return written.replaced(spelling().changes(written.text))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    taken = 0
    for match in sorted((*_named(text), *_signs(text)), key=lambda change: change[0]):
        if match[0] >= taken:
            taken = match[1]
            yield match


def _named(text: str) -> Iterator[tuple[int, int, str]]:
    """Whole stretches that are read as one word, and letters drawn out."""
    for match in _ADDRESS.finditer(text):
        yield *match.span(), "url"
    for match in _MENTION.finditer(text):
        yield *match.span(), "@user"
    for match in _REPEATS.finditer(text):
        yield *match.span(), match[0][:2]


def _signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Emoji are read by their names: a rat, an angry face."""
    if text.isascii():
        return
    for place, sign in enumerate(text):
        if ord(sign) >= _FIRST_SIGN and unicodedata.category(sign) in {"So", "Sk", "Sm"}:
            name = unicodedata.name(sign, "sign").lower().replace("emoji modifier fitzpatrick", "skin")
            yield place, place + 1, f" {name} "
