"""Keeps out of learning whatever tests and benchmarks score: such texts are dropped by their letters."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache

from benchmarks.language import corpora
from training.posts import Post
from training.settings import SHARED


def without_scored(posts: Iterable[Post]) -> list[Post]:
    """The posts that no benchmark holds, compared by their letters and figures alone."""
    return [post for post in posts if _print(post.text) not in _scored()]


def _print(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


@cache
def _scored() -> frozenset[str]:
    return frozenset(_print(text) for text in _texts())


def _texts() -> Iterator[str]:
    own = [corpora.own(name) for name in ("held_out", "by_others", "plain")]
    for examples in (*own, corpora.probe(), corpora.hatecheck(), corpora.offensive()):
        yield from (example.text for example in examples)
    path = SHARED / "hatemoji" / "HatemojiCheck_test.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row["text"] for row in csv.DictReader(file))
