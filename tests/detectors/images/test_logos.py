"""The logo detector on pictures painted in the test: all sightings are compared, so an extra one fails."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from builders import a_policy, a_snapshot, an_image
from painted import Pixels, a_crest, a_room, saved, square_at, with_crest

from selfaudit.detectors.images import Logos
from selfaudit.detectors.images.logos import NO_LOGOS
from selfaudit.model.detections import Detected, LogoSighting, Material
from selfaudit.model.policy import Logo
from selfaudit.model.progress import Silent
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Image
from selfaudit.model.vocabulary import Confidence


class Counted(Silent):
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int | None]] = []

    def count(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))


@pytest.fixture
def crest(tmp_path: Path) -> Logo:
    return Logo("crest", saved(tmp_path / "pack" / "crest.png", a_crest()))


def _detect(folder: Path | None, *logos: Logo, images: tuple[Image, ...]) -> Detected[LogoSighting]:
    return Logos().detect(Material(a_snapshot(*images), folder, a_policy(logos=logos), Silent()))


def _sightings(folder: Path, pixels: Pixels, *logos: Logo) -> tuple[LogoSighting, ...]:
    saved(folder / "media" / "a.jpg", pixels, quality=85)
    found = _detect(folder, *logos, images=(an_image(),))
    assert found.gaps == ()
    return found.matches.get("i1", ())


def _sure(sighting: LogoSighting) -> bool:
    return sighting.confidence is not Confidence.UNSURE


def _near(region: Region, where: tuple[int, int, int, int], slack: int = 12) -> bool:
    x, y, width, height = where
    told = (region.x, region.y, region.x + region.width, region.y + region.height)
    return all(
        abs(one - other) <= slack for one, other in zip(told, (x, y, x + width, y + height), strict=True)
    )


def test_a_crest_on_a_photo_is_seen_where_it_is(tmp_path: Path, crest: Logo) -> None:
    (sighting,) = _sightings(tmp_path, with_crest(a_room(), a_crest(), square_at(500, 300, 210)), crest)
    assert _sure(sighting)
    assert sighting.logo == "crest"
    assert _near(sighting.region, (518, 314, 164, 180))


@pytest.mark.parametrize("charge", ["crown", "tree"])
def test_the_same_shield_with_another_charge_and_letters_is_not_the_crest(
    charge: str, tmp_path: Path, crest: Logo
) -> None:
    other = a_crest(charge, "TM")
    found = _sightings(tmp_path, with_crest(a_room(), other, square_at(500, 300, 210)), crest)
    assert [sighting for sighting in found if _sure(sighting)] == []


def test_a_plain_shield_is_not_the_crest(tmp_path: Path, crest: Logo) -> None:
    plain = with_crest(a_room(), a_crest("", ""), square_at(500, 300, 210))
    assert [one for one in _sightings(tmp_path, plain, crest) if _sure(one)] == []


@pytest.mark.parametrize("seed", range(4))
def test_a_photo_without_a_crest_shows_nothing(seed: int, tmp_path: Path, crest: Logo) -> None:
    assert _sightings(tmp_path, a_room(seed=seed), crest) == ()


def test_a_poster_full_of_words_shows_nothing(tmp_path: Path, crest: Logo) -> None:
    poster = np.full((800, 600, 3), 245, np.uint8)
    for row, words in enumerate(
        ("SUMMER FAIR", "LP RECORDS", "Saturday 2 pm", "Cakes and plants", "LAP POOL")
    ):
        cv2.putText(poster, words, (30, 120 + 130 * row), cv2.FONT_HERSHEY_TRIPLEX, 1.8, (60, 30, 20), 3)
    assert _sightings(tmp_path, poster, crest) == ()


def test_a_crest_on_cloth_is_seen_aslant_blurred_and_squeezed(tmp_path: Path, crest: Logo) -> None:
    corners = ((420, 240), (560, 262), (540, 420), (410, 392))
    picture = cv2.GaussianBlur(with_crest(a_room(seed=9), a_crest(), corners), (0, 0), 1.0)
    saved(tmp_path / "media" / "a.jpg", np.asarray(picture, np.uint8), quality=50)
    (sighting,) = _detect(tmp_path, crest, images=(an_image(),)).matches["i1"]
    assert _sure(sighting)
    assert _near(sighting.region, (420, 255, 130, 160), slack=20)


def test_a_crest_half_behind_an_arm_is_still_shown_to_the_person(tmp_path: Path, crest: Logo) -> None:
    picture = with_crest(a_room(seed=5), a_crest(), square_at(300, 200, 200))
    cv2.line(picture, (250, 400), (480, 300), (130, 160, 210), 40, cv2.LINE_AA)
    assert len(_sightings(tmp_path, picture, crest)) == 1


@pytest.mark.parametrize("change", ["grey", "negative", "swapped"])
def test_other_colours_make_no_other_crest(change: str, tmp_path: Path, crest: Logo) -> None:
    shown = a_crest()
    if change == "grey":
        shown = np.repeat(cv2.cvtColor(shown, cv2.COLOR_BGR2GRAY)[:, :, None], 3, axis=2).astype(np.uint8)
    elif change == "negative":
        shown = 255 - shown
    else:
        shown = np.ascontiguousarray(shown[:, :, ::-1])
    (sighting,) = _sightings(tmp_path, with_crest(a_room(), shown, square_at(200, 300, 220)), crest)
    assert _sure(sighting)


def test_two_crests_are_two_sightings(tmp_path: Path, crest: Logo) -> None:
    picture = with_crest(a_room(), a_crest(), square_at(80, 60, 200))
    picture = with_crest(picture, a_crest(), square_at(560, 380, 220))
    found = sorted(_sightings(tmp_path, picture, crest), key=lambda one: one.region.x)
    assert [
        _near(one.region, where)
        for one, where in zip(found, ((97, 73, 156, 171), (579, 395, 171, 187)), strict=True)
    ] == [True, True]


def test_a_picture_turned_on_its_side_is_told_in_pixels_of_the_stored_file(
    tmp_path: Path, crest: Logo
) -> None:
    picture = np.rot90(with_crest(a_room(), a_crest(), square_at(500, 300, 210)))
    saved(tmp_path / "media" / "a.jpg", np.ascontiguousarray(picture), exif=_exif(orientation=6))
    (sighting,) = _detect(tmp_path, crest, images=(an_image(),)).matches["i1"]
    assert _near(sighting.region, (314, 900 - 518 - 164, 180, 164))


def _exif(orientation: int) -> bytes:
    from PIL import Image as Pillow

    exif = Pillow.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


def test_a_large_photo_is_told_in_its_own_pixels(tmp_path: Path, crest: Logo) -> None:
    room = cv2.resize(a_room(), (3600, 2800))
    picture = with_crest(np.asarray(room, np.uint8), a_crest(), square_at(2000, 1200, 840))
    (sighting,) = _sightings(tmp_path, picture, crest)
    assert _near(sighting.region, (2072, 1256, 656, 720), slack=48)


def test_a_transparent_reference_and_several_drawings_of_one_crest_are_one_logo(tmp_path: Path) -> None:
    drawing = a_crest()
    alpha = (cv2.inRange(drawing, (255, 255, 255), (255, 255, 255)) == 0).astype(np.uint8) * 255
    cut_out = saved(tmp_path / "pack" / "cut.png", np.dstack([drawing, alpha]))
    negative = saved(tmp_path / "pack" / "negative.png", 255 - drawing)
    logos = (Logo("crest", cut_out), Logo("crest", negative))
    picture = with_crest(a_room(), a_crest(), square_at(500, 300, 210))
    (sighting,) = _sightings(tmp_path, picture, *logos)
    assert _sure(sighting)


def test_each_logo_goes_by_its_own_name(tmp_path: Path, crest: Logo) -> None:
    trust = Logo("trust", saved(tmp_path / "pack" / "trust.png", a_crest("tree", "TM")))
    picture = with_crest(a_room(), a_crest("tree", "TM"), square_at(500, 300, 210))
    found = [one for one in _sightings(tmp_path, picture, crest, trust) if _sure(one)]
    assert [one.logo for one in found] == ["trust"]


def test_a_policy_without_logos_says_so_and_finds_nothing(tmp_path: Path) -> None:
    saved(tmp_path / "media" / "a.jpg", a_room())
    assert _detect(tmp_path, images=(an_image(),)) == Detected({}, (NO_LOGOS,))


def test_a_logo_file_that_cannot_be_opened_is_told_by_name(tmp_path: Path, crest: Logo) -> None:
    (tmp_path / "pack" / "old.png").write_bytes(b"not a picture")
    saved(tmp_path / "media" / "a.jpg", a_room())
    broken = Logo("crest", tmp_path / "pack" / "old.png")
    missing = Logo("trust", tmp_path / "pack" / "none.png")
    found = _detect(tmp_path, crest, broken, missing, images=(an_image(),))
    assert found.gaps == (
        "the policy pack's logo file old.png could not be opened (damaged, or not a picture)",
        "the policy pack's logo file none.png could not be opened (the file is missing)",
    )


def test_pictures_that_cannot_be_opened_are_counted_by_reason(tmp_path: Path, crest: Logo) -> None:
    media = tmp_path / "media"
    whole = saved(media / "whole.jpg", a_room()).read_bytes()
    (media / "short.jpg").write_bytes(whole[: len(whole) // 2])
    (media / "empty.jpg").write_bytes(b"")
    (media / "note.png").write_text("hello")
    names = ("media/short.jpg", "media/empty.jpg", "media/note.png", "media/gone.jpg", "../escape.jpg", None)
    saved(tmp_path.parent / "escape.jpg", a_room())
    images = tuple(an_image(name, id=str(number)) for number, name in enumerate(names))
    found = _detect(tmp_path, crest, images=images)
    assert found.matches == {}
    assert found.gaps == (
        "3 pictures could not be opened (damaged, or not a picture)",
        "2 pictures could not be opened (the file is missing)",
        "1 picture could not be looked at (only the address was kept, not the picture)",
    )


def test_without_a_folder_no_picture_was_looked_at(crest: Logo) -> None:
    found = _detect(None, crest, images=(an_image(),))
    assert found.gaps == ("1 picture could not be looked at (only the address was kept, not the picture)",)


def test_of_a_moving_picture_the_first_still_is_looked_at_and_that_is_said(
    tmp_path: Path, crest: Logo
) -> None:
    from PIL import Image as Pillow

    frames = [with_crest(a_room(500, 400), a_crest(), square_at(100, 80, 220)), a_room(500, 400, seed=8)]
    stills = [Pillow.fromarray(frame[:, :, ::-1]) for frame in frames]
    (tmp_path / "media").mkdir()
    stills[0].save(tmp_path / "media" / "a.gif", save_all=True, append_images=stills[1:])
    found = _detect(tmp_path, crest, images=(an_image("media/a.gif"),))
    assert len(found.matches["i1"]) == 1
    assert found.gaps == ("1 picture could only be looked at as a still (a moving picture's first one)",)


def test_progress_is_told_picture_by_picture(tmp_path: Path, crest: Logo) -> None:
    saved(tmp_path / "media" / "a.jpg", a_room(300, 200))
    images = (an_image(id="1"), an_image(None, id="2"), an_image(id="3"))
    heard = Counted()
    Logos().detect(Material(a_snapshot(*images), tmp_path, a_policy(logos=(crest,)), heard))
    assert heard.told == [(1, 3), (2, 3), (3, 3)]
