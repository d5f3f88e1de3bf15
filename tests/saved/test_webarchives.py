"""What Safari saves as a web archive is read like any other saved page, however it was harmed."""

from __future__ import annotations

import plistlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saved.samples import a_picture, a_post_page

from selfaudit.model.progress import Silent
from selfaudit.saved import import_pages, read_saved

ADDRESS = "https://blog.example.org/beans/"


def a_resource(data: Any, kind: Any = "text/html", url: Any = ADDRESS, **more: Any) -> dict[str, Any]:
    return {"WebResourceData": data, "WebResourceMIMEType": kind, "WebResourceURL": url, **more}


def an_archive(html: str = "", **more: Any) -> dict[str, Any]:
    html = html or a_post_page("https://blog.example.org/beans.png").replace("rel='canonical'", "")
    main = a_resource(html.encode("utf-16-le"), WebResourceTextEncodingName="UTF-16LE")
    picture = a_resource(a_picture(), "image/png", "https://blog.example.org/beans.png")
    return {"WebMainResource": main, "WebSubresources": [picture], **more}


def saved_as(folder: Path, archive: Any, form: plistlib.PlistFormat = plistlib.FMT_BINARY) -> Path:
    file = folder / "page.webarchive"
    file.write_bytes(plistlib.dumps(archive, fmt=form))
    return file


@pytest.mark.parametrize("form", list(plistlib.PlistFormat))
def test_the_page_its_address_and_its_pictures_are_read(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    (snapshot,) = import_pages([saved_as(tmp_path, an_archive(), form)], tmp_path / "media", Silent())
    assert [post.text for post in snapshot.posts] == ["Beans\nBeans are up."]
    assert [address for _lens, address in snapshot.addresses] == [ADDRESS]
    (image,) = snapshot.images
    assert (tmp_path / str(image.file)).read_bytes() == a_picture()


def test_frames_and_data_belong_to_the_page(tmp_path: Path) -> None:
    frame = {"WebMainResource": a_resource(b"<p>frame</p>", url="https://blog.example.org/frame")}
    data = a_resource(b"{}", "application/json", "https://blog.example.org/data")
    archive = an_archive(WebSubframeArchives=[frame])
    archive["WebSubresources"].append(data)
    (page,) = read_saved([saved_as(tmp_path, archive)], tmp_path / "media").pages
    assert [document.url for document in page.visit.documents] == [ADDRESS, "https://blog.example.org/frame"]
    assert [(answer.url, answer.body) for answer in page.visit.responses] == [
        ("https://blog.example.org/data", b"{}")
    ]


@pytest.mark.parametrize(
    "archive",
    [
        [],
        {},
        "words",
        {"WebMainResource": "words"},
        {"WebMainResource": {"WebResourceData": "no bytes", "WebResourceMIMEType": "text/html"}},
        {"WebMainResource": a_resource(b"<p>", kind=7)},
        {"WebMainResource": a_resource(b"%PDF-1.7", kind="application/pdf")},
        {"WebSubresources": 5, "WebSubframeArchives": {"a": 1}},
        {"WebSubframeArchives": [[], 7, "x", {"WebSubframeArchives": "y"}]},
    ],
)
def test_lists_of_the_wrong_shape_are_refused(tmp_path: Path, archive: Any) -> None:
    saved = read_saved([saved_as(tmp_path, archive)], tmp_path / "media")
    assert (saved.pages, [one.name for one in saved.refused]) == ((), ["page.webarchive"])


def test_wrong_types_beside_a_good_page_cost_nothing_of_it(tmp_path: Path) -> None:
    archive = an_archive(WebSubframeArchives=[3, {"WebMainResource": []}])
    archive["WebSubresources"] += ["x", 7, a_resource(b"GIF89a", "image/gif", url=[1])]
    (page,) = read_saved([saved_as(tmp_path, archive)], tmp_path / "media").pages
    assert [document.url for document in page.visit.documents] == [ADDRESS]


def test_frames_within_frames_without_end_are_each_read_once(tmp_path: Path) -> None:
    """Twenty layers of which each names the next ten times: ten to the twentieth, were each walked."""
    layer: dict[str, Any] = {"WebMainResource": a_resource(b"<p>innermost</p>")}
    for _ in range(20):
        layer = {"WebMainResource": layer["WebMainResource"], "WebSubframeArchives": [layer] * 10}
    (page,) = read_saved([saved_as(tmp_path, layer)], tmp_path / "media").pages
    assert len(page.visit.documents) == 1


@pytest.mark.parametrize("count", [2**62, 2**40, 2**31])
def test_a_list_that_claims_to_be_huge_is_refused(tmp_path: Path, count: int) -> None:
    file = saved_as(tmp_path, an_archive())
    whole = file.read_bytes()
    file.write_bytes(whole[:-24] + count.to_bytes(8, "big") + whole[-16:])
    assert [one.name for one in read_saved([file], tmp_path / "media").refused] == ["page.webarchive"]


def test_a_list_that_holds_itself_and_one_with_entities_are_refused(tmp_path: Path) -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        b"<plist><dict><key>WebMainResource</key><string>&b;</string></dict></plist>"
    )
    deep = b"<plist>" + b"<array>" * 100_000 + b"</array>" * 100_000 + b"</plist>"
    for number, data in enumerate((bomb, deep)):
        (tmp_path / f"{number}.webarchive").write_bytes(data)
    saved = read_saved(sorted(tmp_path.glob("*.webarchive")), tmp_path / "media")
    assert (saved.pages, len(saved.refused)) == ((), 2)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(min_value=0, max_value=2000), other=st.binary(max_size=8))
def test_a_cut_or_scribbled_archive_is_read_or_refused(tmp_path: Path, cut: int, other: bytes) -> None:
    file = saved_as(tmp_path, an_archive())
    whole = file.read_bytes()
    for harmed in (
        whole[:cut],
        whole[:cut] + other + whole[cut + len(other) :],
        whole[: -len(other) or None] + other,
    ):
        file.write_bytes(harmed)
        saved = read_saved([file], tmp_path / "media")
        assert saved.pages or saved.refused
