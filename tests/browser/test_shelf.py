"""What is put on the shelf comes back as it was, however it was put there, and nobody else can read it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from selfaudit.browser.shelf import Shelf
from selfaudit.model.visit import Document, Response


def test_answers_come_back_as_they_were(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    answers = [
        Response("https://a.example/1", "application/json", b'{"a": 1}', 200, "name=Query"),
        Response("https://a.example/2", "text/xml", "<a>\u00e4</a>".encode(), None, None),
        Response("https://a.example/3", "application/json", b"", 204, ""),
    ]
    kept = [shelf.response(one) for one in answers]
    fields = ("url", "content_type", "body", "status", "request_body")
    assert [[getattr(one, name) for name in fields] for one in kept] == [
        [getattr(one, name) for name in fields] for one in answers
    ]
    assert kept == [shelf.response(one) for one in answers]
    assert all(isinstance(one, Response) for one in kept)


@pytest.mark.parametrize("page", ["", "<p>short</p>", "h\u00f6rt \U0001f600 " * 9, "half a letter: \ud83d"])
def test_a_page_comes_back_whole_wherever_it_was_cut_and_whatever_came_in_between(
    tmp_path: Path, page: str
) -> None:
    shelf, units = Shelf(tmp_path), page.encode("utf-16-le", "surrogatepass")
    between: list[Response] = []

    def pieces() -> Iterator[str]:
        for start in range(0, len(units), 2):
            between.append(shelf.response(Response("https://a.example/", "x", bytes([start % 256]) * 3)))
            yield units[start : start + 2].decode("utf-16-le", "surrogatepass")

    kept = shelf.document("https://a.example/", pieces(), 200)
    assert isinstance(kept, Document)
    assert (kept.url, kept.html, kept.status) == ("https://a.example/", page, 200)
    assert [one.body for one in between] == [bytes([n * 2 % 256]) * 3 for n in range(len(between))]


def test_the_file_has_no_name_and_is_gone_with_the_last_record(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    kept = shelf.response(Response("https://a.example/", "application/json", b"{}"))
    assert list(tmp_path.iterdir()) == []
    gone = weakref.ref(shelf)
    del shelf
    assert kept.body == b"{}"
    del kept
    gc.collect()
    assert gone() is None
