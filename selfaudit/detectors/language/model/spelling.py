"""Reads a word that the vocabulary does not hold as words that it does, where one small change gives them.

Figures for letters (``n4me``), words run together (``ournewhead``) or cut in two, and slips in the words that
remarks are made of. The model learns from texts that are read in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, product
from math import inf, log
from string import ascii_lowercase

from selfaudit.detectors.language.lexicon import classes, entries, people, small_words

Change = tuple[int, int, str]

VOCABULARY = "vocabulary.txt"
_WORD = re.compile(r"[A-Za-z0-9]+")
_PAIR = re.compile(r"(?<![\w'])([A-Za-z]+) (?=([a-z]+)(?!\w))")
_SPACED = re.compile(r"(?<!\w)[A-Za-z](?:[ ._*~-][A-Za-z]){3,}(?!\w)")
_BETWEEN = re.compile(r"[^A-Za-z]")
_MEASURE = re.compile(r"\d+[a-z]{1,2}")
"""Of time, money, place in a row: "11am", "70th"."""
_FIGURES = {"4": "a", "3": "e", "1": "il", "0": "o", "5": "s", "7": "t"}
_ENDINGS = ("s", "ed", "ing", "er", "ers", "y")
_FEWEST = 4
_FEWEST_SLIPPED = 5
_FEWEST_TOGETHER = 7
_LONGEST = 40
_REMEMBERED = 50_000
_LONGEST_WORD = 16
_MOST_FIGURES = 4
_RARE = 14_000
"""Words further down are not looked for: too many of them are names and scraps of words."""
_USUAL = 3_000
_A_WORD = 2.0
_DEAREST = 2.45
"""What a letter of words run together may cost at most; above it, the words are there by chance."""
_SHORT, _SCRAPS = small_words("spelling_short"), small_words("spelling_scraps")
_TINY = 2


class Spelling:
    """What words there are, and how usual each is: the vocabulary is in that order.

    Args:
        vocabulary: a word or a piece of one on each line, the most usual word being "the".
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        words = vocabulary[vocabulary.index("the") :]
        self._ranks = {word: rank for rank, word in enumerate(words, 1) if word.isalpha() and word.isascii()}
        self._plain: dict[str, str | None] = {}

    def changes(self, text: str) -> Iterator[Change]:
        """The stretches that are better read as other words, and those words."""
        taken = 0
        for start, end, plain in sorted((*self._spaced(text), *self._cut_in_two(text), *self._words(text))):
            if start >= taken:
                taken = end
                yield start, end, plain

    def _spaced(self, text: str) -> Iterator[Change]:
        """Letters with spaces or stops between them, which may be several words."""
        for match in _SPACED.finditer(text):
            letters = _BETWEEN.sub("", match[0]).lower()
            yield *match.span(), self._otherwise(letters) or letters

    def _words(self, text: str) -> Iterator[Change]:
        for match in _WORD.finditer(text):
            plain = self._otherwise(match[0].lower())
            if plain:
                yield *match.span(), plain

    def _cut_in_two(self, text: str) -> Iterator[Change]:
        """A word with a space in it: "wo men"."""
        for match in _PAIR.finditer(text):
            first, second = match[1].lower(), match[2]
            if (
                len(first + second) >= _FEWEST_SLIPPED
                and self._is_usual(first + second)
                and not (self._stands(first) and self._stands(second))
            ):
                yield match.start(), match.end() + len(second), first + second

    def _otherwise(self, word: str) -> str | None:
        if word in self._ranks or word.isdigit() or len(word) > _LONGEST:
            return None
        if word not in self._plain:
            if len(self._plain) >= _REMEMBERED:
                self._plain.clear()
            self._plain[word] = self._figured(word) or self._apart(word) or _mended(word)
        return self._plain[word]

    def _figured(self, word: str) -> str | None:
        """Figures read as the letters that they look like."""
        figures = sum(sign.isdigit() for sign in word)
        if not 0 < figures <= _MOST_FIGURES or _MEASURE.fullmatch(word):
            return None
        readings = map("".join, product(*(_FIGURES.get(sign, sign) for sign in word)))
        return next(filter(self._is_word, readings), None)

    def _is_word(self, plain: str) -> bool:
        """By itself, or with one of the usual endings."""
        stems = (plain.removesuffix(ending) for ending in _ENDINGS)
        return plain.isalpha() and any(
            len(stem) >= _FEWEST and self._is_usual(stem) for stem in (plain, *stems)
        )

    def _apart(self, word: str) -> str | None:
        """Words run together, parted in the likeliest way: what each costs grows with its rank (Zipf)."""
        if not word.isalpha() or len(word) < _FEWEST_TOGETHER or self._is_word(word):
            return None
        cost, parts = likeliest_parts(word, self._cost, _LONGEST_WORD)
        two = len(parts) == _TINY and any(len(part) <= _TINY for part in parts)
        return None if two or cost > _DEAREST * len(word) else " ".join(parts)

    def _cost(self, part: str) -> float:
        """Single letters stand before the first word of the vocabulary, and cost next to nothing."""
        if not self._stands(part) or part in _SCRAPS:
            return inf
        return log(self._ranks.get(part, 1) + 1) + _A_WORD

    def _stands(self, word: str) -> bool:
        """Whether it is a word by itself, and no scrap of one."""
        if len(word) >= _FEWEST:
            return self._is_usual(word)
        return word in _SHORT or (len(word) > _TINY and self._is_usual(word, _USUAL))

    def _is_usual(self, word: str, before: int = _RARE) -> bool:
        return self._ranks.get(word, before) < before


def likeliest_parts(word: str, cost: Callable[[str], float], longest: int) -> tuple[float, list[str]]:
    """What the cheapest way to part the word costs, and its parts, each of at most so many letters."""
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(word) + 1):
        ways = (
            (best[start][0] + cost(word[start:end]), [*best[start][1], word[start:end]])
            for start in range(max(0, end - longest), end)
        )
        best.append(min(ways))
    return best[-1]


@cache
def spelling() -> Spelling:
    """By the vocabulary of the model."""
    return Spelling(files(__package__).joinpath(VOCABULARY).read_text(encoding="utf-8").splitlines())


def _mended(word: str) -> str | None:
    """Two letters changed about, or one left out; the ends stay as they are."""
    if len(word) < _FEWEST_SLIPPED or word in _sought():
        return None
    swapped = (plain for plain in _swaps(word) if plain in _sought())
    added = (plain for plain in _additions(word) if plain in _people())
    return next(chain(swapped, added), None)


def _swaps(word: str) -> Iterator[str]:
    for place in range(1, len(word) - 2):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _additions(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        for letter in ascii_lowercase:
            yield word[:place] + letter + word[place:]


@cache
def _people() -> frozenset[str]:
    """Words for groups, and of what is done to people; lists of insults lie too close to harmless words."""
    return _long((*people()["GROUP"], *classes()["harm"]))


@cache
def _sought() -> frozenset[str]:
    """Words that remarks are made of: a slip in any other word changes little."""
    return _people() | _long(form for entry in entries() for form in entry.forms)


def _long(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isalpha() and len(word) >= _FEWEST_SLIPPED)
