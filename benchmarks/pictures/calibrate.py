"""Fits the judgement that ships with the package: ``python -m benchmarks.pictures.calibrate``.

Fitted on the development half of the shared set. The thresholds come from crests that were left out of the
fit, so that they hold for a crest that nobody has seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.pictures.examples import Example, shared_examples
from benchmarks.pictures.scoring import Scored, threshold_for
from selfaudit.detectors.images import judging
from selfaudit.detectors.images.looking import Scene, candidates
from selfaudit.detectors.images.opening import open_picture
from selfaudit.detectors.images.references import Reference, read_reference

_RIDGE = 3.0
_NEAR, _FAR = 0.2, 0.5
_LONGEST = 1280


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate in one picture. ``right`` is ``None`` where it is neither hit nor miss."""

    example: Example
    measures: dict[str, float]
    right: bool | None


@cache
def _reference(file: Path) -> Reference:
    return read_reference(file)


def rows_of(example: Example) -> Iterator[Row]:
    """Every candidate that the detector would judge in a picture."""
    scene = Scene.of(open_picture(example.file, _LONGEST))
    for candidate in candidates(scene, _reference(example.references[0])):
        x, y = candidate.placement[:, 2]
        off = hypot(x - example.centre[0], y - example.centre[1]) / max(example.size, 1.0)
        right = example.shown and off < _NEAR
        yield Row(example, candidate.measures, None if example.shown and _NEAR <= off < _FAR else right)


def fit(rows: Sequence[Row]) -> judging.Judgement:
    """Logistic regression with a ridge, both classes weighing the same (Newton's method)."""
    used = [row for row in rows if row.right is not None]
    names = list(used[0].measures)
    table = np.array([[row.measures[name] for name in names] for row in used])
    right = np.array([bool(row.right) for row in used], float)
    means, scales = table.mean(axis=0), table.std(axis=0).round(5)
    scales[scales == 0] = 1.0
    weights = _newton(np.column_stack([(table - means) / scales, np.ones(len(table))]), right)
    return judging.Judgement(
        means=_by_name(names, means),
        scales=_by_name(names, scales),
        weights=_by_name(names, weights[:-1]),
        constant=round(float(weights[-1]), 5),
        thresholds={},
    )


def _newton(table: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    balance = np.where(right > 0, 0.5 / right.mean(), 0.5 / (1 - right.mean()))
    ridge = np.diag([len(table) * _RIDGE / 1000] * (table.shape[1] - 1) + [0.0])
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        believed = 1 / (1 + np.exp(-(table @ weights).clip(-30, 30)))
        slope = table.T @ (balance * (right - believed)) - ridge @ weights
        curve = (table * (balance * believed * (1 - believed))[:, None]).T @ table + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _by_name(names: list[str], values: NDArray[np.float64]) -> dict[str, float]:
    return {name: round(float(value), 5) for name, value in zip(names, values, strict=True)}


def scored_by(judgement: judging.Judgement, rows: Sequence[Row]) -> list[Scored]:
    """Each picture with its best candidate's number."""
    best: dict[Path, Scored] = {}
    for row in rows:
        number = judgement.number(row.measures)
        held = best.get(row.example.file)
        if held is None or number > held.number:
            best[row.example.file] = Scored(row.example, number)
    return list(best.values())


def left_out(rows: Sequence[Row], folds: int = 8) -> list[Scored]:
    """Every picture judged by a fit that has not seen its crest."""
    logos = sorted({row.example.logo for row in rows})
    scored = []
    for fold in range(min(folds, len(logos))):
        unseen = set(logos[fold::folds])
        judgement = fit([row for row in rows if row.example.logo not in unseen])
        scored += scored_by(judgement, [row for row in rows if row.example.logo in unseen])
    return scored


def main() -> None:
    """Fit, set the thresholds, and write the file that ships."""
    rows = [row for example in shared_examples("dev") for row in rows_of(example)]
    scored = left_out(rows)
    judgement = fit(rows)
    thresholds = {"unsure": 0.90, "likely": 0.98, "certain": 0.995}
    plain = {
        "means": judgement.means,
        "scales": judgement.scales,
        "weights": judgement.weights,
        "constant": judgement.constant,
        "thresholds": {name: round(threshold_for(scored, least), 3) for name, least in thresholds.items()},
    }
    file = Path(judging.__file__).with_name("judgement.json")
    file.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} candidates; thresholds {plain['thresholds']}; written to {file.name}")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
