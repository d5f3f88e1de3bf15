"""Pictures are kept once, privately, and only when they are pictures."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from little_site import picture

from selfaudit.browser.pictures import Pictures, ending_of


@pytest.mark.parametrize(
    ("start", "ending"),
    [
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"GIF89a", "gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x20ftypavif", "avif"),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"<svg xmlns=", None),
        (b"<!DOCTYPE html>", None),
        (b"", None),
    ],
)
def test_the_kind_is_told_by_the_first_bytes(start: bytes, ending: str | None) -> None:
    assert ending_of(start) == ending


def test_the_same_picture_under_two_addresses_is_one_private_file(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "media")
    pictures.keep(("https://a.example/1", "https://a.example/2"), picture(1))
    pictures.keep(("https://a.example/3",), picture(1))
    (file,) = (tmp_path / "media").iterdir()
    assert dict(pictures.files) == dict.fromkeys(
        ("https://a.example/1", "https://a.example/2", "https://a.example/3"), f"media/{file.name}"
    )
    assert file.read_bytes() == picture(1)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_picture_that_was_erased_meanwhile_is_simply_not_there(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "media")
    pictures.keep(("https://a.example/1",), picture(1))
    for file in (tmp_path / "media").iterdir():
        file.unlink()
    assert pictures.content("https://a.example/1") is None
    assert pictures.content("https://a.example/2") is None
