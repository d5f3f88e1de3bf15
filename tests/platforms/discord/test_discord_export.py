from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.damaging import never_falls_over
from exports.packing import A_PICTURE, a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part
from selfaudit.platforms.discord import DISCORD
from selfaudit.platforms.told import NOT_TOLD
from selfaudit.platforms.untold import BY_HAND, nameless

SAMPLES = "samples/exports/discord/constructed"
OLD, NEW = "package-2021-csv.zip", "package-2025.zip"
USER = {"id": "9", "username": "robin", "discriminator": "0", "email": "robin@example.org"}
SERVER = {"id": "102", "type": "GUILD_TEXT", "name": "general", "guild": {"id": "77", "name": "Choir"}}


def a_message(number: int, words: str = "Hello", **more: Any) -> dict[str, Any]:
    return {"ID": number, "Timestamp": "2024-01-02 10:00:00", "Contents": words, "Attachments": "", **more}


def a_package(*messages: Any, channel: Any = None, user: Any = None, **more: Any) -> dict[str, Any]:
    return {
        "Account/user.json": USER if user is None else user,
        "Messages/c102/channel.json": SERVER if channel is None else channel,
        "Messages/c102/messages.json": list(messages),
        **{name.replace("__", "."): value for name, value in more.items()},
    }


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def made(tmp_path: Path, members: Mapping[str, Any]) -> Snapshot:
    return read(a_zip(tmp_path / "package.zip", members), tmp_path)


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def test_constructed_package_of_2024_on_is_read_to_its_independent_count(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / SAMPLES / NEW, tmp_path)
    assert [(post.id, post.text, post.time, post.audience) for post in snapshot.posts] == [
        ("1180000000000000010", "danke <@3>!", datetime(2024, 1, 2, 10, tzinfo=UTC), Audience.CUSTOM),
        ("1180000000000000011", "", datetime(2024, 1, 2, 10, 5, tzinfo=UTC), Audience.CUSTOM),
    ]
    assert snapshot.posts[0].url == "https://discord.com/channels/77/102/1180000000000000010"
    assert [(one.handle, one.relation) for one in snapshot.connections] == [
        ("nova", "friend"),
        ("kai", "friend"),
        ("rio", "blocked"),
    ]
    owner = snapshot.owner
    assert (owner.name, owner.handle, owner.bio) == ("Marlene Brückner", "marlene_brueckner", None)
    assert (owner.emails, owner.phones) == (("marlene.brueckner@example.org",), ("+44 7700 900123",))
    assert [(image.post, image.file) for image in snapshot.images] == [("1180000000000000010", None)] * 2
    assert set(snapshot.read) == {Part.CONTACT, Part.POSTS}
    assert gaps(snapshot, Part.CONNECTIONS) == [nameless(BY_HAND)]
    assert "203.0.113" not in str(snapshot)


def test_constructed_package_of_2021_is_read_to_its_independent_count(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / OLD, tmp_path)
    assert [(post.id, post.text, post.time) for post in snapshot.posts] == [
        ("950000000000000010", "hi <@4>", datetime(2022, 4, 1, tzinfo=UTC))
    ]
    assert (snapshot.connections, snapshot.owner.phones) == ((), ())
    assert snapshot.owner.emails == ("marlene.brueckner@example.org",)


@pytest.mark.parametrize(("name", "direct"), [(OLD, "201/messages.csv"), (NEW, "c101/messages.json")])
def test_direct_messages_are_never_opened(shared: Path, tmp_path: Path, name: str, direct: str) -> None:
    left = unused(shared / SAMPLES / name)
    assert any(one.endswith(direct) for one in left)
    snapshot = read(shared / SAMPLES / name, tmp_path)
    assert "mehr" not in str(snapshot)
    assert "nova" not in str(snapshot.posts)


@pytest.mark.parametrize("kind", [1, 3, "1", "DM", "GROUP_DM", "dm", "SOMETHING_NEW", None])
def test_what_is_not_known_to_be_in_a_server_is_not_opened(tmp_path: Path, kind: Any) -> None:
    channel = {"id": "102", "type": kind, "recipients": ["9", "2"]}
    snapshot = made(tmp_path, a_package(a_message(5, "SECRET"), channel=channel))
    assert snapshot.posts == ()
    assert "SECRET" not in str(snapshot)


def test_a_channel_that_tells_nothing_is_counted_and_not_opened(tmp_path: Path) -> None:
    snapshot = made(tmp_path, a_package(a_message(5, "SECRET"), channel={"id": "102", "type": "GUILD_TEXT"}))
    assert snapshot.posts == ()
    assert any("whether they are direct messages" in reason for reason in gaps(snapshot, Part.POSTS))
    assert Part.POSTS not in snapshot.read


@pytest.mark.parametrize("kind", [0, 5, 11, "GUILD_TEXT", "PUBLIC_THREAD", "GUILD_ANNOUNCEMENT"])
def test_every_kind_of_channel_in_a_server_is_read(tmp_path: Path, kind: Any) -> None:
    snapshot = made(tmp_path, a_package(a_message(5), channel={**SERVER, "type": kind}))
    assert [post.text for post in snapshot.posts] == ["Hello"]


def test_invented_package_with_its_account_folder_in_another_language(tmp_path: Path) -> None:
    snapshot = made(tmp_path, {"package/Compte/user.json": USER, "package/Compte/avatar.png": A_PICTURE})
    assert snapshot.owner.handle == "robin"
    assert [(image.role, image.file is not None) for image in snapshot.images] == [(ImageRole.AVATAR, True)]
    assert gaps(snapshot, Part.POSTS)[0].startswith("the data package does not hold your messages")


