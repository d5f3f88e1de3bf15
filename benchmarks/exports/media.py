"""Pads an archive with films and pictures, stored as they are and sparse: small on disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

MIB = 2**20
_FILM, _PICTURE = 20 * MIB, MIB


def pad(archive: Path, total: int) -> int:
    """Add so many bytes of media that no post names, nine tenths films; how many files that were."""
    count = 0
    with zipfile.ZipFile(archive, "a") as packed:
        for name, size in _media(total):
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.file_size = entry.compress_size = size
            entry.CRC = _crc_of_zeros(size)
            _append(packed, entry)
            count += 1
    return count


def _media(total: int) -> Iterator[tuple[str, int]]:
    films = total * 9 // 10 // _FILM
    yield from ((f"data/tweets_media/{number}-film.mp4", _FILM) for number in range(films))
    pictures = (total - films * _FILM) // _PICTURE
    yield from ((f"data/tweets_media/{number}-picture.jpg", _PICTURE) for number in range(pictures))


def _append(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """A stored member whose content is a hole in the file, as far as the disk can have holes."""
    stream = packed.fp
    if stream is None:
        raise ValueError("the archive is closed")
    stream.seek(packed.start_dir)
    entry.header_offset = stream.tell()
    stream.write(entry.FileHeader(zip64=False))
    stream.seek(entry.file_size, 1)
    packed.start_dir = stream.tell()
    packed.filelist.append(entry)
    packed.NameToInfo[entry.filename] = entry
    packed._didModify = True  # type: ignore[attr-defined]  # noqa: SLF001 - so that the list of files is written anew


def _crc_of_zeros(size: int) -> int:
    value, block = 0, bytes(MIB)
    for _each in range(size // MIB):
        value = zlib.crc32(block, value)
    return value
