"""The way through a WordPress blog, on one that answers from a table: what is opened, and in what order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from selfaudit.model.visit import Account, Document, Response
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.blog.pages import WORDPRESS

SITE = "https://blog.example.org"
ME = Account("alex.teacher", "Signed in.", id="2", name="Alex Teacher")


class Wall(Exception):
    """What the browser layer raises at a wall."""


class Table:
    """A `View` on a table of addresses; an address that is not in it is not found, one of 403 is a wall."""

    site = SITE

    def __init__(self, pages: Mapping[str, str], data: Mapping[str, Any], lens: Lens = Lens.PUBLIC) -> None:
        self.lens, self.pages, self.data = lens, pages, data
        self.opened: list[str] = []

    def open(self, address: str, part: Part) -> Document:
        self.opened.append(address.removeprefix(SITE))
        return Document(address, self.pages.get(address.removeprefix(SITE), ""), 200)

    def scroll(self) -> Document:
        raise AssertionError("there is nothing to scroll for")

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        path = address.removeprefix(SITE)
        found = next((value for start, value in self.data.items() if path.startswith(start)), None)
        if found == "wall":
            raise Wall
        if found is None:
            return Response(address, "application/json", b'{"code": "rest_no_route"}', 404)
        body = found.encode() if isinstance(found, str) else json.dumps(found).encode()
        return Response(address, "application/json", body, 200)


def an_archive(number: int, following: str | None) -> str:
    pager = f"<a class='next page-numbers' href='{following}'>Older</a>" if following else ""
    return (
        "<meta name='generator' content='WordPress 6.6'><body class='archive author author-2'>"
        f"<article class='post-{number} hentry'>"
        f"<h2 class='entry-title'><a href='{SITE}/{number}/'>Day {number}</a></h2>"
        f"<div class='entry-content'>Words {number}</div></article>{pager}</body>"
    )


ARCHIVE = {
    "/?author=2": an_archive(7, "/author/alex/page/2/"),
    "/author/alex/page/2/": an_archive(6, "/author/alex/page/2/"),
}


def test_every_page_of_the_archive_is_opened_once_even_if_the_last_points_at_itself() -> None:
    view = Table(ARCHIVE, {})
    assert list(WORDPRESS.walk_public(view, ME)) == [Part.POSTS, Part.IMAGES]
    assert view.opened == ["/?author=2", "/author/alex/page/2/"]


def test_a_blog_that_closes_its_data_is_still_read_as_far_as_strangers_can() -> None:
    walk = WORDPRESS.walk_public(Table(ARCHIVE, {"/?rest_route": "wall"}), ME)
    read = [next(walk), next(walk)]
    with pytest.raises(Wall):
        next(walk)
    assert read == [Part.POSTS, Part.IMAGES]


def test_without_archive_or_feed_nothing_is_said_to_have_been_read() -> None:
    assert list(WORDPRESS.walk_public(Table({}, {}), ME)) == []


def test_an_owner_whose_posts_are_refused_is_not_said_to_have_been_read() -> None:
    view = Table({}, {"/wp-admin/admin-ajax.php": "abc"}, Lens.OWNER)
    assert Part.POSTS not in list(WORDPRESS.walk_owner(view, ME))


def test_a_locked_post_is_not_opened_since_it_would_only_ask_for_its_password() -> None:
    locked = {
        "id": 9,
        "link": f"{SITE}/9/",
        "title": {"rendered": "x"},
        "content": {"rendered": "<img src='/a.png'>", "protected": True},
        "author": 2,
        "status": "publish",
    }
    open_ = {**locked, "id": 8, "link": f"{SITE}/8/", "content": {"rendered": "<img src='/b.png'>"}}
    data = {"/wp-admin/admin-ajax.php": "abc", "/?rest_route=/wp/v2/posts": [locked, open_]}
    view = Table({}, data, Lens.OWNER)
    list(WORDPRESS.walk_owner(view, ME))
    assert view.opened == ["/wp-admin/profile.php", "/8/", "/"]


def test_the_account_is_whom_the_profile_form_names() -> None:
    form = (
        "<body class='wp-admin profile-php'><input id='user_login' value='alex.teacher'>"
        "<input id='user_id' value='2'><select id='display_name'><option>alex</option>"
        "<option selected>Alex Teacher</option></select></body>"
    )
    account = WORDPRESS.identify(Table({"/wp-admin/profile.php": form}, {}))
    assert account is not None
    assert (account.handle, account.id, account.name) == ("alex.teacher", "2", "Alex Teacher")
    assert WORDPRESS.identify(Table({"/wp-admin/profile.php": "<body class='login'></body>"}, {})) is None
    other = form.replace("profile-php", "user-edit-php")
    assert WORDPRESS.identify(Table({"/wp-admin/profile.php": other}, {})) is None
