"""Old runs are erased on the way to a command, never by asking for help, and never in the command's way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commands import Run

from selfaudit import forgetting, storage
from selfaudit.errors import StorageError


@pytest.fixture
def old_run(home: Path) -> Path:
    folder = storage.claim(home / "runs" / "old")
    os.utime(folder, (0, 0))
    return folder


def test_a_command_erases_what_is_over(run: Run, old_run: Path) -> None:
    assert run("schema", "result").code == 0
    assert not old_run.exists()


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("audit", "--help"), ("--version",)])
def test_asking_for_help_erases_nothing(run: Run, old_run: Path, words: tuple[str, ...]) -> None:
    run(*words)
    assert old_run.exists()


def sticks(_path: Path) -> int:
    raise StorageError("Open elsewhere.")


def test_a_log_that_cannot_be_erased_is_in_nobodys_way(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage.write_private(home / storage.FAULTS, "2000-01-01 a fault")
    monkeypatch.setattr(forgetting, "erase", sticks)
    said = run("schema", "result")
    assert said.code == 0
    assert str(home / storage.FAULTS) in said.err


def test_a_run_that_cannot_be_erased_is_in_nobodys_way(
    run: Run, old_run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "erase", sticks)
    said = run("schema", "result")
    assert said.code == 0
    assert said.out.startswith("{")
    assert said.err.splitlines() == [
        f"This is older than 30 days, and could not be erased: {old_run}",
        "Close programs that have it open; the next command tries again.",
    ]
