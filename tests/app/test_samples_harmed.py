"""Every reader's own known pages, with each page or answer taken away, refused or cut short in turn.

What then is less than the whole sample has must not count as read to its end, and whose pages they are must
stay one account.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.samples import amounts
from selfaudit.saved import import_pages

FOLDER = Path(str(files("selfaudit.platforms")))
RECORDINGS = sorted(FOLDER.glob("*/samples/good*.har"))
Entry = dict[str, Any]


def gone(_entry: Entry) -> list[Entry]:
    return []


def unanswered(entry: Entry) -> list[Entry]:
    return [answered(entry, text="")]


def refused(entry: Entry) -> list[Entry]:
    return [answered(entry, 429, "<html><body>Too many requests</body></html>", "text/html")]


def halved(entry: Entry) -> list[Entry]:
    text = entry["response"]["content"]["text"]
    return [answered(entry, text=text[: len(text) // 2])]


def nearly_whole(entry: Entry) -> list[Entry]:
    text = entry["response"]["content"]["text"]
    return [answered(entry, text=text[: len(text) * 3 // 4])]


def answered(entry: Entry, status: int = 200, text: str = "", mime: str = "") -> Entry:
    content = {**entry["response"]["content"], "text": text}
    return {
        **entry,
        "response": {"status": status, "content": content | ({"mimeType": mime} if mime else {})},
    }


def imported(folder: Path, entries: list[Entry]) -> tuple[Snapshot, ...]:
    recording = folder / "recording.har"
    recording.write_text(json.dumps({"log": {"version": "1.2", "entries": entries}}), encoding="utf-8")
    return import_pages([recording], folder / "media", Silent())


def said(snapshot: Snapshot, part: Part) -> set[str]:
    return {gap.reason for gap in snapshot.gaps if gap.part in {part, Part.OTHER}}


def silently_less(snapshot: Snapshot, whole: Snapshot) -> Iterator[str]:
    """The parts of which less was read than there is, and which all the same count as read."""
    found, held = amounts(snapshot), amounts(whole)
    for part in snapshot.read:
        if found[part] < held[part] and not said(snapshot, part) - said(whole, Part.OTHER):
            yield f"{part} {held[part]} -> {found[part]}"


@pytest.mark.parametrize(
    "harm", [gone, unanswered, refused, halved, nearly_whole], ids=lambda one: one.__name__
)
@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda one: f"{one.parents[1].name}-{one.stem}")
def test_a_part_that_is_less_without_a_page_is_not_said_to_be_read(
    recording: Path, harm: Any, tmp_path: Path
) -> None:
    entries = json.loads(recording.read_text(encoding="utf-8"))["log"]["entries"]
    (whole,) = imported(tmp_path, entries)
    wrong = []
    for place, entry in enumerate(entries):
        left = [*entries[:place], *harm(entry), *entries[place + 1 :]]
        try:
            snapshots = imported(tmp_path, left) if left else ()
        except ImportFailed:
            continue  # of a lone page nothing is left; that is told as nothing read
        wrong += [(entry["request"]["url"], line) for one in snapshots for line in silently_less(one, whole)]
        wrong += [(entry["request"]["url"], "several accounts")] * (len(snapshots) > 1)
    assert wrong == []


def test_every_reader_of_pages_has_a_recording_to_harm() -> None:
    held = {recording.parents[1].name for recording in RECORDINGS}
    assert held == {folder.parent.name for folder in FOLDER.glob("*/samples")}
