"""What is no page is named with what to do; what belongs to a page, or to nobody, is not."""

from __future__ import annotations

import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from saved.samples import a_picture, a_post_page, a_zip
from saved.test_people_told_apart import Listener

from selfaudit.errors import ImportFailed
from selfaudit.model.vocabulary import Part
from selfaudit.saved import import_pages, read_saved

OTHERS = ("cv.docx", "me.pdf", "notes.txt", "odd.xyz", "photo.png", "rest.7z", "rules.yaml")


def a_folder(root: Path, *names: str) -> Path:
    folder = root / "saved"
    folder.mkdir()
    (folder / "page.html").write_text(a_post_page(), "utf-8")
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"words")
    return folder


def refused(tmp_path: Path, *paths: Path) -> list[str]:
    return [one.name for one in read_saved(paths, tmp_path / "media").refused]


def test_other_kinds_in_a_folder_are_each_named(tmp_path: Path) -> None:
    assert refused(tmp_path, a_folder(tmp_path, *OTHERS)) == list(OTHERS)


def test_other_kinds_in_an_archive_are_each_named(tmp_path: Path) -> None:
    archive = a_zip(tmp_path / "x.zip", page_html=a_post_page(), notes_txt="words", deep__me_pdf="words")
    assert refused(tmp_path, archive) == ["x.zip: notes.txt", "x.zip: deep/me.pdf"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_of_another_kind_alone_is_told_with_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"words")
    with pytest.raises(ImportFailed, match=rf"{name} is .*(save the page|unpack it)"):
        import_pages([tmp_path / name], tmp_path / "media", Listener())


def test_many_of_one_kind_are_told_together_and_stay_a_gap(tmp_path: Path) -> None:
    listener = Listener()
    folder = a_folder(tmp_path, *(f"{number:02}.pdf" for number in range(12)))
    (snapshot,) = import_pages([folder], tmp_path / "media", listener)
    (line,) = listener.unread
    assert line.startswith("Not read: 12 files, each of which is of a kind that is not read; save the page")
    assert line.endswith(": 00.pdf, 01.pdf, 02.pdf, 03.pdf, 04.pdf, ….")
    assert sum(gap.part is Part.OTHER and ".pdf" in gap.reason for gap in snapshot.gaps) == 1


def test_what_belongs_to_a_page_or_to_nobody_is_not_told(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "page_files/a.js", "page_files/b.png", "page_files/frame.html", "style.css")
    for noise in (".DS_Store", "Thumbs.db", "__MACOSX/._page.html", "._page.html", "~$cv.docx"):
        (folder / noise).parent.mkdir(exist_ok=True)
        (folder / noise).write_bytes(b"\0\5\26\7")
    archive = tmp_path / "x.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(folder.rglob("*")):
            packed.write(file, file.relative_to(folder))
    for path in (folder, archive):
        saved = read_saved([path], tmp_path / "media")
        assert ([page.name.removeprefix("x.zip: ") for page in saved.pages], saved.refused) == (
            ["page.html"],
            (),
        )


def test_a_picture_that_a_page_shows_from_beside_it_is_not_told(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "img").mkdir(parents=True)
    (folder / "img" / "beans.png").write_bytes(a_picture())
    (folder / "img" / "other.png").write_bytes(a_picture(7))
    (folder / "page.html").write_text(a_post_page("img/beans.png"), "utf-8")
    assert refused(tmp_path, folder) == ["img/other.png"]
    archive = a_zip(
        tmp_path / "x.zip",
        img__beans_png=a_picture(),
        img__other_png=a_picture(7),
        page_html=a_post_page("img/beans.png"),
    )
    assert refused(tmp_path, archive) == ["x.zip: img/other.png"]


def test_a_folder_whose_name_only_begins_like_a_pages_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "page-older posts").mkdir()
    (folder / "page-older posts" / "two.html").write_text(a_post_page(), "utf-8")
    names = [page.name for page in read_saved([folder], tmp_path / "media").pages]
    assert names == ["page.html", "page-older posts/two.html"]


def test_a_pages_own_folder_named_beside_it_is_left_to_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "page_files/frame.html", "page_files/a.js")
    saved = read_saved(sorted(folder.iterdir()), tmp_path / "media")
    assert ([page.name for page in saved.pages], saved.refused) == (["page.html"], ())


def test_signs_that_command_a_screen_reach_nobody(tmp_path: Path) -> None:
    archive = tmp_path / "x.zip"
    name = "a\x07\x1b[31m\u202egnp.html"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("page.html", a_post_page())
        packed.writestr(name, b"  ")
        packed.writestr(name.replace("html", "pdf"), b"words")
    listener = Listener()
    (snapshot,) = import_pages([archive], tmp_path / "media", listener)
    told = [*listener.said, *(gap.reason for gap in snapshot.gaps)]
    assert sum("a\ufffd\ufffd[31m\ufffdgnp" in line for line in told) == 4
    assert all(line.isprintable() for line in told)


def test_a_page_that_does_not_say_when_is_dated_by_its_file(tmp_path: Path) -> None:
    moment = datetime(2026, 3, 4, 5, 6, 8, tzinfo=UTC)
    page = tmp_path / "page.html"
    page.write_text(a_post_page(), "utf-8")
    os.utime(page, (moment.timestamp(), moment.timestamp()))
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.write(page, "page.html")
    for path in (page, tmp_path / "x.zip"):
        (snapshot,) = import_pages([path], tmp_path / "media", Listener())
        assert snapshot.taken_at == moment


def test_a_date_that_no_clock_shows_is_no_date(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("page.html", (1980, 0, 0, 0, 0, 0))
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(entry, a_post_page())
    (snapshot,) = import_pages([tmp_path / "x.zip"], tmp_path / "media", Listener())
    assert snapshot.taken_at is None


def test_members_of_one_name_and_members_named_from_here_are_all_read(tmp_path: Path) -> None:
    archive = tmp_path / "x.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("./page.html", a_post_page(text="first"))
        with pytest.warns(UserWarning, match="Duplicate name"):
            packed.writestr("./page.html", a_post_page(text="second"))
    pages = read_saved([archive], tmp_path / "media").pages
    assert [("first" in page.visit.documents[0].html) for page in pages] == [True, False]


def test_a_link_to_a_folder_and_a_folder_that_cannot_be_opened_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "shut").mkdir()
    scan = os.scandir

    def shut(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", shut)
    assert refused(tmp_path, folder) == ["linked", "shut"]


@pytest.mark.parametrize(("year", "fresh"), [(2026, True), (2031, False)])
def test_switches_of_an_old_table_are_left_to_the_hand_by_the_files_date(
    tmp_path: Path, year: int, *, fresh: bool
) -> None:
    file = tmp_path / "preferences.json"
    file.write_text('{"posting:default:visibility": "private"}', "utf-8")
    moment = datetime(year, 11, 1, tzinfo=UTC).timestamp()
    os.utime(file, (moment, moment))
    (snapshot,) = import_pages([file], tmp_path / "media", Listener())
    (setting,) = snapshot.settings
    assert (setting.highest is not None) is fresh
    assert (setting.where or "").startswith("Please check by hand") is not fresh
