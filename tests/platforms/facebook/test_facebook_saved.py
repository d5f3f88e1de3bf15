"""Saved pages of Meta's sites through the saved-pages door: which belong together, and whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from meta_pages import defining, document, result, user

from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.saved.door import import_pages


@pytest.fixture
def door(tmp_path: Path) -> Path:
    return tmp_path / "saved"


def read(*paths: Path, media: Path) -> tuple[Snapshot, ...]:
    return import_pages(paths, media, Silent())


def test_two_old_pages_of_one_number_are_one_person_though_only_one_knows_the_name(
    shared: Path, tmp_path: Path
) -> None:
    folder = shared / "samples/pages/facebook"
    names = ("facebook.mbasic.about.html", "facebook.mbasic.profile.html")
    (snapshot,) = read(*(folder / name for name in names), media=tmp_path)
    assert (snapshot.platform, snapshot.owner.handle) == ("facebook", "snarfed.org")
    assert [(post.id, post.lenses) for post in snapshot.posts] == [
        ("123", (Lens.OWNER,)),
        ("456", (Lens.OWNER,)),
    ]
    assert snapshot.proof is not None
    assert "212038" in snapshot.proof


def test_a_wall_met_signed_out_is_the_strangers_gap_and_leaves_the_owners_posts(
    shared: Path, tmp_path: Path
) -> None:
    folder = shared / "samples/pages-invented/facebook"
    names = ("profile_signed_in_owner.html", "page_login_wall.html")
    (snapshot,) = read(*(folder / name for name in names), media=tmp_path)
    assert [post.id for post in snapshot.posts] == ["501", "502"]
    walls = [(gap.reason, gap.lens) for gap in snapshot.gaps if gap.part is Part.OTHER]
    assert walls == [("Facebook asks for a sign-in before it shows this", Lens.PUBLIC)]


def test_a_friends_page_that_was_saved_while_signed_in_is_not_read(door: Path) -> None:
    door.mkdir()
    bio = {
        "user": {
            "id": "88",
            "name": "Pat Jones",
            "url": "https://www.facebook.com/pat",
            "best_description": {"text": "Hi"},
        }
    }
    mine = {
        "user": {
            "id": "5",
            "name": "Me",
            "url": "https://www.facebook.com/me.too",
            "best_description": {"text": "Tea"},
        }
    }
    signed_in = user("5", "Me")
    for name, told in (("friend.html", bio), ("mine.html", mine)):
        (door / name).write_text(document(signed_in, result(told), url="").html, encoding="utf-8")
    (snapshot,) = read(door, media=door / "media")
    assert (snapshot.owner.handle, snapshot.owner.bio) == ("me.too", "Tea")
    assert not [gap for gap in snapshot.gaps if "friend.html" in gap.reason]


def test_pages_of_the_three_sister_sites_are_three_accounts(shared: Path, door: Path) -> None:
    door.mkdir()
    viewer = defining("PolarisViewer", {"data": {"id": "3001", "username": "sample.worker"}})
    (door / "instagram.html").write_text(
        document(user("0"), viewer, url="", title="Instagram").html, encoding="utf-8"
    )
    folder = shared / "samples/pages-invented"
    paths = (folder / "facebook/profile_signed_in_owner.html", folder / "threads/profile_public.html", door)
    found = {one.platform: one.owner.handle for one in read(*paths, media=door / "media")}
    assert found == dict.fromkeys(("facebook", "instagram", "threads"), "sample.worker")
