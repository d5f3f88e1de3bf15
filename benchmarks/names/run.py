"""How well the roll's matcher does on the shared development sets, beside plain rapidfuzz in the same run.

Run with ``python benchmarks/names/run.py ../shared/data/names``.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz, process

from selfaudit.detectors.names import Roll

Scorer = Callable[[str, str], tuple[str, float]]


def plain(roll: list[tuple[str, str]]) -> Scorer:
    """Rapidfuzz as anybody would use it: sorted tokens for the name, letters alone for the handle."""
    names = [name.lower() for name, _ in roll]
    joined = [re.sub(r"[^a-z]", "", name) for name in names]

    def score(display: str, handle: str) -> tuple[str, float]:
        name = process.extractOne(display.lower(), names, scorer=fuzz.token_sort_ratio)
        short = process.extractOne(re.sub(r"[^a-z]", "", handle.lower()), joined, scorer=fuzz.ratio)
        best = max(name, short, key=lambda hit: hit[1])
        return roll[best[2]][1], best[1]

    return score


def best_f1(rows: list[dict[str, str]], scored: list[tuple[str, float]]) -> tuple[float, float]:
    """The best F1 over all thresholds, and that threshold; a match with the wrong pupil is a miss."""
    pairs = sorted(zip(scored, rows, strict=True), key=lambda pair: -pair[0][1])
    wanted = sum(row["label"] == "1" for row in rows)
    right, best = 0, (0.0, 0.0)
    for shown, ((pupil, score), row) in enumerate(pairs, 1):
        right += row["label"] == "1" and row["pupil_id"] == pupil
        best = max(best, (2 * right / (shown + wanted), score))
    return best


def main(folder: Path, size: str) -> None:
    """Print F1 at the best threshold and at the product's own, for each set."""
    for connections in sorted(folder.glob(f"conn_{size}_s*.csv")):
        _, pupils_on_roll, _, seed = connections.stem.split("_")
        file = folder / f"roll_{pupils_on_roll}_{seed}.csv"
        rows = list(csv.DictReader(connections.open(encoding="utf-8")))
        pupils = [
            (f"{row['forename']} {row['surname']}", row["pupil_id"])
            for row in csv.DictReader(file.open(encoding="utf-8"))
        ]
        roll = Roll.from_csv(file)
        ours: Scorer = lambda display, handle, roll=roll: roll.best(display, handle) or ("", 0.0)  # noqa: E731
        for name, scorer in (("rapidfuzz", plain(pupils)), ("roll", ours)):
            began = time.perf_counter()
            scored = [scorer(row["display"], row["handle"]) for row in rows]
            f1, threshold = best_f1(rows, scored)
            took = time.perf_counter() - began
            print(f"{connections.stem}  {name:10} F1 {f1:.3f} at {threshold:5.1f}  {took:.2f} s")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "420_600")  # noqa: PLR2004 - the second argument
