"""Lines of writing become texts as one would read them: level ones a row, rows below another a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selfaudit.detectors.images.seeing import Sight
from selfaudit.model.region import Region
from selfaudit.model.written import Line, Written

_ONE_TEXT = 280
"""In signs: what stands in a picture and is no longer is one text, as the two halves of a joke are."""
_APART = 1.0
"""Lines side by side belong together where no more than this many of their heights lies between them."""
_BELOW = 1.9
"""Lines one below the other, where their middles are no more than this many heights apart."""
_ALIKE = 1.6
"""Lines of one paragraph are not so many times higher than each other."""
_LEVEL = 0.5
"""Lines side by side whose middles are no more than this part of their height apart are level."""
_SHARED = 0.5
"""How much of the narrower line must lie below or above the other."""


def texts_of(sights: Iterable[Sight]) -> tuple[Written, ...]:
    """The texts in a picture, from top to bottom."""
    paragraphs = _paragraphs(_rows(sights))
    if sum(len(row.text) + 1 for rows in paragraphs for row in rows) <= _ONE_TEXT:
        return (_written(paragraphs),) if paragraphs else ()
    return tuple(_written([rows]) for rows in paragraphs)


def _rows(sights: Iterable[Sight]) -> list[Sight]:
    """Pieces of one line, which wide gaps between words had parted, as one."""
    rows: list[Sight] = []
    for sight in sorted(sights, key=lambda one: one.region.x):
        row = next((row for row in rows if _goes_on(row, sight)), None)
        if row:
            rows.remove(row)
        rows.append(_joined(row, sight) if row else sight)
    return sorted(rows, key=lambda one: (one.region.y, one.region.x))


def _joined(left: Sight, right: Sight) -> Sight:
    around = Region.around([left.region, right.region])
    return Sight(f"{left.text} {right.text}", around, max(left.height, right.height))


def _goes_on(left: Sight, right: Sight) -> bool:
    height = min(left.height, right.height)
    gap = right.region.x - left.region.right
    level = abs(_middle(left) - _middle(right)) <= _LEVEL * height
    return level and _alike(left, right) and -height < gap <= _APART * height


def _paragraphs(rows: Sequence[Sight]) -> list[list[Sight]]:
    paragraphs: list[list[Sight]] = []
    for row in rows:
        above = next((one for one in paragraphs if _follows(one[-1], row)), None)
        if above:
            above.append(row)
        else:
            paragraphs.append([row])
    return paragraphs


def _follows(upper: Sight, lower: Sight) -> bool:
    height = (upper.height + lower.height) / 2
    down = _middle(lower) - _middle(upper)
    return 0 < down <= _BELOW * height and _alike(upper, lower) and _under(upper.region, lower.region)


def _alike(one: Sight, other: Sight) -> bool:
    return max(one.height, other.height) < _ALIKE * min(one.height, other.height)


def _middle(sight: Sight) -> float:
    return sight.region.y + sight.region.height / 2


def _under(one: Region, other: Region) -> bool:
    shared = min(one.right, other.right) - max(one.x, other.x)
    return shared > _SHARED * min(one.width, other.width)


def _written(paragraphs: Sequence[Sequence[Sight]]) -> Written:
    """One text: a space between lines of a paragraph, which the room had parted, a new line between two."""
    text, lines = "", []
    for rows in paragraphs:
        for place, row in enumerate(rows):
            text += ("" if not text else " " if place else "\n") + row.text
            lines.append(Line(len(text) - len(row.text), len(text), row.region))
    return Written(text, tuple(lines))
