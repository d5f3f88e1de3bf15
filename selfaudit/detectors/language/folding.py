"""Undoes the dress of letters: odd scripts, accents, invisible marks. Knows where each letter came from."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from selfaudit.detectors.language.lexicon import letters

Place = tuple[int, int]
"""Where in the original text a character stood that is read as another, or as none."""
Letter = tuple[str, Place]

_LOOKALIKES, _PLAIN = letters("lookalike"), letters("plain")
_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc", "Cs"})
_KEPT = frozenset("\n\t")
FLAG_LETTERS = dict(zip(range(0x1F1E6, 0x1F200), string.ascii_uppercase, strict=True))
"""Two of them beside each other are shown as a flag; one by itself is shown as a letter."""
_HYPHENS = "-\u2010\u2011\u2013"
_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]+")
_READ_AS_IT_IS = (set(string.printable[:95]) | _KEPT) - {*map(chr, _PLAIN), *_HYPHENS}
_UNCHANGED = re.compile(f"[{re.escape(''.join(sorted(_READ_AS_IT_IS)))}]*")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is read, each character tied to the original.

    Attributes:
        text: what is read.
        places: for each of its characters the stretch of the original that it stands for; ``None`` where
            nothing was changed.
    """

    text: str
    places: tuple[Place, ...] | None = None

    def original(self, start: int, end: int) -> Place:
        """The stretch of the original text that characters ``start`` to ``end`` stand for."""
        if self.places is None:
            return (start, end) if end > start else (0, 0)
        covered = [place for place in self.places[start:end] if place[1] > place[0]]
        if not covered:
            return (0, 0)
        return min(place[0] for place in covered), max(place[1] for place in covered)

    def replaced(self, changes: Iterable[tuple[int, int, str]]) -> Folded:
        """The same text with these stretches read as other words; ``changes`` do not overlap."""
        before = self.places or [(place, place + 1) for place in range(len(self.text))]
        written: list[str] = []
        places: list[Place] = []
        position = 0
        for start, end, word in sorted(changes):
            written += self.text[position:start], word
            places += *before[position:start], *(self.original(start, end),) * len(word)
            position = end
        if not written:
            return self
        return Folded("".join((*written, self.text[position:])), (*places, *before[position:]))


def fold(text: str) -> Folded:
    """The text in plain letters, without what cannot be seen."""
    if _UNCHANGED.fullmatch(text):
        return Folded(text)
    shapes = _without_flags(text)
    letters = _in_latin([letter for place, shape in enumerate(shapes) for letter in _plain(shape, place)])
    letters = list(_unhyphened(letters))
    return Folded("".join(shape for shape, _ in letters), tuple(place for _, place in letters))


def _without_flags(text: str) -> str:
    """The text with flag letters that make no flag, since nothing stands beside them, as letters."""
    if not _FLAG_LETTER.search(text):
        return text
    return _FLAG_LETTER.sub(
        lambda match: match[0].translate(FLAG_LETTERS) if len(match[0]) == 1 else match[0], text
    )


def _plain(shape: str, place: int) -> list[Letter]:
    where = (place, place + 1)
    shape = shape.translate(_PLAIN)
    if shape.isascii() and (shape.isprintable() or shape in _KEPT):
        return [(shape, where)]
    return [
        (part.translate(_PLAIN), where)
        for part in unicodedata.normalize("NFKD", shape)
        if part in _KEPT or unicodedata.category(part) not in _INVISIBLE
    ]


def _in_latin(letters: list[Letter]) -> list[Letter]:
    """Greek and Cyrillic letters that look Latin are read as Latin where most of the text is Latin."""
    alphabetic = [shape for shape, _ in letters if shape.isalpha()]
    if "".join(alphabetic).isascii():
        return letters
    if 2 * sum(shape.isascii() for shape in alphabetic) <= len(alphabetic):
        return letters
    return [(shape.translate(_LOOKALIKES), where) for shape, where in letters]


def _unhyphened(letters: list[Letter]) -> Iterable[Letter]:
    """A hyphen between letters is read as a space: "two-faced" is "two faced"."""
    last = len(letters) - 1
    for place, (shape, where) in enumerate(letters):
        inside = (
            shape in _HYPHENS
            and 0 < place < last
            and letters[place - 1][0].isalpha()
            and letters[place + 1][0].isalpha()
        )
        yield " " if inside else shape, where
