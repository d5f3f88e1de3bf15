"""A mistake in how a command was typed is one sentence and what to do, like every other mistake."""

from __future__ import annotations

import io
from pathlib import Path

import click
import pytest
from commands import Run


@pytest.mark.parametrize(
    ("words", "sentence", "command"),
    [
        (("audti",), "No such command 'audti'. Did you mean 'audit'?", ""),
        (("check", "a", "--polcy", "x"), "No such option '--polcy'. Did you mean '--policy'?", " check"),
        (("check",), "Missing argument 'SNAPSHOT...'.", " check"),
        (("policy", "shwo"), "No such command 'shwo'. Did you mean 'show'?", " policy"),
    ],
)
def test_a_mistake_is_one_sentence_and_a_next_step(
    run: Run, words: tuple[str, ...], sentence: str, command: str
) -> None:
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines() == [sentence, f"See how it is used: selfaudit{command} --help"]


def test_an_import_of_nothing_says_what_to_name(run: Run) -> None:
    said = run("import")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines() == [
        "No files were named.",
        "Name those that you saved; or ask how to get them, with: --how",
    ]


@pytest.mark.parametrize("words", [("import",), ("doctor", "--export")])
def test_a_file_that_is_not_there_is_named_plainly(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    said = run(*words, tmp_path / "none.html")
    assert said.code == 2
    assert said.err.splitlines() == [
        f"There is no file or folder {tmp_path / 'none.html'}.",
        "Look at its name and where it is, then try again.",
    ]


def test_selfaudit_alone_shows_its_commands(run: Run) -> None:
    said = run()
    assert "Commands:" in said.out + said.err
    assert "See how it is used" not in said.err


def test_an_audit_with_nobody_there_says_how_to_name_a_site(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    said = run("audit")
    assert said.code == 2
    assert said.err.splitlines()[-2:] == [
        "Nobody was there to say which site to read, so nothing was read.",
        "Name it, for example: selfaudit audit facebook",
    ]


def test_who_stops_at_that_question_is_told_that_it_stopped(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(_text: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.termui, "visible_prompt_func", stops)
    assert run("audit").last.startswith("Stopped, as you asked.")
