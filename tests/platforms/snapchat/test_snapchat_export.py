from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.damaging import never_falls_over, read_members
from exports.packing import a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, unused
from selfaudit.exports.archive import opened
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part, PostKind
from selfaudit.platforms.snapchat.export import SNAPCHAT_EXPORT

CONSTRUCTED = "samples/exports/snapchat/constructed/mydata~1700000000000.zip"
ACCOUNT = {"Basic Information": {"Username": "robin.t", "Name": "Robin"}}
COLUMNS = ("Username", "Display Name", "Creation Timestamp", "Last Modified Timestamp", "Source")


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def a_friend(handle: str, name: str = "Alex") -> dict[str, str]:
    return dict(zip(COLUMNS, (handle, name, "2019-04-02 10:00:00 UTC", "", "Added by Username"), strict=True))


def a_page(*tables: tuple[str, str]) -> str:
    """A page as Snapchat's export has them: a heading, words about it, a table."""
    parts = (f"<h3>{heading}</h3><p>This section…</p><table>{rows}</table>" for heading, rows in tables)
    return f"<html><head><title>Snapchat</title></head><body>{''.join(parts)}</body></html>"


def rows_of(*friends: dict[str, str]) -> str:
    heading = "".join(f"<th>{column}</th>" for column in COLUMNS)
    lines = ("".join(f"<td>{value}</td>" for value in friend.values()) for friend in friends)
    return f"<tr>{heading}</tr>" + "".join(f"<tr>{line}</tr>" for line in lines)


def test_constructed_export_is_read_to_the_numbers_of_its_lists(shared: Path, tmp_path: Path) -> None:
    path = shared / CONSTRUCTED
    with zipfile.ZipFile(path) as archive:
        lists = json.loads(archive.read("json/friends.json"))
    snapshot = read(path, tmp_path)
    relations = [other.relation for other in snapshot.connections]
    assert relations.count("friend") == len(lists["Friends"]) == 5
    assert relations.count("blocked") == len(lists["Blocked Users"]) == 2
    assert len(relations) == 7
    assert {"freund90", "freund93"} & {other.handle for other in snapshot.connections} == set()
    first = snapshot.connections[0]
    assert (first.display_name, first.since) == ("Jörg Müller", datetime(2019, 4, 2, 10, tzinfo=UTC))


def test_constructed_export_names_its_owner(shared: Path, tmp_path: Path) -> None:
    owner = read(shared / CONSTRUCTED, tmp_path).owner
    assert (owner.name, owner.handle, owner.bio) == ("Marlene Brückner", "marlene.brueckner", None)
    assert owner.emails == ("marlene.brueckner@example.org",)
    assert owner.phones == ("+44 7700 900123",)


def test_constructed_stories_are_times_without_words_and_a_gap_says_so(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / CONSTRUCTED, tmp_path)
    assert [(post.kind, post.text, post.time) for post in snapshot.posts] == [
        (PostKind.STORY, "", datetime(2021, 3, 4, 9, tzinfo=UTC))
    ]
    (reason, count) = gaps(snapshot, Part.POSTS)[0]
    assert ("not what they showed" in reason, count) == (True, 1)
    assert set(snapshot.read) == {Part.CONTACT, Part.CONNECTIONS}
    assert snapshot.lacks == (Part.COMMENTS,)


def test_chats_and_memories_are_never_opened(shared: Path) -> None:
    left = unused(shared / CONSTRUCTED)
    assert {"json/chat_history.json", "json/memories_history.json"} <= set(left)


def test_invented_pages_say_the_same_as_json(tmp_path: Path) -> None:
    friends = [a_friend("alex1", "Alex &amp; Co"), a_friend("kim2", "Kim")]
    account = "<tr><td><b>Username:</b></td><td>robin.t</td></tr><tr><td>Name:</td><td>Robin</td></tr>"
    changes = "<tr><th>Date</th><th>Email Address</th></tr><tr><td>x</td><td>robin@example.org</td></tr>"
    members = {
        "mydata/html/account.html": a_page(("Basic Information", account), ("Login History", "")),
        "mydata/html/account_history.html": a_page(("Email Change", changes)),
        "mydata/html/friends.html": a_page(
            ("Friends", rows_of(*friends)),
            ("Deleted Friends", rows_of(a_friend("gone3"))),
            ("Blocked Users", rows_of(a_friend("bad4", "Bad"))),
        ),
        "mydata/html/chat_history/subpage_alex1.html": a_page(("secret", "<tr><td>words</td></tr>")),
    }
    path = a_zip(tmp_path / "mydata~1.zip", members)
    snapshot = read(path, tmp_path)
    assert (snapshot.owner.handle, snapshot.owner.name) == ("robin.t", "Robin")
    assert snapshot.owner.emails == ("robin@example.org",)
    assert [(other.handle, other.display_name, other.relation) for other in snapshot.connections] == [
        ("alex1", "Alex & Co", "friend"),
        ("kim2", "Kim", "friend"),
        ("bad4", "Bad", "blocked"),
    ]
    assert {other.since for other in snapshot.connections} == {datetime(2019, 4, 2, 10, tzinfo=UTC)}
    assert Part.CONNECTIONS in snapshot.read
    assert unused(path) == ("mydata/html/chat_history/subpage_alex1.html",)


