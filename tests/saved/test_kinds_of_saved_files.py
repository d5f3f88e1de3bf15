"""Each way in which browsers save a page: what is read from it, and where its pictures end up."""

from __future__ import annotations

import base64
import json
import stat
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from saved.recordings import a_har, an_entry
from saved.samples import a_picture, a_post_page, a_zip, as_data

from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.saved import SavedPage, import_pages, read_saved


def the_page(tmp_path: Path, *paths: Path) -> SavedPage:
    saved = read_saved(paths, tmp_path / "media")
    assert saved.refused == ()
    (page,) = saved.pages
    return page


def the_picture(tmp_path: Path, snapshot: Snapshot) -> bytes:
    (image,) = snapshot.images
    assert image.file is not None
    assert snapshot.posts[0].images == (image.file,)
    file = tmp_path / image.file
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    return file.read_bytes()


def imported(tmp_path: Path, *paths: Path) -> Snapshot:
    (snapshot,) = import_pages(paths, tmp_path / "media", Silent())
    return snapshot


def test_a_complete_page_finds_its_pictures_in_the_folder_beside_it(tmp_path: Path) -> None:
    page = tmp_path / "My blog.html"
    page.write_text(a_post_page("My%20blog_files/beans.png"), "utf-8")
    (tmp_path / "My blog_files").mkdir()
    (tmp_path / "My blog_files" / "beans.png").write_bytes(a_picture())
    assert the_picture(tmp_path, imported(tmp_path, page)) == a_picture()


def test_a_single_file_page_carries_its_pictures(tmp_path: Path) -> None:
    page = tmp_path / "single.html"
    noted = "<!--\n Page saved with SingleFile \n url: https://blog.example.org/beans/ \n-->"
    page.write_text(a_post_page(as_data(a_picture()), head=noted), "utf-8")
    snapshot = imported(tmp_path, page)
    assert the_picture(tmp_path, snapshot) == a_picture()
    assert snapshot.addresses[0][1] == "https://blog.example.org/beans/"


def test_a_single_file_page_may_name_a_picture_in_its_style(tmp_path: Path) -> None:
    style = f'<style>:root{{--sf-img-1: url("{as_data(a_picture())}")}}</style>'
    placed = "data:image/svg+xml,<svg/>' style='background-image:var(--sf-img-1)!important"
    page = tmp_path / "single.html"
    page.write_text(a_post_page(placed, head=style), "utf-8")
    assert the_picture(tmp_path, imported(tmp_path, page)) == a_picture()


def test_a_web_archive_holds_page_and_pictures(tmp_path: Path) -> None:
    archive = MIMEMultipart("related", type="text/html")
    archive["Snapshot-Content-Location"] = "https://blog.example.org/beans/"
    archive["Date"] = "Fri, 20 Nov 2026 10:00:00 +0100"
    text = MIMEText(a_post_page("https://blog.example.org/beans.png"), "html", "utf-8")
    picture = MIMEImage(a_picture(), "png")
    picture["Content-Location"] = "https://blog.example.org/beans.png"
    archive.attach(text)
    archive.attach(picture)
    page = tmp_path / "page.mhtml"
    page.write_bytes(archive.as_bytes())
    snapshot = imported(tmp_path, page)
    assert the_picture(tmp_path, snapshot) == a_picture()
    assert str(snapshot.taken_at) == "2026-11-20 09:00:00+00:00"


def test_a_recording_holds_pages_answers_and_pictures(tmp_path: Path) -> None:
    encoded = base64.b64encode(a_picture()).decode()
    har = a_har(
        tmp_path / "x.har",
        an_entry("https://blog.example.org/beans/", a_post_page("/beans.png"), "text/html; charset=utf-8"),
        an_entry("https://blog.example.org/beans.png", encoded, "image/png", content={"encoding": "base64"}),
        an_entry("https://blog.example.org/style.css", "p {}", "text/css"),
        an_entry("https://blog.example.org/gone", '{"id": 1}', status=404),
    )
    assert the_picture(tmp_path, imported(tmp_path, har)) == a_picture()
    visit = the_page(tmp_path, har).visit
    assert [document.url for document in visit.documents] == ["https://blog.example.org/beans/"]
    assert visit.responses == ()


def test_what_was_deleted_in_a_recording_is_not_read(tmp_path: Path) -> None:
    author = {"id": "1", "acct": "sampleworker", "username": "sampleworker"}
    status = json.dumps({"id": "9", "content": "<p>gone</p>", "account": author})
    kept = json.dumps({"id": "8", "content": "<p>here</p>", "account": author})
    har = a_har(
        tmp_path / "x.har",
        an_entry("https://example.social/api/v1/statuses/9", status, method="DELETE"),
        an_entry("https://example.social/api/v1/statuses/8", kept),
    )
    assert [post.text for post in imported(tmp_path, har).posts] == ["here"]


def test_each_page_of_a_recording_is_a_visit_of_its_own(tmp_path: Path) -> None:
    har = a_har(
        tmp_path / "x.har",
        *[
            an_entry(f"https://blog.example.org/{name}/", a_post_page(), "text/html", pageref=name)
            for name in ("one", "two")
        ],
    )
    assert len(read_saved([har], tmp_path / "media").pages) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_text_survives_whatever_encoding_a_page_was_saved_in(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "page.html"
    html = a_post_page(text="Café in Zürich")
    undeclared = html.replace("<meta charset='utf-8'>", "")
    page.write_bytes((html if "utf-8" in encoding else undeclared).encode(encoding))
    assert imported(tmp_path, page).posts[0].text == "Beans\nCafé in Zürich"


def test_a_folder_is_walked_and_what_belongs_to_a_page_is_left_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "deep" / "Beans_files").mkdir(parents=True)
    (folder / "deep" / "Beans.html").write_text(a_post_page("Beans_files/a.png"), "utf-8")
    (folder / "deep" / "Beans_files" / "a.png").write_bytes(a_picture())
    (folder / "deep" / "Beans_files" / "frame.html").write_text("<p>an advertisement</p>", "utf-8")
    (folder / "notes.txt").write_text("not a page", "utf-8")
    assert the_picture(tmp_path, imported(tmp_path, folder)) == a_picture()


def test_an_archive_is_read_as_a_folder_is(tmp_path: Path) -> None:
    archive = a_zip(
        tmp_path / "saved.zip",
        pages__Beans_html=a_post_page("Beans.files/a.png"),
        pages__Beans_files__a_png=a_picture(),
    )
    assert the_picture(tmp_path, imported(tmp_path, archive)) == a_picture()


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.html").write_text(a_post_page(as_data(a_picture())), "utf-8")
    (tmp_path / "three.html").write_text(a_post_page(as_data(a_picture(shade=200))), "utf-8")
    read_saved([tmp_path / f"{name}.html" for name in ("one", "two", "three")], tmp_path / "media")
    assert len(list((tmp_path / "media").iterdir())) == 2


def test_what_only_calls_itself_a_picture_is_not_kept(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    script = base64.b64encode(b"#!/bin/sh\necho this is no picture at all").decode()
    page.write_text(a_post_page(f"data:image/png;base64,{script}"), "utf-8")
    read_saved([page], tmp_path / "media")
    assert not (tmp_path / "media").exists()
