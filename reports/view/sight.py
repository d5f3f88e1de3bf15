"""The picture at the top as numbers and words: parts of a profile by who looks at them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reports import moments, words
from selfaudit.model.findings import Coverage
from selfaudit.model.vocabulary import Lens, Part

Rows = Mapping[tuple[Part, Lens], Coverage]


class Sight(StrEnum):
    """How far one look at one part went."""

    SEEN = "seen"
    SOME = "some"
    NONE = "none"
    HIDDEN = "hidden"
    UNLOOKED = "unlooked"
    PRIVATE = "private"
    ABSENT = "absent"

    @property
    def uncertain(self) -> bool:
        """Whether more may be there than was seen."""
        return self in (Sight.SOME, Sight.HIDDEN, Sight.UNLOOKED)

    @property
    def silent(self) -> bool:
        """Whether nobody looked, or there is nothing to look at."""
        return self in (Sight.UNLOOKED, Sight.PRIVATE, Sight.ABSENT)


_WORDS = {
    Sight.SEEN: "seen",
    Sight.SOME: "seen, but not all of it",
    Sight.NONE: "seen",
    Sight.HIDDEN: "could not be seen",
    Sight.UNLOOKED: "not looked at",
    Sight.PRIVATE: "not shown to strangers",
    Sight.ABSENT: "does not exist here",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One look at one part. ``share`` is the length of its bar in percent of the row's longer one."""

    sight: Sight
    seen: int
    figure: str
    words: str
    share: int

    @property
    def drawn(self) -> bool:
        """Whether there is anything that a bar could show."""
        return self.sight not in (Sight.PRIVATE, Sight.ABSENT)


@dataclass(frozen=True, slots=True)
class Row:
    """One part of a profile through both lenses; ``spoken`` is its name inside a sentence."""

    part: str
    spoken: str
    counts: bool
    period: str
    stranger: Cell
    owner: Cell


def rows_of(coverage: Rows, walked: Collection[Lens]) -> tuple[Row, ...]:
    """A row for each part that was looked at or should have been.

    ``walked`` names the lenses that are known to have tried. A reason alone does not show that a lens tried:
    what a data download leaves out has one reason for both.
    """
    looked = {lens for (_, lens), row in coverage.items() if row.seen}
    return tuple(_rows(coverage, looked | {Lens.OWNER} | set(walked)))


def _rows(coverage: Rows, looked: Collection[Lens]) -> Iterator[Row]:
    for part in Part:
        found = {lens: coverage.get((part, lens)) for lens in Lens}
        if not any(found.values()):
            continue
        most = max((row.seen or 0 for row in found.values() if row), default=0)
        cells = {lens: _cell(part, lens, row, most, lens in looked) for lens, row in found.items()}
        yield Row(
            part=words.PARTS[part],
            spoken=part.words,
            counts=part is not Part.BIO,
            period=_period(found[Lens.OWNER]) or _period(found[Lens.PUBLIC]),
            stranger=cells[Lens.PUBLIC],
            owner=cells[Lens.OWNER],
        )


def _period(row: Coverage | None) -> str:
    return moments.span(row.oldest, row.newest) if row else ""


def _cell(part: Part, lens: Lens, row: Coverage | None, most: int, looked: bool) -> Cell:
    sight = _sight(row, looked)
    if part is Part.SETTINGS and lens is Lens.PUBLIC and sight in (Sight.NONE, Sight.UNLOOKED):
        sight = Sight.PRIVATE
    seen = (row.seen if row else None) or 0
    return Cell(
        sight=sight,
        seen=seen,
        figure=_figure(part, sight, seen),
        words=_WORDS[sight],
        share=round(100 * seen / most) if most else 0,
    )


def _sight(row: Coverage | None, looked: bool) -> Sight:
    if row is None:
        return Sight.UNLOOKED
    if row.absent:
        return Sight.ABSENT
    if row.seen:
        return Sight.SOME if row.reason else Sight.SEEN
    if not looked or (row.seen is None and not row.reason):
        return Sight.UNLOOKED
    return Sight.HIDDEN if row.reason else Sight.NONE


def _figure(part: Part, sight: Sight, seen: int) -> str:
    match sight:
        case Sight.SEEN | Sight.SOME:
            return "" if part is Part.BIO else f"{seen:,}"
        case Sight.NONE:
            return "0"
        case Sight.HIDDEN | Sight.UNLOOKED:
            return "?"
        case Sight.PRIVATE | Sight.ABSENT:
            return "–"  # noqa: RUF001  # a dash is meant
