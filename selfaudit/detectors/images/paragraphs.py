"""Lines of writing become texts as one would read them: level ones a row, rows below another a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selfaudit.detectors.images.seeing import Sight
from selfaudit.model.region import Region
from selfaudit.model.written import Line, Written

_ONE_TEXT = 280
"""In signs: what stands in a picture and is no longer is one text, as the two halves of a joke are."""
_APART = 0.6
"""Lines side by side belong together where no more than this many of their heights lies between them."""
_BELOW = 1.4
"""Lines one below the other, where their middles are no more than this many heights apart."""
_STAMP = re.compile(
    r"""(?: just\ now | yesterday | today
          | \d{1,2}\ ?(?:m|min|mins|h|hr|hrs|d|w)\b (?:\W*(?:like|reply|translate|edited))*
          | .*\b\d{1,2}[:.]\d{2}(?:\ ?[ap]\.?m\.?)?
        )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_STAMP = 30
"""When a message was sent stands between it and the next: it parts them, and says nothing."""
_ALIKE = 1.6
"""Lines of one paragraph are not so many times higher than each other."""
_LEVEL = 0.5
"""Lines side by side whose middles are no more than this part of their height apart are level."""
_SHARED = 0.5
"""How much of the narrower line must lie below or above the other."""
_IN_LINE = 1.5
"""How far, in heights, the left edges, the middles or the right edges of a paragraph's lines may differ."""
_JOINS = re.compile(r"\w-$")
"""A line that ends so was parted within a word or an address."""


def texts_of(sights: Iterable[Sight]) -> tuple[Written, ...]:
    """The texts in a picture, from top to bottom."""
    paragraphs = _paragraphs([row for row in _rows(sights) if not _is_stamp(row.text)])
    if sum(len(row.text) + 1 for rows in paragraphs for row in rows) <= _ONE_TEXT:
        return (_written(paragraphs),) if paragraphs else ()
    return tuple(_written([rows]) for rows in paragraphs)


def _is_stamp(text: str) -> bool:
    return len(text) <= _LONGEST_STAMP and _STAMP.fullmatch(text) is not None


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
    below = 0 < down <= _BELOW * height and _under(upper.region, lower.region)
    return below and _alike(upper, lower) and _in_line(upper.region, lower.region) <= _IN_LINE * height


def _alike(one: Sight, other: Sight) -> bool:
    return max(one.height, other.height) < _ALIKE * min(one.height, other.height)


def _middle(sight: Sight) -> float:
    return sight.region.y + sight.region.height / 2


def _under(one: Region, other: Region) -> bool:
    shared = min(one.right, other.right) - max(one.x, other.x)
    return shared > _SHARED * min(one.width, other.width)


def _in_line(one: Region, other: Region) -> float:
    """How far the two are from being set flush left, centred or flush right."""
    left, right = abs(one.x - other.x), abs(one.right - other.right)
    return min(left, right, abs((one.x + one.right) - (other.x + other.right)) / 2)


def _written(paragraphs: Sequence[Sequence[Sight]]) -> Written:
    """One text: a space between lines of a paragraph, which the room had parted, a new line between two."""
    text, lines = "", []
    for rows in paragraphs:
        for place, row in enumerate(rows):
            text += _between(text, place) + row.text
            lines.append(Line(len(text) - len(row.text), len(text), row.region))
    return Written(text, tuple(lines))


def _between(text: str, place: int) -> str:
    """What parts a line from the text before it; ``place`` is its number in its paragraph."""
    if not text or (place and _JOINS.search(text)):
        return ""
    return " " if place else "\n"
