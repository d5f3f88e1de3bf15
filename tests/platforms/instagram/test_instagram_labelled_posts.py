"""Posts of 2026 as records of labelled values, beside the older list of the same posts or without it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.packing import A_PICTURE, a_zip

from selfaudit.exports import import_exports, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.exported import UNKNOWN_POST

FOLDER = "your_instagram_activity/media"
NEW, LISTED = f"{FOLDER}/posts.json", f"{FOLDER}/posts_1.json"
PICTURE = "media/posts/202311/5.png"
TIME = 1700000000
AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def a_record(*values: tuple[str, str], time: int = TIME, **more: Any) -> dict[str, Any]:
    labels = [{"label": label, "value": value} for label, value in values]
    return {"timestamp": time, "media": [], "fbid": "1", "label_values": labels, **more}


def a_listed(text: str, time: int = TIME, place: str = PICTURE) -> dict[str, Any]:
    return {"media": [{"uri": place, "creation_timestamp": time, "title": text}]}


def made(tmp_path: Path, **members: Any) -> Snapshot:
    files = {NEW: members.get("new", []), PICTURE: A_PICTURE}
    files |= {LISTED: members["listed"]} if "listed" in members else {}
    (snapshot,), _others = import_exports(
        [a_zip(tmp_path / "instagram.zip", files)], tmp_path / "media", Silent(), the_first
    )
    return snapshot


def posts(snapshot: Snapshot) -> list[tuple[str, datetime | None, int]]:
    return [(post.text, post.time, len(post.images)) for post in snapshot.posts]


def gaps(snapshot: Snapshot) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is not Lens.PUBLIC]


@pytest.mark.parametrize("label", ["Caption", "Légende", "Bildunterschrift", "Bijschrift"])
def test_a_record_is_a_post_with_its_words_time_and_pictures(tmp_path: Path, label: str) -> None:
    record = a_record((label, "Sea and sand"), ("Latitude", "52.5"), media=[{"uri": PICTURE}])
    snapshot = made(tmp_path, new=[record])
    assert posts(snapshot) == [("Sea and sand", AT, 1)]
    assert gaps(snapshot) == []
    assert Part.POSTS in snapshot.read
    assert not any(name.endswith("posts.json") for name in unused(tmp_path / "instagram.zip"))


def test_pictures_that_stand_in_a_labelled_value_belong_to_the_post(tmp_path: Path) -> None:
    record = a_record(("Caption", "Sea"))
    record["label_values"].append({"label": "Media", "media": [{"uri": PICTURE}]})
    assert posts(made(tmp_path, new=[record])) == [("Sea", AT, 1)]


@pytest.mark.parametrize("more", [{}, {"media": [{"uri": PICTURE}]}])
@pytest.mark.parametrize("words", ["", "Sea and sand"])
def test_a_post_that_stands_in_both_files_counts_once(
    tmp_path: Path, words: str, more: dict[str, Any]
) -> None:
    record = a_record(*([("Caption", words)] if words else []), ("Latitude", "52.5"), **more)
    snapshot = made(tmp_path, new=[record], listed=[a_listed("Sea and sand")])
    assert posts(snapshot) == [("Sea and sand", AT, 1)]
    assert gaps(snapshot) == []


def test_other_words_of_the_same_second_are_a_post_of_their_own(tmp_path: Path) -> None:
    snapshot = made(tmp_path, new=[a_record(("Caption", "Other"))], listed=[a_listed("Sea")])
    assert posts(snapshot) == [("Sea", AT, 1), ("Other", AT, 0)]


def test_a_record_of_a_place_that_no_list_has_is_a_post_without_words(tmp_path: Path) -> None:
    snapshot = made(tmp_path, new=[a_record(("Latitude", "52.5"), time=TIME + 60)], listed=[a_listed("Sea")])
    assert [text for text, _time, _images in posts(snapshot)] == ["Sea", ""]


def test_words_beneath_an_unknown_label_are_told_as_unread(tmp_path: Path) -> None:
    snapshot = made(tmp_path, new=[a_record(("Szöveg", "Words nobody read"))])
    assert gaps(snapshot) == [UNKNOWN_POST]


def test_the_names_of_its_owner_are_no_unread_words(tmp_path: Path) -> None:
    record = a_record(("Latitude", "52.5"))
    record["label_values"].append({"label": "Owner", "dict": [{"label": "Username", "value": "robin_t"}]})
    assert gaps(made(tmp_path, new=[record])) == []


@pytest.mark.parametrize(
    "broken", [None, 5, {}, {"label_values": []}, {"label_values": None, "timestamp": 5}]
)
def test_what_is_no_record_is_counted(tmp_path: Path, broken: Any) -> None:
    snapshot = made(tmp_path, new=[broken, a_record(("Caption", "Sea"))])
    assert posts(snapshot) == [("Sea", AT, 0)]
    assert gaps(snapshot) == [UNKNOWN_POST]


def test_published_records_of_places_belong_to_the_posts_beside_them(shared: Path, tmp_path: Path) -> None:
    (path,) = (shared / "samples/exports/instagram/panopticool-demo").glob("*.zip")
    assert not any(name.endswith("media/posts.json") for name in unused(path))
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    assert len([post for post in snapshot.posts if post.kind == "post"]) == 40
    assert UNKNOWN_POST not in gaps(snapshot)
