"""Questions on the terminal: a numbered choice, and the settings that only the person can look up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from selfaudit.cli.terminal import begin_line

if TYPE_CHECKING:
    from selfaudit.model.questions import Question
    from selfaudit.questions import Ask, Sheet
    from selfaudit.saved.deciding import Choose

DO_NOT_KNOW = "I don't know, or I would rather leave this open"


def asker(*, yes: bool) -> Ask | None:
    """Who asks about settings; nobody with ``--yes``."""
    return None if yes else ask_settings


def chooser(*, yes: bool) -> Choose | None:
    """Who asks what saved pages do not tell; nobody with ``--yes``."""
    return None if yes else choose_or_leave


def choose_or_leave(question: str, choices: Sequence[str]) -> int | None:
    """The place of the choice that the person picked; ``None`` also when nobody is there."""
    try:
        return choose(question[:1].upper() + question[1:], choices)
    except click.Abort:
        click.echo("\nThat was left open; the report says so.", err=True)
        return None


def choose(question: str, choices: Sequence[str], note: str = "") -> int | None:
    """The place of the choice that the person picked; ``None`` when they left it open.

    Raises:
        click.Abort: nobody is there, or they want no more questions.
    """
    begin_line()
    click.echo(f"\n{question}", err=True)
    for number, choice in enumerate((*choices, DO_NOT_KNOW), 1):
        click.echo(f"  {number % (len(choices) + 1)}  {choice}", err=True)
    if note:
        click.echo(f"  {note}", err=True)
    number = click.prompt("Your answer", type=click.IntRange(0, len(choices)), default=0, err=True)
    return number - 1 if number else None


def ask_settings(sheet: Sheet) -> Mapping[str, str]:
    """Ask one question after the other; the person can leave out any, or stop with what they have said."""
    begin_line()
    whose = f"{sheet.title} ({sheet.account})" if sheet.account else sheet.title
    click.echo(
        f"\nOn {whose} some privacy settings stand where selfaudit cannot look.\n"
        "Please look them up yourself, in the app or in the site's settings. What you say stays on this\n"
        "computer, with today's date, until you erase it with: selfaudit forget\n"
        "Leave out any that you like; Ctrl-C leaves out all the rest.",
        err=True,
    )
    said: dict[str, str] = {}
    try:
        for number, question in enumerate(sheet.questions, 1):
            if choice := _ask(sheet, question, number):
                said[question.name] = choice
    except click.Abort:
        click.echo("\nThe other questions were left open; the report says so.", err=True)
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
        click.echo(f"  {_comment(choices[place], question)}", err=True)
    return choices[place]


def _comment(choice: str, question: Question) -> str:
    if choice == question.highest:
        return "That is the most private choice."
    return f"The most private choice is “{question.highest}”. {question.where}."
