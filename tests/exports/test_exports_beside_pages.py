"""A folder that holds an export and saved pages is read as both; a damaged archive costs no other."""

from __future__ import annotations

from pathlib import Path

from exports.importing_all import import_all
from exports.packing import a_tweet, a_zip, x_archive
from saved.samples import a_post_page
from saved.test_people_told_apart import Listener


def test_pages_beside_an_export_are_read_too_and_damage_costs_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "page_files").mkdir(parents=True)
    a_zip(folder / "twitter.zip", x_archive(a_tweet()))
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 not really")
    (folder / "page.html").write_text(a_post_page(), "utf-8")
    (folder / "page_files" / "frame.html").write_text("<p>an advertisement</p>", "utf-8")
    (folder / "notes.txt").write_text("words", "utf-8")
    listener = Listener()
    found = import_all([folder], tmp_path / "media", listener)
    assert {(one.platform, tuple(post.text for post in one.posts)) for one in found} == {
        ("x", ("Hello",)),
        ("blog", ("Beans\nBeans are up.",)),
    }
    assert [line.split()[2] for line in listener.unread] == ["notes.txt"]
    assert next(line for line in listener.said if "broken.zip" in line).startswith("Not read as an export")


def test_signs_that_command_a_screen_are_marked_in_an_exports_names_too(tmp_path: Path) -> None:
    members = {**x_archive(a_tweet()), "data/a\x07\x1b[31m.7z": b"words"}
    listener = Listener()
    (snapshot,) = import_all([a_zip(tmp_path / "x.zip", members)], tmp_path / "media", listener)
    told = [gap.reason for gap in snapshot.gaps if ".7z" in gap.reason]
    assert len(told) == 1
    assert told[0].startswith("the file data/a\ufffd\ufffd[31m.7z is an archive inside an archive")
    assert all(line.isprintable() for line in (*listener.said, *(gap.reason for gap in snapshot.gaps)))
