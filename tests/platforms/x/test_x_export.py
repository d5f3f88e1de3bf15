from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.damaging import never_falls_over
from exports.packing import a_tweet, a_zip, x_archive, x_file

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.exported import CONNECTED_APPS
from selfaudit.platforms.told import NOT_TOLD

SAMPLES = "samples/exports/twitter"


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


@pytest.fixture
def modern(shared: Path, tmp_path: Path) -> Snapshot:
    return read(shared / SAMPLES / "constructed/twitter-2026-01-22-abc123.zip", tmp_path)


def test_constructed_archive_names_its_owner_and_their_contact_details(modern: Snapshot) -> None:
    owner = modern.owner
    assert (owner.name, owner.handle) == ("Marlene Brückner", "marlene_brueckner")
    assert owner.bio == "Schulsozialarbeiterin 🌻 Zürich/Köln"
    assert owner.emails == ("marlene.brueckner@example.org",)
    assert owner.phones == ("+44 7700 900123",)
    assert [(fact.name, fact.value) for fact in owner.facts] == [("Location", "Köln, Germany")]


def test_constructed_archive_is_read_to_the_numbers_that_its_manifest_counts(modern: Snapshot) -> None:
    numbered = [post for post in modern.posts if not post.id.startswith("note-")]
    assert len(numbered) == 6 + 2  # the manifest's own counts of tweets.js and tweets-part1.js
    assert [post.text for post in modern.posts if post.id == "note-16"] == ["Sehr langer Text …"]
    assert [post.author for post in modern.posts if post.kind is PostKind.REPOST] == ["schulamt"]
    assert [post.id for post in modern.posts if post.kind is PostKind.REPLY] == ["1600000000000000002"]
    assert {Part.BIO, Part.CONTACT, Part.POSTS} <= set(modern.read)


def test_constructed_archive_of_a_protected_account_says_so_of_every_own_post(modern: Snapshot) -> None:
    assert {post.audience for post in modern.posts if post.own} == {Audience.FRIENDS}
    assert [(s.name, s.value) for s in modern.settings] == [("protected", "Only followers you approved")]
    assert len(gaps(modern, Part.SETTINGS)) == 1


def test_constructed_archive_gives_people_without_names_and_a_gap_that_says_what_to_do(
    modern: Snapshot,
) -> None:
    assert [(other.id, other.relation, other.display_name) for other in modern.connections] == [
        ("1000", "mutual", None),
        ("1001", "mutual", None),
        ("1002", "follower", None),
    ]
    (reason,) = gaps(modern, Part.CONNECTIONS)
    assert "save those pages, and import them" in reason
    assert Part.CONNECTIONS not in modern.read


def test_an_impossible_year_gives_way_to_the_moment_in_the_number(modern: Snapshot) -> None:
    times = {post.id: post.time for post in modern.posts}
    assert times["1600000000000000000"] == datetime(2023, 11, 14, 22, 0, 20, tzinfo=UTC)
    assert times["1600000000000000004"] == datetime(2022, 12, 6, 5, 31, 41, 219000, tzinfo=UTC)


def test_published_archive_of_2016_is_read(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / "perkeep/camlistore_test.zip", tmp_path)
    assert (snapshot.owner.handle, snapshot.owner.name) == ("camlistore_test", "Camlistore Test")
    assert [(post.id, post.time) for post in snapshot.posts] == [
        ("727367542772133888", datetime(2016, 5, 3, 5, 21, 50, tzinfo=UTC)),
        ("727366997390946304", datetime(2016, 5, 3, 5, 19, 40, tzinfo=UTC)),
    ]
    assert snapshot.posts[0].text == (
        "& <> . $ % ^ * && /\\/\\()! @Camlistore camlistore. "
        "https://github.com/camlistore/camlistore/issues/476"
    )
    assert snapshot.posts[0].links == ("https://github.com/camlistore/camlistore/issues/476",)


def test_published_single_file_is_read_without_claiming_to_be_all(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / "knowledgemaxxing/tweets.js", tmp_path)
    assert [(post.id, post.kind, post.own) for post in snapshot.posts] == [
        ("3333333333333333333", PostKind.REPOST, False),
        ("4444444444444444444", PostKind.POST, True),
        ("5555555555555555555", PostKind.POST, True),
    ]
    assert snapshot.read == ()


def test_likes_are_never_the_owners_words(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / "knowledgemaxxing/like.js", tmp_path)
    assert snapshot.posts == ()
    assert Part.POSTS not in snapshot.read


def test_invented_older_files_without_a_wrapper_are_read(tmp_path: Path) -> None:
    bare = a_tweet(9, "Bare &amp; simple")["tweet"]
    members = x_archive()
    del members["data/tweets.js"]
    path = a_zip(tmp_path / "x.zip", {**members, "data/tweet.js": x_file("tweet", [bare])})
    assert [post.text for post in read(path, tmp_path).posts] == ["Bare & simple"]


def test_invented_deleted_posts_messages_and_advertising_are_never_read(tmp_path: Path) -> None:
    hidden = [a_tweet(8, "SECRET")]
    names = ("deleted-tweets", "direct-messages", "ad-engagements", "ageinfo", "like", "personalization")
    path = a_zip(
        tmp_path / "x.zip", x_archive(a_tweet(), **{f"data/{n}.js": x_file(n, hidden) for n in names})
    )
    snapshot = read(path, tmp_path)
    assert "SECRET" not in str(snapshot)
    assert [post.text for post in snapshot.posts] == ["Hello"]