def test_invented_package_of_messages_alone_names_nobody(tmp_path: Path) -> None:
    members = a_package(a_message(5))
    del members["Account/user.json"]
    snapshot = made(tmp_path, members)
    assert snapshot.owner.handle is None
    assert [post.id for post in snapshot.posts] == ["5"]
    assert Part.CONTACT not in snapshot.read


def test_requests_are_no_friends_and_new_names_are_kept(tmp_path: Path) -> None:
    people = [
        {"id": "1", "type": 1, "user": {"username": "kim", "global_name": "Kim B"}},
        {"id": "2", "type": 3, "user": {"username": "asks"}},
        {"id": "3", "type": 4, "user": {"username": "was asked"}},
        {"type": 1, "user": {}},
    ]
    snapshot = made(tmp_path, a_package(user={**USER, "relationships": people}))
    assert [(one.id, one.display_name, one.handle) for one in snapshot.connections] == [("1", "Kim B", "kim")]
    assert gaps(snapshot, Part.CONNECTIONS) == ["people without a number"]


def test_messages_in_an_unknown_form_are_counted(tmp_path: Path) -> None:
    odd = [None, 5, {"ID": 7}, {"ID": "x", "Contents": "y"}, {"ID": True, "Contents": "y"}]
    snapshot = made(tmp_path, a_package(a_message(5), *odd))
    assert [post.id for post in snapshot.posts] == ["5"]
    (gap,) = [gap for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is None]
    assert (gap.count, gap.reason) == (5, "messages in a form that this version does not know")


def test_another_user_file_is_no_package(tmp_path: Path) -> None:
    assert not is_export(a_folder(tmp_path / "x", {"account/user.json": {"username": "robin"}}))


def test_the_pages_of_discord_are_a_gap_of_every_part() -> None:
    snapshot = DISCORD.parse([Visit(None)], None)
    assert {gap.part for gap in snapshot.gaps} == set(Part) - {Part.OTHER, Part.COMMENTS}
    assert not DISCORD.recognise(Visit(None))


@pytest.mark.parametrize("name", [OLD, NEW])
def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=60)


@settings(max_examples=60)
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_words_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    place = tmp_path_factory.mktemp("d")
    (post,) = made(place, a_package(a_message(5, f"a{words}x"))).posts
    assert post.text == f"a{words}x"
    assert json.dumps(post.text)


def test_invented_account_without_a_discriminator_is_the_owners(tmp_path: Path) -> None:
    user = {"id": "9", "username": "robin", "email": "robin@example.org"}
    snapshot = made(tmp_path, {**a_package(a_message(1), user=user), "Messages/index.json": {}})
    assert (snapshot.owner.handle, snapshot.owner.emails) == ("robin", ("robin@example.org",))
    assert gaps(snapshot, Part.CONTACT) == []
    assert [post.text for post in snapshot.posts] == ["Hello"]


def test_named_kinds_of_people_are_read_and_unknown_ones_are_counted(tmp_path: Path) -> None:
    people = [
        {"id": "1", "type": "FRIEND", "user": {"username": "zoe", "global_name": "Zoe P"}},
        {"id": "2", "type": "BLOCKED", "user": {"username": "rio", "global_name": "Rio"}},
        {"id": "3", "type": "PENDING_INCOMING", "user": {"username": "asks"}},
        {"id": "4", "type": "PAL", "user": {"username": "sam"}},
        "5",
    ]
    snapshot = made(tmp_path, a_package(user={**USER, "relationships": people}))
    assert [(one.handle, one.relation) for one in snapshot.connections] == [
        ("zoe", "friend"),
        ("rio", "blocked"),
    ]
    (gap,) = [gap for gap in snapshot.gaps if gap.part is Part.CONNECTIONS and gap.lens is not Lens.PUBLIC]
    assert (gap.count, gap.reason) == (2, "people in a form that this version does not know")
    assert Part.CONNECTIONS not in snapshot.read


@pytest.mark.parametrize("more", [{}, {"relationships": None}, {"friends": [{"id": "1", "type": 1}]}])
def test_an_account_without_its_list_of_people_leaves_them_unread(
    tmp_path: Path, more: dict[str, Any]
) -> None:
    snapshot = made(tmp_path, a_package(a_message(5), user={**USER, **more}))
    assert gaps(snapshot, Part.CONNECTIONS) == [
        "the data package does not hold your friends where this version knows them"
    ]
    assert Part.CONNECTIONS not in snapshot.read


def test_an_empty_list_of_people_is_read(tmp_path: Path) -> None:
    snapshot = made(tmp_path, a_package(a_message(5), user={**USER, "relationships": []}))
    assert gaps(snapshot, Part.CONNECTIONS) == []
    assert Part.CONNECTIONS in snapshot.read


def test_an_address_under_another_name_leaves_the_ways_to_reach_unread(tmp_path: Path) -> None:
    user = {"id": "9", "username": "robin", "discriminator": "0", "e_mail": "robin@school.example"}
    snapshot = made(tmp_path, a_package(a_message(5), user=user))
    assert gaps(snapshot, Part.CONTACT) == [NOT_TOLD]
    assert Part.CONTACT not in snapshot.read


def test_a_channel_in_a_server_without_its_messages_is_counted(tmp_path: Path) -> None:
    members = {**a_package(a_message(5)), "Messages/c103/channel.json": SERVER}
    snapshot = made(tmp_path, members)
    assert [post.id for post in snapshot.posts] == ["5"]
    assert gaps(snapshot, Part.POSTS) == [
        "the messages of channels of which the package holds the description alone"
    ]
    assert Part.POSTS not in snapshot.read
