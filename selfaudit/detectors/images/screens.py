"""A picture file, upright, looked at a screen at a time: a long screenshot stays large enough to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from selfaudit.detectors.images.boxes import Corners
from selfaudit.detectors.images.looked import Looked
from selfaudit.detectors.images.opening import Picture, Pixels, open_picture
from selfaudit.detectors.images.paragraphs import texts_of
from selfaudit.detectors.images.seeing import Eyes
from selfaudit.detectors.images.turning import as_stored, upright
from selfaudit.model.region import Region
from selfaudit.model.written import Line, Written

_LONGEST = 2000
_ONE_SCREEN = 2.5
"""A picture no more than so many times as long as wide is one screen."""
_MOST = 12
_SHARED = 0.06
"""How much of a screen is seen on the next one too, so that no line is cut in two unseen."""


class Screens:
    """Texts in picture files."""

    def __init__(self) -> None:
        self._eyes = Eyes()

    def look(self, file: Path) -> Looked:
        """The texts in a file, their places in its own pixels.

        Raises:
            Unopenable: the file is no picture that can be opened safely.
            WordsUnreadable: the reader of words is missing.
        """
        picture = _opened(file)
        pixels = upright(picture.on_white(), picture.orientation)
        found = [corners for x, y, screen in _screens(pixels) for corners in self._seen(screen, x, y)]
        texts = texts_of(self._eyes.read(pixels, found))
        return Looked(tuple(_stored(text, picture, pixels) for text in texts), picture.moving)

    def _seen(self, screen: Pixels, x: int, y: int) -> Iterator[Corners]:
        shift = np.array([x, y], np.float32)
        yield from (corners + shift for corners in self._eyes.find(screen))


def _opened(file: Path) -> Picture:
    """The picture large enough for the shorter side of each screen to be read."""
    picture = open_picture(file, _LONGEST)
    screens = max(picture.size) / (min(picture.size) * _ONE_SCREEN)
    return picture if screens <= 1.0 else open_picture(file, round(_LONGEST * min(screens, _MOST)))


def _screens(pixels: Pixels) -> Iterator[tuple[int, int, Pixels]]:
    """The screens of a picture, each with where it begins."""
    height, width = pixels.shape[:2]
    longest = round(_ONE_SCREEN * min(height, width))
    step = round(longest * (1 - _SHARED))
    for start in range(0, max(1, max(height, width) - longest + step), step):
        if height >= width:
            yield 0, start, pixels[start : start + longest]
        else:
            yield start, 0, pixels[:, start : start + longest]


def _stored(text: Written, picture: Picture, pixels: Pixels) -> Written:
    """The text with its places in pixels of the file instead of the upright, perhaps smaller picture."""
    return replace(text, lines=tuple(_line(line, picture, pixels) for line in text.lines))


def _line(line: Line, picture: Picture, pixels: Pixels) -> Line:
    there = as_stored(line.region, (pixels.shape[1], pixels.shape[0]), picture.orientation)
    left, top, right, bottom = (
        round(edge * picture.scale) for edge in (there.x, there.y, there.right, there.bottom)
    )
    width, height = picture.size
    left, top = min(left, width - 1), min(top, height - 1)
    wide, high = max(1, min(right, width) - left), max(1, min(bottom, height) - top)
    return replace(line, region=Region(left, top, wide, high))
