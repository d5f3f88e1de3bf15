"""Where edges run in a picture, as a field of complex numbers, and what lies at a place of that field.

At each pixel the number's angle is twice the angle of the edge and its length says how clear the edge is.
Doubling makes light-on-dark and dark-on-light the same, so a crest in grey, reversed or other colours still
agrees with its reference.
"""

from __future__ import annotations

from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.complex64]
Floats = NDArray[np.float32]

_FAINT = 2.0
_SMALLEST_SIDE = 24
_STEP = 2.0**-0.5


def edge_field(grey: Floats) -> Field:
    """The edges of a grey picture; edges count by their clearness among their neighbours."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    across = cv2.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=3, scale=0.125)
    down = cv2.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=3, scale=0.125)
    power = across * across + down * down
    usual = _FAINT + 0.6 * cv2.blur(cv2.sqrt(power), (27, 27))
    weight = 1.0 / (power + usual * usual)
    real = cv2.GaussianBlur((across * across - down * down) * weight, (0, 0), 0.8)
    imaginary = cv2.GaussianBlur(2.0 * across * down * weight, (0, 0), 0.8)
    return np.asarray(real + 1j * imaginary, dtype=np.complex64)


class Pyramid:
    """A picture's edge fields at ever smaller sizes, each made when first asked for."""

    def __init__(self, grey: NDArray[np.uint8]) -> None:
        self.grey = grey
        self._fields: dict[int, Field] = {}

    @cached_property
    def scales(self) -> NDArray[np.float64]:
        """The sizes, as shares of the picture."""
        steps = 1 + int(np.log(max(min(self.grey.shape) / _SMALLEST_SIDE, 1.0)) / -np.log(_STEP))
        return np.asarray(_STEP ** np.arange(steps), np.float64)

    def level_for(self, sizes: Floats, wanted: int) -> NDArray[np.intp]:
        """The step at which something of these sizes comes nearest to ``wanted`` pixels."""
        ratio = np.log(np.maximum(sizes, 1.0)[:, None] * self.scales[None] / wanted)
        return np.asarray(np.argmin(np.abs(ratio), axis=1), np.intp)

    def field(self, level: int) -> Field:
        """The edge field at one step."""
        if level not in self._fields:
            scale = float(self.scales[level])
            area = cv2.INTER_AREA
            grey = cv2.resize(self.grey, None, fx=scale, fy=scale, interpolation=area) if level else self.grey
            self._fields[level] = edge_field(grey.astype(np.float32))
        return self._fields[level]
