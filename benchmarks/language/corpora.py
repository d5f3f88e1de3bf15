"""The posts that are scored: our own, the shared probe, HateCheck, TweetEval."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("SELFAUDIT_SHARED", HERE.parents[2] / "shared")) / "data" / "language"


@dataclass(frozen=True, slots=True)
class Example:
    """One post, whether it should be noticed, and what sort of case it is."""

    noticed: bool
    kind: str
    text: str


def own(name: str) -> list[Example]:
    """One of our own sets."""
    return [Example(label != "none", kind, text) for label, kind, text in _rows(HERE / f"{name}.tsv")]


def probe() -> list[Example]:
    """The shared probe of eighty posts; empty where it is not beside the project."""
    path = SHARED / "school_probe" / "school_probe.tsv"
    return [Example(label == "1", kind, text) for label, kind, text in _rows(path)] if path.exists() else []


def hatecheck() -> list[Example]:
    """HateCheck's cases, for measuring alone: nothing here was ever changed because of them."""
    path = SHARED / "hatecheck" / "test_suite_cases.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Example(row["label_gold"] == "hateful", row["functionality"], row["test_case"])
            for row in csv.DictReader(file)
        ]


def offensive() -> list[Example]:
    """TweetEval's offensive test part (OffensEval 2019), for measuring alone."""
    path = SHARED / "tweeteval" / "offensive_test.tsv"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.rsplit("\t", 1) for line in lines]
    return [Example(label == "1", "offensive", text) for text, label in cells]


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 3 and cells[0] != "label":  # noqa: PLR2004 - label, kind, text
            yield cells
