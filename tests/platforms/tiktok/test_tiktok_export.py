from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.damaging import never_falls_over, read_members
from exports.packing import a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports
from selfaudit.exports.archive import opened
from selfaudit.model.json_text import JsonText
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.tiktok.export import TIKTOK_EXPORT
from selfaudit.platforms.told import NOT_TOLD

SAMPLES = "samples/exports/tiktok"
CONSTRUCTED = "constructed/TikTok_Data_1700000000.zip"
DEMO = "panopticool/user_data_tiktok.sample.zip"
ABSENT = "panopticool/user_data_tiktok.absent.zip"
FILE = "user_data_tiktok.json"
PROFILE = {
    "ProfileMap": {
        "userName": "robin.t",
        "displayName": "Robin",
        "bioDescription": "None",
        "emailAddress": "None",
    }
}


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    return snapshot


def made(tmp_path: Path, **sections: Any) -> Snapshot:
    """A constructed export of these top sections, blanks for underlines."""
    value = {name.replace("_", " "): held for name, held in sections.items()}
    return read(a_zip(tmp_path / "TikTok_Data_1.zip", {FILE: value}), tmp_path)


def value_of(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        found: dict[str, Any] = json.loads(archive.read(FILE))
        return found


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def kinds(snapshot: Snapshot) -> dict[PostKind, int]:
    found = [post.kind for post in snapshot.posts]
    return {kind: found.count(kind) for kind in PostKind if kind in found}


def people(snapshot: Snapshot, *relations: str) -> int:
    return sum(other.relation in relations for other in snapshot.connections)


@pytest.mark.parametrize("name", [DEMO, ABSENT, CONSTRUCTED])
def test_every_sample_is_read_to_the_numbers_of_its_own_sections(
    shared: Path, tmp_path: Path, name: str
) -> None:
    value = value_of(shared / SAMPLES / name)
    about = value["Profile And Settings"]
    snapshot = read(shared / SAMPLES / name, tmp_path)
    reposts = value["Your Activity"].get("Reposts", {}).get("RepostList")
    counts = {
        PostKind.POST: len(value["Post"]["Posts"]["VideoList"] or []),
        PostKind.REPOST: len(reposts or []),
        PostKind.COMMENT: len(value["Comment"]["Comments"]["CommentsList"]),
    }
    assert kinds(snapshot) == {kind: count for kind, count in counts.items() if count}
    assert people(snapshot, "follower", "mutual") == len(about["Follower"]["FansList"])
    assert people(snapshot, "following", "mutual") == len(about["Following"]["Following"])
    assert snapshot.owner.emails == (about["Profile Info"]["ProfileMap"]["emailAddress"],)


def test_demo_counts_are_those_counted_by_hand(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / DEMO, tmp_path)
    assert kinds(snapshot) == {PostKind.COMMENT: 3, PostKind.REPOST: 1}
    assert (people(snapshot, "follower"), people(snapshot, "following")) == (0, 5)
    owner = snapshot.owner
    assert (owner.handle, owner.name, owner.bio) == ("quiet_cipher_47", "Lou Costa", "ngl mostly cat videos")
    assert (owner.phones, owner.links) == ((), ())
    assert [count for reason, count in gaps(snapshot, Part.CONNECTIONS) if "counts but" in reason] == [
        2355,
        341,
    ]


def test_demo_switches_are_read_in_the_words_of_the_table(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / DEMO, tmp_path)
    assert [(one.name, one.value) for one in snapshot.settings] == [
        ("private_account", "Everyone"),
        ("following_list", "Everyone"),
        ("liked_videos", "Only you"),
        ("comments", "Everyone"),
        ("duets", "Everyone"),
        ("stitches", "Everyone"),
        ("messages", "Friends"),
        ("suggested", "Nothing is on"),
        ("downloads", "Yes"),
    ]
    assert [count for _reason, count in gaps(snapshot, Part.SETTINGS)] == [1]


def test_demo_without_posts_is_not_one_whose_posts_were_not_included(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / ABSENT, tmp_path)
    assert gaps(snapshot, Part.POSTS) == [
        ("what you reposted: the export holds the address, not the words", 1)
    ]


def test_constructed_posts_have_audience_time_and_number(shared: Path, tmp_path: Path) -> None:
    posts = read(shared / SAMPLES / CONSTRUCTED, tmp_path).posts
    first = posts[0]
    assert (first.id, first.text) == ("7300000000000000000", "Clip 0 🌻")
    assert first.time == datetime(2023, 11, 1, 10, tzinfo=UTC)
    assert first.audience is Audience.FRIENDS  # everyone, of a private account
    assert next(post.text for post in posts if post.kind is PostKind.COMMENT) == "süß"
    assert posts[3].time == datetime(2023, 2, 2, 10, tzinfo=UTC)


def test_invented_older_names_of_sections_are_known(tmp_path: Path) -> None:
    snapshot = made(
        tmp_path,
        Activity={
            "Follower List": {"FansList": [{"Date": "2020-01-02 03:04:05", "UserName": "alex"}]},
            "Following List": {"Following": [{"Date": "2020-01-02 03:04:05", "UserName": "alex"}]},
            "Video Browsing History": {"VideoList": [{"Date": "2020-01-02 03:04:05", "Link": "seen"}]},
        },
        App_Settings={"Settings": {"SettingsMap": {"Private Account": "Enabled"}}},
        Comment={"Comments": {"CommentsList": "None"}},
        Direct_Messages={"Chat History": {"ChatHistory": {"with alex": [{"Content": "secret words"}]}}},
        Profile={"Profile Information": PROFILE},
        Video={"Videos": {"VideoList": [{"Date": "2020-01-02 03:04:05", "Link": "https://v", "Likes": "1"}]}},
    )
    assert [(post.kind, post.url) for post in snapshot.posts] == [(PostKind.POST, "https://v")]
    assert [(other.handle, other.relation) for other in snapshot.connections] == [("alex", "mutual")]
    assert snapshot.settings[0].value == "Only followers you approve"
    assert (snapshot.owner.handle, snapshot.owner.bio) == ("robin.t", "")
    assert "secret" not in repr(snapshot)
    assert Part.POSTS in snapshot.read


def test_invented_audiences(tmp_path: Path) -> None:
    videos = [
        {"Date": "2020-01-02 03:04:05", "Link": f"https://t/video/{number}/", "WhoCanView": told}
        for number, told in enumerate(["Public", "Friends", "Only me", "Whatever"])
    ]
    snapshot = made(
        tmp_path,
        Post={"Posts": {"VideoList": videos}},
        Profile_And_Settings={
            "Profile Info": PROFILE,
            "Settings": {"SettingsMap": {"Private Account": "Off"}},
        },
    )
    assert {post.id: post.audience for post in snapshot.posts} == {
        "0": Audience.PUBLIC,
        "1": Audience.FRIENDS,
        "2": Audience.PRIVATE,
        "3": Audience.UNKNOWN,
    }


def test_invented_missing_sections_are_not_included_and_never_empty(tmp_path: Path) -> None:
    snapshot = made(tmp_path, Profile_And_Settings={"Profile Info": PROFILE})
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT}
    ((reason, count),) = gaps(snapshot, Part.POSTS)
    assert ("may not have been ticked" in reason, count) == (True, None)


