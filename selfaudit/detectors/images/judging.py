"""Whether what lies under a placement is the reference itself, or only something with the same outline.

Several measures compare the inside as well as the outline; a logistic regression, fitted by
``benchmarks/pictures/calibrate.py`` on crests of the development set, turns them into one number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import cv2
import numpy as np
from numpy.typing import NDArray

from selfaudit.detectors.images.edges import Floats, Pyramid, edge_field
from selfaudit.detectors.images.placing import Samples, agreement, sizes_of, unwarp
from selfaudit.detectors.images.references import FINE, Reference
from selfaudit.model.vocabulary import Confidence

_GRID = 5
_FEWEST = 4
_PLAIN, _DRAWN, _TEXTURED = 20.0, 60.0, 150.0
_AGAINST = -0.1
_BLOCKS, _BLOCK_WINDOW, _PLACES = 3, 4, (0, 1, 3)
_WINDOWS = (3, 6, 12)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The fitted weights, and from which number on each confidence holds."""

    means: Mapping[str, float]
    scales: Mapping[str, float]
    weights: Mapping[str, float]
    constant: float
    thresholds: Mapping[Confidence, float]

    def number(self, measures: Mapping[str, float]) -> float:
        """How much speaks for the reference; may be any number."""
        terms = (
            weight * (measures[name] - self.means[name]) / self.scales[name]
            for name, weight in self.weights.items()
        )
        return self.constant + sum(terms)

    def confidence(self, number: float) -> Confidence | None:
        """How sure that is; ``None`` when it is not worth showing to anybody."""
        held = [level for level, least in self.thresholds.items() if number >= least]
        return max(held, default=None)


@cache
def fitted_judgement() -> Judgement:
    """The judgement that ships with the package."""
    plain = json.loads(files(__package__).joinpath("judgement.json").read_text("utf-8"))
    thresholds = {Confidence(name): least for name, least in plain.pop("thresholds").items()}
    return Judgement(**plain, thresholds=thresholds)


def measure(placement: Floats, reference: Reference, pyramid: Pyramid, support: int) -> dict[str, float]:
    """Everything the judgement weighs, by name."""
    size = float(sizes_of(placement[None])[0])
    stretch = np.linalg.svd(placement[:, :2])[1]
    patch = _patch(pyramid.grey, placement, size)
    wanted = max(reference.greys, key=lambda grey: _likeness(grey, patch, reference))
    return {
        "support": float(np.log1p(support)),
        "size": float(np.log(min(size, FINE))),
        "stretch": float(np.log(stretch[0] / max(stretch[1], 1e-6))),
        **dict(_edges(placement, reference.coarse, pyramid, "coarse")),
        **dict(_edges(placement, reference.fine, pyramid, "fine")),
        **dict(_explained(patch, reference)),
        **dict(_tones(patch, wanted, reference)),
        **dict(_blocks(patch, wanted, reference)),
    }


def _patch(grey: NDArray[np.uint8], placement: Floats, size: float) -> Floats:
    """What lies under the placement, without the moiré that shrinking a large crest would bring."""
    if size > 2 * FINE:
        grey, placement = _shrunk(grey, placement, FINE * 1.4 / size)
    return unwarp(grey, placement, FINE).astype(np.float32)


def _shrunk(grey: NDArray[np.uint8], placement: Floats, scale: float) -> tuple[NDArray[np.uint8], Floats]:
    smaller = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    placement = placement * np.float32(scale)
    return np.asarray(smaller, np.uint8), placement


def _edges(placement: Floats, samples: Samples, pyramid: Pyramid, name: str) -> Iterator[tuple[str, float]]:
    """How well the reference's edges are found: all, inside, outline, and in the worse cells of a grid."""
    held = agreement(placement[None], samples, pyramid)[0]
    inner = samples.inner if samples.inner.any() else np.ones_like(samples.inner)
    outer = ~samples.inner if not samples.inner.all() else np.ones_like(samples.inner)
    yield f"{name} all", float(held.mean())
    yield f"{name} inside", float(held[inner].mean())
    yield (
        f"{name} inside for outline",
        float((held[inner].mean() + 0.05) / (max(held[outer].mean(), 0.0) + 0.3)),
    )
    yield f"{name} against", float((held[inner] < _AGAINST).mean())
    cells = ((samples.places + 0.5) * _GRID).astype(np.int64).clip(0, _GRID - 1)
    numbers = cells[:, 1] * _GRID + cells[:, 0]
    for part, chosen in (("cells", np.ones_like(inner)), ("inside cells", inner)):
        counts = np.bincount(numbers[chosen], minlength=_GRID**2)
        sums = np.bincount(numbers[chosen], held[chosen], _GRID**2)
        means = sums[counts >= _FEWEST] / counts[counts >= _FEWEST]
        means = means if means.size else np.zeros(1)
        for percent in (20, 50):
            yield f"{name} {part} {percent}", float(np.percentile(means, percent))


