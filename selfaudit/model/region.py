"""Where something stands in a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in a picture, in pixels of the stored file, from its top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.y + self.height

    def moved(self, x: int, y: int) -> Region:
        """The same rectangle, so many pixels further to the right and down."""
        return Region(self.x + x, self.y + y, self.width, self.height)

    @classmethod
    def around(cls, regions: Sequence[Region]) -> Region:
        """The smallest rectangle that holds all of these, of which there is at least one."""
        left, top = min(one.x for one in regions), min(one.y for one in regions)
        right, bottom = max(one.right for one in regions), max(one.bottom for one in regions)
        return cls(left, top, right - left, bottom - top)
