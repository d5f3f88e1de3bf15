"""Boxes around lines of writing: how high they are, and which are pieces of one line."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Corners = NDArray[np.float32]
"""Four (x, y) of a line, clockwise from where its writing begins at the top."""

_LEVEL = 0.35
"""Pieces of one line lie no further above or below each other than this part of its height."""
_ALIKE = 1.5
_TOUCHING = 0.1
"""How far, in heights, two pieces must overlap along the line to be of one line."""


def length(one: Corners, other: Corners) -> float:
    """The distance between two points."""
    return float(np.linalg.norm(one - other))


def height_of(corners: Corners) -> float:
    """The height of the letters: the shorter side of a line."""
    return min(length(corners[0], corners[3]), length(corners[0], corners[1]))


def united(found: Iterable[Corners]) -> list[Corners]:
    """The lines, pieces that overlap joined before they are read: letters in both would be read twice."""
    lines: list[Corners] = []
    for corners in found:
        piece = corners
        while (other := next((line for line in lines if _are_one(line, piece)), None)) is not None:
            lines = [line for line in lines if line is not other]
            piece = _around(other, piece)
        lines.append(piece)
    return lines


def _are_one(one: Corners, other: Corners) -> bool:
    heights = sorted((height_of(one), height_of(other)))
    if heights[1] > _ALIKE * heights[0]:
        return False
    along, down = _directions(one if _width(one) >= _width(other) else other)
    first, second = (one @ along, other @ along)
    overlap = min(first.max(), second.max()) - max(first.min(), second.min())
    apart = abs(float((one.mean(axis=0) - other.mean(axis=0)) @ down))
    return apart <= _LEVEL * heights[0] and overlap > _TOUCHING * heights[0]


def _width(corners: Corners) -> float:
    return length(corners[0], corners[1])


def _directions(corners: Corners) -> tuple[Corners, Corners]:
    """Of one pixel each: along the writing, and across it towards its foot."""
    along = (corners[1] - corners[0]) / max(_width(corners), 1e-6)
    return along, np.array([-along[1], along[0]], np.float32)


def _around(one: Corners, other: Corners) -> Corners:
    """The smallest box in the direction of the longer that holds both."""
    along, down = _directions(one if _width(one) >= _width(other) else other)
    points = np.concatenate([one, other])
    left, right = (points @ along).min(), (points @ along).max()
    top, foot = (points @ down).min(), (points @ down).max()
    edges = ((left, top), (right, top), (right, foot), (left, foot))
    return np.array([x * along + y * down for x, y in edges], np.float32)
