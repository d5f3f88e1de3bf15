"""Undoes the dress of letters: odd scripts, accents, invisible marks. Knows where each letter came from."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from selfaudit.detectors.language.lexicon import letters

_LOOKALIKES, _PLAIN = letters("lookalike"), letters("plain")
_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc"})
_KEPT = frozenset("\n\t")
_AS_THEY_ARE = frozenset(string.ascii_letters + string.digits + " .,!?") - frozenset(map(chr, _PLAIN))
_HYPHENS = "-\u2010\u2011\u2013"


class Letter(NamedTuple):
    """One character as it is read, and the stretch of the original text that it stands for."""

    shape: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is read, each character tied to the original."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """What is read."""
        return "".join(letter.shape for letter in self.letters)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that characters ``start`` to ``end`` stand for."""
        covered = [letter for letter in self.letters[start:end] if letter.end > letter.start]
        if not covered:
            return (0, 0)
        return min(letter.start for letter in covered), max(letter.end for letter in covered)

    def replaced(self, changes: Iterable[tuple[int, int, str]]) -> Folded:
        """The same text with these stretches read as other words; ``changes`` do not overlap."""
        letters: list[Letter] = []
        position = 0
        for start, end, word in sorted(changes):
            letters.extend(self.letters[position:start])
            origin = self.original(start, end)
            letters.extend(Letter(shape, *origin) for shape in word)
            position = end
        return Folded((*letters, *self.letters[position:]))


def fold(text: str) -> Folded:
    """The text in plain letters, without what cannot be seen."""
    letters = _in_latin([letter for place, shape in enumerate(text) for letter in _plain(shape, place)])
    return Folded(tuple(_unhyphened(letters)))


def _plain(shape: str, place: int) -> list[Letter]:
    if shape in _AS_THEY_ARE:
        return [Letter(shape, place, place + 1)]
    shape = shape.translate(_PLAIN)
    if shape.isascii() and (shape.isprintable() or shape in _KEPT):
        return [Letter(shape, place, place + 1)]
    return [
        Letter(part.translate(_PLAIN), place, place + 1)
        for part in unicodedata.normalize("NFKD", shape)
        if part in _KEPT or unicodedata.category(part) not in _INVISIBLE
    ]


def _in_latin(letters: list[Letter]) -> list[Letter]:
    """Greek and Cyrillic letters that look Latin are read as Latin where most of the text is Latin."""
    alphabetic = [letter.shape for letter in letters if letter.shape.isalpha()]
    if "".join(alphabetic).isascii():
        return letters
    if 2 * sum(shape.isascii() for shape in alphabetic) <= len(alphabetic):
        return letters
    return [Letter(letter.shape.translate(_LOOKALIKES), letter.start, letter.end) for letter in letters]


def _unhyphened(letters: list[Letter]) -> Iterable[Letter]:
    """A hyphen between letters is read as a space: "two-faced" is "two faced"."""
    last = len(letters) - 1
    for place, letter in enumerate(letters):
        inside = (
            letter.shape in _HYPHENS
            and 0 < place < last
            and letters[place - 1].shape.isalpha()
            and letters[place + 1].shape.isalpha()
        )
        yield Letter(" ", letter.start, letter.end) if inside else letter
