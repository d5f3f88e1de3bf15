"""A snapshot folder is read item by item, and what comes out is what reading its text at once would give."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from builders import NOON, a_connection, a_post, a_snapshot, an_image

from selfaudit.errors import SnapshotError
from selfaudit.model import codec
from selfaudit.model.codec import from_json, load_snapshot, to_json
from selfaudit.model.shelf import laying
from selfaudit.model.snapshot import Snapshot

POST = {"id": "1", "text": "Hello"}
ODD: dict[str, Any] = {
    "only what must be there": {"platform": "x"},
    "lists before the schema": {"posts": [POST], "schema": 1, "platform": "x"},
    "numbers for ids": {"platform": "x", "posts": [{**POST, "id": 7}]},
    "two of one id": {"platform": "x", "posts": [POST, POST, {**POST, "id": "1#2"}]},
    "null for a list": {"platform": "x", "posts": None},
    "null for a text": {"platform": "x", "images": [{"id": "1", "caption": None}]},
    "names that nobody knows": {"platform": "x", "posts": [{**POST, "mood": {"a": [1]}}], "more": {"b": {}}},
    "switches": {"platform": "x", "settings": [{"name": "a", "value": True, "highest": "on"}]},
    "halves of signs": {"platform": "x", "posts": [{**POST, "text": "\ud83d\ude00 \ud83d"}]},
    "an unknown word": {"platform": "x", "posts": [{**POST, "kind": "shout", "audience": "all"}]},
}
WRONG: dict[str, Any] = {
    "a post without an id": {"platform": "x", "posts": [POST, {"text": "Hello"}]},
    "a post that is a word": {"platform": "x", "posts": ["Hello"]},
    "posts that are a word": {"platform": "x", "posts": "Hello"},
    "a newer file": {"platform": "x", "posts": [{"words": "Hello"}], "schema": 9},
    "no platform": {"posts": [POST]},
    "a list": [POST],
    "a number": 5,
}


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / "snapshot.json").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("plain", ODD.values(), ids=ODD)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_unusual_files_are_read_as_their_text_is(tmp_path: Path, plain: Any, mark: str) -> None:
    text = json.dumps(plain)
    assert load_snapshot(written(tmp_path, mark + text)) == from_json(Snapshot, text, "it")


@pytest.mark.parametrize("plain", WRONG.values(), ids=WRONG)
def test_wrong_files_are_told_as_their_text_is(tmp_path: Path, plain: Any) -> None:
    text = json.dumps(plain)
    with pytest.raises(SnapshotError) as told:
        from_json(Snapshot, text, str(tmp_path / "snapshot.json"))
    with pytest.raises(SnapshotError) as found:
        load_snapshot(written(tmp_path, text))
    assert str(found.value) == str(told.value)


@pytest.mark.parametrize("cut", [1, 40, 200, -3])
def test_a_file_that_is_cut_short_is_damaged(tmp_path: Path, cut: int) -> None:
    text = to_json(a_snapshot(a_post(time=NOON), a_connection(), an_image()))
    with pytest.raises(SnapshotError, match="is damaged or not a selfaudit file"):
        load_snapshot(written(tmp_path, text[:cut]))


def test_what_selfaudit_wrote_is_never_in_memory_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = [a_post("Rain 🌧 " * 2000, id=str(number)) for number in range(400)]
    whole = a_snapshot(*posts, a_connection(), an_image())
    folder = written(tmp_path, to_json(whole))
    monkeypatch.setattr(codec, "from_json", None)
    tracemalloc.start()
    try:
        with laying(tmp_path):
            read = load_snapshot(folder)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert read == whole
    assert peak < (folder / "snapshot.json").stat().st_size
