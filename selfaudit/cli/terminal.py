"""How the commands talk: progress on the terminal, consent, and faults noted where only their owner reads."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Any

import click

from selfaudit.errors import ConsentWithheld, SignInAbandoned

_MB = 1_000_000
_drawn: list[str] = []
"""What stands on the line that is being redrawn: there is one terminal, whoever writes on it."""


class TerminalProgress:
    """Tells each step on standard error, with a running count where the terminal can redraw a line."""

    def __init__(self) -> None:
        self._redraws = sys.stderr.isatty()

    def say(self, message: str) -> None:
        """A new step, on a line of its own."""
        begin_line()
        click.echo(f"· {message}", err=True)

    def count(self, done: int, total: int | None = None) -> None:
        """How far the step is; only where a line can be redrawn."""
        self._redraw(f"{done} of {total}" if total else f"{done}")

    def read(self, done: int, total: int) -> None:
        """How many of the bytes are read, in words for a person."""
        self._redraw(f"{done / _MB:.0f} of {total / _MB:.0f} MB" if total >= _MB else "less than 1 MB")

    def _redraw(self, words: str) -> None:
        if self._redraws and _drawn != [words]:
            click.echo(f"\r    {words}   ", nl=False, err=True)
            _drawn[:] = [words]


def begin_line() -> None:
    """Leave the line on which a step is being counted, if there is one: what follows is not part of it."""
    if _drawn:
        click.echo("", err=True)
        _drawn.clear()


def ask_consent(text: str, *, yes: bool) -> None:
    """Tell the person what will happen, and go on only if they agree; the agreement is written down.

    ``text`` is what `selfaudit.consent` says of the door.

    Raises:
        ConsentWithheld: they said no, or nobody was there to answer.
    """
    from selfaudit.storage import record_consent

    click.echo(text + "\n", err=True)
    if not yes and not confirmed("Do you want to go on?"):
        raise ConsentWithheld("You did not agree, so nothing was read.", "Run it again whenever you like.")
    record_consent(text, "--yes" if yes else "the person at the keyboard")


def confirmed(question: str) -> bool:
    """A yes from the keyboard; anything else, and nobody there, is a no."""
    begin_line()
    try:
        return click.confirm(question, default=False, err=True)
    except click.Abort:
        click.echo("", err=True)
        return False


def wait_for_sign_in() -> None:
    """Wait until the person says that they have signed in; also with ``--yes``, since only they can know.

    Raises:
        SignInAbandoned: nobody was there to say so.
    """
    begin_line()
    question = "When the site shows that you are signed in, come back here and press Enter"
    try:
        click.prompt(question, default="", show_default=False, err=True, prompt_suffix=" ")
    except click.Abort as nobody:
        raise SignInAbandoned(
            "Nobody said that they had signed in, so nothing was read.", "Start again when you are ready."
        ) from nobody


class _FramesOnly(logging.Formatter):
    """Where a fault happened, without its message: a message may hold words of a profile."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging's
        kind, _, trace = ei
        return "".join(traceback.format_tb(trace)) + (kind.__name__ if kind else "")


class _PrivateLog(logging.Handler):
    """Appends to a file of the private folder, which is made only once there is a fault to note."""

    def emit(self, record: logging.LogRecord) -> None:
        import os

        from selfaudit.storage import FAULTS, home, make_private

        file = make_private(home()) / FAULTS
        with os.fdopen(
            os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8"
        ) as log:
            log.write(self.format(record) + "\n")


def log_faults_privately() -> None:
    """Faults of ours go to a file in the private folder, never to the screen and never anywhere else."""
    handler = _PrivateLog(level=logging.ERROR)
    handler.setFormatter(_FramesOnly("%(asctime)s %(name)s: %(message)s"))
    logger = logging.getLogger("selfaudit")
    logger.handlers[:] = [handler]
    logger.propagate = False
