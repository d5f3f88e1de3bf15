"""The invented fixtures beside the project: they show that a shape is read, not that a site has it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens
from selfaudit.platforms.generic.turned_away import NOTHING_FOUND
from selfaudit.saved import import_pages


@pytest.fixture
def invented(shared: Path) -> Path:
    return shared / "samples" / "pages-invented"


def the_one(tmp_path: Path, *files: Path) -> Snapshot:
    (snapshot,) = import_pages(files, tmp_path / "media", Silent())
    return snapshot


def test_a_mastodon_page_names_who_is_signed_in(invented: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, invented / "mastodon" / "initial_state_signed_in.html")
    assert (snapshot.owner.handle, snapshot.owner.name) == ("sampleworker", "Sample Worker")
    assert snapshot.owner.lenses == (Lens.OWNER,)
    assert "sampleworker" in (snapshot.proof or "")


def test_a_signed_out_mastodon_page_joins_the_account_and_shows_nothing_of_it(
    invented: Path, tmp_path: Path
) -> None:
    snapshot = the_one(tmp_path, invented / "mastodon")
    assert (snapshot.owner.handle, snapshot.owner.lenses) == ("sampleworker", (Lens.OWNER,))
    assert [gap.reason for gap in snapshot.gaps if gap.lens is Lens.PUBLIC] == [NOTHING_FOUND]


def test_a_bluesky_account_that_asked_to_be_hidden(invented: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, invented / "bluesky" / "getProfile_no_unauthenticated.json")
    assert {(setting.name, setting.value, setting.highest) for setting in snapshot.settings} == {
        ("logged_out_visibility", "Asked to be hidden", "Asked to be hidden")
    }


def test_wordpress_lists_join_by_the_authors_number(invented: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, invented / "wordpress")
    assert (snapshot.owner.handle, snapshot.owner.name, snapshot.owner.bio) == (
        "sampleworker",
        "Sample Worker",
        "Teacher",
    )
    assert [(post.id, post.text, post.audience) for post in snapshot.posts] == [
        ("11", "A \N{EN DASH} B\nHello", Audience.PUBLIC),
        ("12", "C\nSecret", Audience.PRIVATE),
    ]


def test_a_blogger_feed_keeps_its_summer_time(invented: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, invented / "blogger" / "feed_posts_default.json")
    (post,) = snapshot.posts
    assert (post.id, post.text, post.time) == (
        "5",
        "Old post\nText",
        datetime(2012, 5, 1, 9, 0, tzinfo=UTC),
    )
    assert snapshot.owner.name == "Sample Worker"
