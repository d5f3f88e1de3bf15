"""Marks as a person would draw them: round whole words, and not on to the little word behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

Marks = tuple[tuple[int, int], ...]

_WORD = re.compile(r"[\w@$]+(?:['\u2019|@$*+]+\w+)*")
"""A word, also one that is written with signs for letters."""
_LONGEST_WORD = 40
"""What is longer is no word: a chain of letters, or a language that is written without spaces."""
_LEFT_OFF = re.compile(
    r"[\W_]+(?:an?|the|of|at|to|for|from|with|into|and|or|but|as|than|my|our|your|his|their|its|this|that|these"
    r"|those|am|(?:is|are|was|were|has|have|had)(?:n['\u2019]t)?)$",
    re.IGNORECASE,
)


def whole_words(quote: str, marks: Marks) -> Marks:
    """The marks from one border between words to another; where two come to touch one word, they are one."""
    drawn: list[tuple[int, int]] = []
    for start, end in sorted(_drawn(quote, marks)):
        if drawn and start < drawn[-1][1]:
            drawn[-1] = (drawn[-1][0], max(drawn[-1][1], end))
        else:
            drawn.append((start, end))
    return tuple(drawn)


def _drawn(quote: str, marks: Marks) -> Iterator[tuple[int, int]]:
    words = [word.span() for word in _WORD.finditer(quote) if len(word[0]) <= _LONGEST_WORD]
    for start, end in marks:
        first = next((begun for begun, ended in words if begun < start < ended), start)
        last = next((ended for begun, ended in words if begun < end < ended), end)
        yield first, _without_a_little_word(quote, first, last)


def _without_a_little_word(quote: str, start: int, end: int) -> int:
    """Where the mark ends once what only leads on to the next words is left off; never all of it."""
    while end < len(quote) and (little := _LEFT_OFF.search(quote, max(start + 1, end - _LONGEST_WORD), end)):
        end = little.start()
    return end
