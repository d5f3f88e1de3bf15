from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.damaging import never_falls_over
from exports.repositories import a_repository

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import ImageRole, Lens, Part

SAMPLES = "samples/exports/bluesky/indigo"


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def test_published_repository_of_version_2_is_read_to_its_independent_count(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / SAMPLES / "fakermaker.repo.car", tmp_path)
    assert len(snapshot.posts) == 26
    assert [other.relation for other in snapshot.connections] == ["following"] * 78
    assert snapshot.owner.name == "Herminia Schroeder"
    assert snapshot.owner.handle == "did:plc:dpg45vsnuir2vqqqadsn6afg"
    assert snapshot.owner.bio.startswith("Celiac park pickled flexitarian")
    assert {image.role for image in snapshot.images} == set(ImageRole)
    assert gaps(snapshot, Part.POSTS) == [
        ("the repository keeps the address of what you reposted, not its text", 15)
    ]


def test_published_repository_has_times_in_utc(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / "fakermaker.repo.car", tmp_path)
    assert snapshot.connections[0].since == datetime(2023, 4, 26, 7, 8, 50, tzinfo=UTC)


def test_published_repository_of_version_3_is_read(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / "greenground.repo.car", tmp_path)
    assert [(other.id, other.relation) for other in snapshot.connections] == [
        ("did:plc:6fktaamhhxdqb2ypum33kbkj", "following"),
        ("did:plc:cz73r7iyiqn26upot4jtjdhk", "following"),
    ]
    assert snapshot.posts == ()
    assert Part.POSTS in snapshot.read
    assert [count for _reason, count in gaps(snapshot, Part.CONNECTIONS)] == [None, 2]


def test_published_small_repository_has_five_posts_and_a_profile(shared: Path, tmp_path: Path) -> None:
    (path,) = (shared / SAMPLES).glob("bafy*.car")
    snapshot = read(path, tmp_path)
    assert (snapshot.owner.name, len(snapshot.posts)) == ("Brendan Fraser", 5)
    assert {post.own for post in snapshot.posts} == {True}


def test_published_folder_of_three_repositories_holds_three_accounts(shared: Path, tmp_path: Path) -> None:
    snapshots, _others = import_exports([shared / SAMPLES], tmp_path / "media", Silent())
    assert sorted(len(snapshot.posts) for snapshot in snapshots) == [0, 5, 26]


def a_record(text: str) -> dict[str, Any]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2024-05-01T10:00:00Z"}


def test_built_repository_is_read(tmp_path: Path) -> None:
    records = {f"app.bsky.feed.post/{key}": a_record(key) for key in ("one", "onetwo", "three")}
    snapshot = read(a_repository(tmp_path / "repo.car", records), tmp_path)
    assert [(post.id, post.text) for post in snapshot.posts] == [(k, k) for k in ("one", "onetwo", "three")]
    assert gaps(snapshot, Part.POSTS) == []


def test_a_record_that_is_missing_is_counted(tmp_path: Path) -> None:
    records = {f"app.bsky.feed.post/{key}": a_record(key) for key in ("one", "two")}
    path = a_repository(tmp_path / "repo.car", records, lose="app.bsky.feed.post/two")
    snapshot = read(path, tmp_path)
    assert [post.text for post in snapshot.posts] == ["one"]
    assert gaps(snapshot, Part.POSTS) == [("records that the repository names without holding them", 1)]
    assert Part.POSTS not in snapshot.read


def test_a_block_that_is_not_what_its_id_says_is_not_believed(tmp_path: Path) -> None:
    path = a_repository(tmp_path / "repo.car", {"app.bsky.feed.post/one": a_record("harmless")})
    path.write_bytes(path.read_bytes().replace(b"harmless", b"slanders"))
    snapshot = read(path, tmp_path)
    assert snapshot.posts == ()
    assert gaps(snapshot, Part.POSTS) == [("records that the repository names without holding them", 1)]


def test_a_repository_cut_short_is_never_told_as_read(shared: Path, tmp_path: Path) -> None:
    whole = (shared / SAMPLES / "fakermaker.repo.car").read_bytes()
    path = tmp_path / "repo.car"
    for end in range(100, len(whole), 9973):
        path.write_bytes(whole[:end])
        snapshot = read(path, tmp_path)
        assert not {Part.POSTS, Part.CONNECTIONS, Part.BIO} & set(snapshot.read)


@pytest.mark.parametrize("name", ["fakermaker.repo.car", "greenground.repo.car"])
def test_a_damaged_repository_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=30)
