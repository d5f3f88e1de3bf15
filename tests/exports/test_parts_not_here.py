"""Where the numbers in names have a hole, what is missing is told and nothing counts as read to its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports.answering import the_first
from exports.packing import a_folder, a_tweet, a_zip, x_archive, x_file

from selfaudit.exports import import_exports
from selfaudit.exports.numbering import missing_parts
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.exported import NOT_INCLUDED, OTHERS_WORDS

FACEBOOK = "facebook-marlenebrueckner-2026-01-05-AbCdEfGh"
STEM = "twitter-2026-01-05-abc123"
ADVICE = "; download it as well, and import all parts together"


def read(*paths: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports(paths, tmp_path / "media", Silent(), the_first)
    return snapshot


def reasons(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([f"{STEM}-1.zip"], []),
        ([f"{STEM}-1.zip", f"{STEM}-2.zip"], []),
        ([f"{STEM}.zip", f"{STEM}-2.zip"], []),
        ([f"{STEM}-1.zip", f"{STEM}-5.zip"], ["parts 2 to 4 of twitter-2026-01-05-abc123"]),
        ([f"{STEM}-2.zip"], ["part 1 of twitter-2026-01-05-abc123"]),
        ([f"{STEM}-002.zip", f"{STEM}-004.zip"], ["parts 1 and 3 of twitter-2026-01-05-abc123"]),
        ([f"{STEM}-2 (1).zip"], ["part 1 of twitter-2026-01-05-abc123"]),
        (["twitter-1.zip", "twitter-3.zip"], ["part 2 of twitter"]),
        (["mydata~1700000000000.zip", "mydata~1700000000000-3.zip"], ["part 2 of mydata~1700000000000"]),
        (["72157_ab_part2.zip"], ["part 1 of 72157_ab"]),
        (["TikTok_Data_1700000000.zip"], []),
        (["Basic_LinkedInDataExport_01-05-2026.zip"], []),
        (["mine-2026-01-05.zip"], []),
        (["user_archive-robin-260105-100000-7.zip"], []),
        (["twitter (3).zip"], []),
        (["twitter-365.zip"], []),
        (["archive-20250126120000-repacked.tar.gz"], []),
    ],
)
def test_only_what_names_tell_is_missing(tmp_path: Path, names: list[str], told: list[str]) -> None:
    paths = [a_zip(tmp_path / name, {"a": "b"}) for name in names]
    assert [one.named for one in missing_parts(paths, ())] == told


def test_a_part_that_is_there_and_holds_nothing_to_read_is_not_missing(tmp_path: Path) -> None:
    paths = [a_zip(tmp_path / f"{STEM}-{number}.zip", {"a": "b"}) for number in (1, 2, 3)]
    assert list(missing_parts([paths[0], paths[2]], [paths[1]])) == []


def test_a_hole_between_archives_leaves_nothing_read_to_its_end(tmp_path: Path) -> None:
    first = a_zip(tmp_path / f"{STEM}-1.zip", x_archive(a_tweet(1, "first")))
    fifth = a_zip(tmp_path / f"{STEM}-5.zip", {"data/tweets-part1.js": x_file("tweets", [a_tweet(2)], 1)})
    snapshot = read(first, fifth, tmp_path=tmp_path)
    reason = f"parts 2 to 4 of {STEM} are not among what could be read; download them as well, and import all"
    told = f"by the numbers in their names, {reason} parts together"
    for part in (Part.POSTS, Part.IMAGES, Part.CONNECTIONS):
        assert told in reasons(snapshot, part), part
        assert part not in snapshot.read
    assert len(snapshot.posts) == 2
    assert Part.BIO in snapshot.read


def test_where_a_part_is_missing_nobody_is_told_that_they_forgot_to_tick(
    shared: Path, tmp_path: Path
) -> None:
    folder = shared / "samples/exports/facebook/constructed"
    snapshot = read(folder / f"{FACEBOOK}-2.zip", tmp_path=tmp_path)
    assert not [gap for gap in snapshot.gaps if NOT_INCLUDED in gap.reason]
    assert reasons(snapshot, Part.COMMENTS) == [
        OTHERS_WORDS,
        f"by the numbers in their names, part 1 of {FACEBOOK} is not among what could be read{ADVICE}",
    ]


def test_a_name_that_may_only_look_like_a_part_is_told_as_a_doubt(tmp_path: Path) -> None:
    snapshot = read(a_zip(tmp_path / "mine-2.zip", x_archive(a_tweet())), tmp_path=tmp_path)
    assert (
        "by its name this could be part 2 of an export, of which part 1 is not here;"
        " if so, import them together"
    ) in reasons(snapshot, Part.POSTS)


def test_files_inside_that_are_numbered_with_a_hole_are_told(tmp_path: Path) -> None:
    posts = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_{}.json"
    one = [{"timestamp": 1700000000, "data": [{"post": "Hi"}]}]
    members = {posts.format(4): one, posts.format(6): one}
    snapshot = read(a_folder(tmp_path / "fb", members), tmp_path=tmp_path)
    told = (
        "the files your_posts__check_ins__photos_and_videos are numbered,"
        " and numbers 1 to 3 and 5 are not here; they may be in a part of the export that is not here"
    )
    assert told in reasons(snapshot, Part.POSTS)
    assert Part.POSTS not in snapshot.read
    members = {posts.format(number): one for number in (1, 2)}
    whole = read(a_folder(tmp_path / "fb2", members), tmp_path=tmp_path)
    assert not [gap for gap in whole.gaps if "numbered" in gap.reason]


def test_lone_numbered_files_of_x_begin_with_one_that_has_no_number(tmp_path: Path) -> None:
    members = x_archive(a_tweet(1), **{"data/tweets-part1.js": x_file("tweets", [a_tweet(2)], 1)})
    whole = read(a_zip(tmp_path / "x.zip", members), tmp_path=tmp_path)
    assert not [gap for gap in whole.gaps if "numbered" in gap.reason]
    del members["data/tweets.js"]
    snapshot = read(a_zip(tmp_path / "y.zip", members), tmp_path=tmp_path)
    assert [
        one for one in reasons(snapshot, Part.POSTS) if one.startswith("the files tweets are numbered, and")
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (
            f"{STEM}-1.zip",
            (
                f"this is not in what could be read; it may be in a further part of {STEM},"
                " or it may not have been ticked when the export was asked for"
            ),
        ),
        (f"{STEM}.zip", NOT_INCLUDED),
    ],
)
def test_what_the_first_part_does_not_hold_may_be_in_a_further_one(
    tmp_path: Path, name: str, reason: str
) -> None:
    members = x_archive(a_tweet())
    del members["data/tweets.js"]
    snapshot = read(a_zip(tmp_path / name, members), tmp_path=tmp_path)
    assert reasons(snapshot, Part.POSTS) == [reason]


def test_a_numbered_file_alone_is_the_likelier_reason_for_what_is_not_there(tmp_path: Path) -> None:
    lone = a_folder(
        tmp_path / "f", {"your_posts_4.json": [{"timestamp": 1700000000, "data": [{"post": "Hi"}]}]}
    )
    snapshot = read(lone / "your_posts_4.json", tmp_path=tmp_path)
    assert any("numbers 1 to 3 are not here" in one for one in reasons(snapshot, Part.POSTS))
    assert not [gap for gap in snapshot.gaps if "ticked" in gap.reason]
