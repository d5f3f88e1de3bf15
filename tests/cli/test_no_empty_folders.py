"""A run that comes to nothing leaves no folder behind, and costs nothing that was there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import a_snapshot
from commands import Run

from selfaudit import app, storage
from selfaudit.browser.capture import Captured
from selfaudit.errors import BrowserMissing, SignInAbandoned
from selfaudit.forgetting import kept
from selfaudit.model.codec import load_snapshot, to_json

Browse = Callable[..., Captured]


@pytest.fixture
def nobody_signs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser fetches one picture, and then nobody signs in."""

    def browse(*_args: object, media_folder: Path, **_more: object) -> Captured:
        media_folder.mkdir(parents=True)
        (media_folder / "new.jpg").write_bytes(b"picture")
        raise SignInAbandoned("Nobody signed in.")

    monkeypatch.setattr("selfaudit.browser.capture.capture", browse)


@pytest.mark.usefixtures("nobody_signs_in")
@pytest.mark.parametrize("command", ["capture", "audit"])
def test_a_run_in_which_nobody_signs_in_leaves_no_folder(
    run: Run, tmp_path: Path, home: Path, command: str
) -> None:
    assert (
        run(command, "blog", "--site", "http://127.0.0.1:9", "--yes", "--out", tmp_path / "a" / "b").code == 2
    )
    assert run(command, "blog", "--site", "http://127.0.0.1:9", "--yes").code == 2
    assert list(tmp_path.iterdir()) == []
    assert list((home / "runs").glob("*")) == []
    assert kept() == (home,)


@pytest.mark.usefixtures("nobody_signs_in")
def test_a_capture_that_fails_leaves_the_earlier_one_as_it_was(tmp_path: Path) -> None:
    folder = storage.claim(tmp_path / "out")
    storage.write_private(folder / "snapshot.json", to_json(a_snapshot()))
    with pytest.raises(SignInAbandoned):
        app.capture("blog", folder, site="http://127.0.0.1:9")
    assert sorted(inside.name for inside in folder.iterdir()) == [".selfaudit", "snapshot.json"]


def test_an_audit_keeps_the_site_that_was_read_and_no_folder_of_the_one_that_was_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def capture(platform: str, out: Path, **_more: object) -> Path:
        with storage.filling(out) as draft:
            if platform == "x":
                raise BrowserMissing("No browser.")
            storage.write_private(draft / "snapshot.json", to_json(a_snapshot()))
        return out

    monkeypatch.setattr(app, "capture", capture)
    run = app.audit(["x", "facebook"], tmp_path / "out")
    assert {inside.name for inside in run.folder.iterdir()} == {
        ".selfaudit", "facebook", "report.html", "result.json"
    }  # fmt: skip
    assert load_snapshot(run.folder / "facebook") == a_snapshot()
    assert "Could not be read: x: No browser." in run.summary


def test_a_folder_within_a_folder_of_ours_is_not_told_by_itself(tmp_path: Path) -> None:
    outer = storage.claim(tmp_path / "out")
    storage.claim(outer / "blog")
    other = storage.claim(tmp_path / "outside")
    assert set(kept()[1:]) == {outer.resolve(), other.resolve()}
