"""A wrong answer is told what can be answered; Ctrl-C at a question stops, at once and in its own words."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from commands import Run
from exports.packing import a_folder, a_tweet, a_zip, x_archive

from selfaudit.cli.asking import choose, choose_or_leave
from selfaudit.cli.terminal import confirmed
from selfaudit.questions import StoppedAsking

NAMELESS = {
    "posts.csv": "id,permalink,date,ip,subreddit,gildings,title,url,body\na,/x,2024-06-01,,x,0,Hi,,There\n"
}


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Types these lines and then presses Ctrl-C; gives back the questions that were asked."""

    def go(*lines: str) -> list[str]:
        waiting, asked = list(lines), []

        def answer(prompt: str = "") -> str:
            asked.append(prompt)
            if not waiting:
                raise KeyboardInterrupt
            return waiting.pop(0)

        monkeypatch.setattr(click.termui, "visible_prompt_func", answer)
        return asked

    return go


def test_a_wrong_answer_to_a_yes_or_no_is_told_what_can_be_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("maybe\nYES\n"))
    assert confirmed("Go on?")
    assert capsys.readouterr().err.count("Please answer y for yes or n for no. Enter alone means no.") == 1


@pytest.mark.parametrize("wrong", ["y", "3", "-1", "1.0"])
def test_a_wrong_answer_to_a_choice_is_told_the_numbers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{wrong}\n 2 \n"))
    assert choose("Which?", ["This", "That"]) == 1
    told = capsys.readouterr().err
    assert told.count("Please answer with one of the numbers, 0 to 2. Enter alone means 0.") == 1
    assert "valid integer" not in told


@pytest.mark.parametrize(("typed", "answer"), [("", False), ("n", False), ("No", False), ("y", True)])
def test_yes_is_said_and_never_taken_for_granted(
    monkeypatch: pytest.MonkeyPatch, typed: str, answer: bool
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    assert confirmed("Go on?") is answer


@pytest.mark.parametrize("ask", [lambda: confirmed("Go on?"), lambda: choose_or_leave("Which?", ["This"])])
def test_control_c_at_a_question_is_no_answer(
    ask: Callable[[], object], types: Callable[..., list[str]]
) -> None:
    types()
    with pytest.raises(StoppedAsking):
        ask()


def test_control_c_at_the_first_question_says_that_nothing_was_read(
    run: Run, tmp_path: Path, types: Callable[..., list[str]], home: Path
) -> None:
    types()
    said = run("import", a_zip(tmp_path / "x.zip", x_archive(a_tweet())))
    assert (said.code, said.last) == (
        3,
        "You stopped it, so nothing was read. Run it again whenever you like.",
    )
    assert not home.exists()


def test_control_c_at_whose_profile_it_is_stops_without_another_question(
    run: Run, tmp_path: Path, types: Callable[..., list[str]], home: Path
) -> None:
    x = a_zip(tmp_path / "x.zip", x_archive(a_tweet()))
    asked = types("y")
    said = run("import", x)
    assert said.code == 2
    assert said.err.splitlines()[-2:] == [
        "You stopped it before any account was finished, so nothing of these files was kept.",
        f"Begin again with the same command: selfaudit import {x}",
    ]
    assert "your own profile." not in said.last
    assert len(asked) == 2
    assert not list(home.rglob("snapshot.json"))


def test_control_c_at_a_question_while_reading_asks_nothing_about_what_was_read_before(
    run: Run, tmp_path: Path, types: Callable[..., list[str]], home: Path
) -> None:
    x, nameless = a_zip(tmp_path / "x.zip", x_archive(a_tweet())), a_folder(tmp_path / "reddit", NAMELESS)
    asked = types("y")
    said = run("import", x, nameless)
    assert said.code == 2
    assert said.err.splitlines()[-2].startswith("You stopped it before any account was finished")
    assert len(asked) == 2, asked
    assert "When you asked Reddit" in said.err
    assert not list(home.rglob("snapshot.json"))
