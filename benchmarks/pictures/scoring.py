"""Precision and recall over pictures that each carry one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.pictures.examples import Example

LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Scored:
    """A picture with what a detector made of it: the higher, the more it believes that the logo is there."""

    example: Example
    number: float


def threshold_for(scored: Sequence[Scored], precision: float) -> float:
    """The lowest number at and above which at least this share of the pictures shows the logo."""
    ranked = sorted(scored, key=lambda one: -one.number)
    lowest, hits = float("inf"), 0
    for place, one in enumerate(ranked, 1):
        hits += one.example.shown
        tied = place < len(ranked) and ranked[place].number == one.number
        if not tied and hits / place >= precision:
            lowest = one.number
    return lowest


def precision_at(scored: Sequence[Scored], threshold: float) -> float | None:
    """The share that really shows the logo, or ``None`` where nothing reaches the threshold."""
    reported = [one.example.shown for one in scored if one.number >= threshold]
    return sum(reported) / len(reported) if reported else None


def recall_by_level(scored: Sequence[Scored], threshold: float) -> list[float]:
    """For each level, the share of the pictures with the logo that reach the threshold."""
    shares = []
    for level in LEVELS:
        numbers = [one.number for one in scored if one.example.shown and one.example.level == level]
        shares.append(sum(number >= threshold for number in numbers) / max(len(numbers), 1))
    return shares
