"""The mark of what reads: another one whenever something might be read otherwise than before."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable

_RULES = (".py", ".tsv", ".txt", ".json")
"""Weights are not hashed again: their own hash stands in the model's facts and is held to when loaded."""


def mark_of(rules: Traversable, libraries: Iterable[str], names: Sequence[str] = ()) -> str:
    """The mark of the rules and small files of a package, of these libraries, and of names looked for."""
    digest = sha256(json.dumps([sys.version, *map(_version, libraries), names]).encode())
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
