"""A small sample of the shared pictures: what the detector promises there holds."""

from __future__ import annotations

import csv
from pathlib import Path

from builders import a_policy, a_snapshot, an_image

from selfaudit.detectors.images import Logos
from selfaudit.model.detections import Material
from selfaudit.model.policy import Logo
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Confidence


def test_easy_crests_are_seen_and_easy_look_alikes_are_not_called_sure(shared: Path) -> None:
    folder = shared / "data" / "pictures" / "logos"
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["logo"] == "L02" and row["level"] == "1"]
    references = tuple(Logo("crest", file) for file in sorted((folder / "refs" / "L02").iterdir()))
    images = tuple(an_image(row["file"], id=row["file"]) for row in rows)
    material = Material(a_snapshot(*images), folder, a_policy(logos=references), Silent())
    found = Logos().detect(material)
    sure = {
        item
        for item, sightings in found.matches.items()
        if any(sighting.confidence is not Confidence.UNSURE for sighting in sightings)
    }
    shown = {row["file"] for row in rows if row["label"] == "1"}
    assert found.gaps == ()
    assert sure <= shown
    assert len(sure) >= 0.8 * len(shown)
