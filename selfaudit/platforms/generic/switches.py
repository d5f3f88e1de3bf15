"""Privacy switches in dated tables, and questions for those that only a phone's app shows.

Sites move their settings. A table that is older than six months no longer says which choice is the most
private one; it asks the person to check by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from selfaudit.model.questions import FRESH, Question, Questionnaire
from selfaudit.model.snapshot import Gap, Setting
from selfaudit.model.vocabulary import Part

__all__ = ["FRESH", "Question", "Switch", "SwitchTable"]


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch of a site.

    Attributes:
        name: the same in every generation of the site's pages.
        label: what the switch is about, as a person would say it.
        words: each value as the site's data has it -> as a person reads it.
        highest: the most private of these words.
        where: where it is changed, in plain words.
        url: the page where it is changed.
        read: takes the value from the site's data; ``None`` where that does not tell.
        optional: many accounts do not have it, so that its absence is no gap.
    """

    name: str
    label: str
    words: dict[Any, str]
    highest: str
    where: str
    url: str
    read: Callable[[Any], Any] = lambda _data: None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SwitchTable:
    """All switches of a site, as they stood on a day."""

    as_of: date
    switches: tuple[Switch, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def questionnaire(self) -> Questionnaire:
        """What the person is asked, with the day of this table."""
        return Questionnaire(self.as_of, self.questions)

    def stale(self, at: datetime | None) -> bool:
        """Whether the table is too old for what was seen ``at`` that moment."""
        return at is not None and at.date() - self.as_of > FRESH

    def settings(self, data: Any, at: datetime | None = None) -> Iterator[Setting]:
        """Every switch that this piece of the site's data tells of."""
        for switch in self.switches:
            value = switch.read(data)
            if isinstance(value, str | bool) and value in switch.words:
                yield self.setting(switch, switch.words[value], at)

    def setting(self, switch: Switch, value: str | None, at: datetime | None = None) -> Setting:
        """The switch with this value; without its most private choice where the table is too old."""
        old = self.stale(at)
        by_hand = f"Please check by hand: this was last looked up in {self.as_of:%B %Y}. "
        return Setting(
            name=switch.name,
            value=value,
            highest=None if old else switch.highest,
            label=switch.label,
            where=(by_hand if old else "") + switch.where,
            url=switch.url,
        )

    def unread(self, found: Iterable[Setting]) -> tuple[Gap, ...]:
        """The switches that were not in what was read, as one gap."""
        known = {setting.name for setting in found}
        missing = [one for one in self.switches if one.name not in known and not one.optional]
        return (_gap(missing),) if missing else ()


def _gap(missing: Sequence[Switch]) -> Gap:
    labels = "; ".join(switch.label for switch in missing)
    return Gap(
        Part.SETTINGS,
        f"the pages that were read do not show these: {labels}",
        len(missing),
    )
