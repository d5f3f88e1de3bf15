"""What of the saved files is left out is told in words that help: whose it is, and how to save it better."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from meta_pages import document, user
from saved.recordings import a_har, an_entry
from saved.test_people_told_apart import Listener

from selfaudit.errors import ImportFailed
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.saved import import_pages

BOARD = "https://discourse.example"


def imported(folder: Path, *files: Path) -> tuple[Snapshot, Listener]:
    listener = Listener()
    (snapshot,) = import_pages(files, folder / "media", listener)
    return snapshot, listener


def without_content(url: str) -> dict[str, Any]:
    entry = an_entry(url, "", "text/html", content={"size": 8000})
    del entry["response"]["content"]["text"]
    return entry


def test_a_recording_without_contents_says_how_to_record_with_them(tmp_path: Path) -> None:
    har = a_har(tmp_path / "bare.har", *(without_content(f"https://x.com/{name}") for name in ("a", "b")))
    with pytest.raises(ImportFailed) as told:
        imported(tmp_path, har)
    assert told.value.sentence == (
        "Nothing could be read: bare.har holds only the addresses that were asked for, and nothing of what "
        "came: press F12, choose “Network”, load your pages again, and save with "
        "“Save all as HAR with content”."
    )


@pytest.mark.parametrize("data", ["{}", '{"log": {"entries": []}}'])
def test_a_file_that_is_no_recording_is_not_said_to_be_one_without_contents(
    tmp_path: Path, data: str
) -> None:
    (tmp_path / "bare.har").write_text(data, "utf-8")
    with pytest.raises(ImportFailed, match="is not whole, or no recording of a browser"):
        imported(tmp_path, tmp_path / "bare.har")


def instagram(subject: str) -> str:
    """Somebody's page as Instagram made it, with the record of whoever was signed in."""
    viewer = {"id": "555", "username": "anna.worker", "biography": "Tea", "has_profile_pic": True}
    shown = {"id": "9", "username": subject, "biography": "Film", "edge_followed_by": {"count": 1}}
    data = {"config": {"viewer": viewer | {"is_private": False}}, "user": shown | {"is_private": False}}
    return (
        "<html><head><link rel='canonical' href='https://www.instagram.com/"
        f"{subject}/'></head><body><script>window._sharedData = {json.dumps(data)};</script></body></html>"
    )


def test_somebody_elses_page_that_holds_the_viewers_record_is_told_to_be_left_aside(tmp_path: Path) -> None:
    (tmp_path / "star.html").write_text(instagram("a.star"), "utf-8")
    snapshot, listener = imported(tmp_path, tmp_path / "star.html")
    assert (snapshot.owner.handle, snapshot.owner.bio) == ("anna.worker", "Tea")
    (line,) = listener.unread
    assert line == (
        "Not read: star.html also shows a profile other than that of anna.worker, who was signed in; "
        "only your own is read."
    )


def test_the_viewers_own_page_leaves_nothing_aside(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text(instagram("anna.worker"), "utf-8")
    assert imported(tmp_path, tmp_path / "own.html")[1].unread == []


def test_a_wall_shows_strangers_no_name(tmp_path: Path) -> None:
    form = "<h1>Log in to Facebook</h1><form action='/login/'><input name=pass type=password></form>"
    own = document(user("1000001", "Anna Hill"), url="", body="<div role=main><h1>Anna Hill</h1></div>")
    wall = document(user("0"), url="", body=form, title="Log in to Facebook")
    for name, page in (("own", own), ("wall", wall)):
        mark = "<!-- saved from url=(0040)https://www.facebook.com/profile.php?id=1000001 -->"
        (tmp_path / f"{name}.html").write_text(mark + page.html, "utf-8")
    snapshot, _listener = imported(tmp_path, tmp_path / "own.html", tmp_path / "wall.html")
    assert (snapshot.owner.name, snapshot.owner.lenses) == ("Anna Hill", (Lens.OWNER,))
    assert snapshot.owner.shown == ()
    walls = [gap.reason for gap in snapshot.gaps if (gap.part, gap.lens) == (Part.OTHER, Lens.PUBLIC)]
    assert walls == ["Facebook asks for a sign-in before it shows this"]


def a_thread() -> str:
    posts = [
        {"topic_id": 5, "post_number": number, "user_id": who, "username": name, "cooked": f"<p>{words}</p>"}
        for number, who, name, words in ((1, 7, "sam", "Bus at nine."), (2, 8, "pat", "I am in."))
    ]
    return json.dumps({"id": 5, "title": "Trips", "post_stream": {"posts": posts}})


def current(site: str, number: int) -> dict[str, Any]:
    me = {"id": number, "username": "sam", "name": "Sam Worker", "trust_level": 1}
    return an_entry(f"{site}/session/current.json", json.dumps({"current_user": me}), pageref="one")


def test_a_board_that_says_in_its_answers_who_is_signed_in_is_one_account(tmp_path: Path) -> None:
    thread = an_entry(f"{BOARD}/t/trips/5.json", a_thread(), pageref="two")
    snapshot, listener = imported(tmp_path, a_har(tmp_path / "b.har", current(BOARD, 7), thread))
    assert (snapshot.owner.handle, snapshot.site) == ("sam", BOARD)
    assert [(post.id, post.own) for post in snapshot.posts] == [("5-1", True), ("5-2", False)]
    assert listener.unread == []


def test_who_is_signed_in_on_one_board_owns_nothing_on_another(tmp_path: Path) -> None:
    thread = an_entry(f"{BOARD}/t/trips/5.json", a_thread(), pageref="two")
    har = a_har(tmp_path / "b.har", current("https://other.example", 7), thread)
    found = import_pages([har], tmp_path / "media", Listener())
    assert not [post for one in found for post in one.posts if post.own]
