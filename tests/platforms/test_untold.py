"""What an export leaves open is told: people without names, and texts without times."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builders import NOON, a_case, a_policy
from exports.answering import the_first
from exports.packing import A_PICTURE, a_folder, a_zip, x_archive, x_file

from checks.promotion import CHECK as PROMOTION
from checks.pupil_connections import CHECK
from selfaudit.exports import import_exports
from selfaudit.exports.archive import opened
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Connection, Gap, Post, Snapshot
from selfaudit.model.vocabulary import Door, Lens, Outcome, Part, PostKind
from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.asking import how_to_ask
from selfaudit.platforms.exported import Export, finished
from selfaudit.telling import counted

TO_DO = ("save those pages, and import them as well", "by hand")
IN = {"read": (Part.POSTS, Part.COMMENTS, Part.CONNECTIONS)}


def told(tmp_path: Path, **more: Any) -> list[Gap]:
    """The gaps of posts, comments and people of a snapshot that has these, as every reader ends with it."""
    archive = opened([a_folder(tmp_path / "export", {"a.json": "[]"})])
    snapshot = finished(Snapshot("x", Door.EXPORT, **IN, **more), Export(archive))
    parts = {gap.part for gap in snapshot.gaps if gap.lens is None}
    assert parts.isdisjoint(snapshot.read)
    return [gap for gap in snapshot.gaps if gap.part in IN["read"] and gap.lens is not Lens.PUBLIC]


def test_people_by_handle_alone_are_a_gap_that_counts_them_and_says_what_to_do(tmp_path: Path) -> None:
    people = (
        Connection("1", None, "moss_4", "friend"),
        Connection("2", "  ", "fern", "friend"),
        Connection("3", "@ivy_9", "ivy_9", "friend"),
        Connection("4", relation="follower"),
        Connection("5", "Kim B", "kim", "friend"),
        Connection("6", None, "gone", "blocked"),
    )
    (gap,) = told(tmp_path, connections=people)
    assert (gap.part, gap.count) == (Part.CONNECTIONS, 4)
    assert TO_DO[0] in gap.reason


def test_people_with_names_are_no_gap(tmp_path: Path) -> None:
    people = (Connection("1", "Kim B", "kim", "friend"), Connection("2", "Ann", "ann", "friend"))
    assert told(tmp_path, connections=people) == []


def test_a_text_without_a_time_is_no_gap_since_its_words_are_looked_at(tmp_path: Path) -> None:
    posts = (
        Post("1", "Hello"),
        Post("2", "Hello", time=NOON),
        Post("3", "Hello", PostKind.COMMENT),
        Post("4", "Hello", PostKind.REPOST, own=False),
    )
    assert told(tmp_path, posts=posts) == []
    counts = "2 posts, 1 shared from others, 1 comment, 0 pictures, 0 people"
    said = counted(Snapshot("x", Door.EXPORT, posts=posts))
    assert said.endswith(f"{counts}; when 2 of the posts and comments were written is not known")
    assert counted(Snapshot("x", Door.EXPORT, posts=posts[1:2])).endswith("0 people")
    assert counted(Snapshot("x", Door.PAGES, posts=posts)).endswith(counts)


def test_one_linkedin_post_without_a_date_keeps_no_check_of_words_from_its_answer(tmp_path: Path) -> None:
    shares = "Date,ShareLink,ShareCommentary,Visibility\n,https://a.example/1,A quiet day,MEMBER_NETWORK\n"
    profile = "First Name,Last Name,Headline,Summary\nRobin,T,Teacher,Hello\n"
    members = {"Profile.csv": profile, "Shares.csv": shares, "Comments.csv": "Date,Link,Message\n"}
    found, _others = import_exports([a_zip(tmp_path / "e.zip", members)], tmp_path, Silent(), the_first)
    (snapshot,) = found
    assert [(post.text, post.time) for post in snapshot.posts if post.own] == [("A quiet day", None)]
    assert [gap for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is None] == []
    assert PROMOTION.run(a_case(snapshot, a_policy("promotion"))).outcome is Outcome.CLEAR


HANDLES: dict[str, Any] = {
    "discord": {
        "Account/user.json": {
            "id": "9",
            "username": "robin",
            "discriminator": "0",
            "relationships": [
                {"id": "1", "type": 1, "user": {"id": "1", "username": "moss", "global_name": None}}
            ],
        }
    },
    "snapchat": {
        "json/account.json": {"Basic Information": {"Username": "robin"}},
        "json/friends.json": {
            "Friends": [{"Username": "moss", "Display Name": ""}],
            "Friend Requests Sent": [],
        },
    },
    "x": x_archive(**{"data/follower.js": x_file("follower", [{"follower": {"accountId": "5"}}])}),
    "tiktok": {
        "user_data_tiktok.json": {
            "Profile And Settings": {
                "Profile Info": {"ProfileMap": {"userName": "robin"}},
                "Follower": {"FansList": [{"Date": "2024-01-02 10:00:00", "UserName": "moss"}]},
            },
            "Post": {},
            "Comment": {},
        }
    },
    "instagram": {
        "personal_information/personal_information/personal_information.json": {
            "profile_user": [{"string_map_data": {"Username": {"value": "robin"}}}]
        },
        "connections/followers_and_following/followers_1.json": [
            {"title": "", "string_list_data": [{"value": "moss", "timestamp": 1700000000}]}
        ],
    },
    "threads": {
        "your_instagram_activity/threads/followers.json": {
            "text_post_app_text_post_app_followers": [
                {"title": "moss", "string_list_data": [{"value": "moss", "timestamp": 1700000000}]}
            ]
        }
    },
    "reddit": {
        "statistics.csv": "statistic,value\naccount name,robin\n",
        "friends.csv": "username,note\nmoss,\n",
    },
    "mastodon": {
        "actor.json": {"id": "https://a.example/users/robin", "preferredUsername": "robin", "type": "Person"},
        "outbox.json": {"id": "outbox.json", "type": "OrderedCollection", "orderedItems": []},
        "following_accounts.csv": "Account address,Show boosts\nmoss@a.example,true\n",
    },
    "forum": {
        "5_profile.json": {
            "user": {"uid": 5, "username": "robin", "userslug": "robin"},
            "following": [{"uid": 6, "username": "moss"}],
        }
    },
    "flickr": {
        "account_profile.json": {"nsid": "1@N00", "screen_name": "robin"},
        "contacts_part001.json": {"contacts": {"moss": "https://www.flickr.com/people/moss/"}},
    },
}


@pytest.mark.parametrize("name", HANDLES)
def test_nobody_is_called_clear_whose_name_the_export_does_not_give(name: str, tmp_path: Path) -> None:
    members = {**HANDLES[name], "media/1.png": A_PICTURE}
    found, _others = import_exports([a_zip(tmp_path / "e.zip", members)], tmp_path, Silent(), the_first)
    (snapshot,) = [one for one in found if one.platform == name]
    assert len(snapshot.connections) == 1
    gaps = [gap for gap in snapshot.gaps if gap.part is Part.CONNECTIONS and "not their names" in gap.reason]
    assert [gap.count for gap in gaps] == [1]
    assert any(words in gaps[0].reason for words in TO_DO)
    case = a_case(snapshot, a_policy("pupil_connections"), pupils={})
    assert CHECK.run(case).outcome is Outcome.NOT_CHECKED


@pytest.mark.parametrize("name", ["tumblr", "forum", "youtube", "reddit", "bluesky", "linkedin", "mastodon"])
def test_where_the_export_does_not_say_who_follows_the_guide_says_what_to_do(name: str) -> None:
    (platform,) = [one for one in PLATFORMS if one.id == name]
    (line,) = [one for one in how_to_ask(platform).splitlines() if ": friends and followers:" in one]
    assert any(words in line for words in ("by hand", "import it as well", "import them as well"))


@pytest.mark.parametrize("name", sorted({*HANDLES, "bluesky"} - {"flickr", "snapchat"}))
def test_the_guide_says_that_names_may_be_missing_and_what_to_do(name: str) -> None:
    (platform,) = [one for one in PLATFORMS if one.id == name]
    (line,) = [one for one in how_to_ask(platform).splitlines() if "friends and followers" in one]
    assert line.startswith("- In part: ")
    assert "not their names" in line
    assert any(words in line for words in TO_DO)