def _explained(patch: Floats, reference: Reference) -> Iterator[tuple[str, float]]:
    """How much of the edges in the picture the reference has too: another charge brings other edges."""
    field, wanted = edge_field(patch), reference.field
    agree = (field * wanted.conj()).real / np.maximum(np.abs(wanted), 0.2)
    best = cv2.dilate(agree.astype(np.float32), np.ones((3, 3), np.uint8))
    clear = np.abs(field)
    for name, mask in (("inside", reference.inside), ("whole", reference.whole)):
        yield f"explained {name}", float(best[mask].sum() / (clear[mask].sum() + 1.0))
    there = np.abs(wanted)[reference.inside].mean()
    yield "edges for edges", float(clear[reference.inside].mean() / max(float(there), 1e-3))


def _likeness(grey: Floats, patch: Floats, reference: Reference) -> float:
    """How alike light and dark lie, to choose the ground that a transparent logo was put on."""
    if len(reference.greys) == 1:
        return 0.0
    alike, textured, _ = _correlation(grey, patch, _BLOCK_WINDOW)
    chosen = reference.inside & (textured > _DRAWN)
    return float(np.abs(alike[chosen]).mean()) if chosen.any() else 0.0


def _tones(patch: Floats, grey: Floats, reference: Reference) -> Iterator[tuple[str, float]]:
    """Whether light and dark lie alike (or all the other way round) in windows of several sizes."""
    for window in _WINDOWS:
        alike, textured, other = _correlation(grey, patch, window)
        wanted = reference.inside & (textured > _DRAWN)
        held = alike[wanted] if wanted.any() else np.zeros(1, np.float32)
        yield f"tones {window}", float(np.abs(held).mean())
        yield f"tones one way {window}", float(abs(held.mean()))
        yield f"tones worse {window}", float(np.percentile(np.abs(held), 35))
        missing = wanted & (other < _PLAIN)
        yield f"missing {window}", float(missing.sum() / max(int(wanted.sum()), 1))
        strange = reference.inside & (textured < _PLAIN) & (other > _TEXTURED)
        yield f"strange {window}", float(strange.sum() / max(int(reference.inside.sum()), 1))


def _blocks(patch: Floats, grey: Floats, reference: Reference) -> Iterator[tuple[str, float]]:
    """The inside block by block: a covered crest has a bad block or two, another charge has only bad ones."""
    alike, textured, _ = _correlation(grey, patch, _BLOCK_WINDOW)
    wanted = reference.core & (textured > _DRAWN)
    rows, columns = np.nonzero(wanted)
    if not rows.size:
        yield from ((f"block {place}", 0.0) for place in _PLACES)
        return
    top, left = rows.min(), columns.min()
    numbers = (rows - top) * _BLOCKS // (np.ptp(rows) + 1) * _BLOCKS + (columns - left) * _BLOCKS // (
        np.ptp(columns) + 1
    )
    counts = np.bincount(numbers, minlength=_BLOCKS**2)
    sums = np.bincount(numbers, np.abs(alike[wanted]), _BLOCKS**2)
    enough = counts > len(rows) / (3 * _BLOCKS**2)
    means = np.sort(sums[enough] / counts[enough])
    for place in _PLACES:
        yield f"block {place}", float(means[min(place, len(means) - 1)])


def _correlation(one: Floats, other: Floats, window: int) -> tuple[Floats, Floats, Floats]:
    """Normalised correlation in windows around each pixel, and the variance of each picture there."""

    def mean(values: Floats) -> Floats:
        return np.asarray(cv2.GaussianBlur(values, (0, 0), window), np.float32)

    middle, other_middle = mean(one), mean(other)
    varied = np.maximum(mean(one * one) - middle * middle, 0.0)
    other_varied = np.maximum(mean(other * other) - other_middle * other_middle, 0.0)
    shared = mean(one * other) - middle * other_middle
    alike = shared / np.sqrt((varied + 0.03) * (other_varied + 0.03))
    return alike.astype(np.float32), varied.astype(np.float32), other_varied.astype(np.float32)
