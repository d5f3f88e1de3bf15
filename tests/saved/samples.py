"""Small invented saved pages, and a picture that is really one."""

from __future__ import annotations

import base64
import struct
import zipfile
import zlib
from pathlib import Path

ADDRESS = "https://example.social/@sampleworker"


def a_picture(shade: int = 90) -> bytes:
    """A small plain PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes((shade, 120, 160)) * 32) * 32
    head = struct.pack(">IIBBBBB", 32, 32, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def as_data(picture: bytes) -> str:
    """The picture as an address that carries it."""
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def a_post_page(image: str = "", *, text: str = "Beans are up.", head: str = "", body_class: str = "") -> str:
    """A single post of a WordPress blog, seen signed out."""
    classes = f"single single-post postid-7 {body_class}".strip()
    shown = f"<img src='{image}' alt='beans'>" if image else ""
    return (
        f"<!DOCTYPE html>{head}<html><head><meta charset='utf-8'>"
        "<meta name='generator' content='WordPress 6.6'>"
        "<link rel='canonical' href='https://blog.example.org/beans/'></head>"
        f"<body class='{classes}'><main><h1 class='wp-block-post-title'>Beans</h1>"
        f"<div class='entry-content'><p>{text}</p>{shown}</div>"
        "<p class='wp-block-post-author__name'><a href='/author/alex-teacher/'>Alex Teacher</a></p>"
        "</main></body></html>"
    )


def a_zip(path: Path, **members: str | bytes) -> Path:
    """An archive; two underscores in a name stand for a slash, one for a dot."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return path
