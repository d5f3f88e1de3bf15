"""The files of a snapshot's pictures, none outside its folder, and why others could not be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from selfaudit.detectors.images.unopened import MISSING, NOT_KEPT
from selfaudit.model.detections import Material
from selfaudit.model.snapshot import Image


def files_of(material: Material, troubles: Counter[str]) -> Iterator[tuple[Image, Path]]:
    """Each picture whose file is there, counted on the way; why others are not is added to ``troubles``."""
    images = tuple(material.snapshot.pictures())
    for done, image in enumerate(images, 1):
        path = _inside(material.folder, image.file) if material.folder and image.file else None
        if path:
            yield image, path
        else:
            troubles[MISSING if material.folder and image.file else NOT_KEPT] += 1
        material.progress.count(done, len(images))


def _inside(folder: Path, file: str) -> Path | None:
    """The picture's path, unless a hand-written snapshot points outside its own folder."""
    with suppress(OSError, ValueError):
        path = (folder / file).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            return path
    return None


def told(troubles: Counter[str]) -> tuple[str, ...]:
    """Each reason with its number, as in "3 pictures could not be opened"."""
    return tuple(
        f"{count} {'picture' if count == 1 else 'pictures'} {reason}" for reason, count in troubles.items()
    )
