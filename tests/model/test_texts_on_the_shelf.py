"""Long texts lie in a nameless private file while a shelf is open, and nobody who asks for one can tell."""

from __future__ import annotations

import copy
import gc
import os
import pickle
import signal
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NOON
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.errors import StorageError
from selfaudit.model.codec import from_json, to_json
from selfaudit.model.shelf import LONG, Shelf, laying
from selfaudit.model.snapshot import Image, Post, Snapshot
from selfaudit.model.vocabulary import Audience

LARGE = "Rain 🌧 " * 2000
TEXTS = st.text(st.characters(codec=None, categories=None), max_size=400).flatmap(
    lambda piece: st.sampled_from([piece, piece * 9, piece + "\ud83d\ude00\ud83d" * 60])
)
"""Short and long ones, halves of characters among them."""


def laid(text: str, folder: Path) -> Post:
    with laying(folder):
        return Post("1", text, time=NOON, audience=Audience.PUBLIC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@given(texts=st.lists(TEXTS, max_size=12), order=st.randoms(use_true_random=False))
def test_what_is_laid_down_comes_back_in_whatever_order_it_is_asked_for(
    folder: Path, texts: list[str], order: object
) -> None:
    posts: list[tuple[str, Post]] = []
    with laying(folder):
        for text in texts:
            posts.append((text, Post("1", text)))
            known, post = order.choice(posts)  # type: ignore[attr-defined]  # hypothesis gives a Random
            assert post.text == known
    order.shuffle(posts)  # type: ignore[attr-defined]  # likewise
    assert [post.text for _text, post in posts] == [text for text, _post in posts]


def _as_it_is(post: Post) -> Post:
    return post


@pytest.mark.parametrize(
    "made",
    [_as_it_is, replace, copy.copy, copy.deepcopy, lambda post: pickle.loads(pickle.dumps(post))],  # noqa: S301 - our own
)
@given(text=TEXTS)
def test_a_post_whose_text_lies_there_is_like_any_other(
    folder: Path, made: Callable[[Post], Post], text: str
) -> None:
    plain = Post("1", text, time=NOON, audience=Audience.PUBLIC)
    post = made(laid(text, folder))
    assert (post, hash(post), repr(post)) == (plain, hash(plain), repr(plain))
    assert to_json(Snapshot("x", posts=(post,))) == to_json(Snapshot("x", posts=(plain,)))


def test_a_snapshot_that_is_read_while_a_shelf_is_open_is_the_same(folder: Path) -> None:
    written = to_json(Snapshot("x", posts=(Post("1", LARGE),), images=(Image("2", caption=LARGE),)))
    with laying(folder):
        read = from_json(Snapshot, written, "it")
    assert to_json(read) == written
    assert (read.posts[0].text, read.images[0].caption) == (LARGE, LARGE)


def test_long_texts_and_captions_take_no_memory(folder: Path) -> None:
    tracemalloc.start()
    try:
        with laying(folder):
            kept = [(Post(str(n), f"{n} {LARGE}"), Image(str(n), caption=f"{n} {LARGE}")) for n in range(100)]
        taken, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken < 200 * 600
    assert [(post.text, image.caption) for post, image in kept] == [(f"{n} {LARGE}",) * 2 for n in range(100)]


def test_a_short_text_stays_where_it_is(folder: Path) -> None:
    short = "a" * (LONG // 2)
    assert laid(short, folder).text is short


def test_nothing_is_laid_down_once_the_shelf_is_no_longer_open(folder: Path) -> None:
    with laying(folder):
        pass
    assert Post("1", LARGE).text is LARGE


def test_where_no_file_can_be_made_texts_stay_where_they_are(tmp_path: Path) -> None:
    assert laid(LARGE, tmp_path / "nowhere").text is LARGE
    assert list(tmp_path.iterdir()) == []


def test_texts_can_be_read_after_an_error_ended_the_laying(folder: Path) -> None:
    posts: list[Post] = []

    def stopped() -> None:
        with laying(folder):
            posts.append(Post("1", LARGE))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert posts[0].text == LARGE
    assert Post("2", LARGE).text is LARGE


def test_the_file_is_private_and_has_no_name_and_ends_with_the_last_place(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    place, file = shelf.put(b"secret"), shelf._file
    known = os.fstat(file.fileno())
    assert (stat.S_IMODE(known.st_mode), known.st_nlink, list(tmp_path.iterdir())) == (0o600, 0, [])
    del shelf
    assert place.read() == b"secret"
    del place
    gc.collect()
    assert file.closed


def test_what_was_stopped_in_the_middle_does_not_move_what_comes_later(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first, file = shelf.put(b"first"), shelf._file
    shelf._file = _Stopped()  # type: ignore[assignment]  # stands in for it once
    with pytest.raises(KeyboardInterrupt):
        shelf.put(b"lost")
    shelf._file = file
    later = shelf.put(b"later")
    assert (first.read(), later.read()) == (b"first", b"later")


class _Stopped:
    def write(self, _content: bytes) -> int:
        raise KeyboardInterrupt


class _Full:
    def write(self, _content: bytes) -> int:
        raise OSError(28, "No space left on device")


def test_a_disk_that_takes_no_more_is_told_in_a_sentence(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf._file, file = _Full(), shelf._file  # type: ignore[assignment]  # stands in for it once
    with pytest.raises(StorageError, match="There is too little room on the disk"):
        shelf.put(b"more")
    shelf._file = file


KILLED = """
import sys, time
from pathlib import Path
from selfaudit.model.shelf import laying
from selfaudit.model.snapshot import Post
with laying(Path(sys.argv[1])):
    kept = [Post(str(n), f"{n} secret " * 500) for n in range(500)]
    print("laid", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there the system erases the file once it is closed")
def test_nothing_is_left_when_the_program_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"laid\n"
        during = list(tmp_path.rglob("*"))
        child.send_signal(signal.SIGKILL)
    assert (during, list(tmp_path.rglob("*"))) == ([], [])
