from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from exports.packing import a_folder, a_tweet, a_zip, x_archive, x_file
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports
from selfaudit.exports.archive import Files, opened
from selfaudit.exports.containers import Container, Member, fault_of
from selfaudit.model import json_text
from selfaudit.model.export import Unreadable
from selfaudit.model.json_text import MARRED
from selfaudit.model.progress import Silent

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def opened_with(data: bytes) -> Files:
    container = Container("list")
    container.take(Member("list.js", len(data), len(data), lambda: io.BytesIO(data)))
    return Files([container])


def items(data: bytes, *keys: str) -> list[Any]:
    with tempfile.TemporaryDirectory() as place:
        return list(opened([a_folder(Path(place), {"list.js": data})]).items("list.js", *keys))


@settings(max_examples=60)
@given(
    st.lists(VALUES, max_size=6), st.sampled_from(["", "window.YTD.a.part0 = ", "var a =\n", "\ufeff", " \n"])
)
def test_a_list_is_read_item_by_item_whatever_code_stands_around_it(values: list[Any], code: str) -> None:
    for end in ("", ";", " ;\n", "\n\n"):
        assert items((code + json.dumps(values, ensure_ascii=False) + end).encode()) == values


@settings(max_examples=60)
@given(st.lists(VALUES, max_size=6), VALUES)
def test_a_list_below_a_key_is_read_and_nothing_beside_it(values: list[Any], other: Any) -> None:
    held = {"before": other, "wanted": values, "after": {"wanted": [1]}}
    assert items(json.dumps(held).encode(), "absent", "wanted") == values


@settings(max_examples=40)
@given(st.lists(TEXTS, min_size=2, max_size=6), st.data())
def test_a_list_cut_anywhere_gives_a_beginning_of_it_and_says_so(
    values: list[str], data: st.DataObject
) -> None:
    whole = json.dumps(values).encode()
    cut = data.draw(st.integers(1, len(whole) - 1))
    found: list[Any] = []
    with tempfile.TemporaryDirectory() as place:
        archive = opened([a_folder(Path(place), {"list.js": whole[:cut]})])
        with pytest.raises(Unreadable, match="damaged or not whole"):
            found.extend(archive.items("list.js"))
    assert found == values[: len(found)]


@settings(max_examples=60)
@given(VALUES, st.lists(VALUES, max_size=4))
def test_what_is_passed_over_is_passed_over_whole(other: Any, values: list[Any]) -> None:
    held = {"first": [other, {"wanted": other}], "wanted": values, "last": other}
    assert items(json.dumps(held, indent=1, ensure_ascii=False).encode(), "wanted") == values


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_list_in_an_encoding_that_names_itself_is_read(encoding: str) -> None:
    assert items('["Grüße", "🎒"]'.encode(encoding)) == ["Grüße", "🎒"]


@pytest.mark.parametrize(
    ("data", "before"),
    [
        (b"[1, 2 3]", [1, 2]),
        (b"[1, 2], 3", [1, 2]),
        (b"[1,]", [1]),
        (b'["a"]\xff', ["a"]),
        (b'["a", ' + b"9" * 5000 + b"]", ["a"]),
        (b'["a", ' + b"[" * 100_000, ["a"]),
        (b'["a", nul', ["a"]),
        (b'{"x": {]}, "wanted": ["a"]}', []),
        (b'{"wanted": ["a"], "x": [1', ["a"]),
        (b'{"wanted": ["a"], "x" 1}', ["a"]),
        (b'{"wanted": ["a"], 1: 2}', ["a"]),
    ],
)
def test_what_stands_before_a_damage_is_read_and_the_damage_told(data: bytes, before: list[Any]) -> None:
    found: list[Any] = []
    with tempfile.TemporaryDirectory() as place:
        archive = opened([a_folder(Path(place), {"list.js": data})])
        with pytest.raises(Unreadable, match="damaged or not whole; what stands before the damage was read"):
            found.extend(archive.items("list.js", "wanted"))
    assert found == before


def test_signs_that_are_no_text_are_told_at_the_end_and_cost_nothing_else(tmp_path: Path) -> None:
    found: list[Any] = []
    archive = opened([a_folder(tmp_path, {"list.js": b'["a", "b\xff", "c"]'})])
    with pytest.raises(Unreadable, match=MARRED):
        found.extend(archive.items("list.js", "wanted"))
    assert found == ["a", "b\ufffd", "c"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"wanted_v9": ["a"]}', True),
        (b'{"wanted": {"a": 1}}', True),
        (b'{"other": 1}', True),
        (b'{"wanted": null}', False),
        (b'{"wanted": []}', False),
        (b"{}", False),
        (b"[]", False),
    ],
)
def test_a_file_that_holds_something_else_is_never_taken_for_an_empty_one(data: bytes, told: bool) -> None:
    archive = opened_with(data)
    if told:
        with pytest.raises(Unreadable, match="holds none of the lists that this version knows"):
            list(archive.items("list.js", "wanted"))
    else:
        assert list(archive.items("list.js", "wanted")) == []


def test_a_lone_half_of_a_character_becomes_a_mark_and_two_halves_one_character() -> None:
    assert items(rb'["\ud83c\udf92", "\ud83c", {"\udf92": "ok"}]') == ["🎒", "\ufffd", {"\ufffd": "ok"}]


def test_items_are_whole_wherever_the_blocks_of_a_file_end(monkeypatch: pytest.MonkeyPatch) -> None:
    values = [{"text": f"number {number}; ]; }};", "ö": [number]} for number in range(200)]
    data = f"window.YTD.x.part0 = {json.dumps(values)};".encode()
    for size in (1, 2, 3, 7, 64):
        monkeypatch.setattr(json_text, "_BLOCK", size)
        assert items(data) == values


@given(st.text(max_size=40))
def test_no_name_that_leads_out_is_let_through(name: str) -> None:
    if fault_of(name) is None:
        assert not name.startswith("/")
        assert ".." not in name.split("/")
        assert "\0" not in name


def test_files_are_found_by_the_end_of_their_path_at_a_slash(tmp_path: Path) -> None:
    names = (
        "a/posts/your_posts_2.json",
        "posts/your_posts_10.json",
        "x/myposts/your_posts_3.json",
        "B/ONE\u2019s.json",
    )
    archive = opened([a_folder(tmp_path / "f", {name: [] for name in names})])
    assert archive.find("posts/your_posts_*.json") == (
        "a/posts/your_posts_2.json",
        "posts/your_posts_10.json",
    )
    assert archive.find("b/one's.json") == ("B/ONE\u2019s.json",)
    assert archive.find("osts/your_posts_2.json") == ()


def test_two_parts_with_files_of_one_name_are_both_read(tmp_path: Path) -> None:
    one = a_zip(tmp_path / "twitter-1.zip", x_archive(a_tweet(1, "first")))
    two = a_zip(tmp_path / "twitter-2.zip", {"data/tweets.js": x_file("tweets", [a_tweet(2, "second")])})
    (snapshot,), _others = import_exports([one, two], tmp_path / "media", Silent())
    assert {post.text for post in snapshot.posts} == {"first", "second"}


def test_the_same_archive_given_twice_gives_every_post_once(tmp_path: Path) -> None:
    one = a_zip(tmp_path / "twitter.zip", x_archive(a_tweet(1, "first")))
    two = a_zip(tmp_path / "twitter (1).zip", x_archive(a_tweet(1, "first")))
    (snapshot,), _others = import_exports([one, two], tmp_path / "media", Silent())
    assert [post.text for post in snapshot.posts] == ["first"]
