"""Turns scores into chances, and chances into what may be said: on posts that were held back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from training.settings import settings

_FEWEST = 6
"""No bar is set where fewer held-back posts than this pass it."""
_NEVER = 1.01
_PULL = 0.5


@dataclass(frozen=True, slots=True)
class Scale:
    """The straight line from a score to log-odds."""

    slope: float
    start: float

    def chances(self, scores: np.ndarray) -> np.ndarray:
        """Calibrated chances."""
        return 1 / (1 + np.exp(-(self.slope * scores + self.start)))


def fitted(scores: np.ndarray, labels: np.ndarray) -> Scale:
    """Platt's way, with a pull towards leaving the scores as they are where there is little to go by."""

    def cost(line: np.ndarray) -> float:
        odds = line[0] * scores + line[1]
        return float(
            np.logaddexp(0, odds).sum() - (labels * odds).sum() + _PULL * ((line - (1, 0)) ** 2).sum()
        )

    best = minimize(cost, np.array([1.0, 0.0])).x
    return Scale(max(0.1, float(best[0])), float(best[1]))


def bar(chances: np.ndarray, labels: np.ndarray, precision: float) -> float:
    """The lowest chance from which on at least this share of posts is right."""
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(labels[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(right[_FEWEST - 1 :] >= precision) + _FEWEST - 1
    return float(chances[order[good[-1]]]) if len(good) else _NEVER


def bars(held: Mapping[str, tuple[np.ndarray, np.ndarray]], quiet: np.ndarray) -> dict[str, dict[str, float]]:
    """Both bars of each head; the lower ones rise together until few enough harmless posts are shown.

    ``held``: chances and labels by head, in one order of posts; ``quiet``: which posts have no label at all.
    """
    wanted = settings()["likely"]
    upper = {head: max(0.5, bar(*pair, wanted["precision"])) for head, pair in held.items()}
    precision = wanted["unsure_precision"]
    while True:
        lower = {head: min(upper[head], max(0.25, bar(*pair, precision))) for head, pair in held.items()}
        shown = np.any([pair[0][quiet] >= lower[head] for head, pair in held.items()], axis=0)
        if shown.mean() <= wanted["harmless_shown"] or precision >= wanted["precision"]:
            return {head: {"likely": upper[head], "unsure": lower[head]} for head in held}
        precision += 0.02
