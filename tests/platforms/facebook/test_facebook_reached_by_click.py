"""A profile that was clicked to from the home feed holds no data of it: its address, heading and posts tell.

Invented: after what a browser's "Save page as" gives of a page that its own programs have built.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from meta_pages import document, user

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.facebook.parse import NAMESAKE
from selfaudit.saved import import_pages

SITE = "https://www.facebook.com"


def bar(name: str, vanity: str) -> str:
    return f"<div role='banner'><a aria-label='{name}' href='{SITE}/{vanity}'><svg></svg></a></div>"


def profile(name: str, vanity: str) -> str:
    """What the page of this person shows on the screen."""
    return (
        f"<div role='main'><h1>{name}</h1><div role='article'><h2><a href='{SITE}/{vanity}'>{name}</a></h2>"
        f"<a href='{SITE}/{vanity}/posts/pfbid0abc'>2 January</a><div data-ad-preview='message'>Tea</div>"
        f"</div></div>"
    )


def imported(folder: Path, vanity: str, body: str) -> Snapshot:
    page = document(user("1000001", "Anna Hill"), url="", body=body, title="Facebook")
    address = f"{SITE}/{vanity}"
    mark = f"<!-- saved from url=({len(address):04d}){address} -->"
    (folder / "page.html").write_text(f"<!DOCTYPE html>\n{mark}\n{page.html}", encoding="utf-8")
    (snapshot,) = import_pages([folder / "page.html"], folder / "media", Silent())
    return snapshot


def test_the_sites_own_bar_tells_which_address_is_the_signed_in_persons(tmp_path: Path) -> None:
    body = bar("Anna Hill", "anna.hill") + profile("Anna Hill", "anna.hill")
    snapshot = imported(tmp_path, "anna.hill", body)
    assert (snapshot.owner.handle, snapshot.owner.name) == ("anna.hill", "Anna Hill")
    assert [(post.id, post.own, post.text) for post in snapshot.posts] == [("pfbid0abc", True, "Tea")]
    assert Part.POSTS not in snapshot.read


def test_a_page_under_the_same_name_alone_is_neither_read_nor_called_somebody_elses(tmp_path: Path) -> None:
    snapshot = imported(tmp_path, "anna.hill", profile("Anna Hill", "anna.hill"))
    assert snapshot.posts == ()
    assert [(gap.reason, gap.count) for gap in snapshot.gaps if gap.count == 1] == [(NAMESAKE, 1)]


def test_a_namesakes_page_is_not_read_when_the_bar_leads_elsewhere(tmp_path: Path) -> None:
    body = bar("Anna Hill", "anna.hill.7") + profile("Anna Hill", "anna.hill")
    assert imported(tmp_path, "anna.hill", body).posts == ()


@pytest.mark.parametrize("link", [bar("Anna Hill", "anna.hill"), bar("Bob Stone", "bob.stone"), ""])
def test_somebody_elses_page_is_refused_with_the_persons_name_and_not_a_number(
    tmp_path: Path, link: str
) -> None:
    with pytest.raises(ImportFailed) as told:
        imported(tmp_path, "bob.stone", link + profile("Bob Stone", "bob.stone"))
    person = "anna.hill" if "anna.hill" in link else "Anna Hill"
    assert told.value.sentence == (
        f"Nothing could be read: page.html shows a profile other than that of {person}, "
        "who was signed in; only your own is read."
    )
