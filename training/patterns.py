"""Functional counter-examples from patterns: negation, praise, quotation, other targets."""

from __future__ import annotations

import random
import re
from collections import defaultdict

from training.posts import Post
from training.settings import HERE

Words = dict[str, list[str]]
_WORD = re.compile(r"\{(\w+)\}")
_OTHERWISE = ("", "", "", "", " lol", "!", " 😂", " tbh", " #justsaying", " smh")


def posts(times: int, seed: int) -> list[Post]:
    """Each pattern opened up this many times, with words drawn at random; no text twice."""
    chance = random.Random(seed)  # noqa: S311 - chosen to be repeatable
    words = _words()
    made: dict[str, Post] = {}
    for known, _sort, pattern in _rows("patterns.tsv"):
        for _ in range(times if "{" in pattern else 2):
            text = _opened(pattern, words, chance)
            made[text] = Post(text, _known(known), group=f"pattern {pattern}", source="patterns")
    return list(made.values())


def _known(cell: str) -> dict[str, tuple[int, float]]:
    return {head.removeprefix("!"): (int(not head.startswith("!")), 1.0) for head in cell.split("+")}


def _opened(pattern: str, words: Words, chance: random.Random) -> str:
    """The pattern with its words put in, and the words in those; one group throughout."""
    many, one, oneof, adjective = chance.choice(words["group"]).split("|")
    group = {"group": many, "one": one, "oneof": oneof, "adjective": adjective}
    text = pattern
    while "{" in text:
        text = _WORD.sub(lambda found: group.get(found[1]) or chance.choice(words[found[1]]), text)
    if chance.random() < 0.3:  # noqa: PLR2004 - some people write without capitals
        text = text.lower()
    elif chance.random() < 0.5:  # noqa: PLR2004 - and some with
        text = text[0].upper() + text[1:]
    return text + chance.choice(_OTHERWISE)


def _words() -> Words:
    words: Words = defaultdict(list)
    for what, held in _rows("pattern_words.tsv"):
        words[what] += [held] if what == "group" else held.split("|")
    return words


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
