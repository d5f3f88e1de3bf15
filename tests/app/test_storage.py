"""Private from the first byte; erased whole; never anybody else's files."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from selfaudit import forgetting, storage
from selfaudit.errors import StorageError

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_files_and_folders_are_private_whatever_the_umask(home: Path) -> None:
    before = os.umask(0)
    try:
        file = storage.write_private(home / "runs" / "a" / "snapshot.json", "{}")
    finally:
        os.umask(before)
    assert mode(file) == 0o600
    assert {mode(file.parent), mode(file.parent.parent), mode(home)} == {0o700}


def test_a_file_is_replaced_whole_and_leaves_no_draft(home: Path) -> None:
    file = storage.write_private(home / "a.json", "old")
    storage.write_private(file, "new")
    assert [inside.name for inside in home.iterdir()] == ["a.json"]
    assert file.read_text() == "new"


def test_a_folder_that_holds_other_things_is_not_claimed(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"mine")
    with pytest.raises(StorageError, match="already holds other things"):
        storage.claim(tmp_path)
    assert [inside.name for inside in tmp_path.iterdir()] == ["holiday.jpg"]


def test_our_own_folder_can_be_claimed_again(tmp_path: Path) -> None:
    folder = storage.claim(tmp_path / "out")
    storage.write_private(folder / "result.json", "{}")
    assert storage.claim(folder) == folder


def test_forget_erases_the_private_folder_and_what_was_put_elsewhere(home: Path, tmp_path: Path) -> None:
    outside = storage.claim(tmp_path / "out")
    storage.write_private(outside / "snapshot.json", "{}")
    lone = storage.write_private(tmp_path / "report.html", "x")
    storage.note(lone)
    storage.record_consent("words", "--yes")
    erased = forgetting.forget()
    assert not home.exists()
    assert not outside.exists()
    assert not lone.exists()
    assert erased.refused == ()
    assert forgetting.kept() == ()


@pytest.mark.parametrize("content", ["", "null", "3", '"here"'])
def test_a_damaged_list_of_what_was_put_elsewhere_names_nothing_and_is_written_anew(
    home: Path, tmp_path: Path, content: str
) -> None:
    storage.write_private(home / "kept.json", content)
    assert forgetting.kept() == (home,)
    storage.claim(tmp_path / "run")
    assert forgetting.kept() == (home, tmp_path / "run")


def test_forget_leaves_a_folder_that_is_no_longer_ours(tmp_path: Path) -> None:
    outside = storage.claim(tmp_path / "out")
    (outside / ".selfaudit").unlink()
    (outside / "thesis.docx").write_bytes(b"mine")
    erased = forgetting.forget()
    assert erased.refused == (str(outside.resolve()),)
    assert (outside / "thesis.docx").exists()


def test_runs_are_dropped_when_their_time_is_over() -> None:
    old, new = storage.new_run(NOW - timedelta(days=40)), storage.new_run(NOW)
    for run, age in ((old, 40), (new, 1)):
        moment = (NOW - timedelta(days=age)).timestamp()
        os.utime(run, (moment, moment))
    assert forgetting.drop_expired(NOW).files == 1
    assert not old.exists()
    assert new.exists()


def test_two_runs_in_one_second_get_two_folders() -> None:
    assert storage.new_run(NOW) != storage.new_run(NOW)


def test_consents_are_kept_one_below_the_other(home: Path) -> None:
    storage.record_consent("first words", "--yes")
    storage.record_consent("second words", "the person at the keyboard")
    text = (home / "consent.json").read_text()
    assert text.index("first words") < text.index("second words")
    assert mode(home / "consent.json") == 0o600
