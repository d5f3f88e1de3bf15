"""Public posts read again by the guide of our own corpus; kept by their marks, for the texts are others'.

What their makers asked of them was another question, and often one alone: "hateful or not".
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from training.settings import FOUL, HERE, heads

LABELS = HERE / "read_again.tsv"
READ = "read"
"""The source of a post that was read again, whichever set it is of."""
Known = dict[str, tuple[int, float]]


def mark(text: str) -> str:
    """What a text is known by in the file of labels."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@cache
def read_again() -> Mapping[str, Known]:
    """By mark: what is known by reading. Where two readers differ on a topic, it is left open."""
    readings = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            readings[row["mark"]].append((_asked(row["topics"]), frozenset(row["labels"].split("+"))))
    return {key: _agreed(views) for key, views in readings.items()}


def _asked(topics: str) -> tuple[str, ...]:
    """Of many posts, only whether they are foul and how."""
    return heads() if topics == "all" else FOUL


def _agreed(views: Iterable[tuple[tuple[str, ...], frozenset[str]]]) -> Known:
    said: dict[str, set[int]] = defaultdict(set)
    for asked, labels in views:
        for head in asked:
            said[head].add(int(head in labels))
    return {head: (answers.pop(), 1.0) for head, answers in said.items() if len(answers) == 1}
