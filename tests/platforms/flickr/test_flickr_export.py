from __future__ import annotations

import html
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.damaging import never_falls_over
from exports.packing import A_PICTURE, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Part, PostKind
from selfaudit.platforms.told import NOT_TOLD

SAMPLE = "samples/exports/flickr/constructed/72157700000000000_abcdef_part1.zip"
PROFILE = {"screen_name": "robin", "nsid": "7@N00", "email": "robin@example.org", "description": ""}


def a_photo(number: int = 4700000000, **more: Any) -> dict[str, Any]:
    made = {"id": str(number), "name": "A title", "date_imported": "2024-06-01 12:00:00", "count_views": "1"}
    always = {"description": "", "tags": [], "comments": [], "privacy": "public"}
    return {**made, **always, **more}


def an_export(*photos: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "account_profile.json": PROFILE,
        **{f"photo_{one['id']}.json": one for one in photos},
        **{name.replace("__", "."): value for name, value in more.items()},
    }


def read(*paths: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports(paths, tmp_path / "media", Silent(), is_mine=lambda _question: True)
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is None]


def test_constructed_export_is_read_to_the_numbers_of_its_files(shared: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(shared / SAMPLE) as archive:
        photos = sum(name.startswith("photo_") for name in archive.namelist())
        comments = len(json.loads(archive.read("photos_comments_part001.json"))["comments"])
        people = {
            address
            for name in ("contacts", "followers")
            for address in json.loads(archive.read(f"{name}_part001.json"))[name].values()
        }
    snapshot = read(shared / SAMPLE, tmp_path=tmp_path)
    kinds = [post.kind for post in snapshot.posts]
    assert kinds.count(PostKind.CAPTION) == photos == 3
    assert kinds.count(PostKind.COMMENT) == comments == 1
    assert len(snapshot.connections) == len(people) == 2
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.CONNECTIONS}


def test_constructed_export_names_its_owner(shared: Path, tmp_path: Path) -> None:
    owner = read(shared / SAMPLE, tmp_path=tmp_path).owner
    assert (owner.name, owner.handle, owner.bio, owner.emails) == (
        "Marlene Brückner",
        "marlene.brueckner",
        "Schulsozialarbeiterin 🌻 Zürich/Köln",
        ("marlene.brueckner@example.org",),
    )
    assert [(fact.name, fact.value) for fact in owner.facts] == [("Country", "DE")]


def test_constructed_photos_keep_words_times_audiences_and_no_places(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLE, tmp_path=tmp_path)
    assert [(post.id, post.text, post.audience) for post in snapshot.posts] == [
        ("4700000000", "Bild 0 ü\nBeschreibung & mehr\n#schule", Audience.PUBLIC),
        ("4700000001", "Bild 1 ü\n#schule", Audience.FRIENDS),
        ("4700000002", "Bild 2 ü\nBeschreibung & mehr\n#schule", Audience.PRIVATE),
        ("album-72100", "Urlaub", Audience.UNKNOWN),
        ("c", "Schön!", Audience.UNKNOWN),
    ]
    assert snapshot.posts[0].time == datetime(2013, 9, 12, 16, 37, 56, tzinfo=UTC)
    assert "50941300" not in str(snapshot)
    assert gaps(snapshot, Part.IMAGES) == ["pictures that the export names without holding their files"]


def test_constructed_people_who_follow_and_are_followed_are_mutual(shared: Path, tmp_path: Path) -> None:
    people = read(shared / SAMPLE, tmp_path=tmp_path).connections
    assert [(one.id, one.display_name, one.relation) for one in people] == [
        ("joerg", "Jörg", "following"),
        ("anna", "Anna", "mutual"),
    ]


def test_constructed_favourites_are_never_opened(shared: Path) -> None:
    assert unused(shared / SAMPLE) == ("faves_part001.json",)


def test_invented_pictures_of_another_archive_find_their_photos(tmp_path: Path) -> None:
    data = a_zip(tmp_path / "721_ab_part1.zip", an_export(a_photo(), a_photo(4700000001)))
    files = {"a-dog_4700000000_o.png": A_PICTURE, "4700000001_0123abcdef_o.png": A_PICTURE + b"x"}
    snapshot = read(data, a_zip(tmp_path / "data-download-1.zip", files), tmp_path=tmp_path)
    assert [
        post.images == (image.file,) for post, image in zip(snapshot.posts, snapshot.images, strict=True)
    ] == [
        True,
        True,
    ]
    assert len({image.file for image in snapshot.images} - {None}) == 2
    assert Part.IMAGES in snapshot.read


def test_invented_comments_of_others_under_own_photos_are_not_own_words(tmp_path: Path) -> None:
    said = [
        {"id": "1", "user": "7@N00", "comment": "mine", "date": "2024-06-02 12:00:00"},
        {"id": "2", "user": "8@N00", "comment": "theirs <b>&amp;</b>", "date": "2024-06-02 12:00:00"},
    ]
    snapshot = read(a_zip(tmp_path / "f.zip", an_export(a_photo(comments=said))), tmp_path=tmp_path)
    assert [(post.id, post.text, post.own, post.parent) for post in snapshot.posts[1:]] == [
        ("1", "mine", True, "4700000000"),
        ("2", "theirs &", False, "4700000000"),
    ]


