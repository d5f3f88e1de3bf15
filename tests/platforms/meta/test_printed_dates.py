"""Dates as Meta's pages print them in many languages; what cannot be read is told, and is no text."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.packing import a_zip

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.platforms.meta.dates import date_in, is_date

BOTH = datetime(2023, 7, 14, 13, 13, tzinfo=UTC)
FILE = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"


@pytest.mark.parametrize(
    "written",
    [
        "Jul 14, 2023 1:13 pm",
        "Jul 14, 2023 1:13 p. m.",
        "14 July 2023 at 13:13",
        "14.07.2023 13:13",
        "14.07.2023, 13:13 Uhr",
        "Jul 14, 2023 1:13 nachm.",
        "14. Juli 2023, 13:13",
        "14 juil. 2023, 13:13",
        "14 juillet 2023 à 13:13",
        "14 de julio de 2023, 13:13",
        "14 jul 2023 13:13",
        "14 lug 2023, 13:13",
        "14 lip 2023, 13:13",
        "jul 14, 2023 1:13 da tarde",
        "Updated 14.07.2023 13:13",
        "Friday, July 14, 2023 at 1:13pm",
        "Updated Friday, July 14, 2023 at 1:13pm UTC",
        "Freitag, 14. Juli 2023 um 13:13 UTC",
        "vendredi 14 juillet 2023 à 13:13 UTC",
        "Friday, July 14, 2023 at 2:13pm UTC+01",
        "Jul 14, 2023 6:13:00 am PDT",
        "14 July 2023 14:13 BST",
        "Jul 14, 2023 1:13 pm (edited)",
    ],
)
def test_one_moment_is_read_in_many_languages(written: str) -> None:
    assert date_in(written, UTC) == BOTH
    assert is_date(written)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("13 août 2023 02:13", 8),
        ("13 juin 2023 02:13", 6),
        ("13. März 2023 02:13", 3),
        ("13 mei 2023 02:13", 5),
        ("13 dez. 2023 02:13", 12),
        ("13 févr. 2023 02:13", 2),
        ("13 ago 2023 2:13 da manhã", 8),
        ("13 maggio 2023 02:13", 5),
        ("13 maj 2023 02:13", 5),
        ("13 mars 2023 02:13", 3),
    ],
)
def test_months_are_told_apart(written: str, month: int) -> None:
    assert date_in(written, UTC) == datetime(2023, month, 13, 2, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "14/07/2023, 13:13",
        "Updated 14/07/2023 13:13",
        "Mis à jour 14 xyz 2023 13:13",
        "99.99.2023 13:13",
        "2023年7月14日 13:13",
        "14 temmuz 2023 13:13",
    ],
)
def test_a_date_that_cannot_be_read_is_known_for_a_date_and_never_guessed(written: str) -> None:
    assert date_in(written, UTC) is None
    assert is_date(written)


@pytest.mark.parametrize(
    "words",
    [
        "Updated my kitchen on 14 July 2023 and it took until 13:13 before I was done",
        "See you at 13:13",
        "Встреча 14.07.2023 в 19:00 у школы",  # noqa: RUF001 - Russian words
        "2023",
        "The 14.07.2023 was a good day",
        "",
        "Final score 3:2 in 2023 after extra time",
        "Idiot head 2 May 2011 08:12",
        "Sacked 1 May 2011 10:00 pm lol",
        "Hate 2 May 2011 08:12",
        "2 May 2011 08:12 idiot",
        "Updated by the idiot 14 July 2023 13:13",
        "Updated hell 14/07/2023 13:13",
        "07700 900123 10:30 2024",
        "Fri hell 14 July 2023 13:13",
        "Sacked Friday, July 14, 2023 at 1:13pm UTC",
    ],
)
def test_words_of_the_owner_are_no_date(words: str) -> None:
    assert not is_date(words)


def a_page(*dates: str, last: str = "") -> str:
    records = "".join(
        f'<section class="_a6-g"><div class="_2ph_ _a6-p"><div>Words {number}</div><div>{date}</div></div>'
        f'<footer class="_a6-o"><div class="_a72d">{last}</div></footer></section>'
        for number, date in enumerate(dates)
    )
    return f"<html><body><main>{records}</main></body></html>"


def read(tmp_path: Path, page: str, file: str = FILE) -> Snapshot:
    path = a_zip(tmp_path / "facebook.zip", {FILE: a_page(), file: page})
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    return snapshot


def test_words_beside_a_date_stay_in_the_post(tmp_path: Path) -> None:
    said = ["Idiot head 2 May 2011 08:12", "Sacked 1 May 2011 10:00 pm lol"]
    page = a_page(*said, last="May 02, 2012 8:12:17 am")
    snapshot = read(tmp_path, page)
    assert [post.text for post in snapshot.posts] == [f"Words {at}\n{words}" for at, words in enumerate(said)]
    assert {post.time for post in snapshot.posts} == {datetime(2012, 5, 2, 7, 12, 17, tzinfo=UTC)}


def test_a_date_among_words_is_not_taken_for_the_time_of_a_post(tmp_path: Path) -> None:
    snapshot = read(tmp_path, a_page("Idiot head 2 May 2011 08:12", last="13/04/2011 08:12"))
    assert [post.time for post in snapshot.posts] == [None]


@pytest.mark.parametrize("file", [FILE, "your_facebook_activity/comments_and_reactions/comments.html"])
def test_posts_without_words_are_never_taken_for_one(tmp_path: Path, file: str) -> None:
    record = (
        '<section class="_a6-g"><h2>Robin T updated a status.</h2><div class="_a6-p"></div>'
        '<footer class="_a6-o"><div class="_a72d">May 02, 2012 8:12:17 am</div></footer></section>'
    )
    snapshot = read(tmp_path, f"<html><body><main>{record * 3}</main></body></html>", file)
    assert len(snapshot.posts) == 3


def test_times_that_cannot_be_read_stand_in_no_text(tmp_path: Path) -> None:
    dates = (
        "Updated 14.07.2023 13:13:20",
        "Updated 14/07/2023 13:13:20",
        "Opdateret 14-07-2023 kl. 13.13:20",
    )
    snapshot = read(tmp_path, a_page(*dates))
    assert [post.text for post in snapshot.posts] == ["Words 0", "Words 1", "Words 2"]
    assert [post.time for post in snapshot.posts] == [
        datetime(2023, 7, 14, 12, 13, 20, tzinfo=UTC),
        None,
        None,
    ]


def test_times_of_json_that_are_none_are_not_guessed(tmp_path: Path) -> None:
    stamps = (1700000000, "yesterday", 10**20, "1e999")
    posts = [{"timestamp": stamp, "data": [{"post": f"At {stamp}"}]} for stamp in stamps]
    path = a_zip(tmp_path / "facebook.zip", {FILE.replace(".html", ".json"): posts})
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    assert [post.time is None for post in snapshot.posts] == [False, True, True, True]
