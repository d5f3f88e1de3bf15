"""The pictures: some that bear a school's name, and some that bear no writing, or hardly any."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from benchmarks.pictures.examples import SHARED

_PICTURES = SHARED / "data" / "pictures"
_PHOTOGRAPHS = {"banner", "jumper", "photo_sign", "profile"}
"""Kinds of shared pictures that are photographs with something pasted on; the others are pages of writing."""
_MANY = 60
_SEED = 1
_BARE = (1, 2, 3, 4, 5, 8, 9, 11, 13, 15, 20, 23, 24, 26, 27, 29)
"""Pictures of the practice network on which no words stand, not even a motto below a crest."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A picture, what sort it is, and a text that stands in it, perhaps among others."""

    file: Path
    kind: str
    text: str


def labelled() -> list[Labelled]:
    """The shared pictures with a school's name."""
    folder = _PICTURES / "words"
    return [Labelled(folder / row["file"], row["kind"], row["text"]) for row in _rows(folder)]


def practice() -> list[Path]:
    """The practice network's pictures that bear no words."""
    with as_file(files("selfaudit.practice") / "pictures") as folder:
        return [folder / f"ph{number:02}.jpg" for number in _BARE]


def photographs() -> list[Path]:
    """Some of the shared photographs with crests and badges; a few words are drawn on part of them."""
    folder = _PICTURES / "logos"
    rows = [row for row in _rows(folder) if row["kind"] in _PHOTOGRAPHS]
    return [folder / rows[place]["file"] for place in some(len(rows), _MANY, _SEED)]


def some(many: int, wanted: int, seed: int) -> Iterable[int]:
    """So many places of a list, the same at every run, in order."""
    return sorted(int(place) for place in np.random.default_rng(seed).permutation(many)[:wanted])


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
