from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.damaging import never_falls_over
from exports.packing import a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.exported import NOT_INCLUDED

SAMPLE = "samples/exports/youtube_takeout/constructed/takeout-20260105T100000Z-001.zip"
ROOT = "Takeout/YouTube and YouTube Music"
CHANNEL = {
    f"{ROOT}/channels/channel.csv": (
        "Channel ID,Channel Title (Original),Channel Visibility\nUCme,Robin,Public\n"
    )
}
COMMENTS = "Comment ID,Channel ID,Comment create timestamp,Price,Parent Comment ID,Video ID,Comment Text\n"


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def rows_in(path: Path, name: str) -> int:
    """Counted with the standard library alone."""
    with zipfile.ZipFile(path) as archive:
        table = csv.reader(io.StringIO(archive.read(f"{ROOT}/{name}").decode()))
        return len([row for row in table if any(row)]) - 1


def test_constructed_export_is_read_to_the_numbers_of_its_tables(shared: Path, tmp_path: Path) -> None:
    path = shared / SAMPLE
    snapshot = read(path, tmp_path)
    kinds = [post.kind for post in snapshot.posts]
    assert kinds.count(PostKind.POST) == rows_in(path, "video metadata/videos.csv") == 3
    assert kinds.count(PostKind.COMMENT) == rows_in(path, "comments/comments.csv") == 2
    assert len(snapshot.connections) == rows_in(path, "subscriptions/subscriptions.csv") == 4
    assert snapshot.read == (Part.POSTS,)


def test_constructed_export_names_its_owner(shared: Path, tmp_path: Path) -> None:
    owner = read(shared / SAMPLE, tmp_path).owner
    assert (owner.name, owner.emails, owner.url, owner.bio) == (
        "Marlene Brückner",
        ("marlene.brueckner@example.org",),
        "https://www.youtube.com/channel/UCme",
        None,
    )


def test_constructed_videos_keep_words_times_and_audiences(shared: Path, tmp_path: Path) -> None:
    posts = [post for post in read(shared / SAMPLE, tmp_path).posts if post.kind is PostKind.POST]
    assert [(post.id, post.text, post.audience, post.time) for post in posts] == [
        (
            "v100",
            "Schulfest 2023\nBeschreibung\nZeile 2",
            Audience.CUSTOM,
            datetime(2023, 6, 30, 6, 26, 3, tzinfo=UTC),
        ),
        ("v101", "Demo: Teil 1", Audience.PRIVATE, datetime(2021, 2, 1, tzinfo=UTC)),
        ("v102", "Öffentlich", Audience.PUBLIC, datetime(2020, 2, 1, tzinfo=UTC)),
    ]


def test_constructed_comments_of_both_forms_are_put_together(shared: Path, tmp_path: Path) -> None:
    comments = [post for post in read(shared / SAMPLE, tmp_path).posts if post.kind is PostKind.COMMENT]
    assert [(post.id, post.text, post.links, post.parent) for post in comments] == [
        ("c1", "Tolles Video @kanal", (), "v1"),
        ("c2", "alte Form https://example.org", ("https://example.org",), "c1"),
    ]
    assert comments[0].time == datetime(2024, 5, 1, 10, 0, 0, 123456, tzinfo=UTC)


def test_constructed_history_of_what_was_watched_is_never_opened(shared: Path, tmp_path: Path) -> None:
    assert unused(shared / SAMPLE) == (f"{ROOT}/history/watch-history.json",)
    assert "Watched" not in str(read(shared / SAMPLE, tmp_path))


def test_invented_second_channel_bio_playlists_and_posts(tmp_path: Path) -> None:
    members = {
        f"{ROOT}/channels/channel.csv": (
            "Channel ID,Channel Title (Original),Channel Visibility,Channel Description (Original)\n"
            "UC1,First,Public,About me\nUC2,Second,Private,\n"
        ),
        f"{ROOT}/playlists/playlists.csv": (
            "Playlist ID,Playlist Title (Original),Playlist Visibility\nPL1,Songs,Private\n"
        ),
        f"{ROOT}/Posts/Posts.csv": (
            'Post ID,Post Create Timestamp,Post Text\nUg1,2024-06-01T12:00:00+00:00,"{""text"":""Hi all""}"\n'
        ),
    }
    snapshot = read(a_zip(tmp_path / "takeout-1.zip", members), tmp_path)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("First", "About me")
    assert [fact.value for fact in snapshot.owner.facts] == ["Second"]
    assert Part.BIO in snapshot.read
    assert [(post.id, post.text, post.audience) for post in snapshot.posts] == [
        ("PL1", "Songs", Audience.PRIVATE),
        ("Ug1", "Hi all", Audience.UNKNOWN),
    ]


