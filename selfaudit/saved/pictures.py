"""Keeps the pictures of saved pages: named by their content, so that the same picture is kept once."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

LARGEST_PICTURE = 64 * 2**20
_NAME_LENGTH = 24
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)


class Pictures:
    """The media folder of a snapshot. Only what begins like a picture is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes | None) -> str | None:
        """Where the picture lies inside the snapshot folder, or ``None`` when it is none."""
        ending = ending_of(data) if data and len(data) <= LARGEST_PICTURE else None
        if data is None or ending is None:
            return None
        name = f"{hashlib.sha256(data).hexdigest()[:_NAME_LENGTH]}.{ending}"
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return f"media/{name}"
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        return f"media/{name}"


def ending_of(data: bytes) -> str | None:
    """The ending for a picture that begins so; ``None`` where it is none."""
    for start, ending in _STARTS:
        if data.startswith(start):
            return ending
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "avif" if data[4:12] in {b"ftypavif", b"ftypavis"} else None