def test_invented_mail_and_testimonials_are_never_read(tmp_path: Path) -> None:
    secret = {"flickrmail": [{"subject": "SECRET"}], "testimonials": [{"text": "SECRET"}]}
    names = ("sent_flickrmail_part001__json", "received_flickrmail_part001__json", "testimonials__json")
    path = a_zip(tmp_path / "f.zip", an_export(a_photo(), **dict.fromkeys(names, secret)))
    assert "SECRET" not in str(read(path, tmp_path=tmp_path))


def test_invented_films_and_unknown_forms_are_counted(tmp_path: Path) -> None:
    film = a_photo(4700000003, original="https://live.example/4700000003_o.mp4")
    odd = {**a_photo(4700000004), "id": {}}
    path = a_zip(tmp_path / "f.zip", {**an_export(film), "photo_4700000004.json": odd})
    snapshot = read(path, tmp_path=tmp_path)
    assert gaps(snapshot, Part.IMAGES) == ["films are not looked at"]
    assert gaps(snapshot, Part.POSTS) == ["photos in a form that this version does not know"]


def test_an_archive_of_other_pictures_is_no_export(tmp_path: Path) -> None:
    assert not is_export(a_zip(tmp_path / "p.zip", {"holiday_o.png": A_PICTURE, "IMG_1234.png": A_PICTURE}))


def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path) -> None:
    never_falls_over(shared / SAMPLE, rounds=60)


@settings(max_examples=60)
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), max_size=120))
def test_any_words_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    place = tmp_path_factory.mktemp("f")
    path = a_zip(place / "f.zip", an_export(a_photo(name=html.escape(f"a{words}"))))
    assert [post.text for post in read(path, tmp_path=place).posts] == [f"a{words}"]


def changed(shared: Path, path: Path, **changes: Any) -> Path:
    """The constructed export with some of its files changed, or left out where the change is nothing."""
    with zipfile.ZipFile(shared / SAMPLE) as archive:
        held = {name: json.loads(archive.read(name)) for name in archive.namelist()}
    held |= {f"{name}.json": value for name, value in changes.items()}
    return a_zip(path / "changed.zip", {name: value for name, value in held.items() if value is not None})


@pytest.mark.parametrize(
    "held", [{"contact_list": {"Zoe": "https://x"}}, {"contacts": [{"name": "Zoe"}]}, {"contacts": "Zoe"}, []]
)
def test_people_in_another_form_are_a_gap(shared: Path, tmp_path: Path, held: Any) -> None:
    snapshot = read(changed(shared, tmp_path, contacts_part001=held), tmp_path=tmp_path)
    assert gaps(snapshot, Part.CONNECTIONS) == ["people in a form that this version does not know"]
    assert Part.CONNECTIONS not in snapshot.read


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("followers_part001", "the export does not hold who follows you"),
        ("contacts_part001", "the export does not hold whom you follow"),
    ],
)
def test_one_list_of_people_without_the_other_is_a_gap(
    shared: Path, tmp_path: Path, name: str, reason: str
) -> None:
    snapshot = read(changed(shared, tmp_path, **{name: None}), tmp_path=tmp_path)
    assert gaps(snapshot, Part.CONNECTIONS) == [reason]
    assert Part.CONNECTIONS not in snapshot.read


def test_nobody_followed_is_read_and_no_gap(shared: Path, tmp_path: Path) -> None:
    nobody = {"contacts_part001": {"contacts": {}}, "followers_part001": {"followers": []}}
    snapshot = read(changed(shared, tmp_path, **nobody), tmp_path=tmp_path)
    assert gaps(snapshot, Part.CONNECTIONS) == []
    assert Part.CONNECTIONS in snapshot.read


def test_a_profile_whose_fields_are_called_otherwise_leaves_bio_and_address_unread(
    shared: Path, tmp_path: Path
) -> None:
    profile = {**PROFILE, "description": None, "email": None, "about": "Hm", "e_mail": "kim@school.example"}
    snapshot = read(changed(shared, tmp_path, account_profile=profile), tmp_path=tmp_path)
    assert not {Part.BIO, Part.CONTACT} & set(snapshot.read)
    assert gaps(snapshot, Part.BIO) == gaps(snapshot, Part.CONTACT) == [NOT_TOLD]


def test_a_profile_with_an_empty_bio_is_read(shared: Path, tmp_path: Path) -> None:
    snapshot = read(changed(shared, tmp_path, account_profile=PROFILE), tmp_path=tmp_path)
    assert {Part.BIO, Part.CONTACT} <= set(snapshot.read)


def test_photos_that_an_album_names_and_that_are_not_here_are_a_gap(shared: Path, tmp_path: Path) -> None:
    path = changed(shared, tmp_path, photo_4700000001=None)
    snapshot = read(path, tmp_path=tmp_path)
    missing = [gap for gap in snapshot.gaps if gap.part is Part.POSTS and "albums name" in gap.reason]
    assert [gap.count for gap in missing] == [1]
    assert Part.POSTS not in snapshot.read


def test_comments_without_their_file_or_their_list_are_a_gap(shared: Path, tmp_path: Path) -> None:
    without = read(changed(shared, tmp_path, photos_comments_part001=None), tmp_path=tmp_path)
    assert Part.COMMENTS not in without.read
    renamed = {**a_photo(), "comments": None, "remarks": [{"id": "1", "comment": "Hm"}]}
    snapshot = read(changed(shared, tmp_path, photo_4700000000=renamed), tmp_path=tmp_path / "second")
    assert gaps(snapshot, Part.COMMENTS) == ["comments in a form that this version does not know"]
