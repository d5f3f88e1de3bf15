"""Ctrl-C while exports are read: what was read to its end is kept, the rest is as if it never began."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from exports.packing import a_folder, a_tweet, a_zip, x_archive

from selfaudit.model.codec import load_snapshot

NOTE = (
    '{"type": "Create", "published": "2024-01-02T03:04:05Z", "to":'
    ' ["https://www.w3.org/ns/activitystreams#Public"], "object": {"type": "Note", "id":'
    ' "https://a.example/users/robin/statuses/%d", "content": "<p>Hello %d</p>"}}'
)
ACTOR = {"id": "https://a.example/users/robin", "preferredUsername": "robin", "summary": ""}


def mastodon(path: Path, posts: int) -> Path:
    notes = ",".join(NOTE % (number, number) for number in range(posts))
    outbox = f'{{"type": "OrderedCollection", "orderedItems": [{notes}]}}'
    return a_folder(path, {"actor.json": ACTOR, "outbox.json": outbox})


@pytest.fixture
def x(tmp_path: Path) -> Path:
    return a_zip(tmp_path / "twitter one.zip", x_archive(a_tweet(1, "Kept")))


@pytest.fixture
def large(tmp_path: Path) -> Path:
    return mastodon(tmp_path / "my mastodon", 60_000)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "selfaudit", "import", *map(str, arguments), "--yes"]


def stopped(title: str, *arguments: object) -> tuple[int, str]:
    """Import, press Ctrl-C once this network's export is being read, and wait for the end."""
    ends = {"stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    with subprocess.Popen(command(*arguments), text=True, start_new_session=True, **ends) as child:
        assert child.stderr is not None
        told = list(_until(child.stderr, f"Reading your export from {title}"))
        os.killpg(child.pid, signal.SIGINT)
        told.append(child.stderr.read())
    return child.returncode, "".join(told)


def _until(lines: Iterator[str], words: str) -> Iterator[str]:
    for line in lines:
        yield line
        if words in line:
            return


def left_over(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if ".part" in path.name]


def test_the_account_that_was_read_to_its_end_is_kept_and_the_rest_named(
    tmp_path: Path, x: Path, large: Path
) -> None:
    out = tmp_path / "out"
    code, told = stopped("Mastodon", x, large, "--out", out)
    (kept,) = out.glob("x-*")
    assert (code, load_snapshot(kept).posts[0].text) == (2, "Kept")
    assert not list(out.rglob("media"))
    assert sorted(path.name for path in out.rglob("snapshot.json")) == ["snapshot.json"]
    assert left_over(out) == []
    assert (
        "· You stopped it. What had been read to its end is kept once it is known to be yours; Ctrl-C" in told
    )
    assert f"You stopped it. What was read to its end is kept in {kept}." in told
    same = shlex.join(map(str, (x, large, "--out", out)))
    again = "Go on with the same command, which will not read that again and begins the rest"
    assert f"{again} anew: selfaudit import {same} --yes\n" in told


def test_what_was_left_can_be_read_into_the_same_folder_without_losing_the_first(
    tmp_path: Path, x: Path, large: Path
) -> None:
    out = tmp_path / "out"
    stopped("Mastodon", x, large, "--out", out)
    mastodon(large, 3)
    done = subprocess.run(
        command(large, "--out", out), stderr=subprocess.PIPE, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert len(load_snapshot(out / "mastodon-robin").posts) == 3
    (first,) = out.glob("x-*")
    assert load_snapshot(first).posts[0].text == "Kept"


def test_one_archive_that_was_stopped_leaves_nothing_that_could_be_taken_for_whole(
    tmp_path: Path, home: Path, large: Path
) -> None:
    out = tmp_path / "out"
    code, told = stopped("Mastodon", large, "--out", out)
    same = shlex.join(map(str, ("import", large, "--out", out)))
    assert (code, told.splitlines()[-2:]) == (
        2,
        [
            "You stopped it before any account was finished, so nothing of these files was kept.",
            f"Begin again with the same command: selfaudit {same} --yes",
        ],
    )
    assert not out.exists()
    assert not list(home.rglob("snapshot.json"))
    assert left_over(tmp_path) == []
