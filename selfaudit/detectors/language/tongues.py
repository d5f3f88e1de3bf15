"""Whether a text is in English at all. What is in another language is not read, and that is said."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NOISE = re.compile(r"https?://\S+|[@#]\w+")
_FEWEST = 3
_A_LINE = 24
_ENGLISH_SHARE = 0.2
_SURE = 0.8
UNKNOWN = "another"
"""What a language is called that has no name here."""


def other_language(text: str) -> str | None:
    """The language of a text that is not in English; ``None`` for English and for too few words."""
    words = _WORDS.findall(_NOISE.sub(" ", text).lower())
    if len(words) < _FEWEST:
        return _by_script(words)
    if sum(word in _everyday() for word in words) >= max(1, _ENGLISH_SHARE * len(words)):
        return None
    code, probability = _identifier().classify(" ".join(words))
    if code == "en" or probability < _SURE:
        return _by_script(words)
    return languages().get(code, UNKNOWN)


def partly_other(text: str) -> str | None:
    """The first other language that a line of its own is written in, where the text as a whole is English."""
    lines = (line for line in re.split(r"[\n|]+|(?<=[.!?]) +", text) if len(line) >= _A_LINE)
    return next(filter(None, map(other_language, lines)), None)


def _by_script(words: list[str]) -> str | None:
    """Letters that English does not use tell enough by themselves."""
    letters = "".join(words)
    foreign = sum(letter > "\u024f" for letter in letters)
    if 2 * foreign <= len(letters) or len(letters) <= _FEWEST:
        return None
    code, _ = _identifier().classify(" ".join(words))
    return languages().get(code, UNKNOWN)


@cache
def _everyday() -> frozenset[str]:
    """Words that English sentences are held together by, and that these neighbours do not share."""
    from spacy.lang.en.stop_words import STOP_WORDS

    shared = {
        "a",
        "i",
        "me",
        "am",
        "an",
        "in",
        "on",
        "to",
        "no",
        "do",
        "as",
        "at",
        "so",
        "by",
        "we",
        "is",
        "he",
    }
    social = {
        "lol",
        "tbh",
        "omg",
        "happy",
        "day",
        "school",
        "today",
        "love",
        "im",
        "dont",
        "cant",
        "i'm",
        "it's",
    }
    return (frozenset(STOP_WORDS) - shared) | social | {"i'm", "don't", "can't", "we're", "that's", "you're"}


@cache
def _identifier() -> LanguageIdentifier:
    """py3langid's own model, which lies inside its package."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", *languages()])
    return identifier
