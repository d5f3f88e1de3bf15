"""``--out FILE`` never costs a file of the person's own, and says so before any work is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_snapshot
from commands import Run

from selfaudit.model.codec import to_json


@pytest.mark.parametrize("command", ["check", "report"])
def test_an_existing_file_of_the_persons_own_is_refused(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "snapshot.json").write_text(to_json(a_snapshot()), encoding="utf-8")
    run("check", tmp_path, "--format", "json", "--out", tmp_path / "result.json")
    (tmp_path / "thesis.txt").write_text("mine")
    what = tmp_path / "snapshot.json" if command == "check" else tmp_path / "result.json"
    said = run(command, what, "--out", tmp_path / "thesis.txt")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines() == [
        f"{tmp_path / 'thesis.txt'} is there already, and not as selfaudit wrote it; nothing was replaced.",
        "Pick another name with --out, or move that file away.",
    ]
    assert (tmp_path / "thesis.txt").read_text() == "mine"
    assert run("report", tmp_path / "result.json", "--out", tmp_path / "own.txt").code == 0
    assert run("report", tmp_path / "result.json", "--out", tmp_path / "own.txt").code == 0


def test_forget_names_a_file_that_was_changed_since(run: Run, tmp_path: Path) -> None:
    (tmp_path / "snapshot.json").write_text(to_json(a_snapshot()), encoding="utf-8")
    run("check", tmp_path, "--out", tmp_path / "notes.txt")
    (tmp_path / "notes.txt").write_text("mine")
    said = run("forget", "--yes")
    assert said.code == 0
    assert said.err.splitlines()[-1] == (
        "Left alone, because selfaudit did not write it or it was changed since: "
        f"{(tmp_path / 'notes.txt').resolve()}"
    )
    assert (tmp_path / "notes.txt").read_text() == "mine"
