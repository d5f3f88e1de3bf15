"""A false alarm is left out of the next report, which says so; nothing of the words is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commands import Run

POSTS = [
    {"id": "1", "kind": "post", "text": "our deputy is a lazy cow", "lenses": ["owner"]},
    {"id": "2", "kind": "post", "text": "the caretaker is a thieving snake", "lenses": ["owner"]},
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SELFAUDIT_HOME", str(tmp_path / "home"))
    return write(tmp_path, POSTS)


def write(tmp_path: Path, posts: list[dict[str, Any]]) -> Path:
    place = tmp_path / "profile"
    place.mkdir(exist_ok=True)
    plain = {
        "schema": 1,
        "platform": "x",
        "owner": {"handle": "jo", "bio": ""},
        "posts": posts,
        "read": ["posts"],
    }
    (place / "snapshot.json").write_text(json.dumps(plain), encoding="utf-8")
    return place


def remarks(run: Run, folder: Path) -> dict[str, Any]:
    result = json.loads(run("check", folder, "--format", "json").out)
    (finding,) = [one for one in result["findings"] if one["check"] == "derogatory_language"]
    return dict(finding)


def keys(finding: dict[str, Any]) -> dict[str, str]:
    return {piece["item"]: piece["key"] for piece in finding["evidence"]}


def test_what_was_called_a_false_alarm_is_left_out_and_that_is_said(run: Run, folder: Path) -> None:
    known = keys(remarks(run, folder))
    assert set(known) == {"1", "2"}
    assert run("dismiss", known["1"].upper()).code == 0
    after = remarks(run, folder)
    assert keys(after) == {"2": known["2"]}
    assert after["reason"] == "You called 1 place a false alarm; it is left out here."
    assert "You called 1 place a false alarm" in run("check", folder).out


def test_a_check_whose_whole_evidence_was_a_false_alarm_does_not_claim_that_nothing_was_found(
    run: Run, folder: Path
) -> None:
    run("dismiss", *keys(remarks(run, folder)).values())
    after = remarks(run, folder)
    assert (after["outcome"], after["evidence"]) == ("clear", [])
    assert after["headline"] == "Derogatory or offensive remarks: nothing but what you called a false alarm"


def test_a_post_that_was_changed_since_is_told_again(run: Run, folder: Path, tmp_path: Path) -> None:
    run("dismiss", keys(remarks(run, folder))["1"])
    write(tmp_path, [POSTS[0] | {"text": "our deputy is a lying thieving cow"}, POSTS[1]])
    assert set(keys(remarks(run, folder))) == {"1", "2"}


def test_it_can_be_taken_back_and_listed(run: Run, folder: Path) -> None:
    known = keys(remarks(run, folder))
    assert run("dismiss").out == "Nothing is left out as a false alarm.\n"
    run("dismiss", known["1"], known["2"])
    assert known["1"] in run("dismiss").out
    run("dismiss", "--undo", known["1"])
    assert set(keys(remarks(run, folder))) == {"1"}


def test_no_word_of_the_post_is_kept_and_forget_erases_it(run: Run, folder: Path, tmp_path: Path) -> None:
    known = keys(remarks(run, folder))
    run("dismiss", known["1"])
    file = tmp_path / "home" / "false-alarms.json"
    assert json.loads(file.read_text(encoding="utf-8")) == [known["1"]]
    assert file.stat().st_mode & 0o777 == 0o600
    run("forget", "--yes")
    assert not file.exists()


def test_something_that_is_no_key_is_refused_plainly(run: Run, folder: Path) -> None:
    said = run("dismiss", "deputy")
    assert said.code == 2
    assert said.err.splitlines()[0] == "deputy is not the key of a piece of evidence."


@pytest.mark.parametrize("content", ["", "{}", '["../../etc", 3, null]', "\udcff"])
def test_a_damaged_file_hides_nothing(run: Run, folder: Path, tmp_path: Path, content: str) -> None:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "false-alarms.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert set(keys(remarks(run, folder))) == {"1", "2"}
