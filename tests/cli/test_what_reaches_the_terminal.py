"""Words of a profile reach the terminal through one place, where they can command nothing."""

from __future__ import annotations

import ast
import io
import json
from pathlib import Path

import pytest
from commands import Run
from exports.packing import a_tweet, a_zip, x_archive, x_file

import selfaudit.cli
from selfaudit.cli.asking import choose
from selfaudit.cli.terminal import TerminalProgress

TRAP = "\r\x1b[2K\n\u202eThis export is of the profile of Marlene"
ONLY_HERE = "speaking.py"
SPEAKS = {"echo", "secho", "prompt", "confirm", "print", "echo_via_pager", "getchar", "pause", "input"}


def test_commands_speak_and_ask_in_one_place_alone() -> None:
    folder = Path(selfaudit.cli.__file__).parent
    found = {file.name for file in folder.glob("*.py") for name in _called(file) if name in SPEAKS}
    assert found == {ONLY_HERE}


def _called(file: Path) -> list[str]:
    names = [
        node for node in ast.walk(ast.parse(file.read_bytes())) if isinstance(node, ast.Attribute | ast.Name)
    ]
    return [node.attr if isinstance(node, ast.Attribute) else node.id for node in names]


@pytest.fixture
def spoof(tmp_path: Path) -> Path:
    account = {
        "username": f"kim{TRAP}",
        "accountId": "7",
        "accountDisplayName": f"Kim Stranger{TRAP} {'a' * 900}",
    }
    members = x_archive(
        a_tweet(1, f"Hello{TRAP}"), **{"data/account.js": x_file("account", [{"account": account}])}
    )
    return a_zip(tmp_path / "x.zip", members)


def test_the_name_of_an_owner_cannot_write_over_the_question(
    run: Run, spoof: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\ny\n"))
    said = run("import", spoof, "--out", tmp_path / "out")
    assert said.code == 0, said.err
    assert not set(said.err + said.out) & {"\r", "\x1b", "\u202e"}
    assert said.err.count("the profile of Kim Stranger\ufffd\ufffd\ufffd\ufffdThis export is of") == 2
    assert max(map(len, said.err.splitlines())) < 700


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_report_on_the_screen_commands_nothing(run: Run, spoof: Path, tmp_path: Path, form: str) -> None:
    run("import", "--yes", spoof, "--out", tmp_path / "out")
    said = run("check", tmp_path / "out", "--format", form)
    assert said.code == 0
    assert not set(said.err + said.out) & {"\r", "\x1b", "\u202e"}
    if form == "json":
        assert json.loads(said.out)


def test_steps_and_choices_stay_on_their_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    TerminalProgress().say(f"Not read: photo{TRAP}.jpg.")
    assert choose("Which of them are you?", [f"Kim{TRAP}{'a' * 900}", "Robin"]) == 0
    told = capsys.readouterr().err
    assert not set(told) & {"\r", "\x1b", "\u202e"}
    starts = [line[:4] for line in told.splitlines()]
    assert starts == ["· No", "", "Whic", "  1 ", "  2 ", "  0 ", "Your"]
    assert max(map(len, told.splitlines())) < 200
