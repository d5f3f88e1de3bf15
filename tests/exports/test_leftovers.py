"""What no reader takes of an export: fields as well as files, and never what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exports.packing import a_folder, a_zip, x_archive

from selfaudit.exports import left_over
from selfaudit.exports.leftovers import Leftover
from selfaudit.exports.watching import Reading, Watch

TIKTOK = {
    "Profile": {"Profile Information": {"ProfileMap": {"userName": "robin", "shoeSize": "41"}}},
    "Comment": {
        "Comments": {"CommentsList": [{"Date": "2024-01-01 10:00:00", "Comment": "Hi", "mood": "SECRET"}]}
    },
    "Direct Messages": {"Chat History": {"ChatHistory": {"Chat History with kim_secret:": []}}},
}
OLD_INSTAGRAM = {
    "profile.json": {"username": "robin", "shoe_size": 41},
    "connections.json": {
        "followers": {"kim_secret": "2019-01-01T10:00:00"},
        "close_friends": {"lee_secret": "x"},
    },
    "messages.json": [{"participants": ["kim_secret"]}],
}
LINKEDIN = {
    "Connections.csv": "First Name,Last Name,URL,Connected On,Shoe Size\nKim,Secret,https://x.example,,4\n"
}


def fields(path: Path) -> dict[str, list[tuple[str, int]]]:
    return {
        file: [(" > ".join(at), count) for at, count in names]
        for file, names in left_over(path).fields.items()
    }


def noted(*values: Any, asked: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], int]]:
    watch = Watch()
    reading = watch.reading("a.json")
    for value in values:
        held = reading.watched(value)
        for name in asked:
            held.get(name)
    return watch.unasked().get("a.json", [])


def test_fields_of_streamed_sections_are_listed_without_what_is_below_them(tmp_path: Path) -> None:
    found = fields(a_zip(tmp_path / "t.zip", {"user_data_tiktok.json": TIKTOK}))
    assert found == {
        "user_data_tiktok.json": [
            ("Profile > Profile Information > ProfileMap > shoeSize", 1),
            ("Comment > Comments > CommentsList > mood", 1),
            ("Direct Messages > Chat History", 1),
        ]
    }


def test_fields_of_a_file_that_is_read_whole_are_listed_and_nobodys_name(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "i", OLD_INSTAGRAM)
    assert fields(path) == {"profile.json": [("shoe_size", 1)], "connections.json": [("close_friends", 1)]}
    assert "secret" not in "\n".join(left_over(path).lines())


def test_columns_of_a_table_are_listed(tmp_path: Path) -> None:
    assert fields(a_folder(tmp_path / "l", LINKEDIN)) == {"Connections.csv": [("shoesize", 1)]}


def test_a_file_that_is_gone_through_twice_counts_once(tmp_path: Path) -> None:
    members = x_archive() | {
        "data/account.js": 'window.YTD.account.part0 = [{"account": {"username": "r", "b": 1}}]'
    }
    assert fields(a_zip(tmp_path / "x.zip", members)) == {"data/account.js": [("account > b", 1)]}


def test_labels_of_metas_two_forms_are_listed_and_those_that_are_asked_for_are_not(tmp_path: Path) -> None:
    account = {"Username": {"value": "robin"}, "Shoe size": {"value": "SECRET"}}
    comments = [
        {"label_values": [{"label": "Comment", "value": "SECRET"}, {"label": "Mood", "value": "SECRET"}]},
    ]
    members = {
        "personal_information/personal_information/personal_information.json": {
            "profile_user": [{"string_map_data": account}]
        },
        "your_instagram_activity/comments/post_comments_1.json": comments,
        "your_instagram_activity/media/posts_1.json": [{"title": "Hi", "label": "SECRET"}],
    }
    assert list(fields(a_folder(tmp_path / "i", members)).values()) == [
        [("profile_user > string_map_data > Shoe size", 1)],
        [("label", 1)],
        [("label_values > label > Mood", 1)],
    ]


def test_names_that_are_data_are_never_told() -> None:
    addresses = {"kim@example.org": 1, "https://x.example/a": 2, "2024-01-01": 3, "1234567": 4, "mood": 5}
    assert noted({"id": 1, **addresses}, asked=("id",)) == [(("…",), 4), (("mood",), 1)]
    people = {f"person_{letter}": 1 for letter in "abcdefghijklmnopqrst"}
    assert noted(people) == [(("…",), 20)]
    assert noted({"people": people}) == [(("people",), 1)]


def test_what_stands_in_most_objects_is_a_field_however_many_there_are() -> None:
    many = {f"field_{letter}": 1 for letter in "abcdefghijklmnopqrst"}
    assert [at for at, _count in noted(many, many)] == [(name,) for name in many]


def test_a_copy_asks_for_everything_and_what_is_below_stays_watched() -> None:
    watch = Watch()
    held = watch.reading("a.json").watched({"a": {"b": 1, "c": 2}, "d": [{"e": 1}]})
    assert {**held}["a"]["b"] == 1
    assert watch.unasked() == {"a.json": [(("a", "c"), 1), (("d", "e"), 1)]}


def test_asking_for_what_is_there_twice_gives_the_same() -> None:
    held = Reading().watched({"a": [{"b": 1}], "c": {}})
    assert held["a"][0] is held["a"][0]
    assert held["c"] is held["c"]
    assert held == {"a": [{"b": 1}], "c": {}}


def test_files_with_the_names_of_others_are_told_as_one() -> None:
    talks = tuple(f"messages/inbox/kim_{number}234567/message_1.json" for number in range(3))
    lines = list(Leftover((*talks, "likes.json", "a/12345678.html")).lines())
    assert lines[:4] == [
        "Files that selfaudit does not open:",
        "  messages/…/…/….json (3 files)",
        "  likes.json",
        "  a/….html",
    ]


def test_long_lists_are_cut() -> None:
    names = [((f"field {letter}{other}",), 1) for letter in "abcdefgh" for other in "abcdefgh"]
    lines = list(Leftover((), {"a.json": names}).lines())
    assert lines[1:4] == [
        "Fields that selfaudit does not ask for in the files that it opens, with how often they are there:",
        "  a.json",
        "    field aa: 1",
    ]
    assert lines[43] == "    and 24 more"
