"""Who wrote a post, as the sentence above it says: the parts of two people's exports may lie side by side."""

from __future__ import annotations

from functools import lru_cache

from selfaudit.platforms.exported import fields

OF_OTHERS = "posts that the export says somebody else wrote; they are not taken for yours"
_LINKS = fields("van von de der den da di du la le bin al el ter zu y")
_SHORTEST = 2


@lru_cache(maxsize=256)
def other_writer(title: str, owner: str | None) -> str | None:
    """The name that a title begins with, where it is one and not the owner's; nothing is guessed."""
    words = title.split()
    named = words[: _end_of_name(words)]
    name = " ".join(named)
    if not owner or len(named) < _SHORTEST or folded(owner) in folded(name):
        return None
    return name


def _end_of_name(words: list[str]) -> int:
    """How many words at the start are a name's: in capitals, or linking such; more words follow."""
    end = 0
    for place, word in enumerate(words[:-1]):
        if word[0].isupper():
            end = place + 1
        elif word not in _LINKS:
            break
    return end if end < len(words) and words[end][0].islower() else 0


def folded(name: str) -> str:
    """A name as it is compared: white space and letter case do not count."""
    return " ".join(name.casefold().split())
