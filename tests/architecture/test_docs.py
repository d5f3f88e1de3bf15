"""What the README says is what the commands do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfaudit.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_has_help_and_stands_in_the_readme(command: object) -> None:
    assert getattr(command, "help", None)
    assert f"selfaudit {getattr(command, 'name', '')}" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    known = {str(command.name) for command in COMMANDS}
    named = set(re.findall(r"(?:`|^    )selfaudit ([a-z]+)", README, flags=re.MULTILINE))
    assert named <= known


def test_exit_codes_are_documented() -> None:
    for code in ("0", "2", "3"):
        assert re.search(rf"^\| {code} \|", README, flags=re.MULTILINE)


def test_nothing_committed_names_a_machine_of_ours() -> None:
    words = ("/wo" + "rk/", "/ro" + "ot/", ".lib" + "rary")
    tracked = [
        file
        for pattern in ("*.md", "*.py", "*.toml", "Makefile", ".ci/run")
        for file in ROOT.rglob(pattern)
        if not {".venv", "build"} & set(file.parts)
    ]
    assert tracked
    hits = [file for file in tracked if any(word in file.read_text(encoding="utf-8") for word in words)]
    assert not hits
