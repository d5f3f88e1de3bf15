"""Reddit's pages and answers saved by their owner become one profile; others' are left alone."""

from __future__ import annotations

import json
from pathlib import Path

from test_reddit_reader import a_listing, a_post

from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Lens
from selfaudit.saved import import_pages


def a_page(folder: Path, name: str, whose: str, head: str) -> Path:
    path = folder / f"{name}.html"
    post = f'<shreddit-post id="t3_{whose}" author="{whose}" post-title="Hello" permalink="/r/x/1/">'
    link = f'<link rel="canonical" href="https://www.reddit.com/user/{whose}/">'
    path.write_text(f"<html>{link}<body>{head}{post}</shreddit-post></body></html>", encoding="utf-8")
    return path


SIGNED_IN = '<rs-current-user display-name="alexm"></rs-current-user>'
SIGNED_OUT = '<a id="login-button" href="https://www.reddit.com/login">Log In</a>'


def test_what_both_lenses_saw_is_one_post_of_one_profile(tmp_path: Path) -> None:
    files = [
        a_page(tmp_path, "mine", "alexm", SIGNED_IN),
        a_page(tmp_path, "stranger", "alexm", SIGNED_OUT),
    ]
    (snapshot,) = import_pages(files, tmp_path / "media", Silent())
    assert [(post.id, set(post.lenses)) for post in snapshot.posts] == [("t3_alexm", set(Lens))]
    assert snapshot.proof == "Reddit's own page named u/alexm as the account that was signed in."


def test_somebody_elses_profile_saved_while_signed_in_is_not_read(tmp_path: Path) -> None:
    files = [a_page(tmp_path, "mine", "alexm", SIGNED_IN), a_page(tmp_path, "other", "sam", SIGNED_IN)]
    found = import_pages(files, tmp_path / "media", Silent())
    assert [(one.owner.handle, [post.id for post in one.posts]) for one in found] == [("alexm", ["t3_alexm"])]


def test_a_saved_list_joins_the_profile_that_its_posts_belong_to(tmp_path: Path) -> None:
    listing = tmp_path / "submitted.json"
    listing.write_text(json.dumps(a_listing(a_post("a9", "More"))), encoding="utf-8")
    files = [a_page(tmp_path, "mine", "alexm", SIGNED_IN), listing]
    (snapshot,) = import_pages(files, tmp_path / "media", Silent())
    assert [post.id for post in snapshot.posts] == ["t3_alexm", "t3_a9"]
