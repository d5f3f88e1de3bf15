"""Snapshots and results as files: forgiving about what is missing, exact about what is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from builders import NOON, a_connection, a_post, a_setting, a_snapshot, an_image, an_owner
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.errors import SnapshotError
from selfaudit.model.codec import from_json, json_schema, load_result, load_snapshot, to_json
from selfaudit.model.findings import AuditResult, Coverage, Evidence, Finding, PolicyCard
from selfaudit.model.policy import Approval
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Connection, Fact, Gap, Owner, Post, Setting, Snapshot
from selfaudit.model.vocabulary import (
    Audience,
    Confidence,
    Door,
    ImageRole,
    Lens,
    Outcome,
    Part,
    PostKind,
    Severity,
)

AGAIN = "Make it again, or pick another."


def a_full_snapshot() -> Snapshot:
    return a_snapshot(
        a_post(
            "Émile 👩‍🏫 & co",
            audience=Audience.FRIENDS,
            images=("media/a.jpg",),
            links=("https://x.example",),
        ),
        a_post("Ha", id="c1", kind=PostKind.COMMENT, own=False, parent="p1", author="Pat", time=None),
        a_connection(since=NOON, about="Year 6"),
        a_setting(where="Settings, then Privacy"),
        an_image(role=ImageRole.AVATAR),
        Gap(Part.COMMENTS, "a login wall", 3, Lens.PUBLIC),
        owner=an_owner(emails=("a@b.example",), facts=(Fact("Town", "Whitley Bay", (Lens.OWNER,)),)),
        read=(Part.POSTS,),
        lacks=(Part.OTHER,),
        taken_at=NOON,
        addresses=((Lens.PUBLIC, "https://site.example/alexm"),),
    )


def a_result() -> AuditResult:
    evidence = Evidence(
        "i1", Confidence.LIKELY, region=Region(1, 2, 3, 4), marks=((0, 3),), picture_size=(9, 9), time=NOON
    )
    finding = Finding(
        "school_logo",
        "practice",
        Outcome.CLEAR,
        Severity.SERIOUS,
        "A logo",
        "Because.",
        "Ask.",
        approval=Approval("school_logo", "J. Head", NOON.date()),
        evidence=(evidence,),
    )
    card = PolicyCard("larkfield", "Policy", "Larkfield Primary School")
    coverage = (Coverage("practice", "alexm", Part.POSTS, Lens.OWNER, 3, oldest=NOON),)
    return AuditResult(NOON, card, findings=(finding,), coverage=coverage)


def test_a_snapshot_comes_back_as_it_was() -> None:
    assert from_json(Snapshot, to_json(a_full_snapshot()), "it") == a_full_snapshot()


def test_a_result_comes_back_as_it_was() -> None:
    assert from_json(AuditResult, to_json(a_result()), "it") == a_result()


@pytest.mark.parametrize("record", [a_full_snapshot(), a_result()], ids=["snapshot", "result"])
def test_what_is_written_fits_its_published_schema(record: Snapshot | AuditResult) -> None:
    jsonschema.validate(json.loads(to_json(record)), json_schema(type(record)))


@given(st.text(), st.text())
def test_any_text_comes_back(text: str, name: str) -> None:
    snapshot = a_snapshot(a_post(text), owner=an_owner(name=name))
    assert from_json(Snapshot, to_json(snapshot), "it") == snapshot


POST = {"id": "p1"}
READ = [
    {"owner": None},
    {"posts": None, "images": None, "gaps": None, "read": None, "taken_at": None},
    {"owner": {"name": None, "emails": None, "lenses": None}},
    {"posts": [{**POST, "text": None, "kind": None, "own": None, "lenses": None, "time": None}]},
    {"posts": [{"id": 7, "parent": 6, "images": [3]}], "connections": [{"id": 9, "handle": 12}]},
    {"posts": [{**POST, "kind": "reel", "audience": "everyone"}]},
    {"images": [{"id": 2.5, "role": "cover", "post": 7}], "gaps": [{"part": "stories", "reason": "no"}]},
    {"settings": [{"name": "private", "value": True, "highest": 3, "lens": None}]},
    {"read": ["posts", "stories"], "of_a_later_version": {"more": [None]}},
]
REFUSED = [
    {"platform": None},
    {"platform": 7},
    {"door": "carrier"},
    {"posts": "none"},
    {"posts": [None]},
    {"posts": [{"id": None}]},
    {"posts": [{"text": "no id"}]},
    {"posts": [{**POST, "text": ["a", "b"]}]},
    {"posts": [{**POST, "lenses": ["everybody"]}]},
    {"posts": [{"id": True}]},
    {"settings": [{"name": True}]},
    {"owner": {"bio": 7}},
    {"gaps": [{"part": "posts"}]},
]


@pytest.mark.parametrize("written", READ, ids=json.dumps)
def test_the_schema_takes_what_the_reader_takes(written: dict[str, Any]) -> None:
    document = {"platform": "facebook", **written}
    from_json(Snapshot, json.dumps(document), "it")
    jsonschema.validate(document, json_schema(Snapshot))


@pytest.mark.parametrize("written", REFUSED, ids=json.dumps)
def test_the_schema_refuses_what_the_reader_refuses(written: dict[str, Any]) -> None:
    document = {"platform": "facebook", **written}
    with pytest.raises(SnapshotError):
        from_json(Snapshot, json.dumps(document), "it")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, json_schema(Snapshot))


def test_the_schema_still_names_the_words_that_are_known() -> None:
    kinds = json_schema(Snapshot)["$defs"]["PostKind"]
    assert list(PostKind) == kinds["anyOf"][0]["enum"]


def test_the_smallest_snapshot_written_by_hand_can_be_read() -> None:
    assert from_json(Snapshot, '{"platform": "facebook"}', "it") == Snapshot("facebook")


def test_a_snapshot_with_only_the_contracts_fields_can_be_read() -> None:
    plain: dict[str, Any] = {
        "schema": 1,
        "platform": "instagram",
        "door": "export",
        "owner": {"name": "Alex", "handle": None, "bio": None, "emails": [], "phones": [], "links": []},
        "posts": [
            {
                "id": 7,
                "kind": "post",
                "own": True,
                "text": "Hi",
                "time": "2026-11-02T13:00:00+01:00",
                "audience": "public",
                "lenses": ["owner", "public"],
                "url": None,
                "images": ["media/a.jpg"],
            },
            {"id": "p2", "kind": "post", "own": True, "text": "Ho", "time": None, "audience": "everyone"},
        ],
        "connections": [
            {"id": 9, "display_name": "Pat", "handle": None, "relation": "friend", "since": None}
        ],
        "settings": [{"name": "private", "value": True, "highest": True, "lens": "owner"}],
        "images": [{"id": "i1", "file": None, "role": "avatar", "post": None}],
        "gaps": [{"part": "stories", "reason": "not in the export", "count": None}],
        "of_a_later_version": {"more": 1},
    }
    assert from_json(Snapshot, json.dumps(plain), "it") == Snapshot(
        platform="instagram",
        door=Door.EXPORT,
        owner=Owner(name="Alex"),
        posts=(
            Post(
                "7",
                "Hi",
                time=NOON,
                audience=Audience.PUBLIC,
                lenses=(Lens.OWNER, Lens.PUBLIC),
                images=("media/a.jpg",),
            ),
            Post("p2", "Ho", audience=Audience.UNKNOWN),
        ),
        connections=(Connection("9", "Pat", relation="friend"),),
        settings=(Setting("private", "on", "on", Lens.OWNER),),
        images=(an_image(None, role=ImageRole.AVATAR, lenses=()),),
        gaps=(Gap(Part.OTHER, "not in the export"),),
    )


def test_times_are_utc_whatever_was_written() -> None:
    for written in ("2026-11-02T12:00:00", "2026-11-02T12:00:00Z", "2026-11-02T14:00:00+02:00"):
        text = json.dumps({"platform": "x", "taken_at": written})
        assert from_json(Snapshot, text, "it").taken_at == datetime(2026, 11, 2, 12, tzinfo=UTC)


def test_halves_of_emoji_are_joined_or_marked_unreadable_and_can_be_written_again() -> None:
    text = '{"platform": "x", "owner": {"bio": "\\ud83d\\ude00 and \\ud83d"}}'
    snapshot = from_json(Snapshot, text, "it")
    assert snapshot.owner.bio == "😀 and \ufffd"
    assert to_json(snapshot).encode()
    assert "half \ufffd" in to_json(Snapshot("x", owner=Owner(bio="half \ud83d")))


@pytest.mark.parametrize("schema", [2, "2", 99])
def test_a_newer_format_is_refused_by_its_number(schema: object) -> None:
    with pytest.raises(SnapshotError) as told:
        from_json(
            Snapshot, json.dumps({"schema": schema, "platform": ["not", "known"]}), "mine/snapshot.json"
        )
    assert told.value.sentence == (
        f"mine/snapshot.json was written by a newer selfaudit (format {schema}; this one reads up to 1)."
    )
    assert told.value.next_step == "Update selfaudit, then try again. The file was left as it is."


@pytest.mark.parametrize("text", ["", "{", "\x00", "[" * 100_000, "not json"])
def test_a_damaged_file_is_told_so(text: str) -> None:
    with pytest.raises(SnapshotError) as told:
        from_json(Snapshot, text, "s.json")
    assert told.value.sentence == "s.json is damaged or not a selfaudit file."
    assert told.value.next_step == AGAIN


@pytest.mark.parametrize("text", ["[]", "1", '"snapshot"', "null"])
def test_json_of_another_kind_is_told_so(text: str) -> None:
    with pytest.raises(SnapshotError) as told:
        from_json(Snapshot, text, "s.json")
    assert str(told.value) == "s.json is not a selfaudit file. Pick the file that selfaudit wrote."


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ({}, "s.json cannot be read: platform: Field required."),
        ({"platform": "x", "posts": [{"text": "Hi"}]}, "s.json cannot be read: posts.0.id: Field required."),
        (
            {"platform": "x", "posts": [{"id": "1"}, {"id": "2", "own": "perhaps"}]},
            "s.json cannot be read: posts.1.own: Input should be a valid boolean, unable to interpret input.",
        ),
        ({"platform": "x", "posts": 3}, "s.json cannot be read: posts: Input should be a valid tuple."),
        (
            {"platform": "x", "door": "window"},
            "s.json cannot be read: door: Input should be 'live', 'pages' or 'export'.",
        ),
    ],
)
def test_a_wrong_field_is_told_by_its_place(plain: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SnapshotError) as told:
        from_json(Snapshot, json.dumps(plain), "s.json")
    assert (told.value.sentence, told.value.next_step) == (sentence, AGAIN)


def test_a_folder_or_a_lone_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "snapshot.json"
    file.write_text("\ufeff" + to_json(a_full_snapshot()), encoding="utf-8")
    assert load_snapshot(tmp_path) == load_snapshot(file) == a_full_snapshot()
    (tmp_path / "result.json").write_text(to_json(a_result()), encoding="utf-8")
    assert load_result(tmp_path) == load_result(tmp_path / "result.json") == a_result()


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError) as told:
        load_snapshot(tmp_path)
    assert told.value.sentence == f"There is no file {tmp_path / 'snapshot.json'}."
    assert told.value.next_step == "Check the name, or make it first."


def test_two_items_of_one_id_are_told_apart_and_from_every_other() -> None:
    ids = ["1", "1", "1#2", 1, "2", "2", "2"]
    plain = {"platform": "x", "posts": [{"id": one} for one in ids]}
    read = from_json(Snapshot, json.dumps(plain), "s.json")
    assert [post.id for post in read.posts] == ["1", "1#3", "1#2", "1#4", "2", "2#2", "2#3"]


def test_a_file_that_is_no_text_is_told_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(SnapshotError) as told:
        load_result(file)
    assert str(told.value) == f"{file} cannot be read. Check that it is the file that selfaudit wrote."
