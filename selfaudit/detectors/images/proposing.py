"""Guesses where a reference may lie in a picture: every likely pair of key points is one guess."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from selfaudit.detectors.images.edges import Floats
from selfaudit.detectors.images.keypoints import KeyPoints
from selfaudit.detectors.images.placing import sizes_of

_EACH = 3
_MOST = 3000
_SMALLEST = 26.0
_LARGEST = 1.6
_OUTSIDE = 0.1
_SHIFT, _TURN = 0.12, 0.35


def guesses(seen: KeyPoints, wanted: KeyPoints, shape: tuple[int, ...]) -> Floats:
    """Placements that follow from single pairs of key points, those most alike first."""
    if not len(seen.descriptors) or len(wanted.descriptors) <= _EACH:
        return np.zeros((0, 2, 3), np.float32)
    negative = wanted.in_negative()
    alike = seen.descriptors @ np.concatenate([wanted.descriptors, negative.descriptors]).T
    partners = np.argpartition(-alike, _EACH, axis=1)[:, :_EACH]
    strengths = np.take_along_axis(alike, partners, axis=1).ravel()
    frames = np.concatenate([wanted.frames, negative.frames])[partners.ravel()]
    placements = _between(frames, np.repeat(seen.frames, _EACH, axis=0))
    sound = np.flatnonzero(_plausible(placements, shape))
    return placements[sound[np.argsort(-strengths[sound])[:_MOST]]]


def _between(wanted: Floats, seen: Floats) -> Floats:
    """From the reference through the shared key point to the picture."""
    turns = seen[:, :, :2] @ np.linalg.inv(wanted[:, :, :2])
    shifts = seen[:, :, 2] - (turns @ wanted[:, :, 2:])[:, :, 0]
    return np.concatenate([turns, shifts[:, :, None]], axis=2).astype(np.float32)


def _plausible(placements: Floats, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Neither a speck nor far larger than the picture, and with its centre about inside."""
    height, width = shape[:2]
    sizes, centres = sizes_of(placements), placements[:, :, 2]
    share = centres / np.array([width, height], np.float32)
    within = (share > -_OUTSIDE).all(axis=1) & (share < 1 + _OUTSIDE).all(axis=1)
    return np.asarray(within & (sizes > _SMALLEST) & (sizes < _LARGEST * max(height, width)), np.bool_)


def supporters(placement: Floats, others: Floats) -> int:
    """How many guesses say about the same as this placement."""
    if not len(others):
        return 0
    undone = np.linalg.inv(placement[:, :2])
    shifts = (others[:, :, 2] - placement[:, 2]) @ undone.T
    turns = undone @ others[:, :, :2] - np.eye(2, dtype=np.float32)
    near = (np.hypot(shifts[:, 0], shifts[:, 1]) < _SHIFT) & (np.abs(turns).max(axis=(1, 2)) < _TURN)
    return int(near.sum())
