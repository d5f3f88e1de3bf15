"""Consent comes first: refusing reads nothing, agreeing is written down."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from commands import Run
from exports.packing import a_tweet, a_zip, x_archive


def test_nobody_at_the_keyboard_means_no(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    said = run("capture", "blog", "--site", "http://127.0.0.1:9")
    assert said.code == 3
    assert said.last.startswith("You did not agree, so nothing was read.")
    assert not home.exists()


def test_refusing_an_import_reads_nothing(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfaudit.cli.terminal.confirmed", lambda *_args, **_more: False)
    page = tmp_path / "page.html"
    page.write_text("<html></html>")
    said = run("import", page, "--out", tmp_path / "snap")
    assert said.code == 3
    assert not home.exists()
    assert not (tmp_path / "snap").exists()


def test_what_is_said_before_consent_covers_every_promise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selfaudit.cli.terminal.confirmed", lambda *_args, **_more: False)
    said = run("capture", "blog", "--site", "http://127.0.0.1:9")
    for promise in (
        "password",
        "30 days",
        "selfaudit forget",
        "may be monitored",
        "Nothing. The only traffic",
    ):
        assert promise in said.err


def test_agreement_is_recorded_with_its_words(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SELFAUDIT_BROWSER", str(tmp_path / "none"))
    run("capture", "blog", "--site", "http://127.0.0.1:9", "--yes", "--out", tmp_path / "s")
    (record,) = json.loads((home / "consent.json").read_text())
    assert record["answered_by"] == "--yes"
    assert "What is read" in record["wording"]


def test_what_is_said_before_files_are_read_is_true_of_files(run: Run, home: Path, tmp_path: Path) -> None:
    run("import", "--yes", a_zip(tmp_path / "x.zip", x_archive(a_tweet())), "--out", tmp_path / "s")
    (record,) = json.loads((home / "consent.json").read_text())
    words = " ".join(record["wording"].split())
    for untrue in (
        "as a stranger sees it",
        "You sign in",
        "opens pages and scrolls",
        "traffic",
        "The site's rules",
    ):
        assert untrue not in words
    for true in (
        "What is read The files you named, where you say that they are of your own profile. Nobody else's.",
        "Data exports: what the site handed you, which is not what a stranger sees.",
        "Pages that you saved: what they showed then, to you, or to a stranger where you were signed out.",
        "Your password None is needed: selfaudit signs in nowhere",
        "no browser opens, and no site is visited",
        "Only your user account on this computer can open it.",
        "Nobody is told that you ran this",
        "You can stop at any time with Ctrl-C.",
    ):
        assert true in words
