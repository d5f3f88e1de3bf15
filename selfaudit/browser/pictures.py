"""Pictures that pages brought, each kept once in the private folder; none is asked for again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_LEAST, _MOST = 100, 25_000_000
"""Smaller ones are invisible counters, larger ones are nothing that a profile page shows."""


class Pictures:
    """The pictures of one lens, by address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, str] = {}

    @property
    def files(self) -> Mapping[str, str]:
        """Each address with its file inside the snapshot folder, as it grows."""
        return MappingProxyType(self._files)

    def keep(self, addresses: tuple[str, ...], content: bytes) -> None:
        """Store a picture under all the addresses that led to it; what is no picture is left out."""
        ending = ending_of(content)
        if ending is None or not _LEAST <= len(content) <= _MOST:
            return
        name = f"{hashlib.sha256(content).hexdigest()[:24]}.{ending}"
        if not (self._folder / name).exists():
            _write(self._folder, name, content)
        self._files.update(dict.fromkeys(addresses, f"media/{name}"))

    def alias(self, address: str, same: str) -> None:
        """The mark-up names ``address``, but the browser took ``same``."""
        if same in self._files:
            self._files.setdefault(address, self._files[same])

    def content(self, address: str) -> bytes | None:
        """A picture that is already here."""
        file = self._files.get(address)
        try:
            return (self._folder / Path(file).name).read_bytes() if file else None
        except OSError:
            return None


def ending_of(content: bytes) -> str | None:
    """The file ending for this kind of picture, told by its first bytes; ``None`` for anything else."""
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:8] == b"ftyp" and content[8:12] in {b"avif", b"avis"}:
        return "avif"
    return "bmp" if content.startswith(b"BM") else None


def _write(folder: Path, name: str, content: bytes) -> None:
    """Private from the first byte, and whole or not there at all."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).replace(folder / name)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
