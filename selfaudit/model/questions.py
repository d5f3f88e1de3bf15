"""Settings that no page shows: only the person can look them up; until they have said, they are a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from selfaudit.model.snapshot import Gap
from selfaudit.model.vocabulary import Lens, Part

FRESH = timedelta(days=183)
"""Half a year: sites move their settings, and people change theirs."""

NO_PAGE_SHOWS = "no page shows these, only you can look them up: "


@dataclass(frozen=True, slots=True)
class Question:
    """A switch that no page shows, asked of the person; ``choices`` begin with the most private one."""

    name: str
    ask: str
    label: str
    choices: tuple[str, ...]
    where: str

    @property
    def highest(self) -> str:
        """The most private answer."""
        return self.choices[0]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All questions of a platform, as its settings stood on a day."""

    as_of: date
    questions: tuple[Question, ...]

    def stale(self, on: date) -> bool:
        """Whether it is too old on that day to say which choice is the most private one."""
        return on - self.as_of > FRESH


def unanswered(questions: Sequence[Question], words: str = NO_PAGE_SHOWS) -> tuple[Gap, ...]:
    """The questions that nobody has answered, as one gap; none where there are none."""
    labels = "; ".join(question.label for question in questions)
    return (Gap(Part.SETTINGS, words + labels, len(questions), Lens.OWNER),) if questions else ()


def without_unanswered(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The gaps that are not of questions which nobody has answered."""
    return tuple(gap for gap in gaps if not gap.reason.startswith(NO_PAGE_SHOWS))
