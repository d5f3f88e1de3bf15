"""A download that was cut short is told to be that, and what to do: nobody is sent to save pages for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Run
from exports.importing_all import import_all
from exports.packing import a_tar, a_tweet, a_zip, x_archive
from exports.repositories import a_repository

from selfaudit.model.progress import Silent

CUT = "is damaged or not whole, as when a download was cut short: download it again."


def cut(path: Path, most: int) -> Path:
    path.write_bytes(path.read_bytes()[:most])
    return path


@pytest.fixture(params=["mine.zip", "mine.tar.gz"])
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    pack = a_zip if request.param.endswith(".zip") else a_tar
    path = pack(tmp_path / request.param, x_archive(a_tweet()))
    return cut(path, path.stat().st_size // 2)


def test_an_archive_that_was_cut_short_is_to_be_downloaded_again(run: Run, broken: Path) -> None:
    said = run("import", "--yes", str(broken))
    assert said.code == 2
    assert f"Nothing could be read: {broken.name} {CUT}" in said.err
    assert "Save your profile page" not in said.err
    asked = run("doctor", "--export", str(broken))
    assert (asked.code, asked.err.splitlines()[0]) == (2, f"{broken.name} {CUT}")


def test_what_was_cut_short_is_a_gap_beside_pages_that_were_read(
    broken: Path, tmp_path: Path, shared: Path
) -> None:
    page = shared / "samples/pages-invented/facebook/profile_signed_in_owner.html"
    (snapshot,) = import_all([broken, page], tmp_path / "media", Silent())
    assert [gap.reason for gap in snapshot.gaps if broken.name in gap.reason] == [
        f"the file {broken.name} {CUT}".removesuffix(".")
    ]


def test_a_repository_of_which_nothing_could_be_read_is_not_said_to_be_read(run: Run, tmp_path: Path) -> None:
    path = cut(a_repository(tmp_path / "mine.car", {"app.bsky.feed.post/1": {"text": "Hello"}}), 100)
    said = run("import", "--yes", str(path))
    assert (said.code, "Read into" in said.out) == (2, False)
    assert "Nothing could be read of your export from Bluesky: the file mine.car is damaged" in said.err
