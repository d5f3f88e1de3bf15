"""Privacy switches in dated tables, and questions for those that only a phone's app shows.

Sites move their settings. A table that is older than six months no longer says which choice is the most
private one; it asks the person to check by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from selfaudit.model.questions import FRESH, Question, Questionnaire, unanswered
from selfaudit.model.snapshot import Gap, Setting
from selfaudit.model.vocabulary import Part

__all__ = ["FRESH", "Question", "Switch", "SwitchTable"]


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch of a site.

    Attributes:
        name: the same in every generation of the site's pages.
        label: what the switch is about, as a person would say it.
        words: each value as the site has it -> as a person reads it, from the most private to the least.
            Spellings of one choice lead to one word.
        highest: the most private of these words that is asked for; those before it are stricter still.
            Empty where nobody can say.
        where: where it is changed, in plain words.
        url: the page where it is changed.
        read: takes the value from the site's data; ``None`` where that does not tell.
        optional: many accounts do not have it, so that its absence is no gap.
        unranked: words of the site of which nobody can say how private they are, such as "Custom".
    """

    name: str
    label: str
    words: dict[Any, str]
    highest: str
    where: str
    url: str
    read: Callable[[Any], Any] = lambda _data: None
    optional: bool = False
    unranked: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """Every choice that is known, from the most private to the least."""
        return tuple(dict.fromkeys(self.words.values()))

    @property
    def stricter(self) -> tuple[str, ...]:
        """The choices that are more private than what is asked for."""
        return self.choices[: self.choices.index(self.highest)] if self.highest else ()


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
            if not isinstance(value, str | bool):
                continue
            word = switch.words.get(value, value if value in switch.unranked else None)
            if word or switch.optional:
                yield self.setting(switch, word if isinstance(word, str) else None, at)

    def setting(self, switch: Switch, value: str | None, at: datetime | None = None) -> Setting:
        """The switch with this value.

        Its most private choice is left out where the table is too old, or does not know how private the
        value is: then nobody can say that it ought to be changed.
        """
        unsure = self._unsure(switch, value, at)
        return Setting(
            name=switch.name,
            value=value,
            highest=None if unsure else switch.highest or None,
            label=switch.label,
            where=unsure + switch.where,
            url=switch.url,
            stricter=() if unsure else switch.stricter,
        )

    def _unsure(self, switch: Switch, value: str | None, at: datetime | None) -> str:
        """Why a value cannot be held against the most private choice; empty where it can."""
        if self.stale(at):
            return f"Please check by hand: this was last looked up in {self.as_of:%B %Y}. "
        if value is None or value in switch.choices:
            return ""
        said = f"Please check by hand: selfaudit does not know how private “{value}” is. "
        best = f"It is as it should be where it lets in nobody that “{switch.highest}” would not. "
        return said + (best if switch.highest else "")

    def unread(self, found: Iterable[Setting]) -> tuple[Gap, ...]:
        """The switches that were not in what was read, as one gap."""
        known = {setting.name for setting in found}
        missing = [one for one in self.switches if one.name not in known and not one.optional]
        return (_gap(missing),) if missing else ()

    def not_seen(self, found: Iterable[Setting]) -> tuple[Gap, ...]:
        """What the pages did not tell, and what no page tells."""
        known = tuple(found)
        names = {setting.name for setting in known}
        asked = [question for question in self.questions if question.name not in names]
        return (*self.unread(known), *unanswered(asked))

    def others(self, found: Iterable[Setting]) -> tuple[Gap, ...]:
        """The switches that were not read although some were: one that was seen says nothing of them."""
        known = tuple(found)
        return self.unread(known) if known else ()


def _gap(missing: Sequence[Switch]) -> Gap:
    labels = "; ".join(switch.label for switch in missing)
    return Gap(
        Part.SETTINGS,
        f"the pages that were read do not show these, or not in words that are known here: {labels}",
        len(missing),
    )
