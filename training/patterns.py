"""Functional counter-examples from patterns: negation, praise, quotation, other targets."""

from __future__ import annotations

import random
from collections import defaultdict

from training.posts import Post
from training.settings import HERE

Words = dict[str, list[str]]
_OTHERWISE = ("", "", "", "", " lol", "!", " 😂", " tbh", " #justsaying", " smh")


def posts(times: int, seed: int) -> list[Post]:
    """Each pattern opened up this many times, with words drawn at random; no text twice."""
    chance = random.Random(seed)  # noqa: S311 - chosen to be repeatable
    words = _words()
    made: dict[str, Post] = {}
    for label, sort, pattern in _rows("patterns.tsv"):
        for _ in range(times if "{" in pattern else 2):
            text = _opened(pattern, words, chance)
            made[text] = Post(text, _known(label, sort), group=f"pattern {pattern}", source="patterns")
    return list(made.values())


def _known(label: str, sort: str) -> dict[str, tuple[int, float]]:
    known = {"discriminatory": (int(label), 1.0)}
    if sort == "threat":
        known["threat"] = (1, 0.5)
    if sort == "swearing":
        known["offensive"] = (1, 0.5)
    if sort in {"plain", "warm", "denied"}:
        known |= {"offensive": (0, 0.5), "derogatory": (0, 0.5), "threat": (0, 0.5)}
    return known


def _opened(pattern: str, words: Words, chance: random.Random) -> str:
    many, one, oneof, adjective = chance.choice(words["group"]).split("|")
    drawn = {name: chance.choice(held) for name, held in words.items() if name != "group"}
    text = pattern.format(group=many, one=one, oneof=oneof, adjective=adjective, **drawn)
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