def test_invented_page_of_friends_in_an_unknown_form_is_a_gap_and_no_empty_list(tmp_path: Path) -> None:
    members = {
        "html/account.html": a_page(("Basic Information", "<tr><td>Username</td><td>robin.t</td></tr>")),
        "html/friends.html": "<html><script>steal()</script><ul><li>alex1</li></ul></html>",
    }
    snapshot = read(a_zip(tmp_path / "mydata~1.zip", members), tmp_path)
    assert snapshot.connections == ()
    assert gaps(snapshot, Part.CONNECTIONS) == [
        ("the file html/friends.html has a form that this version does not know", 1)
    ]
    assert Part.CONNECTIONS not in snapshot.read


@pytest.mark.parametrize("friends", [[], [a_friend("alex1")]])
def test_invented_people_below_an_unknown_heading_are_a_gap(
    tmp_path: Path, friends: list[dict[str, str]]
) -> None:
    lists = {
        "Friends": friends,
        "Friend Requests Sent": [a_friend("asked3")],
        "Deleted Friends": [a_friend("gone3")],
        "Close Friends": [a_friend("zoe09", "Zoe Year 9"), {"Since": "yesterday"}],
    }
    members = {"json/account.json": ACCOUNT, "json/friends.json": lists}
    snapshot = read(a_folder(tmp_path / "e", members), tmp_path)
    assert [other.handle for other in snapshot.connections] == [one["Username"] for one in friends]
    assert gaps(snapshot, Part.CONNECTIONS) == [("people below a heading that this version does not know", 1)]
    assert Part.CONNECTIONS not in snapshot.read


def test_invented_tables_below_one_heading_are_one_list(tmp_path: Path) -> None:
    table = f"{rows_of(a_friend('alex1'))}</table><table>{rows_of(a_friend('kim2'))}"
    members = {
        "html/account.html": a_page(("Basic Information", "<tr><td>Username</td><td>robin.t</td></tr>")),
        "html/friends.html": a_page(("Friends", table)),
    }
    snapshot = read(a_zip(tmp_path / "mydata~1.zip", members), tmp_path)
    assert [other.handle for other in snapshot.connections] == ["alex1", "kim2"]


def test_invented_scripts_in_pages_are_no_words(tmp_path: Path) -> None:
    row = "<tr><td>Username</td><td>robin.t<script>steal()</script></td></tr>"
    members = {"html/account.html": a_page(("Basic Information", row))}
    assert read(a_zip(tmp_path / "mydata~1.zip", members), tmp_path).owner.handle == "robin.t"


def test_invented_lone_list_of_friends_is_taken_and_names_no_owner(tmp_path: Path) -> None:
    lone = tmp_path / "friends.json"
    lone.write_text(json.dumps({"Friends": [a_friend("alex1")], "Friend Requests Sent": []}))
    snapshot = read(lone, tmp_path)
    assert (snapshot.owner.handle, [other.handle for other in snapshot.connections]) == (None, ["alex1"])
    assert Part.CONTACT not in snapshot.read


def test_invented_parts_with_memories_alone_belong_to_the_export(tmp_path: Path) -> None:
    one = a_zip(tmp_path / "mydata~1700.zip", {"json/account.json": ACCOUNT})
    two = a_zip(tmp_path / "mydata~1700-2.zip", {"memories/2024-01-05_ABC-main.jpg": b"picture"})
    (snapshot,), others = import_exports([two, one], tmp_path / "media", Silent())
    assert (snapshot.owner.handle, others) == ("robin.t", ())


def test_invented_odd_friends_are_counted(tmp_path: Path) -> None:
    friends = {"Friends": [None, {"Username": ""}, a_friend("alex1")], "Friend Requests Sent": []}
    members = {"json/account.json": ACCOUNT, "json/friends.json": friends}
    snapshot = read(a_folder(tmp_path / "e", members), tmp_path)
    assert [other.handle for other in snapshot.connections] == ["alex1"]
    assert gaps(snapshot, Part.CONNECTIONS) == [("people in a form that this version does not know", 2)]


@pytest.mark.parametrize(
    "members",
    [
        {"account/account.json": {"username": "robin"}},
        {"friends_and_followers/friends.json": {"friends_v2": [{"name": "Alex"}]}},
        {"friends.json": {"Friends": []}},
    ],
)
def test_invented_files_of_others_are_not_taken(tmp_path: Path, members: dict[str, Any]) -> None:
    files = opened([a_zip(tmp_path / "other.zip", members)])
    assert SNAPCHAT_EXPORT.recognise(files) is None
    files.close()


def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path) -> None:
    never_falls_over(shared / CONSTRUCTED, rounds=60)


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(
            ["Friends", "Blocked Users", "Your Story Views", "Email Change", "Basic Information"]
        ),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["Username", "Story Date", "Email"]), inner, max_size=2)
            ),
            max_leaves=6,
        ),
    )
)
def test_whatever_stands_in_the_lists_is_read_without_falling_over(value: dict[str, Any]) -> None:
    data = json.dumps(value).encode()
    files = [f"json/{stem}.json" for stem in ("friends", "story_history", "account_history")]
    members = {"json/account.json": json.dumps(ACCOUNT).encode(), **dict.fromkeys(files, data)}
    for snapshot in read_members(members):
        assert snapshot.owner.handle == "robin.t"


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["<table>", "</table>", "<tr>", "<th>", "<td>x", "<h3>Friends", "</h3>", "<"]))
)
def test_whatever_mark_up_a_page_has_is_read_without_falling_over(pieces: list[str]) -> None:
    members = {
        "html/account.html": b"<h3>Basic Information</h3>",
        "html/friends.html": "".join(pieces).encode(),
    }
    for snapshot in read_members(members):
        assert snapshot.platform == "snapchat"
