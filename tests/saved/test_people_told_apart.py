"""Handles are compared as sites compare them; nobody's page joins another's, and none vanishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from saved.samples import a_post_page

from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens
from selfaudit.saved import import_pages


class Listener(Silent):
    """Remembers what was said."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, message: str) -> None:
        self.said.append(message)

    @property
    def unread(self) -> list[str]:
        return [line for line in self.said if line.startswith("Not read: ")]


def a_status(acct: str, number: str, account: dict[str, Any] | None = None) -> dict[str, Any]:
    name = acct.partition("@")[0]
    who = {"id": f"id-{acct}", "acct": acct, "username": name, "url": f"https://example.social/@{acct}"}
    return {"id": number, "content": f"<p>by {acct}</p>", "visibility": "public", "account": account or who}


def statuses(folder: Path, **by_file: str) -> list[Path]:
    """A data answer with one status for each of these handles."""
    files = []
    for number, (name, acct) in enumerate(by_file.items(), 1):
        files.append(folder / f"{name}.json")
        files[-1].write_text(json.dumps([a_status(acct, str(number))]), "utf-8")
    return files


def imported(folder: Path, *files: Path) -> tuple[tuple[Snapshot, ...], Listener]:
    listener = Listener()
    return import_pages(files, folder / "media", listener), listener


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jane_smith", "jane_smith_"),
        ("alex.teacher", "alex_teacher"),
        ("иван", "пётр"),
        ("alex", "alex@elsewhere.example"),
        ("jose", "josé"),
    ],
)
def test_handles_that_differ_are_two_people(tmp_path: Path, one: str, other: str) -> None:
    snapshots, listener = imported(tmp_path, *statuses(tmp_path, one=one, other=other))
    assert {(s.owner.handle, *(post.text for post in s.posts)) for s in snapshots} == {
        (one, f"by {one}"),
        (other, f"by {other}"),
    }
    assert listener.unread == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane_Smith", "jane_smith"),
        ("jos\u00e9", "jose\u0301"),
        ("jane", "@jane"),
        ("jane", "jane@example.social"),
    ],
)
def test_handles_that_sites_do_not_tell_apart_are_one_person(tmp_path: Path, one: str, other: str) -> None:
    snapshots, _listener = imported(tmp_path, *statuses(tmp_path, one=one, other=other))
    assert len(snapshots) == 1


def wordpress(name: str, login: str, slug: str) -> str:
    bar = (
        "<div id='wpadminbar'><li id='wp-admin-bar-my-account'>"
        f"<a>Howdy, <span class='display-name'>{name}</span></a>"
        f"<span class='username'>{login}</span></li></div>"
    )
    page = a_post_page(body_class="logged-in").replace("<main>", bar + "<main>")
    return page.replace("alex-teacher", slug).replace("Alex Teacher", name)


@pytest.mark.parametrize(
    ("login", "slug"),
    [
        ("alex.teacher", "alex-teacher"),
        ("Alex Teacher", "alex-teacher"),
        ("иван", "%d0%b8%d0%b2%d0%b0%d0%bd"),
    ],
)
def test_a_wordpress_login_is_the_same_as_the_address_made_of_it(
    tmp_path: Path, login: str, slug: str
) -> None:
    (tmp_path / "own.html").write_text(wordpress("A. T.", login, slug), "utf-8")
    (snapshot,), listener = imported(tmp_path, tmp_path / "own.html")
    assert [(post.own, post.lenses) for post in snapshot.posts] == [(True, (Lens.OWNER,))]
    assert listener.unread == []


def test_a_wordpress_login_with_another_sign_is_somebody_else(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text(wordpress("Jane Smith", "jane_smith", "jane_smith"), "utf-8")
    theirs = a_post_page().replace("alex-teacher", "jane-smith").replace("Alex Teacher", "J. Smith")
    (tmp_path / "theirs.html").write_text(theirs, "utf-8")
    (snapshot,), listener = imported(tmp_path, tmp_path / "own.html", tmp_path / "theirs.html")
    assert snapshot.owner.handle == "jane_smith"
    (line,) = listener.unread
    assert line == (
        "Not read: theirs.html shows a profile other than that of jane_smith, who was signed in; "
        "only your own is read."
    )
    assert not any("theirs.html" in gap.reason for gap in snapshot.gaps)


def test_another_account_under_the_persons_own_name_may_be_theirs_and_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text(wordpress("Jane Smith", "jane_smith", "jane_smith"), "utf-8")
    other = a_post_page().replace("alex-teacher", "jane-smith").replace("Alex Teacher", "Jane Smith")
    (tmp_path / "other.html").write_text(other, "utf-8")
    (snapshot,), _listener = imported(tmp_path, tmp_path / "own.html", tmp_path / "other.html")
    assert any("other.html" in gap.reason for gap in snapshot.gaps)
