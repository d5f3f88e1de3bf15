"""Pages of a real WordPress as a real browser saves them, through the saved-pages door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from real_sites.blog_content import BIO, EMAIL, PASSWORD
from real_sites.signing_in import type_into_the_form
from real_sites.wordpress import Blog

from selfaudit.browser.finding import find_browser
from selfaudit.browser.session import fresh_context, open_browser
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.saved import import_pages

pytestmark = [pytest.mark.real_site, pytest.mark.browser]


@contextmanager
def a_window() -> Iterator[Any]:
    with (
        open_browser(find_browser(), headless=True, on_this_computer=True) as browser,
        fresh_context(browser, headless=True) as context,
    ):
        yield context.new_page()


def save(page: Any, address: str, file: Path) -> Path:
    """What "Save page as, single file" writes."""
    page.goto(address)
    archive = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
    file.write_bytes(archive["data"].encode())
    return file


@pytest.fixture(scope="module")
def files(blog: Blog, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same photo post saved by both lenses, the profile form, and a comment thread."""
    folder, numbers = tmp_path_factory.mktemp("saved"), blog.posts
    photo, talk = (f"{blog.address}/?p={numbers[title]}" for title in ("Sports day", "Parents' evening"))
    with a_window() as page:
        out = save(page, photo, folder / "out.mhtml")
        page.goto(f"{blog.address}/wp-login.php")
        type_into_the_form(page, PASSWORD)
        page.wait_for_selector("#wpadminbar")
        return {
            "out": out,
            "own": save(page, photo, folder / "own.mhtml"),
            "talk": save(page, talk, folder / "talk.mhtml"),
            "profile": save(page, f"{blog.address}/wp-admin/profile.php", folder / "profile.mhtml"),
            "head": save(page, f"{blog.address}/?p={numbers['Term dates']}", folder / "head.mhtml"),
        }


def test_pages_saved_by_both_lenses_become_one_profile(
    blog: Blog, files: dict[str, Path], tmp_path: Path
) -> None:
    paths = [files[name] for name in ("out", "own", "talk", "profile")]
    (snapshot,) = import_pages(paths, tmp_path / "media", Silent())
    owner = snapshot.owner
    assert (owner.handle, owner.name, owner.bio, owner.emails) == (
        "alex.teacher",
        "Alex Teacher",
        BIO,
        (EMAIL,),
    )
    posts = {post.id: post for post in snapshot.posts if post.kind is PostKind.POST}
    photo, talk = (str(blog.posts[title]) for title in ("Sports day", "Parents' evening"))
    assert {number: post.lenses for number, post in posts.items()} == {
        photo: (Lens.OWNER, Lens.PUBLIC),
        talk: (Lens.OWNER,),
    }
    assert posts[photo].text == "Sports day\nThe banner we made."
    (image,) = snapshot.images
    assert image.file is not None
    assert (tmp_path / image.file).read_bytes().startswith(b"\x89PNG")
    assert snapshot.taken_at is not None


def test_comments_of_a_saved_thread_are_told_apart(files: dict[str, Path], tmp_path: Path) -> None:
    (snapshot,) = import_pages([files["talk"]], tmp_path / "media", Silent())
    found = {(post.text, post.own, post.author) for post in snapshot.posts if post.kind is PostKind.COMMENT}
    assert found == {
        ("Which ones do you mean?", False, "Sam Reader"),
        ("I name no names, Sam.", True, None),
        ("A guest who only typed this name.", False, "Alex Teacher"),
        ("You tell them, miss!", False, "Pat Friend"),
    }


def test_a_page_of_another_author_adds_only_the_own_comment_on_it(
    files: dict[str, Path], tmp_path: Path
) -> None:
    (snapshot,) = import_pages([files["profile"], files["head"]], tmp_path / "media", Silent())
    assert [(post.text, post.own) for post in snapshot.posts] == [("Finally, some rest.", True)]


def test_what_was_not_saved_is_told(files: dict[str, Path], tmp_path: Path) -> None:
    (snapshot,) = import_pages([files["out"]], tmp_path / "media", Silent())
    assert {(gap.part, gap.lens) for gap in snapshot.gaps} == {
        (Part.BIO, None),
        (Part.CONTACT, None),
        (Part.POSTS, None),
        (Part.COMMENTS, None),
        (Part.IMAGES, None),
        (Part.OTHER, Lens.OWNER),
        (Part.SETTINGS, Lens.PUBLIC),
    }
    assert [post.audience for post in snapshot.posts] == [Audience.PUBLIC]
