"""Words in pictures are read as they stand there, and their place is told in pixels of the stored file."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from builders import a_policy, a_snapshot, an_image
from lettered import lettered, turned
from PIL import Image as Pillow

from selfaudit.detectors.images import Words, seeing
from selfaudit.detectors.images.unopened import DAMAGED, MOVING
from selfaudit.detectors.images.words import NO_READER
from selfaudit.model.detections import Detected, Material
from selfaudit.model.progress import Silent
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Image
from selfaudit.model.written import Written

WORDS = Words()
DARK = 100
REMARK = "The deputy head is a lazy fool"


def read(folder: Path, *images: Image, words: Words = WORDS) -> Detected[Written]:
    return words.detect(Material(a_snapshot(*images), folder, a_policy(), Silent()))


def read_one(folder: Path, name: str = "media/a.png") -> Written:
    found = read(folder, an_image(name))
    assert found.gaps == ()
    (text,) = found.matches["i1"]
    return text


def near(one: Region | None, other: Region, slack: int = 14) -> bool:
    assert one is not None
    sides = zip(
        (one.x, one.y, one.right, one.bottom), (other.x, other.y, other.right, other.bottom), strict=True
    )
    return all(abs(first - second) <= slack for first, second in sides)


def test_a_line_is_read_with_its_place(tmp_path: Path) -> None:
    (place,) = lettered(tmp_path / "media/a.png", REMARK)
    text = read_one(tmp_path)
    assert text.text == REMARK
    assert near(text.place_of([(0, 3)]), place)


def test_lines_that_the_room_parted_are_one_sentence_and_words_lead_to_their_own_line(tmp_path: Path) -> None:
    first, second = lettered(tmp_path / "media/a.png", "The deputy head of this", "school is a lazy fool")
    text = read_one(tmp_path)
    assert text.text == "The deputy head of this school is a lazy fool"
    start = text.text.index("lazy")
    assert near(text.place_of([(start, start + 4)]), second)
    assert near(text.place_of([(0, len(text.text))]), Region.around([first, second]))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_taken_with_the_camera_turned_is_read_upright(tmp_path: Path, orientation: int) -> None:
    file = tmp_path / "media/a.png"
    lettered(file, "The deputy head of this", "school is a lazy fool")
    turned(file, orientation)
    text = read_one(tmp_path)
    assert text.text == "The deputy head of this school is a lazy fool"
    first, second = (text.place_of([span]) for span in ((0, 3), (len(text.text) - 4, len(text.text))))
    assert first is not None
    assert second is not None
    with Pillow.open(file) as stored:
        letters = np.asarray(stored.convert("L")) < DARK
    seen = [int(letters[place.y : place.bottom, place.x : place.right].sum()) for place in (first, second)]
    assert sum(seen) > 0.95 * letters.sum()
    assert min(seen) > 0.4 * letters.sum()


def test_a_long_screenshot_is_read_to_its_end_and_no_line_twice(tmp_path: Path) -> None:
    lines = [f"Message number {number} of today" for number in range(1, 61)]
    places = lettered(tmp_path / "media/a.png", *lines, size=(600, 2600), height=28, at=20)
    found = read(tmp_path, an_image("media/a.png"))
    texts = found.matches["i1"]
    read_lines = [text.text[line.start : line.end] for text in texts for line in text.lines]
    assert read_lines == lines
    last = texts[-1]
    assert near(last.place_of([(len(last.text) - 5, len(last.text))]), places[-1])


def test_small_print_beside_a_large_headline_is_read(tmp_path: Path) -> None:
    file = tmp_path / "media/a.png"
    lettered(file, "jo.bloggs@riverside.example", size=(1400, 1000), height=20)
    with Pillow.open(file) as small:
        lettered(tmp_path / "big.png", "SUMMER FAIR", size=(1400, 1000), height=150, at=500)
        with Pillow.open(tmp_path / "big.png") as big:
            joined = small.copy()
            joined.paste(big.crop((0, 400, 1400, 1000)), (0, 400))
            joined.save(file)
    assert read_one(tmp_path).text == "jo.bloggs@riverside.example\nSUMMER FAIR"


def test_a_line_far_to_the_right_of_a_panorama_is_read_once_and_whole(tmp_path: Path) -> None:
    lettered(tmp_path / "media/a.png", f"{REMARK} and everybody knows it by now", size=(3000, 400), height=60)
    assert read_one(tmp_path).text == f"{REMARK} and everybody knows it by now"


def test_a_moving_picture_is_told_to_be_read_as_a_still(tmp_path: Path) -> None:
    file = tmp_path / "media/a.gif"
    lettered(tmp_path / "one.png", REMARK)
    lettered(tmp_path / "two.png", "Another picture")
    with Pillow.open(tmp_path / "one.png") as one, Pillow.open(tmp_path / "two.png") as two:
        file.parent.mkdir()
        one.save(file, save_all=True, append_images=[two.copy()])
    found = read(tmp_path, an_image("media/a.gif"))
    assert [text.text for text in found.matches["i1"]] == [REMARK]
    assert found.gaps == (f"1 picture {MOVING}",)


def test_a_picture_without_writing_says_nothing(tmp_path: Path) -> None:
    lettered(tmp_path / "media/a.png")
    assert read(tmp_path, an_image("media/a.png")) == Detected({}, ())


def test_pictures_that_cannot_be_opened_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    lettered(tmp_path / "media/a.png", REMARK)
    (tmp_path / "media/b.png").write_bytes(b"no picture")
    lettered(tmp_path.parent / "outside.png", "Not for us")
    files = ("media/b.png", "media/none.png", "../outside.png", None, "media/a.png")
    images = [an_image(file, id=f"i{number}") for number, file in enumerate(files)]
    found = read(tmp_path, *images)
    assert {item: [text.text for text in texts] for item, texts in found.matches.items()} == {"i4": [REMARK]}
    assert found.gaps == (
        "1 picture could not be opened (damaged, or not a picture)",
        "2 pictures could not be opened (the file is missing)",
        "1 picture could not be looked at (only the address was kept, not the picture)",
    )


def test_a_picture_that_may_not_be_read_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lettered(tmp_path / "media/a.png", REMARK)
    lettered(tmp_path / "media/b.png", "Secret")
    real = Path.open

    def refusing(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == "b.png":
            raise PermissionError
        return real(path, *how, **more)

    monkeypatch.setattr(Path, "open", refusing)
    found = read(tmp_path, an_image("media/b.png", id="i2"), an_image("media/a.png"), words=Words())
    assert list(found.matches) == ["i1"]
    assert found.gaps == (f"1 picture {DAMAGED}",)


def test_without_the_reader_it_is_said_and_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lettered(tmp_path / "media/a.png", REMARK)
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    assert read(tmp_path, an_image("media/a.png"), words=Words()) == Detected({}, (NO_READER,))


def test_without_its_models_it_is_said_and_none_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lettered(tmp_path / "media/a.png", REMARK)
    monkeypatch.setattr(seeing, "_KINDS", {"Det": "_none_", "Rec": "_none_"})
    assert read(tmp_path, an_image("media/a.png"), words=Words()) == Detected({}, (NO_READER,))


def test_reading_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lettered(tmp_path / "media/a.png", REMARK)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert read(tmp_path, an_image("media/a.png"), words=Words()).matches["i1"][0].text == REMARK


class Shelf(dict[str, str]):
    """A memory that outlives its readers."""

    @contextmanager
    def open(self, _folder: Path | None, version: str) -> Iterator[Shelf]:
        self.version = version
        yield self

    def put(self, key: str, line: str) -> None:
        self[key] = line


def test_what_was_read_is_kept_by_its_content_and_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lettered(tmp_path / "media/a.png", REMARK, "Meet at 3")
    shelf = Shelf()
    before = read(tmp_path, an_image("media/a.png"), words=Words(shelf.open))
    monkeypatch.setattr(seeing.Eyes, "find", lambda *_: pytest.fail("it was read again"))
    assert read(tmp_path, an_image("media/a.png"), words=Words(shelf.open)) == before
    assert len(shelf) == 1


@pytest.mark.parametrize("line", ["", "[]]", '[{"text": 4}]', "null"])
def test_a_line_that_is_none_is_read_anew(tmp_path: Path, line: str) -> None:
    lettered(tmp_path / "media/a.png", REMARK)
    shelf = Shelf()
    read(tmp_path, an_image("media/a.png"), words=Words(shelf.open))
    damaged = Shelf(dict.fromkeys(shelf, line))
    assert read(tmp_path, an_image("media/a.png"), words=Words(damaged.open)).matches["i1"][0].text == REMARK
