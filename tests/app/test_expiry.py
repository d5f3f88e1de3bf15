"""What is kept goes when its time is over, and what cannot go costs nobody their command."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from selfaudit import forgetting, storage

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
FAULT = 'T10:00:00 selfaudit.audit: the detector failed\n  File "a.py", line 1, in detect\nValueError\n'


def faults(home: Path, *days: int) -> Path:
    """A log with one fault of each of these days ago."""
    text = "".join(f"{NOW - timedelta(days=day):%Y-%m-%d}{FAULT}" for day in days)
    return storage.write_private(home / storage.FAULTS, text)


def old_run(name: str) -> Path:
    folder = storage.claim(storage.home() / "runs" / name)
    moment = (NOW - timedelta(days=40)).timestamp()
    os.utime(folder, (moment, moment))
    return folder


def test_faults_go_when_their_time_is_over_and_younger_ones_stay(home: Path) -> None:
    log = faults(home, 90, 31, 30, 2)
    forgetting.drop_expired(NOW)
    assert log.read_text() == f"2026-10-27{FAULT}2026-11-24{FAULT}"
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_log_with_nothing_young_goes_whole(home: Path) -> None:
    log = faults(home, 90, 31)
    forgetting.drop_expired(NOW)
    assert not log.exists()


def test_a_log_with_nothing_old_is_not_written_again(home: Path) -> None:
    log = faults(home, 3, 2)
    before = log.stat().st_ino
    forgetting.drop_expired(NOW)
    assert log.stat().st_ino == before


def test_a_run_that_went_while_this_was_looking_stops_nobody(home: Path, tmp_path: Path) -> None:
    other = old_run("b")
    (home / "runs" / "a").symlink_to(tmp_path / "gone")
    assert forgetting.drop_expired(NOW) == forgetting.Erased(1)
    assert not other.exists()


def test_a_run_that_cannot_be_erased_is_told_and_the_others_go(monkeypatch: pytest.MonkeyPatch) -> None:
    stuck, other = old_run("a"), old_run("b")
    erase = storage.erase

    def sticks(path: Path) -> int:
        if path == stuck:
            raise storage.StorageError("Open elsewhere.")
        return erase(path)

    monkeypatch.setattr(forgetting, "erase", sticks)
    assert forgetting.drop_expired(NOW) == forgetting.Erased(1, (str(stuck),))
    assert stuck.exists()
    assert not other.exists()


def test_the_record_of_consent_and_the_answers_stay(home: Path) -> None:
    for name in ("consent.json", "answers.json", "kept.json"):
        file = storage.write_private(home / name, "[]")
        os.utime(file, (0, 0))
    forgetting.drop_expired(NOW)
    assert {file.name for file in home.iterdir()} == {"consent.json", "answers.json", "kept.json"}
