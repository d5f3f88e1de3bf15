"""Key points of a picture (SIFT), each with the frame it was seen in."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from selfaudit.detectors.images.edges import Floats
from selfaudit.detectors.images.opening import Pixels

_REVERSED = np.arange(128).reshape(16, 8)[::-1].reshape(-1)
"""Black for white turns a key point by half a turn, which puts its 16 cells into the opposite order."""


@dataclass(frozen=True, slots=True)
class KeyPoints:
    """Key points of one picture.

    Attributes:
        descriptors: what each looks like, as Hellinger vectors (RootSIFT).
        frames: 2 by 3 matrices from the key point's own frame to the picture.
    """

    descriptors: Floats
    frames: Floats

    def in_negative(self) -> KeyPoints:
        """The same key points as they would be in the picture's negative."""
        frames = self.frames * np.array([-1, -1, 1], np.float32)
        return KeyPoints(self.descriptors[:, _REVERSED], frames)


def key_points(grey: Pixels, most: int, contrast: float = 0.015, scale: float = 1.0) -> KeyPoints:
    """Find key points; ``scale`` says how many pixels of the wanted frame a pixel of ``grey`` is."""
    found, raw = cv2.SIFT.create(most, 3, contrast, 14).detectAndCompute(grey, None)
    if not found:
        return KeyPoints(np.zeros((0, 128), np.float32), np.zeros((0, 2, 3), np.float32))
    places = np.array([point.pt for point in found], np.float32)
    sizes = np.array([point.size for point in found], np.float32)
    angles = np.radians(np.array([point.angle for point in found], np.float32))
    across, down = sizes * np.cos(angles), sizes * np.sin(angles)
    frames = (
        np.stack([across, -down, places[:, 0], down, across, places[:, 1]], axis=1).reshape(-1, 2, 3) * scale
    )
    descriptors = np.sqrt(raw / np.maximum(raw.sum(axis=1, keepdims=True), 1e-6))
    return KeyPoints(descriptors.astype(np.float32), frames.astype(np.float32))
