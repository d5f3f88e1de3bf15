"""A real WordPress, a real browser, the whole live door: what each lens saw, and that nothing was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from real_sites.blog_content import (
    BIO,
    EMAIL,
    OTHERS,
    OWN_HIDDEN,
    OWN_PUBLIC,
    PASSWORD,
    WEBSITE,
)
from real_sites.signing_in import type_into_the_form
from real_sites.wordpress import Blog

from selfaudit.assembly import assemble
from selfaudit.browser.capture import Captured, capture
from selfaudit.errors import SignInAbandoned
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.blog import BLOG

pytestmark = [pytest.mark.real_site, pytest.mark.browser]


@dataclass(frozen=True)
class Taken:
    """One capture, and the database before and after it."""

    blog: Blog
    captured: Captured
    snapshot: Snapshot
    folder: Path
    before: dict[str, str]
    after: dict[str, str]


@pytest.fixture(scope="module")
def taken(blog: Blog, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    folder = tmp_path_factory.mktemp("snapshot")
    before = blog.rows()
    captured = capture(
        BLOG,
        site=blog.address,
        media_folder=folder / "media",
        sign_in=lambda page: type_into_the_form(page, PASSWORD),
        headless=True,
        progress=Silent(),
    )
    assert BLOG.live is not None
    snapshot = assemble(BLOG, BLOG.live, captured, blog.address)
    return Taken(blog, captured, snapshot, folder, before, blog.rows())


def expected(taken: Taken) -> dict[str, tuple[str, Audience, tuple[Lens, ...]]]:
    """Every own post: what it begins with, whom it is for, who saw it."""
    numbers, both = taken.blog.posts, (Lens.OWNER, Lens.PUBLIC)
    key = {str(numbers[post["title"]]): (post["title"], Audience.PUBLIC, both) for post in OWN_PUBLIC}
    for post in OWN_HIDDEN:
        audience = Audience.CUSTOM if "password" in post else Audience.PRIVATE
        key[str(numbers[post["title"]])] = (post["title"], audience, (Lens.OWNER,))
    title = f"{numbers['For friends']}-title"
    return key | {title: ("For friends", Audience.PUBLIC, (Lens.PUBLIC,))}


def posts_of(snapshot: Snapshot) -> dict[str, Post]:
    return {post.id: post for post in snapshot.posts if post.kind is not PostKind.COMMENT}


def test_each_lens_sees_exactly_the_posts_that_are_meant_for_it(taken: Taken) -> None:
    found = {
        post.id: (
            post.text.partition("\n")[0].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
            post.audience,
            post.lenses,
        )
        for post in posts_of(taken.snapshot).values()
    }
    assert found == expected(taken)


def test_the_whole_text_is_read_and_the_time_is_utc(taken: Taken) -> None:
    posts = posts_of(taken.snapshot)
    texts = {
        title: posts[str(number)].text for title, number in taken.blog.posts.items() if str(number) in posts
    }
    assert texts["Sourdough at last"] == "Sourdough at last\nThe crust cracked & sang. Recipe."
    assert texts["For friends"] == "For friends\nThe secret recipe is honey."
    assert texts["For me alone"] == "For me alone\nI am so tired of Year 6 and their whining."
    bread = posts[str(taken.blog.posts["Sourdough at last"])]
    assert (bread.time, bread.links) == (
        datetime(2026, 1, 2, 9, 30, tzinfo=UTC),
        ("https://bread.example.org/",),
    )


def test_another_authors_posts_are_never_read_as_own_nor_kept_at_all(taken: Taken) -> None:
    kept = {post.text for post in taken.snapshot.posts}
    for post in OTHERS:
        assert not any(post["title"] in text for text in kept)


def test_comments_by_others_on_own_posts_are_told_apart_from_own_ones(taken: Taken) -> None:
    comments = {
        (post.text, post.own, post.author) for post in taken.snapshot.posts if post.kind is PostKind.COMMENT
    }
    assert comments == {
        ("Which ones do you mean?", False, "Sam Reader"),
        ("I name no names, Sam.", True, None),
        ("A guest who only typed this name.", False, "Alex Teacher"),
        ("You tell them, miss!", False, "Pat Friend"),
        ("Finally, some rest.", True, None),
    }
    assert all(
        post.lenses == (Lens.OWNER, Lens.PUBLIC)
        for post in taken.snapshot.posts
        if post.kind is PostKind.COMMENT
    )


def test_the_owner_is_who_signed_in_and_only_they_see_their_email(taken: Taken) -> None:
    owner, account = taken.snapshot.owner, taken.captured.account
    assert (account.handle, account.name, account.id) == ("alex.teacher", "Alex Teacher", "2")
    assert "alex.teacher" in account.proof
    assert (owner.handle, owner.name, owner.bio) == ("alex.teacher", "Alex Teacher", BIO)
    assert (owner.emails, owner.links) == ((EMAIL,), (WEBSITE,))
    stranger = BLOG.parse(taken.captured.visits[Lens.PUBLIC], account)
    assert (stranger.owner.emails, stranger.owner.bio) == ((), BIO)


def test_the_picture_is_kept_once_for_its_post(taken: Taken) -> None:
    (image,) = taken.snapshot.images
    sports_day = str(taken.blog.posts["Sports day"])
    assert (image.role, image.post, image.caption) == (ImageRole.PHOTO, sports_day, "A blue banner")
    assert image.lenses == (Lens.OWNER, Lens.PUBLIC)
    assert image.file is not None
    assert (taken.folder / image.file).read_bytes().startswith(b"\x89PNG")
    assert image.file in posts_of(taken.snapshot)[sports_day].images


def test_the_switches_say_where_they_are_changed(taken: Taken) -> None:
    assert {(setting.name, setting.value, setting.highest) for setting in taken.snapshot.settings} == {
        ("search_engines", "Welcome", "Asked to keep out"),
        ("comments", "Open on some posts", "Closed"),
    }
    assert all(setting.where and setting.url for setting in taken.snapshot.settings)


def test_every_part_was_read_to_its_end_and_no_gap_is_left(taken: Taken) -> None:
    assert taken.captured.stops == {Lens.OWNER: None, Lens.PUBLIC: None}
    assert taken.snapshot.gaps == ()
    assert set(taken.snapshot.read) == set(Part) - {Part.CONNECTIONS, Part.OTHER}
    assert taken.snapshot.lacks == (Part.CONNECTIONS,)


def test_looking_changed_nothing_in_the_blog(taken: Taken) -> None:
    assert taken.before == taken.after


def test_a_wrong_password_ends_in_one_sentence_and_reads_nothing(blog: Blog, tmp_path: Path) -> None:
    def try_twice(page: Any) -> None:
        for password in ("not the password", "nor is this"):
            type_into_the_form(page, password)
            page.wait_for_selector("#login_error")

    with pytest.raises(SignInAbandoned) as told:
        capture(
            BLOG,
            site=blog.address,
            media_folder=tmp_path / "media",
            sign_in=try_twice,
            headless=True,
            progress=Silent(),
        )
    assert told.value.sentence.endswith(".")
    assert not (tmp_path / "media").exists()
