from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.damaging import damaged, members_of
from exports.packing import A_PICTURE, a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports
from selfaudit.exports.archive import Files, opened
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.threads.export import THREADS_EXPORT

SAMPLES = "samples/exports/instagram"
CONSTRUCTED = f"{SAMPLES}/constructed/instagram-marlene.brueckner-2025-en.zip"
FOLDER = "your_instagram_activity/threads"


def read_files(files: Files) -> Snapshot:
    try:
        return THREADS_EXPORT.read(files, "instagram", lambda name: f"media/{name.rpartition('/')[2]}")
    finally:
        files.close()


def read(path: Path) -> Snapshot:
    return read_files(opened([path]))


def made(tmp_path: Path, members: Mapping[str, Any]) -> Snapshot:
    """A constructed export; names without a folder lie among the threads."""
    inside = {name if "/" in name else f"{FOLDER}/{name}": value for name, value in members.items()}
    return read(a_zip(tmp_path / "i.zip", inside))


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def a_profile(**values: str) -> dict[str, Any]:
    labels = {label.replace("_", " "): {"value": value} for label, value in values.items()}
    return {"text_post_app_text_post_app_profile": [{"string_map_data": labels}]}


def some_posts(*media: dict[str, Any]) -> dict[str, Any]:
    return {"text_post_app_text_posts": [{"media": [one]} for one in media]}


def people(snapshot: Snapshot) -> list[tuple[str | None, str | None, str]]:
    return [(other.handle, other.display_name, other.relation) for other in snapshot.connections]


def test_constructed_threads_are_read_to_the_numbers_of_their_lists(shared: Path) -> None:
    with zipfile.ZipFile(shared / CONSTRUCTED) as archive:
        value = json.loads(archive.read(f"{FOLDER}/threads_and_replies.json"))["text_post_app_text_posts"]
    answers = sum(one["media"][0]["text_app_post"]["is_reply"] for one in value)
    snapshot = read(shared / CONSTRUCTED)
    assert len(snapshot.posts) == len(value) == 4
    assert [post.kind for post in snapshot.posts].count(PostKind.REPLY) == answers == 2
    assert [post.text for post in snapshot.posts] == [
        f"Thread {number}: fünf vor zwölf" for number in range(4)
    ]
    assert snapshot.posts[0].time == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert people(snapshot) == [
        ("joerg", "Jörg", "follower"),
        ("anna", None, "following"),
        ("liwei", "Li Wei", "following"),
    ]


def test_constructed_threads_name_their_owner_and_whose_names_are_missing(shared: Path) -> None:
    snapshot = read(shared / CONSTRUCTED)
    owner = snapshot.owner
    assert (owner.name, owner.handle) == ("Marlene Brückner", "marlene.brueckner")
    assert owner.bio == "Schulsozialarbeiterin 🌻 Zürich/Köln"
    assert owner.url == "https://www.threads.com/@marlene.brueckner"
    (reason, count) = gaps(snapshot, Part.CONNECTIONS)[0]
    assert ("save those pages" in reason, count) == (True, 1)
    assert {post.audience for post in snapshot.posts} == {Audience.UNKNOWN}
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES}


def test_likes_are_never_opened(shared: Path) -> None:
    files = opened([shared / CONSTRUCTED])
    read_files(files)
    assert f"{FOLDER}/liked_threads.json" in files.names()
    assert f"{FOLDER}/liked_threads.json" not in files.used


@pytest.mark.parametrize(
    "name",
    [
        "constructed/instagram-2021-account_information-layout.zip",
        "constructed/instagram-html-2026-en.zip",
        "insta4dummy/insta4dummy_20201105.zip",
        "panopticool-demo/instagram-cam.ferrand-demo.fr.zip",
    ],
)
def test_exports_of_instagram_without_threads_are_not_taken(shared: Path, name: str) -> None:
    files = opened([shared / SAMPLES / name])
    assert THREADS_EXPORT.recognise(files) is None
    files.close()


def test_export_with_threads_is_taken_and_names_its_owner(shared: Path) -> None:
    files = opened([shared / CONSTRUCTED])
    assert THREADS_EXPORT.recognise(files) is not None
    assert THREADS_EXPORT.owner(files) == "marlene.brueckner"
    files.close()


@pytest.mark.parametrize(
    ("told", "audience", "value"),
    [
        ("True", Audience.FRIENDS, ["Private"]),
        ("False", Audience.PUBLIC, ["Public"]),
        ("", Audience.UNKNOWN, []),
    ],
)
def test_invented_private_profile_decides_who_reads(
    tmp_path: Path, told: str, audience: Audience, value: list[str]
) -> None:
    members = {
        "personal_information.json": a_profile(Username="robin.t", Private_Account=told),
        "threads_and_replies.json": some_posts({"title": "Hello", "creation_timestamp": 1700000000}),
    }
    snapshot = made(tmp_path, members)
    assert [post.audience for post in snapshot.posts] == [audience]
    assert [setting.value for setting in snapshot.settings] == value


def test_invented_pictures_are_kept_and_films_counted(tmp_path: Path) -> None:
    several = {
        "title": "Trip",
        "creation_timestamp": 1700000000,
        "media": [{"uri": "media/posts/1.png", "title": ""}, {"uri": "media/posts/2.mp4", "title": ""}],
    }
    members = {
        "threads_and_replies.json": {"text_post_app_text_posts": [several]},
        "media/posts/1.png": A_PICTURE,
        "media/posts/2.mp4": b"film",
    }
    snapshot = made(tmp_path, members)
    (post,) = snapshot.posts
    assert (post.text, post.images) == ("Trip", ("media/1.png",))
    assert [(image.file, image.caption, image.post) for image in snapshot.images] == [
        ("media/1.png", "Trip", post.id)
    ]
    assert gaps(snapshot, Part.IMAGES) == [("videos, which are not looked at", 1)]


