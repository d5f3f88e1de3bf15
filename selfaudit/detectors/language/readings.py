"""What the reading of one text came to, as a line that can be kept, and the mark of what read it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from selfaudit.model.detections import Remark

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_RULES = (".py", ".tsv", ".txt", ".json")
"""The weights are not hashed again: their own hash stands in the model's facts and is held to when loaded."""
_LIBRARIES = ("onnxruntime", "py3langid", "spacy")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one text.

    Attributes:
        language: the other language that it, or a part of it, is in.
        remarks: what was noticed; ``None`` where nothing of it was read, for that language.
    """

    language: str | None
    remarks: tuple[Remark, ...] | None


class Memory(Protocol):
    """Keeps lines by key; one that it does not know, or no longer, is read again."""

    def get(self, key: str) -> str | None:
        """The line, if it is known."""

    def put(self, key: str, line: str) -> None:
        """Keep the line, if that can be done."""


Remember = Callable[[Path | None, str], AbstractContextManager[Memory]]
"""Opens the memory that belongs to a snapshot's folder and to one version of what reads."""


def as_line(reading: Reading) -> str:
    """The reading as one line of JSON."""
    return _lines().dump_json(reading).decode()


def from_line(line: str | None) -> Reading | None:
    """The very reading again; nothing, where the line is none."""
    from pydantic import ValidationError

    try:
        return _lines().validate_json(line) if line else None
    except ValidationError:
        return None


@cache
def _lines() -> TypeAdapter[Reading]:
    from pydantic import TypeAdapter

    return TypeAdapter(Reading)


def mark_of(rules: Traversable, school_names: tuple[str, ...]) -> str:
    """Another one whenever a text might be read otherwise: other rules, model, libraries or names."""
    digest = sha256(json.dumps([sys.version, *map(_version, _LIBRARIES), school_names]).encode())
    for name, content in _files(rules):
        digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for inside in sorted(folder.iterdir(), key=lambda one: one.name):
        if inside.is_dir():
            yield from _files(inside)
        elif inside.name.endswith(_RULES):
            yield inside.name, inside.read_bytes()


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
