"""The reader of words in pictures: opens every picture of a snapshot once and reads what is written there."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from selfaudit.detectors.images.files import files_of, told
from selfaudit.detectors.images.looked import Looked
from selfaudit.detectors.images.unopened import DAMAGED, MOVING, Unopenable, WordsUnreadable
from selfaudit.detectors.marks import mark_of
from selfaudit.model.detections import Detected, Material
from selfaudit.model.memory import Memory, Remember
from selfaudit.model.written import Written

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from selfaudit.detectors.images.screens import Screens

NO_READER = "the reader of words in pictures could not be loaded; installing selfaudit again may help"
_LIBRARIES = ("onnxruntime", "opencv-python-headless", "pillow", "rapidocr")


class Words:
    """Reads words in pictures. What was read is kept by the picture's content.

    Args:
        remember: what was read is kept there and not read again; left out, nothing outlives the reader.
    """

    def __init__(self, remember: Remember | None = None) -> None:
        self._remember = remember
        self._known: dict[str, Looked] = {}
        self._screens: Screens | None = None

    def detect(self, material: Material) -> Detected[Written]:
        """Texts by image id; every picture that could not be opened is counted in the gaps."""
        troubles: Counter[str] = Counter()
        matches: dict[str, tuple[Written, ...]] = {}
        with self._memory(material.folder) as memory:
            for image, path in files_of(material, troubles):
                try:
                    looked = self._looked(path, memory)
                    matches[image.id] = looked.texts
                    troubles.update([MOVING] * looked.moving)
                except Unopenable as trouble:
                    troubles[trouble.reason] += 1
                except WordsUnreadable:
                    return Detected({}, (NO_READER,))
        return Detected({item: texts for item, texts in matches.items() if texts}, told(troubles))

    def _memory(self, folder: Path | None) -> AbstractContextManager[Memory | None]:
        if self._remember is None:
            return nullcontext()
        return self._remember(folder, mark_of(files(__package__), _LIBRARIES))

    def _looked(self, path: Path, memory: Memory | None) -> Looked:
        """What stands in a picture; the same file in another post or profile is not read again."""
        key = _key(path)
        if key not in self._known:
            self._known[key] = self._remembered(key, path, memory)
        return self._known[key]

    def _remembered(self, key: str, path: Path, memory: Memory | None) -> Looked:
        kept = _from_line(memory.get(key)) if memory is not None else None
        if kept is not None:
            return kept
        looked = self._look(path)
        if memory is not None:
            memory.put(key, _lines().dump_json(looked).decode())
        return looked

    def _look(self, path: Path) -> Looked:
        from selfaudit.detectors.images.screens import Screens

        self._screens = self._screens or Screens()
        return self._screens.look(path)


def _key(path: Path) -> str:
    try:
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:  # it may not be read, or went meanwhile: the others are read all the same
        raise Unopenable(DAMAGED) from error


def _from_line(line: str | None) -> Looked | None:
    """The very texts again; nothing, where the line is none."""
    from pydantic import ValidationError

    try:
        return _lines().validate_json(line) if line else None
    except ValidationError:
        return None


@cache
def _lines() -> TypeAdapter[Looked]:
    from pydantic import TypeAdapter

    return TypeAdapter(Looked)
