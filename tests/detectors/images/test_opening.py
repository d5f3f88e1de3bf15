"""Damaged and hostile picture files: a reason, never a crash."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from painted import a_room, saved

from selfaudit.detectors.images.opening import open_picture
from selfaudit.detectors.images.unopened import DAMAGED, HEIC, MISSING, TOO_LARGE, Unopenable


def _reason(file: Path) -> str:
    with pytest.raises(Unopenable) as told:
        open_picture(file, 1280)
    return told.value.reason


def _png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (20_000, 9_000), (2**31 - 1, 1)])
def test_a_picture_that_would_fill_the_memory_is_left_closed(size: tuple[int, int], tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(_png_that_claims(*size))
    assert _reason(bomb) == TOO_LARGE


def test_a_picture_with_no_size_or_no_body_is_damaged(tmp_path: Path) -> None:
    for number, content in enumerate(
        (_png_that_claims(0, 0), _png_that_claims(500, 500), b"", b"\xff\xd8\xff")
    ):
        file = tmp_path / f"{number}.png"
        file.write_bytes(content)
        assert _reason(file) == DAMAGED


def test_every_beginning_of_a_jpeg_either_opens_or_gives_a_reason(tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.jpg", a_room(60, 40)).read_bytes()
    for length in range(0, len(whole), 7):
        file = tmp_path / "part.jpg"
        file.write_bytes(whole[:length])
        assert _reason(file) == DAMAGED


def test_an_iphone_picture_is_named_as_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200)
    assert _reason(file) == HEIC


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert _reason(tmp_path / "none.jpg") == MISSING


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    assert _reason(tmp_path) == DAMAGED


@pytest.mark.parametrize("kind", ["jpg", "png", "gif", "webp", "bmp", "tiff"])
def test_the_usual_kinds_open(kind: str, tmp_path: Path) -> None:
    opened = open_picture(saved(tmp_path / f"a.{kind}", a_room(90, 60)), 1280)
    assert (opened.size, opened.pixels.shape, opened.moving) == ((90, 60), (60, 90, 3), False)


def test_a_large_picture_is_made_smaller_and_remembers_its_size(tmp_path: Path) -> None:
    opened = open_picture(saved(tmp_path / "a.jpg", a_room(2000, 1000)), 500)
    assert (opened.size, opened.pixels.shape[:2], opened.scale) == ((2000, 1000), (250, 500), 4.0)


def test_a_transparent_picture_keeps_its_alpha_and_shows_white_beneath(tmp_path: Path) -> None:
    glass = np.zeros((20, 30, 4), np.uint8)
    opened = open_picture(saved(tmp_path / "a.png", glass), 1280)
    assert opened.pixels.shape == (20, 30, 4)
    assert (opened.on_white() == 255).all()


def test_damaged_exif_leaves_the_picture_as_it_is(tmp_path: Path) -> None:
    file = saved(tmp_path / "a.jpg", a_room(60, 40), exif=b"Exif\0\0MM\0*\0\0\0\x08\0\xff\x01\x12")
    assert open_picture(file, 1280).orientation == 1