def test_invented_posts_without_a_profile_leave_the_owner_open(tmp_path: Path) -> None:
    snapshot = made(tmp_path, Post={"Posts": {"VideoList": []}})
    assert (snapshot.owner.handle, snapshot.owner.bio) == (None, None)
    assert Part.POSTS in snapshot.read
    assert Part.BIO not in snapshot.read


def test_invented_deleted_posts_are_left_out_and_unknown_stories_are_a_gap(tmp_path: Path) -> None:
    snapshot = made(
        tmp_path,
        Post={
            "Posts": {"VideoList": None},
            "Recently Deleted Posts": {"PostList": [{"Link": "https://gone", "Title": "Gone"}]},
            "Story": {"StoryList": [{"Date": "2020-01-02 03:04:05"}]},
        },
    )
    assert snapshot.posts == ()
    assert gaps(snapshot, Part.POSTS) == [("stories in a form that this version does not know", 1)]


def test_invented_odd_items_are_counted(tmp_path: Path) -> None:
    comments = [None, {}, {"date": "2023-02-02 10:00:00 UTC", "comment": "Fine"}]
    snapshot = made(tmp_path, Comment={"Comments": {"CommentsList": comments}})
    assert [post.text for post in snapshot.posts] == ["Fine"]
    assert ("comments in a form that this version does not know", 2) in gaps(snapshot, Part.COMMENTS)


