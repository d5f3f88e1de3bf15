"""What each export reader claims to bring is held against what it reads from samples and shapes."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.packing import a_folder
from exports.repositories import a_repository
from exports.shapes import SHAPES

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.exported import NO_STRANGER, NOT_INCLUDED

EXPORTED = {one.id: (one, one.export) for one in PLATFORMS if one.export}
TOGETHER = (
    "facebook/constructed",
    "facebook/facebook-network-scorer",
    "mastodon/fossilizer",
    "nodebb/constructed",
)
"""Folders whose files are one export; elsewhere each file is one."""


def snapshots_of(path: Path) -> tuple[Snapshot, ...]:
    with tempfile.TemporaryDirectory() as place:
        return import_exports([path], Path(place), Silent(), the_first)[0]


@lru_cache
def everything(samples: Path) -> tuple[Snapshot, ...]:
    """Every sample and every shape, as their readers see it."""
    folders = [samples / name for name in TOGETHER]
    files = [one for one in samples.glob("*/*/*") if one.parent not in folders]
    found = [snapshot for path in (*folders, *files) for snapshot in snapshots_of(path)]
    for members in SHAPES.values():
        with tempfile.TemporaryDirectory() as place:
            found += snapshots_of(a_folder(Path(place, "export"), members))
    with tempfile.TemporaryDirectory() as place:
        records = {"app.bsky.actor.profile/self": {"website": "https://robin.example"}}
        found += snapshots_of(a_repository(Path(place, "repo.car"), records))
    return tuple(found)


def falls_short(snapshot: Snapshot, part: Part) -> bool:
    """Whether something of this part is told to be missing, although it was ticked."""
    return any(gap.part is part and gap.reason not in (NOT_INCLUDED, NO_STRANGER) for gap in snapshot.gaps)


@pytest.mark.parametrize("name", EXPORTED)
def test_every_part_is_claimed_or_lacking(name: str) -> None:
    platform, reader = EXPORTED[name]
    assert set(reader.parts) | set(platform.lacks) == set(Part) - {Part.OTHER}
    assert not set(reader.parts) & set(platform.lacks)


@pytest.mark.parametrize("name", EXPORTED)
def test_a_claim_is_what_the_reader_makes_of_its_samples(name: str, shared: Path) -> None:
    _platform, reader = EXPORTED[name]
    seen = [one for one in everything(shared / "samples/exports") if one.platform == name]
    for part, claim in reader.parts.items():
        brought = any(one.has(part) for one in seen)
        read = any(part in one.read for one in seen)
        short = any(falls_short(one, part) for one in seen)
        match claim.partition(":")[0]:
            case "yes":
                assert brought, f"{part}: claimed, and in no sample"
                assert read, f"{part}: claimed, and never read to its end"
            case "in part":
                assert brought, f"{part}: claimed in part, and in no sample"
                assert short, f"{part}: claimed in part, and never told as falling short"
            case _:
                assert not brought, f"{part}: denied, and brought"
                assert not read, f"{part}: denied, and told as read"
