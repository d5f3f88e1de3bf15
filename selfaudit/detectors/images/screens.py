"""A picture file, upright, looked at a screen at a time: a long screenshot stays large enough to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from selfaudit.detectors.images.opening import Picture, Pixels, open_picture
from selfaudit.detectors.images.seeing import Eyes, Sight
from selfaudit.detectors.images.turning import as_stored, upright
from selfaudit.model.region import Region

_LONGEST = 2000
_ONE_SCREEN = 2.5
"""A picture no more than so many times as long as wide is one screen."""
_MOST = 12
_SHARED = 0.06
"""How much of a screen is seen on the next one too, so that no line is cut in two."""
_SAME = 0.5


class Screens:
    """Lines of writing in picture files."""

    def __init__(self) -> None:
        self._eyes = Eyes()

    def sights(self, file: Path) -> list[Sight]:
        """The lines in a file, told in its own pixels.

        Raises:
            Unopenable: the file is no picture that can be opened safely.
            WordsUnreadable: the reader of words is missing.
        """
        picture = _opened(file)
        pixels = upright(picture.on_white(), picture.orientation)
        return [
            Sight(sight.text, _stored(sight.region, picture, pixels), sight.height * picture.scale)
            for sight in self._lines(pixels)
        ]

    def _lines(self, pixels: Pixels) -> list[Sight]:
        sights: list[Sight] = []
        for x, y, screen in _screens(pixels):
            here = [replace(sight, region=sight.region.moved(x, y)) for sight in self._eyes.lines(screen)]
            sights += [sight for sight in here if not any(_same(sight.region, old.region) for old in sights)]
        return sights


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


def _same(one: Region, other: Region) -> bool:
    """Whether a line was seen on the screen before."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    smaller = min(one.width * one.height, other.width * other.height)
    return across > 0 and down > 0 and across * down > _SAME * smaller


def _stored(region: Region, picture: Picture, pixels: Pixels) -> Region:
    """A place in the upright, perhaps smaller picture, in pixels of the file."""
    there = as_stored(region, (pixels.shape[1], pixels.shape[0]), picture.orientation)
    left, top, right, bottom = (
        round(edge * picture.scale) for edge in (there.x, there.y, there.right, there.bottom)
    )
    width, height = picture.size
    left, top = min(left, width - 1), min(top, height - 1)
    return Region(left, top, max(1, min(right, width) - left), max(1, min(bottom, height) - top))
