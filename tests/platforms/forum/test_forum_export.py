from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.damaging import never_falls_over
from exports.packing import A_PICTURE, a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import ImageRole, Lens, Part, PostKind
from selfaudit.platforms.told import NOT_TOLD

DISCOURSE = "samples/exports/discourse/constructed/user_archive-marlene.brueckner-260105-100000-7.zip"
NODEBB = "samples/exports/nodebb/constructed"
HEAD = "topic_title,categories,is_pm,post_raw,post_cooked,like_count,reply_count,url,created_at\n"
ROW = "T,C,{},{},,0,0,https://f.example/t/t/{},2024-06-01 12:00:00 UTC\n"
ME = {"user": {"username": "robin", "name": "Robin", "bio_raw": ""}}
PROFILE = {"user": {"uid": 5, "username": "robin", "userslug": "robin"}, "settings": {}, "following": []}
NODEBB_HEAD = '"pid","uid","tid","content","timestamp","deleted"\n'


def read(*paths: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports(paths, tmp_path / "media", Silent())
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def test_constructed_discourse_archive_is_read_to_the_numbers_of_its_table(
    shared: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(shared / DISCOURSE) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/user_archive.csv"))
        rows = [row for row in csv.reader(io.StringIO(archive.read(name).decode())) if row][1:]
    snapshot = read(shared / DISCOURSE, tmp_path=tmp_path)
    assert len(rows) == 4
    assert len(snapshot.posts) == sum(row[2] == "No" for row in rows) == 3
    assert "Beitrag 1" not in str(snapshot)  # the private message
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES}


def test_constructed_discourse_archive_names_its_owner(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / DISCOURSE, tmp_path=tmp_path)
    owner = snapshot.owner
    assert (owner.name, owner.handle, owner.bio) == (
        "Marlene Brückner",
        "marlene.brueckner",
        "Schulsozialarbeiterin 🌻 Zürich/Köln",
    )
    assert owner.emails == ("marlene.brueckner@example.org", "m.brueckner@schule.example")
    assert owner.links == ("https://blog.example.org",)
    assert [(fact.name, fact.value) for fact in owner.facts] == [("Location", "Köln, Germany")]
    assert [(one.name, one.value) for one in snapshot.settings] == [
        ("hide_profile", "Off"),
        ("hide_online", "Off"),
    ]
    assert snapshot.site == "https://forum.example.org"


def test_constructed_discourse_posts_keep_words_and_times(shared: Path, tmp_path: Path) -> None:
    posts = read(shared / DISCOURSE, tmp_path=tmp_path).posts
    assert [(post.id, post.text, post.kind, post.time) for post in posts] == [
        ("0-1", "Thema 0\nBeitrag 0", PostKind.POST, datetime(2024, 1, 1, 10, tzinfo=UTC)),
        ("2-1", "Thema 2\nBeitrag 2", PostKind.POST, datetime(2024, 3, 1, 10, tzinfo=UTC)),
        ("3-1", "Thema 3\nBeitrag 3", PostKind.POST, datetime(2024, 4, 1, 10, tzinfo=UTC)),
    ]


def test_invented_private_messages_are_told_in_other_languages_and_never_guessed(tmp_path: Path) -> None:
    rows = "".join(
        ROW.format(word, f"words {number}", f"9/{number}")
        for number, word in enumerate(("Nein", "Ja", "Нет", "Да", "Nope", ""), start=2)
    )
    members = {"user_archive.csv": HEAD + rows, "preferences.json": ME}
    snapshot = read(a_zip(tmp_path / "d.zip", members), tmp_path=tmp_path)
    assert [(post.id, post.text, post.kind) for post in snapshot.posts] == [
        ("9-2", "words 2", PostKind.REPLY),
        ("9-4", "words 4", PostKind.REPLY),
    ]
    (gap,) = (gap for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is not Lens.PUBLIC)
    assert ("in an unknown language" in gap.reason, gap.count) == (True, 2)


def test_invented_older_archive_with_a_profile_table_of_its_own(tmp_path: Path) -> None:
    members = {
        "user_archive.csv": (
            "topic_title,categories,is_pm,post,like_count,reply_count,url,created_at\n"
            'T,C,No,"[quote=""kim""]theirs[/quote] mine",0,0,'
            "https://f.example/t/t/4/2,2020-06-01 12:00:00 UTC\n"
        ),
        "user_archive_profile.csv": "location,website,bio,views\nLeeds,https://r.example,Hi,3\n",
    }
    snapshot = read(a_zip(tmp_path / "d.zip", members), tmp_path=tmp_path)
    assert [(post.id, post.text) for post in snapshot.posts] == [("4-2", "mine")]
    assert (snapshot.owner.bio, snapshot.owner.links) == ("Hi", ("https://r.example",))
    assert any("whose export" in reason for reason in gaps(snapshot, Part.OTHER))


def test_invented_quotations_of_others_are_left_out_and_pictures_are_named(tmp_path: Path) -> None:
    cooked = (
        "<aside class=quote><p>theirs</p></aside><p>mine <a href='https://a.example'>x</a></p>"
        "<img src='https://f.example/u/1.png' alt='A dog'>"
    )
    row = f'T,C,No,raw,"{cooked}",0,0,https://f.example/t/t/4/2,2024-06-01 12:00:00 UTC\n'
    snapshot = read(
        a_zip(tmp_path / "d.zip", {"user_archive.csv": HEAD + row, "preferences.json": ME}), tmp_path=tmp_path
    )
    assert [(post.text, post.links) for post in snapshot.posts] == [("mine x", ("https://a.example",))]
    assert [(image.post, image.url) for image in snapshot.images] == [("4-2", "https://f.example/u/1.png")]
    assert Part.IMAGES not in snapshot.read


def test_constructed_nodebb_downloads_given_one_by_one_are_one_export(shared: Path, tmp_path: Path) -> None:
    folder = shared / NODEBB
    with (folder / "5_posts.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.reader(table) if row][1:]
    snapshot = read(folder / "5_posts.csv", folder / "5_profile.json", tmp_path=tmp_path)
    assert len(snapshot.posts) == len(rows) == 3
    assert (snapshot.posts[0].id, snapshot.posts[0].text) == ("10", 'Beitrag 0 mit "Zitat"\nund Zeile')
    assert snapshot.posts[0].time == datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC)
    assert [(one.id, one.handle, one.relation) for one in snapshot.connections] == [
        ("7", "joerg", "following"),
        ("8", "anna", "following"),
    ]
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT, Part.POSTS}


