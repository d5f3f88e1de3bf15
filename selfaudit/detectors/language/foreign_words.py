"""What each word weighs for English or against it, by the model's vocabulary and lists of other languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import inf, log

from selfaudit.detectors.language.lexicon import entries, people, rows, small_words
from selfaudit.detectors.language.model.spelling import VOCABULARY, likeliest_parts

OTHER = 2.0
"""What a word weighs that only another language has; English words weigh less than nothing."""

_UNHEARD, _RARE = 1.5, 0.5
_ENGLISH = ((300, -3.0), (8_000, -2.0), (14_000, -1.0))
"""Down to which rank an English word weighs how much; further down are names and words of all languages."""
_ALSO_ENGLISH = ((300, 0.0), (8_000, 0.7), (14_000, 1.5))
"""The same for a word that another language has too."""
_TELLING_NOTHING = frozenset({"en"})
"""Under it stand words that English has borrowed, and slang that the vocabulary lacks."""
_LATIN_ENDS, _UNSPACED = "\u024f", "\u2e80"
_NO_MARKS = str.maketrans({"ł": "l", "Ł": "l", "ß": "ss", "ø": "o", "đ": "d"})
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\WA-Z\d_]+")
_LAUGH = re.compile(r"(\w{1,3}?)\1+\w?")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_VOWEL = re.compile("[aeiouyw]")
_CONTRACTED = re.compile(r"(.+?)(?:n't|'(?:s|d|m|ll|ve|re|t))+")
_ENDINGS = (
    *("nt", "s", "es", "ed", "d", "ing", "in", "er", "ers"),
    *("y", "ly", "ish", "less", "ness", "est", "ful"),
)
_SHORTEST = 3
_LONGEST = 60
_SHORT = small_words("spelling_short")
_LONG, _VERY_COMMON, _A_WORD = 4, 3_000, 2.0
"""As spelling.py has them, for words that are run together."""


def bare(word: str) -> str:
    """The word in small letters, with those that are no Latin letter with a mark written as one."""
    return word.lower().translate(_NO_MARKS)


@lru_cache(50_000)
def weight(word: str) -> float:
    """Above nothing: rather of another language; below: rather English. ``word`` is as `bare` writes it."""
    if is_of_other_script(word):
        return OTHER * len(word) if word > _UNSPACED else OTHER
    codes = others().get(word, frozenset())
    if not 1 < len(word) <= _LONGEST or codes & _TELLING_NOTHING or _LAUGH.fullmatch(word):
        return 0.0
    if codes:
        return _by_rank(word, _ALSO_ENGLISH) if _rank(word) else OTHER
    if _rank(word):
        return _by_rank(word, _ENGLISH)
    if word in _ranks():
        return _RARE
    return _UNHEARD if _VOWEL.search(word) else 0.0


@cache
def others() -> dict[str, frozenset[str]]:
    """The languages by words that they are known by."""
    codes: dict[str, set[str]] = {}
    for code, words in rows("tongues.tsv"):
        for word in words.split():
            codes.setdefault(word, set()).add(code)
    return {word: frozenset(of) for word, of in codes.items()}


def is_of_other_script(word: str) -> bool:
    """Whether most of its letters are none of ours."""
    return 2 * sum(letter > _LATIN_ENDS for letter in word) > len(word)


def in_tag(tag: str) -> list[str]:
    """The words of a hashtag: by its capitals, else in the likeliest way that it is made of words we know."""
    parts = _CAMEL.findall(tag)
    if len(parts) > 1 or len(tag) > _LONGEST or is_common(tag.lower()):
        return parts or [tag]
    cost, words = likeliest_parts(tag, lambda part: _cost(part.lower()), _LONGEST)
    return words if cost < inf else [tag]


def _cost(part: str) -> float:
    """The less usual a word, the dearer (Zipf), and each costs something."""
    rank = _ranks().get(part, 0)
    shortest = rank and (_SHORTEST if rank <= _VERY_COMMON else _LONG)
    if part in _SHORT or (is_common(part) and len(part) >= shortest):
        return log(rank or _VERY_COMMON) + _A_WORD
    return log(_ENGLISH[1][0]) + _A_WORD if len(part) >= _SHORTEST and part in others() else inf


def _by_rank(word: str, steps: Sequence[tuple[int, float]]) -> float:
    return next(weight for least, weight in steps if _rank(word) <= least)


def _rank(word: str) -> int:
    """How usual a word of English is, 1 the most; a form of one ranks last, and no word of it is 0."""
    last = _ENGLISH[-1][0]
    rank = _ranks().get(word, 0)
    if 0 < rank <= last:
        return rank
    return last if any(0 < _ranks().get(stem, 0) <= last for stem in _stems(word)) else 0


def _stems(word: str) -> Iterator[str]:
    """What the word may be a form of, or made of."""
    if (once := _DRAWN_OUT.sub(r"\1", word)) != word:
        yield from (once, _DRAWN_OUT.sub(r"\1\1", word))
    if contracted := _CONTRACTED.fullmatch(word):
        yield contracted[1]
    for stem in (word.removesuffix(end) for end in _ENDINGS if word.endswith(end)):
        if len(stem) >= _SHORTEST:
            yield stem
            yield f"{stem}e"
            yield stem[:-1] if stem[-1] == stem[-2] else stem
            yield f"{stem[:-1]}y" if stem[-1] == "i" else stem
    for place in range(_SHORTEST, len(word) - _SHORTEST + 1):
        if is_common(word[:place]) and is_common(word[place:]):
            yield word[:place]


def is_common(word: str) -> bool:
    """Whether it is a usual word of English, or one of our own lists."""
    return 0 < _ranks().get(word, 0) <= _ENGLISH[1][0]


def usual_words() -> Iterable[str]:
    """Every word of the vocabulary and of our lists."""
    return _ranks().keys()


@cache
def _ranks() -> dict[str, int]:
    """How usual each word is: the vocabulary is in that order. Words of our own lists are as usual as any."""
    text = files(__package__).joinpath("model", VOCABULARY).read_text(encoding="utf-8")
    words = text[text.index("\nthe\n") :].split()
    ranks = {word: rank for rank, word in enumerate(words, 1) if word.isalpha() and word.isascii()}
    usual = _ENGLISH[1][0]
    ours = {word for entry in entries() for form in entry.forms for word in form.split()}
    ours.update(word for phrases in people().values() for phrase in phrases for word in phrase.split())
    return {
        **ranks,
        **{word: min(usual, ranks.get(word, usual)) for word in ours if word.isalpha()},
        "a": 1,
        "i": 1,
    }
