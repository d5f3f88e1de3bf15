"""Messages out of an export are no saved pages; pages that are only called like them are read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from listening import Listening
from saved.samples import a_post_page

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.saved import import_pages
from selfaudit.saved.private import is_private, may_be_private

SECRET = "SECRET kim@school.sch.uk"
TALK = f"<html><head><title>Kim</title></head><body><h2>Kim</h2><p>{SECRET}</p></body></html>"
LIKE = [
    "messages.html",
    "messages/beans.html",
    "message_1.html",
    "message_1 (1).html",
    "Kim message_1 - Kopie.html",
    "messages (2).html",
    "chat_history(1).html",
    "conversations/beans.html",
    "inbox/my page.html",
]


def laid(root: Path, name: str, text: str) -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


@pytest.mark.parametrize("name", LIKE)
@pytest.mark.parametrize("way", ["file", "folder", "zip"])
def test_a_page_saved_from_a_blog_is_read_whatever_it_is_called(tmp_path: Path, name: str, way: str) -> None:
    file = laid(tmp_path / "mine", name, a_post_page())
    given = {"file": file, "folder": tmp_path / "mine", "zip": tmp_path / "mine.zip"}[way]
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as archive:
        archive.write(file, name)
    (snapshot,) = import_pages([given], tmp_path / "media", Silent())
    assert [post.text for post in snapshot.posts] == ["Beans\nBeans are up."]


@pytest.mark.parametrize("name", LIKE)
@pytest.mark.parametrize("way", ["file", "folder", "zip"])
def test_a_page_of_messages_beside_a_saved_page_is_never_read(tmp_path: Path, name: str, way: str) -> None:
    file = laid(tmp_path / "mine", name, TALK)
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as archive:
        archive.write(file, name)
    page = laid(tmp_path, "page.html", a_post_page())
    given = {"file": file, "folder": tmp_path / "mine", "zip": tmp_path / "mine.zip"}[way]
    told = Listening()
    (snapshot,) = import_pages([page, given], tmp_path / "media", told)
    (alone,) = import_pages([page], tmp_path / "media", Silent())
    assert snapshot == alone
    assert [
        line.partition(" is called or lies as ")[1] for line in told.said if line.startswith("Not read: ")
    ] == [" is called or lies as "]


def test_a_page_that_was_saved_from_the_own_disk_is_still_one_of_messages(tmp_path: Path) -> None:
    noted = "<!-- saved from url=(0036)file:///C:/export/message_1.html -->"
    with pytest.raises(ImportFailed):
        import_pages([laid(tmp_path, "message_1.html", noted + TALK)], tmp_path / "media", Silent())


def test_an_address_in_the_words_of_a_message_makes_it_no_saved_page(tmp_path: Path) -> None:
    words = TALK.replace(SECRET, f"&lt;link rel='canonical' href='https://a.example/'&gt; {SECRET}")
    with pytest.raises(ImportFailed):
        import_pages([laid(tmp_path, "messages/a.html", words)], tmp_path / "media", Silent())


def test_messages_in_a_folder_are_told_once_whatever_lies_among_them(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    laid(root, "page.html", a_post_page())
    for friend in ("kim_1", "lee_2"):
        laid(root, f"messages/inbox/{friend}/message_1.html", TALK)
        laid(root, f"messages/inbox/{friend}/photos/1.png", "")
        laid(root, f"messages/inbox/{friend}/files/homework.html", TALK)
    told = Listening()
    (snapshot,) = import_pages([root], tmp_path / "media", told)
    assert "SECRET" not in str(snapshot)
    assert [line for line in told.said if line.startswith("Not read: ")] == [
        "Not read: mine holds private messages; selfaudit does not read those."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "page.html",
        "my_messages_to_the_world.html",
        "posts/message-in-a-bottle.html",
        "your_facebook_activity/posts/your_posts_1.html",
        "messagesboard/page.html",
        "messages/profile.mhtml",
        "messages.har",
        "outbox.json",
        "live chats/live chats.csv",
    ],
)
def test_other_names_are_nobodys_messages(name: str) -> None:
    assert not is_private(name)
    assert not may_be_private(name)


def test_pages_packed_in_a_folder_called_messages_are_read(tmp_path: Path) -> None:
    (tmp_path / "messages").mkdir()
    with zipfile.ZipFile(tmp_path / "messages" / "mine.zip", "w") as archive:
        archive.writestr("page.html", a_post_page())
    (snapshot,) = import_pages([tmp_path / "messages" / "mine.zip"], tmp_path / "media", Silent())
    assert len(snapshot.posts) == 1


def test_pages_unpacked_beside_messages_are_no_posts_either(tmp_path: Path) -> None:
    laid(tmp_path / "part", "your_facebook_activity/messages/inbox/kim_1/message_1.html", TALK)
    laid(tmp_path / "part", "logged_information/search/your_search_history.html", TALK)
    laid(tmp_path / "part", "saved.html", a_post_page())
    told = Listening()
    (snapshot,) = import_pages([tmp_path / "part"], tmp_path / "media", told)
    assert [post.text for post in snapshot.posts] == ["Beans\nBeans are up."]
    assert any(
        "your_search_history.html lies in an export beside private messages" in one for one in told.said
    )