def test_invented_parts_of_one_export_are_put_together(tmp_path: Path) -> None:
    row = "{},UCme,2024-05-01T10:00:00+00:00,0,,v1,plain words\n"
    first = a_zip(
        tmp_path / "takeout-20260105T1-001.zip",
        {**CHANNEL, f"{ROOT}/comments/comments.csv": COMMENTS + row.format("c1")},
    )
    second = a_zip(
        tmp_path / "takeout-20260105T1-002.zip",
        {f"{ROOT}/comments/comments(1).csv": COMMENTS + row.format("c2")},
    )
    (snapshot,), _others = import_exports([first, second], tmp_path / "media", Silent())
    assert sorted((post.id, post.text) for post in snapshot.posts) == [
        ("c1", "plain words"),
        ("c2", "plain words"),
    ]


def test_invented_tables_of_another_language_are_a_gap_and_never_empty(tmp_path: Path) -> None:
    folder = "Takeout/YouTube und YouTube Music"
    members = {
        f"{folder}/Abos/Abos.csv": "Kanal-ID,Kanal-URL,Kanaltitel\nUC1,http://www.youtube.com/channel/UC1,A\n"
    }
    snapshot = read(a_zip(tmp_path / "takeout-1.zip", members), tmp_path)
    assert [one for one in gaps(snapshot, Part.OTHER) if "a language that" not in one] == []
    for part in (Part.OTHER, Part.BIO, Part.POSTS, Part.COMMENTS, Part.CONNECTIONS):
        assert any("a language that this version does not read" in one for one in gaps(snapshot, part))
    assert not any("ticked" in gap.reason for gap in snapshot.gaps)
    assert snapshot.read == ()


ONE_LIST = {
    f"{ROOT}/playlists/Songs-videos.csv": "Video ID,Playlist Video Creation Timestamp\nv1,2024-01-01\n"
}
WATCHED = {f"{ROOT}/history/watch-history.json": []}


@pytest.mark.parametrize("members", [ONE_LIST, WATCHED])
def test_what_was_left_unticked_is_not_blamed_on_the_language(
    members: dict[str, object], tmp_path: Path
) -> None:
    snapshot = read(a_zip(tmp_path / "takeout-1.zip", members), tmp_path)
    assert not any("language" in gap.reason for gap in snapshot.gaps)
    for part in (Part.POSTS, Part.COMMENTS):
        assert NOT_INCLUDED in gaps(snapshot, part)


def test_invented_rows_of_an_unknown_form_are_counted(tmp_path: Path) -> None:
    table = COMMENTS + ",UCme,,,,v1,words\nc 1,,,,,,\nc2,,,,,v1,\n"
    snapshot = read(a_zip(tmp_path / "t.zip", {**CHANNEL, f"{ROOT}/comments/comments.csv": table}), tmp_path)
    assert [post.id for post in snapshot.posts] == ["c2"]
    assert [g.count for g in snapshot.gaps if "a form that this version" in g.reason] == [2]


def test_the_rest_of_takeout_is_no_export_of_youtube(tmp_path: Path) -> None:
    members = {"Takeout/Mail/All.mbox": "x", "Takeout/Profile/Profile.json": {"displayName": "Robin"}}
    assert not is_export(a_zip(tmp_path / "takeout-1.zip", members))


def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path) -> None:
    never_falls_over(shared / SAMPLE, rounds=40)


@settings(max_examples=60)
@given(pieces=st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4), raw=st.text(max_size=80))
def test_any_words_come_out_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], raw: str
) -> None:
    cell = ",".join(json.dumps({"text": piece}) for piece in pieces)
    written = io.StringIO()
    clean = raw.encode("utf-8", "ignore").decode().replace("\0", "")
    for number, text in (("c1", cell), ("c2", f"a{clean}")):
        csv.writer(written).writerow([number, "", "", "", "", "v", text])
    place = tmp_path_factory.mktemp("y")
    members = {**CHANNEL, f"{ROOT}/comments/comments.csv": COMMENTS + written.getvalue()}
    first, second = read(a_zip(place / "t.zip", members), place).posts
    assert first.text == "".join(pieces).strip()
    assert second.text == f"a{clean}".strip()


def test_a_table_that_is_there_with_another_heading_is_not_said_to_have_been_left_unticked(
    tmp_path: Path,
) -> None:
    members = {**CHANNEL, f"{ROOT}/comments/comments.csv": "Comment ID,Text\nc1,Hello\n"}
    found = gaps(read(a_zip(tmp_path / "t.zip", members), tmp_path), Part.COMMENTS)
    assert [reason for reason in found if "comments.csv" in reason] == [
        f"the file {ROOT}/comments/comments.csv has a heading that this version does not know"
    ]
    assert not any("ticked" in reason for reason in found)
