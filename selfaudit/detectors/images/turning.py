"""Pictures upright, as EXIF asks, and places in them back in pixels of the stored file."""

from __future__ import annotations

import numpy as np

from selfaudit.detectors.images.opening import Pixels
from selfaudit.model.region import Region

_TURNS = {
    1: (False, False, False),
    2: (False, True, False),
    3: (False, True, True),
    4: (False, False, True),
    5: (True, False, False),
    6: (True, True, False),
    7: (True, True, True),
    8: (True, False, True),
}
"""EXIF 2.32, tag 0x0112: whether to swap rows and columns first, then to mirror across and down."""


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """The picture as it is meant to be seen."""
    swapped, across, down = _TURNS[orientation]
    turned = pixels.swapaxes(0, 1) if swapped else pixels
    return np.ascontiguousarray(turned[:: -1 if down else 1, :: -1 if across else 1])


def as_stored(region: Region, size: tuple[int, int], orientation: int) -> Region:
    """A place of the upright picture in the stored one; ``size`` is (width, height) of the upright one."""
    swapped, across, down = _TURNS[orientation]
    x = size[0] - region.right if across else region.x
    y = size[1] - region.bottom if down else region.y
    if swapped:
        return Region(y, x, region.height, region.width)
    return Region(x, y, region.width, region.height)
