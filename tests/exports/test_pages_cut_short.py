"""A page of an export that is empty, or breaks off before it is closed, completes none of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports.answering import the_first
from exports.damaging import members_of
from exports.packing import a_zip

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.cut_short import ends_early

FACEBOOK = "samples/exports/facebook/constructed/facebook-html-2024.zip"
INSTAGRAM = "samples/exports/instagram/constructed/instagram-html-2026-en.zip"
LINKEDIN = "samples/exports/linkedin/constructed/Complete_LinkedInDataExport_01-05-2026.zip"
BREAKS_OFF = "is empty, or breaks off in the middle: ask for the export again"
PAGES = (
    (FACEBOOK, "profile_information.html", Part.CONTACT),
    (FACEBOOK, "photos_and_videos_1.html", Part.POSTS),
    (FACEBOOK, "photos_and_videos_1.html", Part.IMAGES),
    (FACEBOOK, "your_friends.html", Part.CONNECTIONS),
    (FACEBOOK, "comments.html", Part.COMMENTS),
    (INSTAGRAM, "personal_information.html", Part.CONTACT),
    (INSTAGRAM, "personal_information.html", Part.BIO),
    (INSTAGRAM, "posts_1.html", Part.POSTS),
    (INSTAGRAM, "posts_1.html", Part.IMAGES),
    (INSTAGRAM, "followers_1.html", Part.CONNECTIONS),
    (INSTAGRAM, "following.html", Part.CONNECTIONS),
)
LISTED = (
    ("samples/exports/facebook/constructed/facebook-old-layout-2021-json.zip", "posts/your_posts_1.json"),
    (
        "samples/exports/instagram/constructed/instagram-2021-account_information-layout.zip",
        "content/posts_1.json",
    ),
)
SNAPCHAT = {
    "html/account.html": "<html><body><h2>Basic Information</h2><table><tr><td>Username</td><td>robin</td>"
    "</tr></table></body></html>",
    "html/friends.html": "<html><body><h2>Friends</h2><table>"
    "<tr><th>Username</th><th>Display Name</th></tr><tr><td>alex</td><td>Alex</td></tr>"
    "<tr><td>kim</td><td>Kim</td></tr></table><h2>Friend Requests Sent</h2><table></table></body></html>",
}


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot, *_threads), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    return snapshot


def told(snapshot: Snapshot, part: Part) -> list[str]:
    found = [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]
    return [reason for reason in found if "breaks off" in reason]


@pytest.mark.parametrize("share", [0, 1 / 3, 2 / 3, 0.99])
@pytest.mark.parametrize("case", PAGES)
def test_a_page_that_breaks_off_completes_no_part(
    shared: Path, tmp_path: Path, case: tuple[str, str, Part], share: float
) -> None:
    sample, page, part = case
    members = members_of(shared / sample)
    (name,) = [one for one in members if one.endswith(page)]
    members[name] = members[name][: int(len(members[name]) * share)]
    snapshot = read(a_zip(tmp_path / "export.zip", members), tmp_path)
    assert part not in snapshot.read
    assert told(snapshot, part) == [f"the file {name} {BREAKS_OFF}"]


@pytest.mark.parametrize("share", [0, 0.5])
def test_an_article_that_breaks_off_is_told(shared: Path, tmp_path: Path, share: float) -> None:
    members = members_of(shared / LINKEDIN)
    name = next(one for one in members if one.endswith(".html"))
    members[name] = members[name][: int(len(members[name]) * share)]
    snapshot = read(a_zip(tmp_path / "export.zip", members), tmp_path)
    assert Part.POSTS not in snapshot.read
    assert told(snapshot, Part.POSTS) == [f"the file {name} {BREAKS_OFF}"]


@pytest.mark.parametrize("sample", LISTED)
def test_posts_whose_list_breaks_off_complete_no_pictures(
    shared: Path, tmp_path: Path, sample: tuple[str, str]
) -> None:
    path, name = sample
    members = members_of(shared / path)
    members[name] = members[name][: len(members[name]) * 2 // 3]
    snapshot = read(a_zip(tmp_path / "export.zip", members), tmp_path)
    for part in (Part.POSTS, Part.IMAGES):
        assert part not in snapshot.read
        assert any(gap.part is part and gap.reason.startswith(f"the file {name}") for gap in snapshot.gaps)


@pytest.mark.parametrize("sample", [FACEBOOK, INSTAGRAM])
def test_no_page_of_a_whole_sample_breaks_off(shared: Path, tmp_path: Path, sample: str) -> None:
    snapshot = read(shared / sample, tmp_path)
    assert [told(snapshot, part) for part in Part if told(snapshot, part)] == []


@pytest.mark.parametrize("cut", ["", SNAPCHAT["html/friends.html"].partition("<tr><td>kim")[0]])
def test_snapchats_page_of_friends_that_breaks_off_is_no_whole_list(tmp_path: Path, cut: str) -> None:
    whole = read(a_zip(tmp_path / "mydata~1.zip", SNAPCHAT), tmp_path)
    assert Part.CONNECTIONS in whole.read
    again = read(a_zip(tmp_path / "mydata~2.zip", {**SNAPCHAT, "html/friends.html": cut}), tmp_path)
    assert Part.CONNECTIONS not in again.read
    assert len(told(again, Part.CONNECTIONS)) == 1


@pytest.mark.parametrize("page", ["<main><p>Tea</main>", "<html><p>Tea</html>\n<!-- made in 3 ms -->"])
def test_a_page_that_is_closed_does_not_end_early(page: str) -> None:
    assert not ends_early(page)


@pytest.mark.parametrize(
    "page", ["", " \n", "<main><p>Tea", "<html><p>Tea", "<html><p>Tea</html>" + "\0" * 9999]
)
def test_a_page_that_is_empty_or_is_not_closed_ends_early(page: str) -> None:
    assert ends_early(page)
