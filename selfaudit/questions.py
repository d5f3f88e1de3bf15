"""The settings that no page shows: asked of the person, kept with their date, and put into the snapshot.

Answers lie in the private folder (0600), by platform and account, until they are erased with all the rest.
Those older than six months are asked again, with the old answer beside the question.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from selfaudit.choosing import platform_of
from selfaudit.model.questions import FRESH, Question, Questionnaire, unanswered, without_unanswered
from selfaudit.model.snapshot import Gap, Setting, Snapshot
from selfaudit.model.vocabulary import Lens
from selfaudit.storage import home, write_private

LEFT_OPEN = "no page shows these, and you left the questions about them open: "
TOO_OLD = "no page shows these, and what you last said about them is more than six months old: "


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person said, and on which day."""

    choice: str
    on: date

    def fresh(self, today: date) -> bool:
        """Whether it still counts; a day that is yet to come is a mistake."""
        return self.on <= today and today - self.on <= FRESH


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to ask of one account.

    Attributes:
        title: what people call the platform.
        account: whose account it is, so that a person with two knows which one is meant.
        questions: those without a fresh answer.
        earlier: what was answered before, by the question's name.
        dated: whether it is known which choice is the most private one; not where the table is too old.
    """

    title: str
    account: str
    questions: tuple[Question, ...]
    earlier: Mapping[str, Answer]
    dated: bool


class StoppedAsking(KeyboardInterrupt):
    """The person pressed Ctrl-C at a question: it stops, and nothing more is asked."""


Ask = Callable[[Sheet], Mapping[str, str]]
"""Asks, and gives back the choices by the questions' names; a question that was left open is not there."""


def asked(snapshot: Snapshot, ask: Ask | None, today: date | None = None) -> Snapshot:
    """The snapshot with what the person said about settings that no page shows.

    Args:
        snapshot: what was read.
        ask: asks the person; ``None`` where nobody is there, so that only earlier answers count.
        today: the day on which this happens.
    """
    today = today or datetime.now(UTC).date()
    platform = platform_of(snapshot.platform)
    if platform is None or platform.questions is None:
        return snapshot
    sheet = platform.questions
    known = {setting.name for setting in snapshot.settings if setting.value is not None}
    wanted = tuple(question for question in sheet.questions if question.name not in known)
    account = snapshot.owner.handle or snapshot.owner.name or ""
    answers = _earlier(snapshot.platform, account, wanted)
    due = tuple(one for one in wanted if not _fresh(one, answers, today))
    if ask and due:
        said = ask(Sheet(platform.title, account, due, answers, not sheet.stale(today)))
        answers |= {one.name: Answer(said[one.name], today) for one in due if one.name in said}
        _keep(snapshot.platform, account, answers)
    settled = [one for one in wanted if _fresh(one, answers, today)]
    return replace(
        snapshot,
        settings=(*snapshot.settings, *(_setting(one, answers[one.name], sheet, today) for one in settled)),
        gaps=(*without_unanswered(snapshot.gaps), *_open(wanted, answers, today, was_asked=ask is not None)),
    )


def _fresh(question: Question, answers: Mapping[str, Answer], today: date) -> bool:
    return question.name in answers and answers[question.name].fresh(today)


def _open(
    wanted: Sequence[Question], answers: Mapping[str, Answer], today: date, *, was_asked: bool
) -> Iterator[Gap]:
    """What is still not known, by the reason."""
    old = [one for one in wanted if one.name in answers and not answers[one.name].fresh(today)]
    never = [one for one in wanted if one.name not in answers]
    yield from unanswered(never, LEFT_OPEN) if was_asked else unanswered(never)
    yield from unanswered(old, TOO_OLD)


def _setting(question: Question, answer: Answer, sheet: Questionnaire, today: date) -> Setting:
    old = sheet.stale(today)
    by_hand = f"Please check by hand: this was last looked up in {sheet.as_of:%B %Y}. "
    return Setting(
        name=question.name,
        value=answer.choice,
        highest=None if old else question.highest,
        lens=Lens.OWNER,
        label=question.label,
        where=(by_hand if old else "") + question.where,
        note=f"You said so yourself on {said_on(answer.on)}.",
    )


def said_on(day: date) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B %Y}"


def _earlier(platform: str, account: str, questions: Sequence[Question]) -> dict[str, Answer]:
    """Earlier answers; one that is damaged, or is no choice of today's question, does not count."""
    kept = _records(_records(_file()).get(platform)).get(account)
    found = {question.name: _answer(_records(kept).get(question.name), question) for question in questions}
    return {name: answer for name, answer in found.items() if answer}


def _answer(record: Any, question: Question) -> Answer | None:
    choice, on = (str(_records(record).get(name)) for name in ("choice", "on"))
    try:
        return Answer(choice, date.fromisoformat(on)) if choice in question.choices else None
    except ValueError:
        return None


def _keep(platform: str, account: str, answers: Mapping[str, Answer]) -> None:
    everything = _records(_file())
    accounts = dict(_records(everything.get(platform)))
    told = {name: {"choice": one.choice, "on": one.on.isoformat()} for name, one in answers.items()}
    accounts[account] = {**_records(accounts.get(account)), **told}
    content = json.dumps({**everything, platform: accounts}, indent=2, ensure_ascii=False)
    write_private(_place(), content + "\n")


def _file() -> Any:
    try:
        return json.loads(_place().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _place() -> Path:
    return home() / "answers.json"


def _records(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
