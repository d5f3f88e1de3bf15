"""``selfaudit doctor --export``: which files and fields of an export nobody reads."""

from __future__ import annotations

from pathlib import Path

from commands import Run
from exports.packing import a_tweet, a_zip, x_archive


def test_doctor_lists_the_files_and_fields_that_no_reader_asks_for(run: Run, tmp_path: Path) -> None:
    new = {"data/new-thing.js": "window.YTD.new.part0 = []", "data/media/a.jpg": "x"}
    members = x_archive(a_tweet(1, mood="SECRET"), a_tweet(2, mood="SECRET", lang="en"), **new)
    said = run("doctor", "--export", str(a_zip(tmp_path / "x.zip", members)))
    assert said.code == 0
    assert said.out.splitlines()[:6] == [
        "Files that selfaudit does not open:",
        "  data/new-thing.js",
        "Fields that selfaudit does not ask for in the files that it opens, with how often they are there:",
        "  data/tweets.js",
        "    tweet > mood: 2",
        "    tweet > lang: 1",
    ]
    assert "SECRET" not in said.out


def test_doctor_says_when_every_file_and_field_is_read(run: Run, tmp_path: Path) -> None:
    said = run("doctor", "--export", str(a_zip(tmp_path / "x.zip", x_archive(a_tweet()))))
    assert (said.code, said.out.splitlines()[:2]) == (
        0,
        ["Every file of this export is read.", "Every field in them is asked for."],
    )


def test_doctor_refuses_what_is_no_export(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Hello</p>")
    said = run("doctor", "--export", str(page))
    assert said.code == 2
    assert "page.html is no data export that this version can read." in said.err
