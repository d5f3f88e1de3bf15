"""Questions on the terminal: a numbered choice, and the settings that only the person can look up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from selfaudit.cli.speaking import answered, sentence, tell
from selfaudit.model.outside import on_one_line

if TYPE_CHECKING:
    from selfaudit.model.questions import Question
    from selfaudit.questions import Ask, Sheet
    from selfaudit.saved.deciding import Choose

_LONGEST_CHOICE = 160
DO_NOT_KNOW = "I don't know, or I would rather leave this open"


def asker(*, yes: bool) -> Ask | None:
    """Who asks about settings; nobody with ``--yes``."""
    return None if yes else ask_settings


def chooser(*, yes: bool) -> Choose | None:
    """Who asks what saved pages do not tell; nobody with ``--yes``."""
    return None if yes else choose_or_leave


def choose_or_leave(question: str, choices: Sequence[str]) -> int | None:
    """The place of the choice that the person picked; ``None`` also when nobody is there.

    Raises:
        StoppedAsking: they pressed Ctrl-C.
    """
    try:
        return choose(question[:1].upper() + question[1:], choices)
    except click.Abort:
        tell("That was left open; the report says so.")
        return None


def choose(question: str, choices: Sequence[str], note: str = "") -> int | None:
    """The place of the choice that the person picked; ``None`` when they left it open.

    Raises:
        StoppedAsking: they pressed Ctrl-C.
        click.Abort: nobody is there.
    """
    tell(f"\n{sentence(question)}")
    for number, choice in enumerate((*choices, DO_NOT_KNOW), 1):
        tell(f"  {number % (len(choices) + 1)}  {on_one_line(choice, _LONGEST_CHOICE)}")
    if note:
        tell(f"  {note}")
    places: dict[str, int | None] = {str(number): number - 1 for number in range(1, len(choices) + 1)}
    told = f"Please answer with one of the numbers, 0 to {len(choices)}. Enter alone means 0."
    return answered("Your answer", {"0": None, **places}, told, default="0")


def ask_settings(sheet: Sheet) -> Mapping[str, str]:
    """Ask one question after the other; the person can leave out any, or stop with what they have said."""
    whose = f"{sheet.title} ({on_one_line(sheet.account)})" if sheet.account else sheet.title
    tell(
        f"\nOn {whose} some privacy settings stand where selfaudit cannot look.\n"
        "Please look them up yourself, in the app or in the site's settings. What you say stays on this\n"
        "computer, with today's date, until you erase it with: selfaudit forget\n"
        "Leave out any that you like; Ctrl-C leaves out all the rest."
    )
    from selfaudit.questions import StoppedAsking

    said: dict[str, str] = {}
    try:
        for number, question in enumerate(sheet.questions, 1):
            if choice := _ask(sheet, question, number):
                said[question.name] = choice
    except (click.Abort, StoppedAsking):
        tell("The other questions were left open; the report says so.")
    return said


def _ask(sheet: Sheet, question: Question, number: int) -> str | None:
    """One question; the most private choice is told afterwards, so that the question does not lead."""
    from selfaudit.questions import said_on

    earlier = sheet.earlier.get(question.name)
    note = f"(On {said_on(earlier.on)} you said: {earlier.choice})" if earlier else ""
    choices = question.choices[::-1]  # the widest first, as the sites' own lists have it
    place = choose(f"{number} of {len(sheet.questions)}. {question.ask}", choices, note)
    if place is None:
        return None
    if sheet.dated:
        tell(f"  {_comment(choices[place], question)}")
    return choices[place]


def _comment(choice: str, question: Question) -> str:
    if choice == question.highest:
        return "That is the most private choice."
    return f"The most private choice is “{question.highest}”. {question.where}."