def test_constructed_nodebb_profile_names_its_owner_and_no_message_or_vote(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / NODEBB, tmp_path=tmp_path)
    owner = snapshot.owner
    assert (owner.name, owner.handle, owner.bio) == (
        "Marlene Brückner",
        "marlene.brueckner",
        "Schulsozialarbeiterin 🌻 Zürich/Köln",
    )
    assert owner.emails == ("marlene.brueckner@example.org",)
    assert [(one.name, one.value) for one in snapshot.settings] == [
        ("show_email", "Off"),
        ("show_name", "On"),
    ]
    assert {post.id for post in snapshot.posts} == {"10", "11", "12"}
    assert "203.0.113.5" not in str(snapshot)


def test_invented_nodebb_posts_of_others_and_deleted_ones(tmp_path: Path) -> None:
    rows = '1,5,1,"mine",1600000000000,0\n2,6,1,"theirs",1600000000000,0\n3,5,1,"gone",1600000000000,1\n'
    quoted = '4,5,1,"""> theirs\\nmine too""",1600000000000,0\n'
    members = {"5_posts.csv": NODEBB_HEAD + rows + quoted, "5_profile.json": PROFILE}
    snapshot = read(a_folder(tmp_path / "n", members), tmp_path=tmp_path)
    assert [(post.id, post.text) for post in snapshot.posts] == [("1", "mine"), ("4", "mine too")]
    assert gaps(snapshot, Part.POSTS) == ["posts that carry the number of another member"]


