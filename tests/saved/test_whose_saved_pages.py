"""Whose pages they are: only the person's own are read, and each lens is told apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from saved.samples import a_post_page

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.saved import import_pages

BAR = (
    "<div id='wpadminbar'><li id='wp-admin-bar-my-account'>"
    "<a>Howdy, <span class='display-name'>{name}</span></a>"
    "<span class='username'>{login}</span></li></div>"
)


def a_page(tmp_path: Path, name: str, html: str) -> Path:
    file = tmp_path / f"{name}.html"
    file.write_text(html, "utf-8")
    return file


def greeting(login: str, name: str) -> str:
    """The same post, saved while this person was signed in."""
    return a_post_page(body_class="logged-in").replace(
        "<main>", BAR.format(login=login, name=name) + "<main>"
    )


def imported(tmp_path: Path, *files: Path) -> tuple[Snapshot, ...]:
    return import_pages(files, tmp_path / "media", Silent())


def a_status(number: str, acct: str, text: str, **more: Any) -> dict[str, Any]:
    account = {"id": f"id-{acct}", "acct": acct, "username": acct, "url": f"https://example.social/@{acct}"}
    return {"id": number, "content": f"<p>{text}</p>", "visibility": "public", "account": account, **more}


def test_a_page_saved_signed_in_as_its_author_is_the_owners_lens(tmp_path: Path) -> None:
    (snapshot,) = imported(tmp_path, a_page(tmp_path, "own", greeting("alex.teacher", "Alex Teacher")))
    assert [(post.text, post.lenses) for post in snapshot.posts] == [("Beans\nBeans are up.", (Lens.OWNER,))]
    assert snapshot.owner.handle == "alex.teacher"
    assert snapshot.proof == "WordPress named alex.teacher as the person who was signed in."
    assert {gap.lens for gap in snapshot.gaps if gap.part is Part.OTHER} == {Lens.PUBLIC}


def test_both_lenses_of_one_page_make_one_post_that_both_saw(tmp_path: Path) -> None:
    own = a_page(tmp_path, "own", greeting("alex.teacher", "Alex Teacher"))
    out = a_page(tmp_path, "out", a_post_page())
    (snapshot,) = imported(tmp_path, own, out)
    assert [(post.id, post.lenses) for post in snapshot.posts] == [("7", (Lens.OWNER, Lens.PUBLIC))]
    assert not [gap for gap in snapshot.gaps if gap.part is Part.OTHER]


def test_a_page_of_somebody_else_saved_while_signed_in_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed) as told:
        imported(tmp_path, a_page(tmp_path, "theirs", greeting("sam.reader", "Sam Reader")))
    assert told.value.sentence == (
        "Nothing could be read: theirs.html shows a profile other than that of sam.reader, "
        "who was signed in; only your own is read."
    )


def test_where_one_account_is_proven_pages_of_others_on_that_site_are_not_read(tmp_path: Path) -> None:
    own = a_page(tmp_path, "own", greeting("alex.teacher", "Alex Teacher"))
    other = a_post_page().replace("alex-teacher", "sam-reader").replace("Alex Teacher", "Sam Reader")
    (snapshot,) = imported(tmp_path, own, a_page(tmp_path, "other", other))
    assert snapshot.owner.handle == "alex.teacher"
    # Nothing of the person's own is missing, so it is no gap either.
    assert not any("other.html" in gap.reason for gap in snapshot.gaps)


def test_a_proof_of_one_site_says_nothing_of_another(tmp_path: Path) -> None:
    own = a_page(tmp_path, "own", greeting("alex.teacher", "Alex Teacher"))
    elsewhere = a_post_page().replace("blog.example.org", "other.example.net").replace("alex-teacher", "alex")
    found = imported(tmp_path, own, a_page(tmp_path, "elsewhere", elsewhere))
    assert {snapshot.owner.handle for snapshot in found} == {"alex.teacher", "alex"}


def test_the_same_handle_on_two_sites_is_two_accounts(tmp_path: Path) -> None:
    elsewhere = a_post_page().replace("blog.example.org", "other.example.net")
    found = imported(tmp_path, a_page(tmp_path, "one", a_post_page()), a_page(tmp_path, "two", elsewhere))
    assert {snapshot.site for snapshot in found} == {"https://blog.example.org", "https://other.example.net"}


def test_an_answer_that_names_nobody_joins_the_only_account_there_is(tmp_path: Path) -> None:
    statuses = tmp_path / "statuses.json"
    statuses.write_text(json.dumps([a_status("1", "alex", "hello")]), "utf-8")
    preferences = tmp_path / "preferences.json"
    preferences.write_text('{"posting:default:visibility": "private"}', "utf-8")
    (snapshot,) = imported(tmp_path, preferences, statuses)
    assert snapshot.owner.handle == "alex"
    assert [(setting.name, setting.value) for setting in snapshot.settings] == [
        ("default_audience", "Followers only")
    ]


def test_an_answer_that_could_be_anybodys_is_left_out_and_told(tmp_path: Path) -> None:
    files = []
    for acct in ("alex", "sam"):
        files.append(tmp_path / f"{acct}.json")
        files[-1].write_text(json.dumps([a_status("1", acct, "hello")]), "utf-8")
    preferences = tmp_path / "preferences.json"
    preferences.write_text('{"posting:default:visibility": "private"}', "utf-8")
    found = imported(tmp_path, *files, preferences)
    assert {snapshot.owner.handle for snapshot in found} == {"alex", "sam"}
    for snapshot in found:
        assert snapshot.settings == ()
        assert any("preferences.json" in gap.reason for gap in snapshot.gaps)


def test_a_page_that_does_not_say_who_was_looking_leaves_both_lenses_open(tmp_path: Path) -> None:
    file = tmp_path / "statuses.json"
    file.write_text(json.dumps([a_status("1", "alex", "hello")]), "utf-8")
    (snapshot,) = imported(tmp_path, file)
    assert snapshot.posts[0].lenses == ()
    assert {gap.lens for gap in snapshot.gaps if gap.part is Part.OTHER} == {Lens.OWNER, Lens.PUBLIC}
    assert "do not say who was signed in" in (snapshot.proof or "")
