"""Misspellings and disguises put into posts to learn from, so that the model is not thrown by them."""

from __future__ import annotations

import random
import re

_LEET = str.maketrans({"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"})
_WORD = re.compile(r"[A-Za-z]{4,}")


def disguised(text: str, chance: random.Random) -> str:
    """The text with one or two of its longer words written otherwise."""
    words = list(_WORD.finditer(text))
    for match in sorted(chance.sample(words, min(len(words), chance.choice((1, 1, 2)))), key=_backwards):
        changed = chance.choice(_WAYS)(match[0], chance)
        text = text[: match.start()] + changed + text[match.end() :]
    if chance.random() < 0.15:  # noqa: PLR2004 - now and then, words run together
        text = _joined(text, chance)
    return text


def _backwards(match: re.Match[str]) -> int:
    return -match.start()


def _joined(text: str, chance: random.Random) -> str:
    gaps = [place for place, sign in enumerate(text) if sign == " "]
    most = chance.choice((1, 2, 2, 4, len(gaps)))
    for place in sorted(chance.sample(gaps, min(len(gaps), most)), reverse=True):
        text = text[:place] + text[place + 1 :]
    return text


def _swapped(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 2) if len(word) > 3 else 0  # noqa: PLR2004 - ends stay
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _shortened(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1 :]


def _figured(word: str, _chance: random.Random) -> str:
    return word.lower().translate(_LEET)


def _spaced(word: str, chance: random.Random) -> str:
    if chance.random() < 0.5:  # noqa: PLR2004 - either between all letters or once
        return " ".join(word)
    place = chance.randrange(1, len(word) - 1)
    return f"{word[:place]} {word[place:]}"


def _starred(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    return f"{word[:place]}*{word[place + 1 :]}"


_WAYS = (_swapped, _shortened, _figured, _spaced, _starred)