@pytest.mark.parametrize(
    "value", ["[]", "{}", "{", '{"a": {"b": {"c": 1}}}', '{"Settings": {"SettingsMap": {}}}']
)
def test_invented_files_of_others_are_not_taken(tmp_path: Path, value: str) -> None:
    files = opened([a_zip(tmp_path / "other.zip", {"user_data.json": value})])
    assert TIKTOK_EXPORT.recognise(files) is None
    files.close()


@pytest.mark.parametrize(("share", "posts"), [(5, 0), (50, 3), (95, 3)])
def test_invented_export_cut_short_gives_the_sections_before_the_cut(
    shared: Path, share: int, posts: int
) -> None:
    data = json.dumps(value_of(shared / SAMPLES / CONSTRUCTED)).encode()
    snapshots = read_members({FILE: data[: len(data) * share // 100]})
    assert len(snapshots) == (share > 5)
    for snapshot in snapshots:
        assert kinds(snapshot).get(PostKind.POST, 0) == posts
        assert Part.BIO in snapshot.read or share == 50
        ((reason, _count),) = gaps(snapshot, Part.OTHER)
        assert "damaged or not whole" in reason


def test_invented_messages_are_never_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Any] = []
    whole = JsonText.value

    def noting(text: JsonText) -> Any:
        built.append(whole(text))
        return built[-1]

    monkeypatch.setattr(JsonText, "value", noting)
    made(
        tmp_path,
        Direct_Message={"Direct Messages": {"ChatHistory": {"with alex": [{"Content": "secret"}]}}},
        Profile_And_Settings={"Profile Info": PROFILE},
    )
    assert PROFILE["ProfileMap"] in built
    assert "secret" not in repr(built)


@pytest.mark.parametrize("name", [DEMO, ABSENT, CONSTRUCTED])
def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=40)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "None", "On", "2020-01-02 03:04:05"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["Date", "Link", "UserName", "comment", "ProfileMap", "VideoList"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=60)
@given(
    st.sampled_from(
        ["Posts/VideoList", "Comments/CommentsList", "Follower/FansList", "Settings/SettingsMap"]
    ),
    VALUES,
)
def test_whatever_stands_in_a_section_is_read_without_falling_over(place: str, value: Any) -> None:
    section, leaf = place.split("/")
    for snapshot in read_members({FILE: json.dumps({"Any": {section: {leaf: value}}}).encode()}):
        assert snapshot.platform == "tiktok"


def test_a_profile_whose_fields_are_called_otherwise_leaves_bio_and_address_unread(tmp_path: Path) -> None:
    profile = {"ProfileMap": {"userName": "robin", "about": "Hm", "e-mail": "robin@school.example"}}
    snapshot = made(tmp_path, Profile_And_Settings={"Profile Info": profile})
    assert gaps(snapshot, Part.BIO) == gaps(snapshot, Part.CONTACT) == [(NOT_TOLD, None)]
    assert not {Part.BIO, Part.CONTACT} & set(snapshot.read)


def test_a_profile_with_its_fields_in_another_spelling_is_read(tmp_path: Path) -> None:
    profile = {"ProfileMap": {"User Name": "robin", "Bio Description": "", "Email address": "None"}}
    snapshot = made(tmp_path, Profile_And_Settings={"Profile Info": profile})
    assert {Part.BIO, Part.CONTACT} <= set(snapshot.read)
