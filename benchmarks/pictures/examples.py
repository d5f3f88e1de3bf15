"""The labelled pictures of the shared development set, in two halves that share no crest."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(os.environ.get("SELFAUDIT_SHARED", Path(__file__).resolve().parents[3] / "shared"))


@dataclass(frozen=True, slots=True)
class Example:
    """One picture and what is known of it.

    Attributes:
        references: the files of the logo that is looked for.
        shown: whether that logo is in the picture; where it is not, ``kind`` says what is.
        centre, size: where something was pasted, in pixels.
    """

    file: Path
    references: tuple[Path, ...]
    logo: str
    shown: bool
    level: int
    half: str
    kind: str
    centre: tuple[float, float]
    size: float


def shared_examples(half: str | None = None) -> list[Example]:
    """The development set, or one half of it: ``dev`` for fitting, ``test`` for reporting."""
    folder = SHARED / "data" / "pictures" / "logos"
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if half in (None, row["split"])]
    return [_example(folder, row) for row in rows]


def _example(folder: Path, row: dict[str, str]) -> Example:
    return Example(
        file=folder / row["file"],
        references=tuple(sorted((folder / "refs" / row["logo"]).iterdir())),
        logo=row["logo"],
        shown=row["label"] == "1",
        level=int(row["level"]),
        half=row["split"],
        kind=row["type"],
        centre=(float(row["x"] or 0), float(row["y"] or 0)),
        size=float(row["size"] or 0),
    )
