"""Small pictures for evidence: only what it is about, nothing but pixels, and never a crash."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from builders import a_post, a_snapshot, an_image
from PIL import Image as Pillow

from selfaudit.illustrating import frame_around, illustrate
from selfaudit.model.findings import Evidence, Finding
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Image, Snapshot
from selfaudit.model.vocabulary import Confidence, Outcome, Severity

RED, GREEN = (200, 20, 20), (20, 160, 20)
SPOT = Region(600, 400, 100, 80)


@dataclass(frozen=True)
class Kept:
    snapshot: Snapshot
    folder: Path | None


def _finding(*evidence: Evidence, **changes: Any) -> Finding:
    fields = {
        "check": "school_logo",
        "platform": "practice",
        "account": "alexm",
        "outcome": Outcome.CONCERN,
        "severity": Severity.MODERATE,
        "headline": "",
        "why": "",
        "advice": "",
    }
    return Finding(**{**fields, **changes}, evidence=evidence)


def _seen(item: str = "i1", region: Region | None = SPOT) -> Evidence:
    return Evidence(item, Confidence.CERTAIN, region=region)


def _photo(folder: Path, name: str = "media/a.jpg", **options: Any) -> Path:
    """A green photo with a red spot where the region is."""
    pixels = np.full((800, 1200, 3), GREEN, np.uint8)
    pixels[SPOT.y : SPOT.y + SPOT.height, SPOT.x : SPOT.x + SPOT.width] = RED
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    Pillow.fromarray(pixels).save(file, quality=95, **options)
    return file


def _illustrated(folder: Path | None, piece: Evidence, *images: Image) -> Evidence:
    held = Kept(a_snapshot(*(images or (an_image(),))), folder)
    (finding,) = illustrate([_finding(piece)], [held])
    return finding.evidence[0]


def _opened(piece: Evidence) -> Pillow.Image:
    assert piece.picture is not None
    kind, _, body = piece.picture.partition(",")
    assert kind == "data:image/jpeg;base64"
    return Pillow.open(io.BytesIO(base64.b64decode(body)))


def _is_red(picture: Pillow.Image, x: float, y: float) -> bool:
    red, green, _ = picture.convert("RGB").getpixel((int(x), int(y)))  # type: ignore[misc]  # three bands
    return red > 150 > green


def test_a_small_region_is_shown_with_a_little_around_it_and_not_the_whole_photo(tmp_path: Path) -> None:
    _photo(tmp_path)
    piece = _illustrated(tmp_path, _seen())
    assert (piece.region, piece.picture_size) == (SPOT, (1200, 800))
    assert piece.picture_frame == Region(540, 340, 220, 200)
    shown = _opened(piece)
    assert shown.size == (220, 200)
    assert [_is_red(shown, x, y) for x, y in ((110, 100), (65, 65), (50, 50), (170, 150))] == [
        True,
        True,
        False,
        False,
    ]


def test_a_line_of_words_is_shown_without_the_lines_of_others_far_above_and_below(tmp_path: Path) -> None:
    _photo(tmp_path)
    piece = _illustrated(tmp_path, _seen(region=Region(300, 400, 600, 40)))
    assert piece.picture_frame == Region(252, 352, 696, 136)


def test_a_large_region_is_shown_with_the_whole_picture_made_small(tmp_path: Path) -> None:
    _photo(tmp_path)
    piece = _illustrated(tmp_path, _seen(region=Region(100, 100, 900, 600)))
    assert (piece.picture_frame, _opened(piece).size) == (None, (480, 320))


def test_evidence_about_a_whole_picture_shows_it_whole(tmp_path: Path) -> None:
    _photo(tmp_path)
    piece = _illustrated(tmp_path, _seen(region=None))
    assert (piece.picture_frame, piece.picture_size, _opened(piece).size) == (None, (1200, 800), (480, 320))


def test_the_picture_carries_nothing_but_pixels(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x010E], exif[0x9286] = "Kitchen of 4 Elm Road", "secret"
    _photo(tmp_path, exif=exif.tobytes(), comment=b"secret")
    shown = _opened(_illustrated(tmp_path, _seen()))
    assert dict(shown.getexif()) == {}
    assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_picture_from_a_turned_camera_is_shown_upright_with_the_place_drawn_in(tmp_path: Path) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    _photo(tmp_path, exif=exif.tobytes())
    piece = _illustrated(tmp_path, _seen())
    shown = _opened(piece)
    assert (piece.picture_size, piece.picture_frame, shown.size) == (None, None, (200, 220))
    assert _is_red(shown, 100, 110)


def test_words_get_no_picture(tmp_path: Path) -> None:
    piece = Evidence("p1", Confidence.CERTAIN, quote="hello")
    held = Kept(a_snapshot(a_post()), tmp_path)
    (finding,) = illustrate([_finding(piece)], [held])
    assert finding.evidence == (piece,)


@pytest.mark.parametrize(
    "file", [None, "media/gone.jpg", "../outside.jpg", "media/broken.jpg", "bad\0name.jpg"]
)
def test_a_picture_that_cannot_be_opened_leaves_the_evidence_as_it_was(
    file: str | None, tmp_path: Path
) -> None:
    folder = tmp_path / "snapshot"
    _photo(tmp_path, "outside.jpg")
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "broken.jpg").write_bytes(b"\xff\xd8broken")
    assert _illustrated(folder, _seen(), an_image(file)) == _seen()


def test_without_a_folder_there_are_no_pictures() -> None:
    assert _illustrated(None, _seen()) == _seen()


def test_a_picture_of_another_profile_with_the_same_id_is_not_taken(tmp_path: Path) -> None:
    _photo(tmp_path)
    held = Kept(a_snapshot(an_image(), platform="blog"), tmp_path)
    (finding,) = illustrate([_finding(_seen())], [held])
    assert finding.evidence == (_seen(),)


def test_a_finding_with_very_many_pictures_shows_the_first_forty(tmp_path: Path) -> None:
    _photo(tmp_path)
    held = Kept(a_snapshot(an_image()), tmp_path)
    (finding,) = illustrate([_finding(*[_seen()] * 45)], [held])
    assert [piece.picture is not None for piece in finding.evidence] == [True] * 40 + [False] * 5


@pytest.mark.parametrize("region", [Region(5000, 5000, 10, 10), Region(-50, -50, 10, 10), Region(0, 0, 0, 0)])
def test_a_region_outside_the_picture_never_gives_an_empty_frame(region: Region) -> None:
    frame = frame_around(region, (300, 200))
    assert frame is None or (frame.width > 0 and frame.height > 0)
