"""Fits the judgement that ships with the package: ``python -m benchmarks.pictures.calibrate``.

Fitted on the development half of the shared set and on drawn crests. The thresholds come from crests that
were left out of the fit, so that they hold for a crest that nobody has seen.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.pictures.drawing.crests import Crest, a_crest, drawn
from benchmarks.pictures.drawing.scenes import LEVELS, a_scene
from benchmarks.pictures.examples import Example, shared_examples
from benchmarks.pictures.scoring import Scored, threshold_for
from selfaudit.detectors.images import judging
from selfaudit.detectors.images.looking import Scene, candidates
from selfaudit.detectors.images.opening import Picture, open_picture
from selfaudit.detectors.images.references import Reference, make_reference, read_reference

_RIDGE = 0.003
_ROUNDS = 4
_NEAR, _FAR = 0.2, 0.5
_LONGEST = 1280
_DRAWN = 36
_KINDS = ("pos", "pos", "pos", "near", "near", "blank", "other", "plain")
_PRECISIONS = {"unsure": 0.90, "likely": 0.98, "certain": 0.995}


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate in one picture. ``right`` is ``None`` where it is neither hit nor miss."""

    example: Example
    measures: dict[str, float]
    right: bool | None


@cache
def _reference(file: Path) -> Reference:
    return read_reference(file)


def shared_rows(example: Example) -> list[Row]:
    """Every candidate that the detector would judge in a picture of the shared set."""
    return _rows(example, open_picture(example.file, _LONGEST), _reference(example.references[0]))


def drawn_rows(number: int) -> list[Row]:
    """The candidates in pictures of one invented crest and of others that are taken for it."""
    random = np.random.default_rng(number)
    crest = a_crest(random)
    reference = make_reference(drawn(crest))
    rows = []
    for level in LEVELS:
        for turn, kind in enumerate(_KINDS):
            scene = a_scene(_pasted(kind, crest, random), level, random)
            example = Example(
                file=Path(f"drawn-{number}-{level}-{turn}"),
                references=(),
                logo=f"drawn-{number}",
                shown=kind == "pos",
                level=level,
                half="dev",
                kind=kind,
                centre=scene.centre,
                size=scene.size,
            )
            height, width = scene.pixels.shape[:2]
            rows += _rows(example, Picture(scene.pixels, (width, height)), reference)
    return rows


def _pasted(kind: str, crest: Crest, random: np.random.Generator) -> NDArray[np.uint8]:
    """What the picture shows: the crest itself, or something to be told apart from it."""
    match kind:
        case "pos":
            return drawn(crest)
        case "near":
            return drawn(crest.look_alike(random))
        case "blank":
            return drawn(crest.blank())
        case "other":
            return drawn(a_crest(random))
        case _:
            return np.zeros((8, 8, 4), np.uint8)


def _rows(example: Example, picture: Picture, reference: Reference) -> list[Row]:
    rows = []
    for candidate in candidates(Scene.of(picture), reference):
        x, y = candidate.placement[:, 2] * picture.scale
        off = hypot(x - example.centre[0], y - example.centre[1]) / max(example.size, 1.0)
        right = example.shown and off < _NEAR
        unclear = example.shown and _NEAR <= off < _FAR
        rows.append(Row(example, candidate.measures, None if unclear else right))
    return rows


def fit(rows: Sequence[Row]) -> judging.Judgement:
    """Fit on everything, then on each picture's most telling candidate alone, until that settles."""
    judgement = _regression([row for row in rows if row.right is not None])
    for _ in range(_ROUNDS):
        judgement = _regression(_most_telling(rows, judgement))
    return judgement


def _most_telling(rows: Sequence[Row], judgement: judging.Judgement) -> list[Row]:
    """Where the logo is shown the best right candidate, elsewhere the one most easily taken for it."""
    best: dict[Path, tuple[float, Row]] = {}
    for row in rows:
        number = judgement.number(row.measures)
        held = best.get(row.example.file)
        if bool(row.right) == row.example.shown and (held is None or number > held[0]):
            best[row.example.file] = (number, row)
    return [row for _, row in best.values()]


def _regression(rows: Sequence[Row]) -> judging.Judgement:
    """Logistic regression with a ridge, both classes weighing the same."""
    names = list(rows[0].measures)
    table = np.array([[row.measures[name] for name in names] for row in rows])
    right = np.array([bool(row.right) for row in rows], float)
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
    """The weights, by Newton's method."""
    balance = np.where(right > 0, 0.5 / right.mean(), 0.5 / (1 - right.mean()))
    ridge = np.diag([len(table) * _RIDGE] * (table.shape[1] - 1) + [0.0])
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


def gathered() -> list[Row]:
    """Everything to fit on, on every core."""
    with Pool() as pool:
        shared = pool.map(shared_rows, shared_examples("dev"), chunksize=4)
        return [row for rows in (*shared, *pool.map(drawn_rows, range(_DRAWN), chunksize=1)) for row in rows]


def main() -> None:
    """Fit, set the thresholds, and write the file that ships."""
    rows = gathered()
    scored = left_out(rows)
    judgement = fit(rows)
    thresholds = {name: round(threshold_for(scored, least), 3) for name, least in _PRECISIONS.items()}
    plain = {
        "means": judgement.means,
        "scales": judgement.scales,
        "weights": judgement.weights,
        "constant": judgement.constant,
        "thresholds": thresholds,
    }
    file = Path(judging.__file__).with_name("judgement.json")
    file.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} candidates; thresholds {thresholds}; written to {file.name}")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
