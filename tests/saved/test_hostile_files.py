"""Files made to do harm, and broken ones: each is refused in one plain reason, the rest goes on."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saved.samples import a_picture, a_post_page, a_zip

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Part
from selfaudit.saved import contents as limits
from selfaudit.saved import import_pages, read_saved


def refusals(tmp_path: Path, *paths: Path) -> dict[str, str]:
    return {one.name: one.reason for one in read_saved(paths, tmp_path / "media").refused}


def raw_zip(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in entries:
            archive.writestr(entry, data)
    return path


@pytest.mark.parametrize(
    "name", ["../out.html", "/etc/out.html", "a/../../out.html", "C:/out.html", "..\\out.html"]
)
def test_names_that_lead_out_of_an_archive_are_refused_and_the_rest_is_read(
    tmp_path: Path, name: str
) -> None:
    archive = raw_zip(tmp_path / "x.zip", (name, b"<p>out</p>"), ("good.html", a_post_page().encode()))
    saved = read_saved([archive], tmp_path / "media")
    assert [page.name for page in saved.pages] == ["x.zip: good.html"]
    assert [one.reason for one in saved.refused] == ["has a name that leads out of its archive"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.zip"]


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("profile.html")
    link.external_attr = 0o120777 << 16
    archive = raw_zip(tmp_path / "x.zip", (link, b"/etc/passwd"))
    assert refusals(tmp_path, archive) == {"x.zip: profile.html": "is a link, which is not followed"}


def test_an_archive_inside_an_archive_is_refused(tmp_path: Path) -> None:
    archive = a_zip(tmp_path / "x.zip", inner_zip=b"PK", page_html=a_post_page())
    assert refusals(tmp_path, archive) == {
        "x.zip: inner.zip": "is an archive inside an archive; unpack it first"
    }


def test_an_archive_packed_too_tightly_is_not_opened(tmp_path: Path) -> None:
    archive = raw_zip(tmp_path / "x.zip", ("page.html", b"a" * (4 * limits.MIB)))
    assert refusals(tmp_path, archive) == {"x.zip": "is packed so tightly that it looks like a trap"}


def test_an_archive_with_too_many_files_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_FILES", 3)
    archive = raw_zip(tmp_path / "x.zip", *[(f"{number}.html", b"<p>") for number in range(4)])
    assert refusals(tmp_path, archive) == {"x.zip": "holds more than 3 files"}


def test_an_archive_that_unpacks_too_large_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LARGEST_ARCHIVE", 2 * limits.MIB)
    archive = raw_zip(
        tmp_path / "x.zip", *[(f"{number}.html", os.urandom(limits.MIB)) for number in range(3)]
    )
    assert refusals(tmp_path, archive) == {"x.zip": "would be larger than 2 MB unpacked"}


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    archive = raw_zip(tmp_path / "x.zip", ("page.html", os.urandom(4096)))
    honest = (4096).to_bytes(4, "little")
    archive.write_bytes(archive.read_bytes().replace(honest, (64).to_bytes(4, "little")))
    assert refusals(tmp_path, archive).popitem()[1] in {
        "is damaged or not whole",
        "is damaged or not whole, so the archive cannot be opened",
    }


def test_a_locked_member_is_told_as_locked(tmp_path: Path) -> None:
    archive = raw_zip(tmp_path / "x.zip", ("page.html", b"<p>"))
    data = bytearray(archive.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(data)
    assert refusals(tmp_path, archive) == {
        "x.zip: page.html": "is locked with a password; unlock it and save it again"
    }


def test_only_what_a_password_locks_is_told_to_be_unlocked(tmp_path: Path) -> None:
    archive = raw_zip(tmp_path / "x.zip", ("page.html", b"<p>"), ("note.txt", b"locked with a password"))
    data = bytearray(archive.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(data)
    refused = read_saved([archive], tmp_path / "media").refused
    assert {one.name: one.locked for one in refused} == {"x.zip: page.html": True, "x.zip: note.txt": False}


def test_a_file_that_is_gone_before_it_is_opened_is_not_called_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "saved").mkdir()
    monkeypatch.setattr(os, "walk", lambda root, **_more: [(root, [], ["page.html"])])
    assert refusals(tmp_path, tmp_path / "saved") == {"page.html": "is not there any more"}


def test_a_page_cannot_pull_in_a_file_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(a_picture())
    folder = tmp_path / "saved"
    folder.mkdir()
    for number, source in enumerate(
        ("../secret.png", f"{tmp_path}/secret.png", f"file://{tmp_path}/secret.png")
    ):
        (folder / f"{number}.html").write_text(a_post_page(source), "utf-8")
    saved = read_saved([folder], tmp_path / "media")
    assert [dict(page.visit.media) for page in saved.pages] == [{}, {}, {}]
    assert not (tmp_path / "media").exists()


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (tmp_path / "elsewhere.html").write_text(a_post_page(), "utf-8")
    (folder / "link.html").symlink_to(tmp_path / "elsewhere.html")
    assert refusals(tmp_path, folder) == {"link.html": "is a link to somewhere else, which is not followed"}


def test_broken_files_are_refused_one_by_one_and_the_good_one_is_read(tmp_path: Path) -> None:
    broken = {
        "half.har": b'{"log": {"entries": [{"request": ',
        "half.json": b'{"id": "1", "acct": ',
        "other.har": b'{"log": "no"}',
        "empty.html": b"  \n",
        "none.mhtml": b"Content-Type: text/plain\n\nhello",
        "bad.zip": b"PK\x03\x04 not really",
        "picture.png": a_picture(),
    }
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.html").write_text(a_post_page(), "utf-8")
    paths = [*(tmp_path / name for name in broken), tmp_path / "good.html"]
    assert set(refusals(tmp_path, *paths)) == set(broken)
    (snapshot,) = import_pages(paths, tmp_path / "media", Silent())
    told = [gap.reason for gap in snapshot.gaps if gap.part is Part.OTHER and gap.lens is None]
    assert len(told) == len(broken)
    assert all(any(name in reason for reason in told) for name in broken)


def test_nothing_readable_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "half.har").write_bytes(b"{")
    (tmp_path / "other.html").write_bytes(b"<title>A shop</title><p>Buy now</p>")
    with pytest.raises(ImportFailed) as told:
        import_pages([tmp_path / "half.har", tmp_path / "other.html"], tmp_path / "media", Silent())
    assert told.value.sentence == (
        "Nothing could be read: half.har cannot be read: it is not whole, or no recording of a browser, "
        "and 1 more file could not be read either."
    )
    assert told.value.next_step


def test_an_empty_folder_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match=r"^There is no saved page and no export in what you named\."):
        import_pages([tmp_path], tmp_path / "media", Silent())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400),
    ending=st.sampled_from([".html", ".mhtml", ".har", ".json", ".xml", ".zip"]),
)
def test_no_bytes_whatever_bring_the_door_down(tmp_path: Path, data: bytes, ending: str) -> None:
    file = tmp_path / f"any{ending}"
    file.write_bytes(data)
    saved = read_saved([file], tmp_path / "media")
    assert saved.pages or saved.refused


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(min_value=0, max_value=700))
def test_a_page_cut_off_anywhere_is_still_read_or_refused(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "cut.html"
    file.write_text(a_post_page()[:cut], "utf-8")
    try:
        snapshots = import_pages([file], tmp_path / "media", Silent())
    except ImportFailed:
        return
    assert [snapshot.platform for snapshot in snapshots] == ["blog"]
