"""Cuts a text into the word pieces that the model knows, each with where it stands (WordPiece).

Written out here because the usual library for it brings a client for a model hub along, and nothing in this
program is to be able to reach for one. ``training`` cuts its texts by this very code.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST_WORD = 100
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Cut:
    """Numbers of the pieces, the opening and closing mark included; offsets of those marks are empty."""

    numbers: list[int]
    offsets: list[tuple[int, int]]


class Pieces:
    """The vocabulary, one piece a line, and how it is used."""

    def __init__(self, vocabulary: Sequence[str], longest: int) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers["[UNK]"]
        self._opening, self._closing = self._numbers["[CLS]"], self._numbers["[SEP]"]
        self._longest = longest - 2
        self._known: dict[str, tuple[tuple[int, int, int], ...]] = {}

    def cut(self, text: str) -> Cut:
        """The pieces of one text; what goes beyond the longest is left out."""
        numbers, offsets = [self._opening], [(0, 0)]
        for word, start in _words(text):
            if len(numbers) > self._longest:
                break
            for number, begin, end in self._pieces(word):
                numbers.append(number)
                offsets.append((start + begin, start + end))
        kept = self._longest + 1
        return Cut([*numbers[:kept], self._closing], [*offsets[:kept], (0, 0)])

    def _pieces(self, word: str) -> tuple[tuple[int, int, int], ...]:
        found = self._known.get(word)
        if found is None:
            found = tuple(self._greedy(word))
            if len(self._known) < _REMEMBERED:
                self._known[word] = found
        return found

    def _greedy(self, word: str) -> list[tuple[int, int, int]]:
        """The longest known beginning, then the longest known continuation, and so on."""
        shape, places = _small(word)
        made, start = [], 0
        while start < len(shape) <= _LONGEST_WORD:
            for end in range(len(shape), start, -1):
                number = self._numbers.get(shape[start:end] if start == 0 else f"##{shape[start:end]}")
                if number is not None:
                    made.append((number, places[start], places[end - 1] + 1))
                    start = end
                    break
            else:
                return [(self._unknown, 0, len(word))]
        return made if len(shape) <= _LONGEST_WORD else [(self._unknown, 0, len(word))]


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Runs of letters and figures, and each sign by itself."""
    start = None
    for place, sign in enumerate(text):
        inside = sign.isalnum() or not (sign.isspace() or _stands_alone(sign))
        if inside and start is None:
            start = place
        if not inside:
            if start is not None:
                yield text[start:place], start
                start = None
            if not sign.isspace():
                yield sign, place
    if start is not None:
        yield text[start:], start


def _stands_alone(sign: str) -> bool:
    return (sign.isascii() and sign.isprintable()) or unicodedata.category(sign).startswith("P")


def _small(word: str) -> tuple[str, list[int]]:
    """The word in small letters without accents, and where each of them stood."""
    shape, places = [], []
    for place, sign in enumerate(word):
        for part in unicodedata.normalize("NFD", sign.lower()):
            if unicodedata.category(part) not in {"Mn", "Cc", "Cf"}:
                shape.append(part)
                places.append(place)
    return "".join(shape), places