def test_invented_deleted_posts_are_counted_and_kept_apart_also_where_they_stand_among_the_others(
    tmp_path: Path,
) -> None:
    deleted = x_file("deleted_tweets", [a_tweet(8, "SECRET"), a_tweet(9, "SECRET")])
    archive = x_archive(a_tweet(), a_tweet(8, "SECRET"), **{"data/deleted-tweets.js": deleted})
    snapshot = read(a_zip(tmp_path / "x.zip", archive), tmp_path)
    assert [post.id for post in snapshot.posts] == ["1"]
    assert [fact.value.partition(";")[0] for fact in snapshot.owner.facts] == ["2"]
    assert "SECRET" not in str(snapshot)
    assert Part.POSTS in snapshot.read


def test_invented_earlier_versions_of_an_edited_post_are_counted_and_kept_apart(tmp_path: Path) -> None:
    both = ["10", "11"]
    archive = x_archive(
        a_tweet(10, "SECRET first try", edit_info={"initial": {"editTweetIds": both}}),
        a_tweet(11, "Better", edit_info={"edit": {"editControlInitial": {"editTweetIds": both}}}),
        a_tweet(12, "Never edited", edit_info={"initial": {"editTweetIds": ["12"]}}),
        a_tweet(13, "Odd", edit_info={"initial": {"editTweetIds": [None, "x", 14]}}),
    )
    snapshot = read(a_zip(tmp_path / "x.zip", archive), tmp_path)
    assert [(post.id, post.text) for post in snapshot.posts] == [
        ("11", "Better"),
        ("12", "Never edited"),
        ("13", "Odd"),
    ]
    assert [(fact.name, fact.value[0]) for fact in snapshot.owner.facts] == [
        ("Earlier versions of posts", "1")
    ]
    assert "SECRET" not in str(snapshot)


def test_invented_long_post_takes_the_place_of_its_short_form(tmp_path: Path) -> None:
    start = "This is a long post that goes on for longer than the site once allowed and so it"
    note = {"core": {"text": f"{start} is kept apart."}, "createdAt": "2018-10-10T20:19:24.000Z"}
    notes = x_file("note_tweet", [{"noteTweet": note}])
    members = x_archive(a_tweet(1, f"{start}… https://t.co/abc"), **{"data/note-tweet.js": notes})
    assert [post.text for post in read(a_zip(tmp_path / "x.zip", members), tmp_path).posts] == [
        f"{start} is kept apart."
    ]


def test_invented_circle_posts_are_not_public(tmp_path: Path) -> None:
    circle = x_file("twitter_circle_tweet", [{"twitterCircleTweet": a_tweet(3, "Few")["tweet"]}])
    members = x_archive(a_tweet(2, "All"), **{"data/twitter-circle-tweet.js": circle})
    found = {post.text: post.audience for post in read(a_zip(tmp_path / "x.zip", members), tmp_path).posts}
    assert found == {"All": Audience.PUBLIC, "Few": Audience.CUSTOM}


def test_invented_archive_with_fewer_posts_than_it_counts_is_not_whole(tmp_path: Path) -> None:
    manifest = (
        'window.__THAR_CONFIG = {"archiveInfo": {"isPartialArchive": true}, '
        '"dataTypes": {"tweets": {"files": [{"count": "3"}]}}}'
    )
    path = a_zip(tmp_path / "x.zip", x_archive(a_tweet(), **{"data/manifest.js": manifest}))
    snapshot = read(path, tmp_path)
    assert gaps(snapshot, Part.POSTS) == [
        "the archive says of itself that it is only a part; ask X for the whole one",
        "the archive counts 3 posts and 1 were in what was read",
    ]
    assert Part.POSTS not in snapshot.read


def test_missing_files_are_told_as_not_included_and_never_as_empty(tmp_path: Path) -> None:
    members = x_archive(a_tweet())
    del members["data/follower.js"], members["data/following.js"]
    snapshot = read(a_zip(tmp_path / "x.zip", members), tmp_path)
    assert gaps(snapshot, Part.CONNECTIONS) == [
        "the export does not hold this; it may not have been ticked when it was asked for"
    ]


@pytest.mark.parametrize("name", ["constructed/twitter-2026-01-22-abc123.zip", "perkeep/camlistore_test.zip"])
def test_a_damaged_archive_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=40)


def test_invented_connected_applications_are_named_and_not_read(tmp_path: Path) -> None:
    application = x_file("connected_application", [{"connectedApplication": {"name": "SECRET"}}])
    members = x_archive(a_tweet(), **{"data/connected-application.js": application})
    snapshot = read(a_zip(tmp_path / "x.zip", members), tmp_path)
    assert CONNECTED_APPS in gaps(snapshot, Part.OTHER)
    assert "SECRET" not in repr(snapshot)


def test_invented_archive_without_connected_applications_names_none(tmp_path: Path) -> None:
    assert gaps(read(a_zip(tmp_path / "x.zip", x_archive(a_tweet())), tmp_path), Part.OTHER) == []


def test_an_account_whose_fields_are_called_otherwise_leaves_bio_and_address_unread(tmp_path: Path) -> None:
    account = {"username": "robin_t", "accountId": "77", "e_mail": "robin@school.example"}
    members = x_archive(
        a_tweet(1),
        **{
            "data/account.js": x_file("account", [{"account": account}]),
            "data/profile.js": x_file("profile", [{"profile": {"description": {"about": "Hm"}}}]),
        },
    )
    snapshot = read(a_zip(tmp_path / "x.zip", members), tmp_path)
    assert snapshot.owner.bio is None
    assert gaps(snapshot, Part.BIO) == gaps(snapshot, Part.CONTACT) == [NOT_TOLD]
    assert not {Part.BIO, Part.CONTACT} & set(snapshot.read)
