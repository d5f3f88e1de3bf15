"""What is asked or told while a step is being counted begins on a line of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import click
import pytest
from commands import Run

from selfaudit import app
from selfaudit.cli import asking, terminal


@pytest.fixture
def counting(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """A terminal that can redraw a line, on which a step stands half done."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    terminal.TerminalProgress().read(10, 900_000)
    return capsys.readouterr().err


def ask_one() -> None:
    asking.choose("Is it of all time?", ["Yes", "No"])


def say_more() -> None:
    terminal.TerminalProgress().say("Copied 2 of 2 pictures.")


@pytest.mark.parametrize(
    ("speak", "first"),
    [
        (lambda: terminal.confirmed("Is this your own profile?"), "Is this your own profile? [y/N]: "),
        (ask_one, ""),
        (say_more, "· Copied 2 of 2 pictures."),
    ],
)
def test_a_question_does_not_stand_behind_the_count(
    counting: str,
    speak: Callable[[], object],
    first: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("click.termui.visible_prompt_func", _nobody)
    with suppress(click.Abort):
        speak()
    assert counting == "\r    less than 1 MB   "
    assert capsys.readouterr().err.split("\n")[:2] == ["", first]


def _nobody(prompt: str = "") -> str:
    click.echo(prompt, nl=False, err=True)
    raise EOFError


def test_the_sentence_at_the_end_does_not_stand_behind_the_count(counting: str, run: Run) -> None:
    told = "There is no file or folder nowhere.zip."
    assert counting
    assert run("import", "nowhere.zip").err.split("\n")[:2] == ["", told]
    assert run("import", "nowhere.zip").err.split("\n")[0] == told


@pytest.mark.parametrize(
    "words", [("check", "s"), ("audit", "facebook", "--yes"), ("capture", "facebook", "--yes"), ("demo",)]
)
def test_what_a_command_found_does_not_stand_behind_the_count(
    words: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    def counted(*_arguments: object, progress: terminal.TerminalProgress, **_more: object) -> Any:
        progress.count(3, 4)
        return SimpleNamespace(summary="Your report", findings=())

    for name in ("check", "audit", "capture", "demo"):
        monkeypatch.setattr(app, name, counted)
    monkeypatch.setattr(app, "report", lambda *_told: "Your report")
    said = run(*words)
    assert (said.code, said.err.split("\r")[-1]) == (0, "    3 of 4   \n")
