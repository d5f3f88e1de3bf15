"""How the commands talk: progress on the terminal, consent, and faults noted where only their owner reads."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Any

import click

from selfaudit.cli.speaking import answered, asked, redraw, sentence, tell
from selfaudit.errors import ConsentWithheld, SignInAbandoned

_MB = 1_000_000
_YES_OR_NO = {"y": True, "yes": True, "n": False, "no": False}
_ANY_TIME = "Run it again whenever you like."


class TerminalProgress:
    """Tells each step on standard error, with a running count where the terminal can redraw a line."""

    def __init__(self) -> None:
        self._redraws = sys.stderr.isatty()

    def say(self, message: str) -> None:
        """A new step, on a line of its own."""
        tell(sentence(f"· {message}"))

    def count(self, done: int, total: int | None = None) -> None:
        """How far the step is; only where a line can be redrawn."""
        self._redraw(f"{done} of {total}" if total else f"{done}")

    def read(self, done: int, total: int) -> None:
        """How many of the bytes are read, in words for a person."""
        self._redraw(f"{done / _MB:.0f} of {total / _MB:.0f} MB" if total >= _MB else "less than 1 MB")

    def _redraw(self, words: str) -> None:
        if self._redraws:
            redraw(words)


def ask_consent(text: str, *, yes: bool) -> None:
    """Tell the person what will happen, and go on only if they agree; the agreement is written down.

    ``text`` is what `selfaudit.consent` says of the door.

    Raises:
        ConsentWithheld: they said no, or nobody was there to answer.
    """
    from selfaudit.storage import record_consent

    tell(f"{text}\n")
    try:
        agreed = yes or confirmed("Do you want to go on?")
    except KeyboardInterrupt as stopped:
        raise ConsentWithheld("You stopped it, so nothing was read.", _ANY_TIME) from stopped
    if not agreed:
        raise ConsentWithheld("You did not agree, so nothing was read.", _ANY_TIME)
    record_consent(text, "--yes" if yes else "the person at the keyboard")


def confirmed(question: str) -> bool:
    """A yes from the keyboard; Enter alone, and nobody there, is a no.

    Raises:
        StoppedAsking: they pressed Ctrl-C.
    """
    told = "Please answer y for yes or n for no. Enter alone means no."
    try:
        return answered(f"{question} [y/N]", _YES_OR_NO, told, default="n", shown=False)
    except click.Abort:
        return False


def wait_for_sign_in() -> None:
    """Wait until the person says that they have signed in; also with ``--yes``, since only they can know.

    Raises:
        SignInAbandoned: nobody was there to say so.
    """
    question = "When the site shows that you are signed in, come back here and press Enter"
    try:
        asked(question, default="", shown=False, suffix=" ")
    except (click.Abort, KeyboardInterrupt) as nobody:
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
