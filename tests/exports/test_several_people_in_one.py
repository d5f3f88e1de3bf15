"""One archive or folder may hold exports of several people: nothing of one is told as another's."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from exports.importing_all import import_all
from exports.packing import a_folder, a_tar, a_zip, packed
from exports.shapes import SHAPES
from listening import Listening

from selfaudit import app
from selfaudit.errors import ConsentWithheld, ImportFailed
from selfaudit.exports import import_exports
from selfaudit.exports.grouping import sort_out
from selfaudit.model.codec import load_snapshot
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot

PACKED = [a_folder, a_zip, a_tar]
Pack = Callable[[Path, Mapping[str, Any]], Path]


PROFILE = "personal_information/profile_information/profile_information.json"
POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"
KIM, BOB = "Kim White", "Bob Stone"


def profile(name: str) -> dict[str, Any]:
    return {"profile_v2": {"name": {"full_name": name}}}


def posts(text: str) -> list[dict[str, Any]]:
    return [{"timestamp": 1600000000, "data": [{"post": text}]}]


def facebook(name: str, text: str) -> dict[str, Any]:
    return {PROFILE: profile(name), POSTS: posts(text)}


def tiktok(handle: str, text: str) -> dict[str, Any]:
    comments = {"Comments": {"CommentsList": [{"date": "2024-01-01 10:00:00", "comment": text}]}}
    owner = {"Profile Information": {"ProfileMap": {"userName": handle}}}
    return {"Profile": owner, "Comment": comments}


def instagram(handle: str, text: str) -> dict[str, Any]:
    owner = {"string_map_data": {"Username": {"value": handle}, "Name": {"value": handle.title()}}}
    return {
        "personal_information/personal_information/personal_information.json": {"profile_user": [owner]},
        "your_instagram_activity/media/posts_1.json": [
            {"title": text, "creation_timestamp": 1600000000, "media": []}
        ],
    }


def threads(text: str) -> dict[str, Any]:
    post = {"media": [{"title": text, "creation_timestamp": 1600000000}]}
    return {"your_instagram_activity/threads/threads_and_replies.json": {"text_post_app_text_posts": [post]}}


def below(place: str, members: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{place}/{name}": value for name, value in members.items()}


def told(snapshots: tuple[Snapshot, ...]) -> dict[str, list[str]]:
    return {
        str(one.owner.name or one.owner.handle): sorted(post.text for post in one.posts if post.own)
        for one in snapshots
    }


def read(path: Path, tmp_path: Path) -> dict[str, list[str]]:
    return told(import_all([path], tmp_path / "media", Silent()))


@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("above", ["", "Downloads/"])
def test_two_exports_in_two_folders_of_one_archive_are_two_accounts(
    tmp_path: Path, pack: Pack, above: str
) -> None:
    members = below(f"{above}kim", facebook(KIM, "Hi")) | below(f"{above}bob", facebook(BOB, "Idiot"))
    assert read(pack(tmp_path / "all.tar.gz", members), tmp_path) == {KIM: ["Hi"], BOB: ["Idiot"]}


@pytest.mark.parametrize("pack", PACKED)
def test_a_network_that_one_of_two_people_uses_is_read_as_theirs_and_nothing_is_said_of_the_other(
    tmp_path: Path, pack: Pack
) -> None:
    members = below("ig1", instagram("kim", "Hi") | threads("Nice")) | below("ig2", instagram("bob", "Idiot"))
    snapshots = import_all([pack(tmp_path / "all.tar.gz", members)], tmp_path / "media", Silent())
    by_network = {(one.platform, one.owner.handle): [post.text for post in one.posts] for one in snapshots}
    assert by_network == {
        ("instagram", "kim"): ["Hi"],
        ("instagram", "bob"): ["Idiot"],
        ("threads", "kim"): ["Nice"],
    }
    assert not [gap for one in snapshots for gap in one.gaps if "mixed together" in gap.reason]


@pytest.mark.parametrize("pack", PACKED)
def test_two_lone_files_side_by_side_that_name_two_owners_are_two_accounts(
    tmp_path: Path, pack: Pack
) -> None:
    members = {
        "user_data_tiktok.json": tiktok("kim.w", "Hi"),
        "user_data_tiktok 2.json": tiktok("bob.s", "Idiot"),
    }
    assert read(pack(tmp_path / "all.tar.gz", members), tmp_path) == {"kim.w": ["Hi"], "bob.s": ["Idiot"]}


@pytest.mark.parametrize("pack", PACKED)
def test_where_a_copy_of_the_owners_file_names_another_nothing_of_that_network_is_read(
    tmp_path: Path, pack: Pack
) -> None:
    members = facebook(KIM, "Hi") | {
        PROFILE.replace(".json", " 2.json"): profile(BOB),
        POSTS.replace(".json", " 2.json"): posts("Idiot"),
    }
    with pytest.raises(ImportFailed) as failed:
        read(pack(tmp_path / "all.tar.gz", members), tmp_path)
    assert "holds files of more than one account on Facebook mixed together" in failed.value.sentence
    assert "put what is yours in a folder of its own" in failed.value.sentence
    assert failed.value.next_step == ""


def test_a_name_that_stands_twice_for_two_owners_is_nobodys(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "all.zip", facebook(KIM, "Hi"))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(PROFILE, packed(profile(BOB)))
    with pytest.raises(ImportFailed, match="mixed together"):
        read(path, tmp_path)


@pytest.mark.parametrize("above", ["", "mine/"])
def test_where_one_export_lies_around_another_each_is_its_owners(tmp_path: Path, above: str) -> None:
    kims, bobs = facebook(KIM, "Hi"), below("old", facebook(BOB, "Idiot"))
    members = {f"{above}{name}": value for name, value in (kims | bobs).items()}
    assert read(a_folder(tmp_path / "all", members), tmp_path) == {KIM: ["Hi"], BOB: ["Idiot"]}


def test_what_is_mixed_keeps_no_other_network_from_being_read(tmp_path: Path) -> None:
    members = facebook(KIM, "Hi") | {PROFILE.replace(".json", " 2.json"): profile(BOB)}
    path = a_folder(tmp_path / "all", members | SHAPES["mastodon"] | {"page.html": "<p>Hello</p>"})
    (snapshot,), others = import_exports([path], tmp_path / "media", Silent())
    assert (snapshot.platform, others) == ("mastodon", ())
    assert any("mixed together" in gap.reason for gap in snapshot.gaps)


def test_a_part_of_nobody_beside_the_exports_of_two_people_is_nobodys(tmp_path: Path) -> None:
    members = below("kim", facebook(KIM, "Hi")) | below("bob", facebook(BOB, "Idiot"))
    members["more/" + POSTS] = posts("Whose?")
    found = sort_out([a_zip(tmp_path / "all.zip", members)])
    assert [group.paths[0].name for group in found.groups] == ["kim", "bob"]
    assert [fault.name for fault in found.faults] == ["more"]


@pytest.mark.parametrize("pack", PACKED)
def test_the_same_owner_in_several_folders_is_one_account(tmp_path: Path, pack: Pack) -> None:
    members = below("a", facebook(KIM, "Hi")) | below("b", facebook(KIM, "Ho"))
    assert read(pack(tmp_path / "all.tar.gz", members), tmp_path) == {KIM: ["Hi", "Ho"]}


def test_of_two_accounts_of_one_archive_the_one_is_kept_that_the_person_says_is_theirs(
    tmp_path: Path,
) -> None:
    members = below("kim", facebook(KIM, "Hi")) | below("bob", facebook(BOB, "Idiot"))
    path = a_zip(tmp_path / "all.zip", members)
    with pytest.raises(ConsentWithheld):
        app.import_files([path], tmp_path / "none", is_mine=lambda _question: False)
    assert not list((tmp_path / "none").rglob("*.json"))
    listening = Listening()
    folders = app.import_files(
        [path], tmp_path / "one", is_mine=lambda question: KIM in question, progress=listening
    )
    assert told(tuple(map(load_snapshot, folders))) == {KIM: ["Hi"]}
    assert "Idiot" not in "".join(one.read_text("utf-8") for one in (tmp_path / "one").rglob("*.json"))
    assert [line for line in listening.said if line.startswith(f"Left out: the profile of {BOB}")]
    folders = app.import_files([path], tmp_path / "both", is_mine=lambda _question: True)
    assert told(tuple(map(load_snapshot, folders))) == {KIM: ["Hi"], BOB: ["Idiot"]}


def test_a_part_whose_file_is_called_by_another_user_joins_no_account_of_this_one(tmp_path: Path) -> None:
    kim = a_zip(tmp_path / "facebook-kimwhite-2026-01-05-AbCd-1.zip", facebook(KIM, "Hi"))
    bob = a_zip(tmp_path / "facebook-bobstone-2026-01-06-XyZw-2.zip", {POSTS: posts("Idiot")})
    more = a_zip(tmp_path / "facebook-kimwhite-2026-01-05-AbCd-2.zip", {POSTS: posts("Ho")})
    asked: list[str] = []
    found = import_all(
        [kim, bob, more], tmp_path / "media", Silent(), is_mine=lambda one: not asked.append(one)
    )
    assert told(found) == {KIM: ["Hi", "Ho"], "None": ["Idiot"]}
    assert asked == [
        f"By the name of this file, the account is bobstone: {bob.name}. Is it your own profile on Facebook?"
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_whole_export_is_one_persons(tmp_path: Path, shape: str) -> None:
    path = a_folder(tmp_path / shape, SHAPES[shape])
    assert {path} == {place for group in sort_out([path]).groups for place in group.paths}


def test_blogs_of_several_people_whose_files_lie_loose_in_one_folder_are_not_one_account(
    shared: Path,
) -> None:
    found = sort_out([shared / "samples/exports/wordpress/wordpress-importer"])
    assert found.groups == ()
    assert [fault for fault in found.faults if "more than one account on WordPress" in str(fault)]
