"""``--out FILE`` never costs a file of the person's own, and says so before any work is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_snapshot
from commands import Run

from selfaudit import storage
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


@pytest.mark.parametrize("kept", ["snapshot.json", ".selfaudit"])
def test_what_selfaudit_keeps_is_no_report_to_be_replaced(
    run: Run, tmp_path: Path, home: Path, kept: str
) -> None:
    for folder in (tmp_path / "out", home / "runs" / "a"):
        storage.claim(folder)
        storage.write_private(folder / "snapshot.json", to_json(a_snapshot()))
        before = (folder / kept).read_text()
        said = run("check", folder, "--out", folder / kept)
        assert (said.code, "nothing was replaced" in said.err) == (2, True)
        assert (folder / kept).read_text() == before


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_report_in_a_folder_of_ours_may_be_replaced_by_a_new_one(
    run: Run, tmp_path: Path, home: Path, form: str
) -> None:
    for folder in (storage.claim(tmp_path / "out"), storage.claim(home / "runs" / "a")):
        storage.write_private(folder / "snapshot.json", to_json(a_snapshot()))
        run("check", folder, "--format", "json", "--out", folder / "result.json")
        for _time in range(2):
            said = run("report", folder / "result.json", "--format", form, "--out", folder / "mine.txt")
            assert said.code == 0


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
