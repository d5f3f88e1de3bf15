"""Turns scores into chances, and chances into what may be said: on posts that were held back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from selfaudit.detectors.language.model.answers import LISTED
from selfaudit.model.detections import Topic
from training.settings import heads, settings

_FEWEST = 10
"""No bar is set where fewer held-back posts than this pass it."""
_NEVER = 1.01
_PULL = 0.5
_AS_GOOD = 0.01
_DOUBTS = np.arange(0, 0.5, 0.05).round(2)


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
    from scipy.optimize import minimize

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


def bars(chances: np.ndarray, labels: np.ndarray) -> dict[str, float]:
    """For each head, from which chance on a remark may be called likely."""
    wanted = settings()["bars"]["likely_precision"]
    return {head: max(0.5, bar(chances[:, n], labels[:, n], wanted)) for n, head in enumerate(heads())}


def shown_from(chances: np.ndarray, labels: np.ndarray, told: np.ndarray) -> float:
    """From which chance of any topic at all a post is shown.

    Few enough harmless posts are above it, those counted that the rules show anyway (``told``).
    """
    harmless = ~labels.any(axis=1)
    quiet = np.sort(any_topic(chances)[harmless & ~told])[::-1]
    may_be = settings()["bars"]["harmless_shown"] * harmless.sum() - (harmless & told).sum()
    return float(np.nextafter(quiet[max(0, int(may_be))], 1))


def doubted_below(chances: np.ndarray, labels: np.ndarray, told: np.ndarray, sworn: np.ndarray) -> float:
    """Below which chance of any topic the rules are not believed.

    Where most is caught in the end: what they say wrongly leaves less to the model. Of bars that catch as
    much, give or take one in a hundred, the lowest: rules know what posts held back do not show.
    """
    anything, meant = any_topic(chances), labels.any(axis=1)

    def caught(bar: float) -> int:
        believed = sworn | (told & (anything >= bar))
        return int((meant & (believed | (anything >= shown_from(chances, labels, believed)))).sum())

    most = max(map(caught, _DOUBTS))
    return float(next(bar for bar in _DOUBTS if caught(bar) >= most * (1 - _AS_GOOD)))


def any_topic(chances: np.ndarray) -> np.ndarray:
    """The chance that at least one topic is there, as if they came independently; swearing is not asked."""
    heard = [number for number, head in enumerate(heads()) if Topic(head) not in LISTED]
    return 1 - np.prod(1 - chances[:, heard], axis=1)
