"""What one lens read to its end is not read by the other; what is missing is counted once; walls are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from saved.test_people_told_apart import Listener

from selfaudit.errors import ImportFailed
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.merging import merge
from selfaudit.saved import import_pages


def test_what_only_the_second_lens_read_to_its_end_is_not_read() -> None:
    owner, public = Snapshot("x", read=(Part.BIO,)), Snapshot("x", read=(Part.BIO, Part.POSTS))
    assert merge(owner, public).read == (Part.BIO,)
    assert merge(public, owner).read == (Part.BIO, Part.POSTS)


ME = {
    "id": "7",
    "acct": "alex",
    "username": "alex",
    "url": "https://example.social/@alex",
    "statuses_count": 9,
}


def a_status(number: int) -> dict[str, Any]:
    return {"id": str(number), "content": f"<p>{number}</p>", "visibility": "public", "account": ME}


def a_profile(folder: Path, name: str, *, signed_in: bool, note: str | None = "Hello") -> Path:
    """Mastodon's page, with whoever is signed in and whose profile it is."""
    account = {**ME, **({} if note is None else {"note": note})}
    state = {"meta": {"me": "7"} if signed_in else {"domain": "example.social"}, "accounts": {"7": account}}
    page = folder / f"{name}.html"
    script = f'<script id="initial-state" type="application/json">{json.dumps(state)}</script>'
    page.write_text(f"<html><body>{script}<div id='mastodon'></div></body></html>", "utf-8")
    return page


def an_answer(folder: Path, name: str, *numbers: int) -> Path:
    file = folder / f"{name}.json"
    file.write_text(json.dumps([a_status(number) for number in numbers]), "utf-8")
    return file


def imported(folder: Path, *files: Path) -> tuple[Snapshot, Listener]:
    listener = Listener()
    (snapshot,) = import_pages(files, folder / "media", listener)
    return snapshot, listener


def gaps(snapshot: Snapshot, part: Part) -> set[tuple[str, int | None, Lens | None]]:
    return {(gap.reason, gap.count, gap.lens) for gap in snapshot.gaps if gap.part is part}


def test_a_count_is_told_once_where_only_some_pages_name_who_was_signed_in(tmp_path: Path) -> None:
    files = [a_profile(tmp_path, "own", signed_in=True), an_answer(tmp_path, "one", 1, 2, 3, 4)]
    snapshot, _listener = imported(tmp_path, *files)
    assert gaps(snapshot, Part.POSTS) == {("the profile counts 9 and 4 were in what was read", 5, Lens.OWNER)}
    assert {post.lenses for post in snapshot.posts} == {()}


def test_what_only_one_lens_saw_is_a_gap_of_the_other_alone(tmp_path: Path) -> None:
    own = a_profile(tmp_path, "own", signed_in=True)
    snapshot, listener = imported(tmp_path, own, a_profile(tmp_path, "out", signed_in=False, note=None))
    assert Part.BIO in snapshot.read
    assert gaps(snapshot, Part.BIO) == {("the pages you saved do not show this", None, Lens.PUBLIC)}
    assert gaps(snapshot, Part.COMMENTS) == {("the pages you saved do not show this", None, None)}
    assert gaps(snapshot, Part.SETTINGS) == {("the pages you saved do not show this", None, None)}
    assert listener.unread == []


def test_what_both_lenses_saw_to_its_end_is_no_gap(tmp_path: Path) -> None:
    pages = [a_profile(tmp_path, f"in-{signed_in}", signed_in=signed_in) for signed_in in (True, False)]
    snapshot, _listener = imported(tmp_path, *pages)
    assert gaps(snapshot, Part.BIO) == gaps(snapshot, Part.CONTACT) == set()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("signin_home_loggedout.html", "Instagram asks for a sign-in before it shows this"),
        ("auth_challenge_page.html", "Instagram wants the account's owner to prove who they are first"),
    ],
)
def test_a_wall_alone_is_told_as_what_it_is_instead_of_asked_about(
    shared: Path, tmp_path: Path, name: str, reason: str
) -> None:
    with pytest.raises(ImportFailed) as failed:
        imported(tmp_path, shared / "samples" / "pages" / "instagram" / name)
    assert failed.value.sentence == f"Nothing could be read: {name} shows nothing of a profile: {reason}."


def test_a_page_without_anything_among_good_ones_is_told(tmp_path: Path) -> None:
    state = (
        '<script id="initial-state" type="application/json">{"meta": {"domain": "example.social"}}</script>'
    )
    empty = tmp_path / "empty.html"
    empty.write_text(f"<html><body>{state}<div id='mastodon'></div></body></html>", "utf-8")
    own, out = (a_profile(tmp_path, f"in-{signed_in}", signed_in=signed_in) for signed_in in (True, False))
    snapshot, listener = imported(tmp_path, own, out, empty)
    (line,) = listener.unread
    assert line.startswith("Not read: empty.html shows nothing of a profile: ")
    assert any("empty.html" in reason for reason, _count, _lens in gaps(snapshot, Part.OTHER))
