"""All that the commands write, and all that they ask, goes through here and nowhere else.

So nobody can forget that a profile's words may hold signs that command a terminal, or that a step is being
counted on the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import click

from selfaudit.model.outside import fit_to_print, on_one_line

Meant = TypeVar("Meant")

_LONGEST_SENTENCE = 2000
_drawn: list[str] = []
"""What stands on the line that is being redrawn: there is one terminal, whoever writes on it."""


def show(text: str, form: str = "text", *, nl: bool = True) -> None:
    """What a command was asked for, on standard output; its ``form`` is text, json or html."""
    begin_line()
    click.echo(fit_to_print(text, form), nl=nl)


def tell(text: str) -> None:
    """Words to the person, on standard error; their lines stay as they are."""
    begin_line()
    click.echo(fit_to_print(text), err=True)


def sentence(text: str) -> str:
    """A sentence of ours with others' words in it, which stays on its one line."""
    return on_one_line(text, _LONGEST_SENTENCE)


def redraw(words: str) -> None:
    """Write over the line on which a step is being counted."""
    if _drawn != [words]:
        click.echo(f"\r    {fit_to_print(words)}   ", nl=False, err=True)
        _drawn[:] = [words]


def begin_line() -> None:
    """Leave the line on which a step is being counted, if there is one: what follows is not part of it."""
    if _drawn:
        click.echo("", err=True)
        _drawn.clear()


def asked(question: str, *, suffix: str = ": ", default: str | None = None, shown: bool = True) -> str:
    """What the person typed.

    Raises:
        StoppedAsking: they pressed Ctrl-C.
        click.Abort: nobody is there.
    """
    begin_line()
    try:
        typed: str = click.prompt(
            sentence(question), default=default, show_default=shown, err=True, prompt_suffix=suffix
        )
    except click.Abort as ended:
        if isinstance(ended.__context__, KeyboardInterrupt):
            raise _stopped() from ended
        click.echo("", err=True)
        raise
    return typed.strip()


def answered(
    question: str, answers: Mapping[str, Meant], told: str, *, default: str, shown: bool = True
) -> Meant:
    """The answer that the person picked; where they type another, they are ``told`` what can be answered."""
    while (typed := asked(question, default=default, shown=shown).casefold()) not in answers:
        tell(told)
    return answers[typed]


def _stopped() -> KeyboardInterrupt:
    from selfaudit.questions import StoppedAsking

    click.echo("", err=True)
    return StoppedAsking()
