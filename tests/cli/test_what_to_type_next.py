"""The command that is told as the next step works as it stands, also where a path has blanks in it."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from commands import Run
from exports.packing import a_tweet, a_zip, x_archive

from selfaudit import telling


def test_a_snapshot_in_a_folder_with_blanks_is_checked_by_the_command_that_is_told(
    run: Run, tmp_path: Path
) -> None:
    """As every private folder on a Mac is: it lies in "Application Support"."""
    place = tmp_path / "Application Support" / "mine"
    said = run("import", "--yes", a_zip(tmp_path / "x.zip", x_archive(a_tweet())), "--out", place)
    (told,) = [line for line in said.out.splitlines() if "selfaudit check" in line]
    words = shlex.split(told.partition("selfaudit ")[2])
    assert words == ["check", str(place)]
    assert run(*words).code == 0


def test_windows_is_told_in_its_own_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    words = (r"C:\Users\Jo Smith\mine", r"C:\plain", "--policy", "practice")
    monkeypatch.setattr(telling.os, "name", "nt")
    assert telling.typed(*words) == r'"C:\Users\Jo Smith\mine" C:\plain --policy practice'