def test_tables_of_other_programs_are_no_export_of_a_board(tmp_path: Path) -> None:
    members = {"a_posts.csv": "id,text\n", "a_profile.json": {"name": "x"}, "preferences.json": {"a": 1}}
    assert not is_export(a_zip(tmp_path / "o.zip", members))


@pytest.mark.parametrize("name", [DISCOURSE, NODEBB])
def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / name, rounds=40)


@settings(max_examples=60)
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=120))
def test_any_words_of_nodebb_come_out_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    written = io.StringIO()
    csv.writer(written).writerow(["1", "5", "1", json.dumps(f"a {words}"), "1600000000000", "0"])
    place = tmp_path_factory.mktemp("n")
    members = {"5_posts.csv": NODEBB_HEAD + written.getvalue(), "5_profile.json": PROFILE}
    (post,) = read(a_zip(place / "n.zip", members), tmp_path=place).posts
    assert post.text == f"a {words}".strip()


def nodebb_with_uploads(tmp_path: Path) -> list[Path]:
    """The three downloads of NodeBB, one post of which shows an uploaded picture and one from elsewhere."""
    words = "look ![a.png](/assets/uploads/files/1600-a.png) and ![b](https://x.example/b.png)"
    content = json.dumps(words).replace('"', '""')
    profile = {**PROFILE, "user": {**PROFILE["user"], "uploadedpicture": "/uploads/profile/5-avatar.png"}}
    members = {
        "5_profile.json": profile,
        "5_posts.csv": NODEBB_HEAD + f'1,5,2,"{content}",1700000000000,0\n',
        "5_uploads.zip": a_zip(
            tmp_path / "u.zip", {"1600-a.png": A_PICTURE, "5-avatar.png": A_PICTURE}
        ).read_bytes(),
    }
    folder = a_folder(tmp_path / "three", members)
    return [folder / name for name in members]


@pytest.mark.parametrize("as_folder", [True, False])
def test_the_uploads_of_nodebb_bring_the_pictures_to_its_posts(tmp_path: Path, *, as_folder: bool) -> None:
    files = nodebb_with_uploads(tmp_path)
    snapshot = read(*([files[0].parent] if as_folder else files), tmp_path=tmp_path)
    shown = [(image.role, image.post, image.file is not None) for image in snapshot.images]
    assert shown == [
        (ImageRole.AVATAR, None, True),
        (ImageRole.PHOTO, "1", True),
        (ImageRole.PHOTO, "1", False),
    ]
    assert gaps(snapshot, Part.IMAGES) == ["pictures that the export names without holding their files"]
    assert gaps(snapshot, Part.OTHER) == []


def test_the_uploads_of_nodebb_alone_are_known_and_name_nobody(tmp_path: Path) -> None:
    snapshot = read(nodebb_with_uploads(tmp_path)[2], tmp_path=tmp_path)
    assert (snapshot.platform, snapshot.owner.handle, snapshot.posts) == ("forum", None, ())
    assert len(gaps(snapshot, Part.OTHER)) == 1


def test_a_nodebb_profile_whose_fields_are_called_otherwise_leaves_bio_and_address_unread(
    tmp_path: Path,
) -> None:
    user = {**PROFILE["user"], "about": "Hm, well", "e_mail": "robin@school.example"}
    path = a_folder(tmp_path / "in", {"5_profile.json": {**PROFILE, "user": user}})
    snapshot = read(path, tmp_path=tmp_path)
    assert gaps(snapshot, Part.BIO) == gaps(snapshot, Part.CONTACT) == [NOT_TOLD]
    assert not {Part.BIO, Part.CONTACT} & set(snapshot.read)


def test_a_nodebb_profile_that_was_never_filled_in_is_read(tmp_path: Path) -> None:
    snapshot = read(a_folder(tmp_path / "in", {"5_profile.json": PROFILE}), tmp_path=tmp_path)
    assert {Part.BIO, Part.CONTACT} <= set(snapshot.read)
