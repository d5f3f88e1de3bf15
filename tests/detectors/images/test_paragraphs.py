"""Lines seen in a picture become texts in the order of reading."""

from __future__ import annotations

from selfaudit.detectors.images.paragraphs import texts_of
from selfaudit.detectors.images.seeing import Sight
from selfaudit.model.region import Region


def sight(text: str, x: int, y: int, width: int = 300, height: int = 20) -> Sight:
    return Sight(text, Region(x, y, width, height), height)


def texts(*sights: Sight) -> list[str]:
    return [text.text for text in texts_of(sights)]


LONG = "so it goes on and on here"


def test_nothing_seen_is_no_text() -> None:
    assert texts_of([]) == ()


def test_lines_one_below_the_other_are_one_paragraph_whatever_the_order_they_were_seen_in() -> None:
    assert texts(sight("two", 10, 130), sight("three", 10, 160), sight("one", 10, 100)) == ["one two three"]


def test_pieces_of_a_line_are_read_from_left_to_right() -> None:
    assert texts(sight("right", 130, 101, 90), sight("left", 10, 100, 110)) == ["left right"]


def test_what_is_far_below_or_of_another_height_begins_anew() -> None:
    far = texts(sight("above", 10, 100), sight("far below", 10, 200))
    large = texts(sight("headline", 10, 100, height=60), sight("small", 10, 165))
    assert (far, large) == (["above\nfar below"], ["headline\nsmall"])


def test_columns_are_not_read_across() -> None:
    left = [sight(f"left {number}", 10, 100 + 30 * number) for number in range(2)]
    right = [sight(f"right {number}", 500, 100 + 30 * number) for number in range(2)]
    assert texts(*left, *right) == ["left 0 left 1\nright 0 right 1"]


def test_a_slanted_paragraph_holds_together() -> None:
    first = Sight("slanted", Region(100, 100, 300, 60), 30)
    second = Sight("lines", Region(110, 140, 290, 60), 30)
    assert texts(first, second) == ["slanted lines"]


def test_where_much_is_written_each_paragraph_is_a_text_of_its_own() -> None:
    paragraphs = [sight(f"{number} {LONG * 5}", 10, 100 * number) for number in range(1, 4)]
    assert texts(*paragraphs) == [f"{number} {LONG * 5}" for number in range(1, 4)]


def test_each_line_is_told_with_its_offsets_and_place() -> None:
    one, two, three = sight("one", 10, 100), sight("two", 10, 130), sight("three", 10, 300)
    (text,) = texts_of([one, two, three])
    assert [text.text[line.start : line.end] for line in text.lines] == ["one", "two", "three"]
    assert [line.region for line in text.lines] == [one.region, two.region, three.region]
    assert text.place_of([(0, 3), (4, 5)]) == Region(10, 100, 300, 50)
    assert text.place_of([(3, 4)]) is None
