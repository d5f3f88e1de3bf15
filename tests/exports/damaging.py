"""Damage done to real exports: a reader may lose items to it, and must never fall over or claim too much."""

from __future__ import annotations

import copy
import json
import random
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from exports.packing import a_folder

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot

_ODD = (
    None,
    True,
    0,
    -1,
    10**30,
    "",
    "x" * 50,
    [],
    {},
    [[]],
    [None],
    {"id": {}},
    "\ud800",
    "2024-13-45",
    float("inf"),
)


def members_of(path: Path) -> dict[str, bytes]:
    """The files of an export, by name."""
    if path.is_dir():
        return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()}
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return {e.filename: archive.read(e) for e in archive.infolist() if not e.is_dir()}
    if path.name.endswith(".gz"):
        with tarfile.open(path) as archive:
            found = ((entry.name, archive.extractfile(entry)) for entry in archive)
            return {name: stream.read() for name, stream in found if stream}
    return {path.name: path.read_bytes()}


def damaged(members: Mapping[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """The same with one file cut short, changed in some bytes, with other values, or gone."""
    changed = dict(members)
    name = chance.choice(sorted(members))
    ways = (_cut, _noisy, _other_values, _other_values, _other_values)
    whole = chance.choice(ways)(changed.pop(name), chance)
    return changed if whole is None else {**changed, name: whole}


def _cut(data: bytes, chance: random.Random) -> bytes | None:
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.9 else None


def _noisy(data: bytes, chance: random.Random) -> bytes:
    noisy = bytearray(data)
    for _change in range(chance.randrange(1, 30)):
        if noisy:
            noisy[chance.randrange(len(noisy))] = chance.randrange(256)
    return bytes(noisy)


def _other_values(data: bytes, chance: random.Random) -> bytes:
    start = min((at for sign in (b"[", b"{") if (at := data.find(sign)) >= 0), default=0)
    try:
        value = json.loads(data[start:].rstrip().rstrip(b";"))
    except ValueError:
        return _noisy(data, chance)
    for _change in range(chance.randrange(1, 12)):
        _swap(value, chance)
    return data[:start] + json.dumps(value).encode()


def _swap(value: Any, chance: random.Random) -> None:
    here = value
    while isinstance(here, dict | list) and here:
        key = chance.choice(list(here)) if isinstance(here, dict) else chance.randrange(len(here))
        if not isinstance(here[key], dict | list) or not here[key] or chance.random() < 0.15:
            here[key] = copy.deepcopy(chance.choice(_ODD))
            return
        here = here[key]


def read_members(members: Mapping[str, bytes]) -> tuple[Snapshot, ...]:
    """What the exports door makes of these files."""
    with tempfile.TemporaryDirectory() as place:
        folder = a_folder(Path(place, "export"), {name: data for name, data in members.items() if name})
        return import_exports([folder], Path(place, "media"), Silent())[0]


def never_falls_over(path: Path, rounds: int, seed: int = 4) -> None:
    """Damages the export in many ways; every one is read, and what is lost is never told as read."""
    whole, chance = members_of(path), random.Random(seed)  # noqa: S311 - no secret, only the same each time
    for _round in range(rounds):
        for snapshot in read_members(damaged(whole, chance)):
            for part in snapshot.read:
                assert not any(gap.part is part and gap.lens is None for gap in snapshot.gaps)
