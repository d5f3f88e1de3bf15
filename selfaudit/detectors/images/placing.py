"""Placements: how a reference might lie in a picture, many at a time.

A reference is described in its own frame: its centre at the origin, its longer side of length one. A
placement is a 2 by 3 matrix that takes this frame to pixels of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from selfaudit.detectors.images.edges import Floats, Pyramid

PADDING = 0.15
"""Room kept around a reference when it is drawn, as a share of its longer side."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Points on a reference's edges: places, edge directions, and which lie inside the outline."""

    places: Floats
    normals: Floats
    inner: NDArray[np.bool_]
    resolution: int


def sizes_of(placements: Floats) -> Floats:
    """How long a reference's longer side becomes, about, in pixels."""
    turns = placements[:, :, :2]
    return np.sqrt(np.abs(turns[:, 0, 0] * turns[:, 1, 1] - turns[:, 0, 1] * turns[:, 1, 0]))


def agreement(placements: Floats, samples: Samples, pyramid: Pyramid, most: int | None = None) -> Floats:
    """For every placement and sample, how well the picture's edge there agrees: from -1 to 1."""
    places, normals = samples.places[:most], samples.normals[:most]
    result = np.zeros((len(placements), len(places)), np.float32)
    levels = pyramid.level_for(sizes_of(placements), samples.resolution)
    for level in np.unique(levels):
        rows = np.flatnonzero(levels == level)
        result[rows] = _at_level(placements[rows], places, normals, pyramid, int(level))
    return result


def _at_level(placements: Floats, places: Floats, normals: Floats, pyramid: Pyramid, level: int) -> Floats:
    field, scale = pyramid.field(level), np.float32(pyramid.scales[level])
    turns, shifts = placements[:, :, :2], placements[:, None, :, 2]
    spots = (places @ turns.transpose(0, 2, 1) + shifts + 0.5) * scale
    columns, rows = spots[..., 0].astype(np.int32), spots[..., 1].astype(np.int32)
    height, width = field.shape
    within = (spots[..., 0] >= 0) & (spots[..., 1] >= 0) & (columns < width) & (rows < height)
    held = field[rows.clip(0, height - 1), columns.clip(0, width - 1)]
    cofactors = np.empty_like(turns)
    cofactors[:, 0, 0], cofactors[:, 0, 1] = turns[:, 1, 1], -turns[:, 1, 0]
    cofactors[:, 1, 0], cofactors[:, 1, 1] = -turns[:, 0, 1], turns[:, 0, 0]
    across, down = np.moveaxis(normals @ cofactors.transpose(0, 2, 1), 2, 0)
    squares, downs = across * across, down * down
    agree = (squares - downs) * held.real + 2.0 * across * down * held.imag
    return np.where(within, agree / (squares + downs + 1e-9), 0.0).astype(np.float32)


def apart(placements: Floats, scores: Floats, most: int) -> list[int]:
    """The best placements that are not nearly the same, best first."""
    kept: list[int] = []
    sizes = sizes_of(placements)
    for index in np.argsort(-scores):
        if all(not _alike(placements[index], placements[other], sizes[index]) for other in kept):
            kept.append(int(index))
        if len(kept) == most:
            break
    return kept


def _alike(one: Floats, other: Floats, size: np.float32) -> bool:
    return bool(
        np.abs(one[:, 2] - other[:, 2]).max() < 0.15 * size and np.abs(one - other)[:, :2].max() < 0.25 * size
    )


def refine(
    start: Floats, samples: Samples, pyramid: Pyramid, *, rounds: int, tries: int, reach: float, most: int
) -> tuple[Floats, float]:
    """Shake a placement and keep what agrees better, less and less wildly (cross-entropy search)."""
    random = np.random.default_rng(len(samples.places))
    best, score = start, float(agreement(start[None], samples, pyramid, most).mean())
    centre = start
    for _ in range(rounds):
        size = sizes_of(centre[None])[0]
        shakes = random.standard_normal((tries, 2, 3), np.float32) * (size * reach)
        shakes[:, :, 2] *= 0.7
        candidates = centre[None] + shakes
        scores = agreement(candidates, samples, pyramid, most).mean(axis=1)
        leading = np.argsort(-scores)[:10]
        if scores[leading[0]] > score:
            best, score = candidates[leading[0]], float(scores[leading[0]])
        centre = np.vstack([candidates[leading], best[None]]).mean(axis=0)
        reach *= 0.72
    return best, score


def unwarp(picture: NDArray[np.uint8], placement: Floats, size: int) -> NDArray[np.uint8]:
    """The part of a picture under a placement, as it would look in the reference's own frame."""
    side = round(size * (1 + 2 * PADDING))
    turn = placement[:, :2] / size
    shift = placement[:, 2] - turn @ np.full(2, (side - 1) / 2, np.float32)
    matrix = np.hstack([turn, shift[:, None]]).astype(np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(picture, matrix, (side, side), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, np.uint8)