def test_invented_threads_without_their_own_profile_take_instagrams(tmp_path: Path) -> None:
    profile = {"profile_user": [{"string_map_data": {"Username": {"value": "robin.t"}}}]}
    members = {
        "personal_information/personal_information/personal_information.json": profile,
        "followers.json": {"text_post_app_text_post_app_followers": []},
    }
    snapshot = made(tmp_path, members)
    assert snapshot.owner.handle == "robin.t"
    assert Part.CONNECTIONS not in snapshot.read  # whom the owner follows is missing


def test_invented_labels_in_an_unknown_language_leave_the_owner_open(tmp_path: Path) -> None:
    snapshot = made(tmp_path, {"personal_information.json": a_profile(Käyttäjänimi="robin")})
    assert (snapshot.owner.handle, snapshot.owner.bio) == (None, None)
    assert {Part.BIO, Part.CONTACT} & set(snapshot.read) == set()


def test_invented_threads_as_pages_are_a_gap_that_says_what_to_do(tmp_path: Path) -> None:
    snapshot = made(tmp_path, {"threads_and_replies.html": "<main></main>"})
    reason = "the export holds Threads as web pages; ask for it again in the format JSON"
    assert gaps(snapshot, Part.POSTS) == [(reason, None)]
    assert Part.POSTS not in snapshot.read


AMONG_MESSAGES = "your_instagram_activity/messages/inbox/kim_1/threads"


@pytest.mark.parametrize("name", ["threads_and_replies.html", "followers.html", "following_1.html"])
def test_a_page_among_messages_does_not_make_the_threads_web_pages(tmp_path: Path, name: str) -> None:
    members = {"threads_and_replies.json": some_posts({"title": "Hello"}), "followers.json": {}}
    beside = {f"{AMONG_MESSAGES}/{name}": "<main></main>"}
    assert gaps(made(tmp_path, {**members, **beside}), Part.POSTS) == gaps(
        made(tmp_path, members), Part.POSTS
    )


def test_a_profile_that_somebody_sent_in_a_message_is_not_the_owners(tmp_path: Path) -> None:
    members = {
        "threads_and_replies.json": some_posts({"title": "Hello"}),
        f"{AMONG_MESSAGES}/personal_information.json": a_profile(Username="kim"),
    }
    assert made(tmp_path, members).owner.handle is None


@pytest.mark.parametrize(
    "name", ["threads_and_replies.json", "personal_information.json", "followers.json", "following.html"]
)
def test_what_lies_among_messages_alone_is_no_export_of_threads(tmp_path: Path, name: str) -> None:
    files = opened([a_zip(tmp_path / "i.zip", {f"{AMONG_MESSAGES}/{name}": {}})])
    assert THREADS_EXPORT.recognise(files) is None
    files.close()


def test_invented_handles_come_from_the_address_where_the_value_is_missing(tmp_path: Path) -> None:
    entry = {"title": "robin.t", "string_list_data": [{"href": "https://www.threads.net/@Robin.T"}]}
    odd = {"title": "Nobody", "string_list_data": []}
    listed = {"text_post_app_text_post_app_following": [entry, odd]}
    snapshot = made(tmp_path, {"following.json": listed})
    assert people(snapshot) == [("Robin.T", None, "following")]
    assert ("people in a form that this version does not know", 1) in gaps(snapshot, Part.CONNECTIONS)


def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path, tmp_path: Path) -> None:
    whole = {name: data for name, data in members_of(shared / CONSTRUCTED).items() if "/threads/" in name}
    chance = random.Random(4)  # noqa: S311 - no secret, only the same each time
    for number in range(60):
        snapshot = read(a_folder(tmp_path / str(number), damaged(whole, chance)))
        for part in snapshot.read:
            assert not any(gap.part is part and gap.lens is None for gap in snapshot.gaps)


def test_invented_threads_alone_come_through_the_door_of_exports(tmp_path: Path) -> None:
    members = {
        f"{FOLDER}/personal_information.json": a_profile(Username="robin.t"),
        f"{FOLDER}/threads_and_replies.json": some_posts({"title": "Hello"}),
    }
    path = a_zip(tmp_path / "threads.zip", members)
    (snapshot,), others = import_exports([path], tmp_path / "media", Silent())
    assert (snapshot.platform, [post.text for post in snapshot.posts], others) == ("threads", ["Hello"], ())


def test_invented_posts_cut_short_give_those_before_the_cut(tmp_path: Path) -> None:
    text = json.dumps(some_posts({"title": "One"}, {"title": "Two"}))
    snapshot = made(tmp_path, {"threads_and_replies.json": text[: text.index("Two")]})
    assert [post.text for post in snapshot.posts] == ["One"]
    assert Part.POSTS not in snapshot.read


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["media", "title", "uri", "creation_timestamp", "string_list_data", "value", "href"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=60)
@given(value=VALUES)
def test_whatever_stands_in_the_lists_is_read_without_falling_over(
    tmp_path_factory: pytest.TempPathFactory, value: Any
) -> None:
    members = {
        f"{FOLDER}/threads_and_replies.json": {"text_post_app_text_posts": value},
        f"{FOLDER}/followers.json": {"text_post_app_text_post_app_followers": value},
        f"{FOLDER}/personal_information.json": {"text_post_app_text_post_app_profile": value},
    }
    assert read(a_zip(tmp_path_factory.mktemp("t") / "i.zip", members)).platform == "threads"
