"""Archives of which nothing can be read say so once, with what helps: no network is guessed."""

from __future__ import annotations

import os
import socket
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from commands import Run
from exports.packing import a_folder, a_tar, a_tweet, a_zip, x_archive

from selfaudit.model.codec import load_snapshot

PAGES_WANTED = "Save your profile page"
THREADS = {
    "your_instagram_activity/threads/threads_and_replies.json": {"text_post_app_text_posts": []},
    "personal_information/personal_information/personal_information.json": {"profile_user": []},
}
REDDIT = {
    "statistics.csv": "statistic,value\naccount name,robin\n",
    "posts.csv": (
        "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
        "a1,/r/tea/comments/a1/x,2024-06-01 12:00:00 UTC,,tea,0,Hello,,Grüße\n"
    ),
}


def locked(path: Path, but: str = "") -> Path:
    """The zip with every member locked, ``but`` one; what is in them stays as it was."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    for entry in entries:
        if entry.filename != but:
            at = data.rindex(b"PK\x01\x02", 0, data.rindex(entry.filename.encode()))
            data[at + 8] |= 1
            data[entry.header_offset + 6] |= 1
    path.write_bytes(bytes(data))
    return path


def snapshots(home: Path) -> list[Path]:
    return list(home.rglob("snapshot.json"))


@pytest.mark.parametrize("members", [THREADS, x_archive(a_tweet()), REDDIT])
@pytest.mark.parametrize("open_one", ["", "read me.txt"])
def test_an_archive_that_is_locked_is_refused_and_no_network_guessed(
    run: Run, tmp_path: Path, home: Path, members: Mapping[str, Any], open_one: str
) -> None:
    more = {open_one: "Your password was sent by post."} if open_one else {}
    path = locked(a_zip(tmp_path / "mine.zip", {**members, **more}), but=open_one)
    said = run("import", "--yes", path)
    assert (said.code, snapshots(home)) == (2, [])
    assert said.err.splitlines()[-1] == (
        "Nothing could be read: mine.zip is locked with a password: download it again without one, or unpack"
        " it with your password and import the folder."
    )
    assert said.err.count("locked") == 1


def test_a_locked_part_beside_an_open_one_is_a_gap(run: Run, tmp_path: Path) -> None:
    whole = a_zip(tmp_path / "x-1.zip", x_archive(a_tweet()))
    shut = locked(a_zip(tmp_path / "x-2.zip", x_archive(a_tweet(2))))
    assert run("import", "--yes", whole, shut, "--out", tmp_path / "out").code == 0
    gaps = [gap.reason for gap in load_snapshot(tmp_path / "out").gaps if "x-2" in gap.reason]
    assert [gap.startswith("the file x-2.zip is locked with a password: ") for gap in gaps] == [True]


@pytest.mark.parametrize("pack", [a_zip, a_tar])
@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({}, "sent/twitter.zip"),
        ({"read me.txt": "Sent by Robin"}, "sent/twitter.zip"),
        ({"b.tar.gz": b"", "c.7z": b""}, "sent/twitter.zip, b.tar.gz, c.7z"),
        ({f"{n}.zip": b"" for n in range(9)}, "sent/twitter.zip, 0.zip, 1.zip, 2.zip, 3.zip, …"),
    ],
)
def test_a_zip_in_a_zip_is_to_be_unpacked_once(
    run: Run, tmp_path: Path, pack: Any, more: Mapping[str, Any], named: str
) -> None:
    inner = a_zip(tmp_path / "twitter.zip", x_archive(a_tweet())).read_bytes()
    outer = tmp_path / ("mine.zip" if pack is a_zip else "mine.tar.gz")
    members = {"sent/twitter.zip": inner, "__MACOSX/._twitter.zip": b"x"}
    said = run("import", "--yes", pack(outer, {**members, **more}))
    assert said.code == 2
    assert said.err.splitlines()[-1] == (
        f"Nothing could be read: {outer.name} holds your files packed once more: unpack it, and import what"
        f" comes out ({named})."
    )
    assert said.err.count("packed once more") == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_tables_in_utf_16_are_read(run: Run, tmp_path: Path, encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    members = {name: (mark + text).encode(encoding) for name, text in REDDIT.items()}
    assert run("import", "--yes", a_zip(tmp_path / "r.zip", members), "--out", tmp_path / "out").code == 0
    snapshot = load_snapshot(tmp_path / "out")
    assert snapshot.owner.handle == "robin"
    assert [post.text for post in snapshot.posts] == ["Hello\nGrüße"]


def test_an_archive_in_no_known_form_sends_nobody_to_save_pages(run: Run, tmp_path: Path) -> None:
    members = {name: text.encode("utf-16-le") for name, text in REDDIT.items()}
    said = run("import", "--yes", a_zip(tmp_path / "r.zip", members))
    assert said.code == 2
    assert (
        "Nothing could be read: r.zip holds no saved page and no export in a form that this version knows, or"
        " is damaged."
    ) in said.last
    assert "Save" not in said.err
    assert "save the page" not in said.err


def test_an_export_as_text_is_told_as_that_and_what_to_choose_instead(run: Run, tmp_path: Path) -> None:
    members = {
        "Activity/Posts.txt": "Date: 2026-01-05",
        "Profile And Settings/Profile.txt": "Username: robin",
    }
    said = run("import", "--yes", a_zip(tmp_path / "TikTok_Data.zip", members))
    assert said.code == 2
    assert "TikTok_Data.zip holds your data as text (.txt)" in said.last
    assert "choose JSON" in said.last
    assert "Name the whole file" not in said.err


@pytest.mark.parametrize("name", ["pipe", "pipe.zip", "page.html", "tweets.js"])
def test_a_pipe_is_no_file_and_the_rest_is_read(run: Run, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    whole = a_zip(tmp_path / "x.zip", x_archive(a_tweet()))
    said = run("import", "--yes", tmp_path / name, whole, "--out", tmp_path / "out")
    assert said.code == 0, said.err
    assert f"{name} is no file, but a pipe, a socket or a device" in said.err
    assert len(load_snapshot(tmp_path / "out").posts) == 1


def test_a_pipe_alone_is_refused(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mine.zip")
    said = run("import", "--yes", tmp_path / "mine.zip")
    assert said.code == 2
    assert said.err.count("mine.zip is no file, but a pipe, a socket or a device") == 1
    assert run("doctor", "--export", tmp_path / "mine.zip").code == 2


@pytest.mark.parametrize("members", [x_archive(a_tweet()), {"page.html": "<p>Nothing of a profile</p>"}])
def test_pipes_and_sockets_in_a_folder_are_named_and_passed_over(
    run: Run, tmp_path: Path, members: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path / "f", members)
    for name in ("pipe", "pipe.html", "pipe.zip", "pipe.json"):
        os.mkfifo(folder / name)
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket.html")
    said = run("import", "--yes", folder, "--out", tmp_path / "out")
    is_export = "page.html" not in members
    assert said.code == (0 if is_export else 2)
    if is_export:
        reasons = [gap.reason for gap in load_snapshot(tmp_path / "out").gaps]
        assert sum("is no file, but a pipe" in reason for reason in reasons) == 5


def test_one_stray_file_is_told_once(run: Run, tmp_path: Path) -> None:
    said = run("import", "--yes", a_folder(tmp_path / "f", {"letter.docx": "words"}))
    assert said.code == 2
    assert said.err.count("letter.docx") == 1
    assert "Nothing could be read: letter.docx is of a kind that is not read" in said.err


def test_of_several_stray_files_each_is_told_once(run: Run, tmp_path: Path) -> None:
    said = run("import", "--yes", a_folder(tmp_path / "f", {"a.docx": "words", "b.docx": "more"}))
    assert (said.err.count("a.docx"), said.err.count("b.docx")) == (1, 1)


def test_one_damaged_archive_is_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_bytes(b"PK\x03\x04 cut")
    said = run("import", "--yes", tmp_path / "mine.zip")
    assert said.err.count("mine.zip") == 1


def test_a_locked_archive_with_a_page_in_it_sends_nobody_to_save_pages(run: Run, tmp_path: Path) -> None:
    members = {**THREADS, "read me.html": "<p>Your password was sent by post.</p>"}
    said = run("import", "--yes", locked(a_zip(tmp_path / "mine.zip", members), but="read me.html"))
    assert said.code == 2
    assert said.err.splitlines()[-1] == "Download it again without a password, or unlock it first."


@pytest.mark.parametrize("words", [("import", "--yes"), ("doctor", "--export")])
def test_the_advice_fits_what_is_wrong(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert run(*words, tmp_path / "pipe").err.splitlines()[-1] == "Save it as a file first, and name that."
    shut = run(*words, locked(a_zip(tmp_path / "mine.zip", THREADS)))
    assert shut.err.splitlines()[-1].endswith("or unpack it with your password and import the folder.")
