"""A computer's copy of a file beside it: the same is read once, another is read too and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.packing import a_folder, a_tar, a_tweet, a_zip, x_archive, x_file
from exports.shapes import SHAPES

from selfaudit.exports import import_exports
from selfaudit.exports.archive import opened
from selfaudit.exports.doubles import original_of
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part

FOLDER = "your_instagram_activity/media"
PACKED = [a_folder, a_zip, a_tar]
COPIES = [f"posts_1{mark}.json" for mark in (" 2", " (1)", " copy", " copy 3", " - Copy", " - Copy (2)")]
TOLD = (
    "the file {copy} is by its name a copy of {first}, and is not the same; both were read, and which of"
    " them is right cannot be told"
)


def posts(*texts: str) -> list[dict[str, Any]]:
    return [{"title": text, "creation_timestamp": 1600000000 + len(text), "media": []} for text in texts]


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    return snapshot


def told(snapshot: Snapshot) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is Part.OTHER]


def used(path: Path) -> set[str]:
    files = opened([path])
    files.leave_copies()
    try:
        return {name.rpartition("/")[2] for name in files.names()}
    finally:
        files.close()


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("pack", PACKED)
def test_a_copy_that_is_the_same_is_read_once_and_nothing_is_said(
    tmp_path: Path, pack: Callable[[Path, Mapping[str, Any]], Path], copy: str
) -> None:
    value = posts("Hello")
    members = {f"{FOLDER}/posts_1.json": value, f"{FOLDER}/{copy}": value}
    export = pack(tmp_path / "instagram.tar.gz", members)
    snapshot = read(export, tmp_path)
    assert [post.text for post in snapshot.posts] == ["Hello"]
    assert (told(snapshot), used(export)) == ([], {"posts_1.json"})


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("pack", PACKED)
def test_a_copy_that_differs_is_read_too_and_told(
    tmp_path: Path, pack: Callable[[Path, Mapping[str, Any]], Path], copy: str
) -> None:
    members = {f"{FOLDER}/posts_1.json": posts("Hello"), f"{FOLDER}/{copy}": posts("Goodbye")}
    snapshot = read(pack(tmp_path / "instagram.tar.gz", members), tmp_path)
    assert sorted(post.text for post in snapshot.posts) == ["Goodbye", "Hello"]
    named = {"copy": f"{FOLDER}/{copy}", "first": f"{FOLDER}/posts_1.json"}
    assert told(snapshot) == [TOLD.format(**named)]


def test_a_copy_without_the_file_that_it_is_a_copy_of_is_a_file_like_any_other(tmp_path: Path) -> None:
    snapshot = read(a_folder(tmp_path / "i", {f"{FOLDER}/posts_1 2.json": posts("Hello")}), tmp_path)
    assert ([post.text for post in snapshot.posts], told(snapshot)) == (["Hello"], [])


def test_a_file_of_that_name_in_another_folder_is_no_original(tmp_path: Path) -> None:
    members = {f"{FOLDER}/posts_1 2.json": posts("Hello"), "content/posts_1.json": posts("Jello")}
    assert told(read(a_folder(tmp_path / "i", members), tmp_path)) == []


def test_a_copy_that_no_reader_opens_is_not_told(tmp_path: Path) -> None:
    likes = {"likes/liked_posts.json": posts("a"), "likes/liked_posts 2.json": posts("b")}
    members = {f"{FOLDER}/posts_1.json": posts("Hello"), **likes}
    assert told(read(a_folder(tmp_path / "i", members), tmp_path)) == []


def test_a_copy_that_no_reader_takes_as_it_took_the_first_may_hold_what_that_lacks(tmp_path: Path) -> None:
    first, copy = "data/follower.js", "data/follower 2.js"
    members = x_archive(a_tweet(), **{copy: x_file("follower", [{"follower": {"accountId": "5"}}])})
    snapshot = read(a_folder(tmp_path / "x", members), tmp_path)
    assert Part.CONNECTIONS not in snapshot.read
    why = (
        f"the file {copy} is by its name a copy of {first}, and is not the same; it was not read, and may"
        " hold what that does not; import it by itself if it is yours, or move it away if it is not"
    )
    gaps = [gap.reason for gap in snapshot.gaps if gap.part is Part.CONNECTIONS]
    assert [reason for reason in gaps if copy in reason] == [why]


def test_a_picture_called_like_a_copy_stays_where_a_post_names_it(tmp_path: Path) -> None:
    members = {f"{FOLDER}/a.jpg": b"same", f"{FOLDER}/a 2.jpg": b"same", "posts_1.json": "[]"}
    assert used(a_folder(tmp_path / "i", members)) == {"a.jpg", "a 2.jpg", "posts_1.json"}


def test_two_files_of_one_size_are_compared_by_what_stands_in_them(tmp_path: Path) -> None:
    members = {"a.json": "x" * 200_000, "a 2.json": "x" * 199_999 + "y", "a 3.json": "x" * 200_000}
    assert used(a_folder(tmp_path / "i", members)) == {"a.json", "a 2.json"}


@pytest.mark.parametrize(
    "name",
    ["posts_1.json", "posts_2.json", "comments(1).csv", "tweets-part1.js", "2 copies.json", " 2.json"],
)
def test_names_that_networks_write_are_no_copies(name: str) -> None:
    assert original_of(name) is None


@pytest.mark.parametrize(
    "name", ["Articles/Articles/My lessons 2.html", "Takeout/YouTube/playlists/Holiday (2).csv"]
)
def test_what_a_person_named_is_no_copy(name: str) -> None:
    assert original_of(name) is None


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_of_a_whole_export_is_taken_for_a_copy(tmp_path: Path, shape: str) -> None:
    assert [name for name in SHAPES[shape] if original_of(name)] == []
