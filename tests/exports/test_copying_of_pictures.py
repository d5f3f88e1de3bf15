"""Pictures leave an export only for the owner who agreed, and only as far as the disk has room."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from builders import a_post, a_snapshot, an_image
from exports.packing import A_PICTURE, a_folder, a_tweet, x_archive
from listening import Listening

from selfaudit import app
from selfaudit.exports.copying import Copies
from selfaudit.exports.pieces import Piece
from selfaudit.exports.together import files_of
from selfaudit.model.codec import load_snapshot
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.platforms import PLATFORMS

ANY = next((one, one.export) for one in PLATFORMS if one.export)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    media = [{"media_url_https": f"https://pbs.twimg.com/media/{name}"} for name in ("ab.png", "cd.mp4")]
    files = {"data/tweets_media/5-ab.png": A_PICTURE, "data/tweets_media/5-cd.mp4": b"film"}
    return a_folder(tmp_path / "x", x_archive(a_tweet(5, entities={"media": media}), **files))


def pictures_in(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("media/*")]


def reasons(snapshot: Snapshot) -> list[tuple[str, int | None]]:
    return [(gap.reason, gap.count) for gap in snapshot.gaps if "copy of them" in gap.reason]


def test_no_picture_is_copied_before_the_owner_agrees(export: Path, tmp_path: Path) -> None:
    before: list[bytes] = []
    told = Listening()

    def is_mine(_question: str) -> bool:
        before.extend(pictures_in(tmp_path / "out"))
        return True

    (folder,) = app.import_files([export], tmp_path / "out", is_mine=is_mine, progress=told)
    assert (before, pictures_in(folder)) == ([], [A_PICTURE])
    assert told.said[-3:] == [
        "Copying the pictures of your profile and your own posts",
        "Copied 1 of 1 pictures (0 MB).",
        "Read: the profile of Robin T (robin_t) on X (Twitter): 1 post, 0 comments, 1 picture, 0 people.",
    ]
    assert told.counts[-1] == (len(A_PICTURE), len(A_PICTURE))


def test_where_the_disk_is_short_pictures_are_left_out_and_that_is_told(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=2_000_000))
    told = Listening()
    (folder,) = app.import_files([export], tmp_path / "out", progress=told)
    snapshot = load_snapshot(folder)
    reason = (
        "there is too little room on the disk for a copy of them: 0 MB are needed, 2 MB are free, and 100 MB"
        " are to stay free"
    )
    assert (pictures_in(folder), reasons(snapshot)) == ([], [(reason, 1)])
    assert {image.file for image in snapshot.images} == {None}
    assert Part.IMAGES not in snapshot.read
    assert f"Not copied: 1 pictures: {reason}." in told.said


def test_a_disk_that_is_full_halfway_leaves_no_half_picture(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int, _mode: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(
        "selfaudit.exports.copying.os", SimpleNamespace(**{**vars(__import__("os")), "fdopen": full})
    )
    (folder,) = app.import_files([export], tmp_path / "out")
    reason = "a copy of them cannot be written (No space left on device)"
    assert (pictures_in(folder), reasons(load_snapshot(folder))) == ([], [(reason, 1)])


def test_an_export_that_is_gone_when_the_owner_agrees_costs_its_pictures_alone(
    export: Path, tmp_path: Path
) -> None:
    def is_mine(_question: str) -> bool:
        shutil.rmtree(export)
        return True

    (folder,) = app.import_files([export], tmp_path / "out", is_mine=is_mine)
    snapshot = load_snapshot(folder)
    assert [post.text for post in snapshot.posts] == ["Hello"]
    assert {image.file for image in snapshot.images} == {None}
    assert Part.IMAGES not in snapshot.read


def test_pictures_of_others_posts_are_not_copied(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "e", {"mine.png": A_PICTURE, "theirs.png": A_PICTURE})
    piece = Piece(folder, *ANY)
    copies, files = Copies(tmp_path / "media"), files_of([piece])
    keep = copies.keeper(files, [piece])
    mine, theirs = keep("mine.png"), keep("theirs.png")
    files.close()
    snapshot = a_snapshot(
        a_post(id="1", images=(mine,)),
        a_post(id="2", own=False, images=(theirs,)),
        an_image(mine, id="a", post="1"),
        an_image(theirs, id="b", post="2"),
    )
    (kept,) = copies.fetch([snapshot], Silent())
    assert [f"media/{file.name}" for file in (tmp_path / "media").iterdir()] == [mine]
    assert [post.images for post in kept.posts] == [(mine,), ()]
    assert [image.file for image in kept.images] == [mine, None]
    assert kept.gaps == snapshot.gaps
