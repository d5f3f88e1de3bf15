"""Lines seen in a picture become texts in the order of reading."""

from __future__ import annotations

import pytest

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
    assert texts(sight("two", 10, 125), sight("three", 10, 150), sight("one", 10, 100)) == ["one two three"]


def test_pieces_of_a_line_are_read_from_left_to_right() -> None:
    assert texts(sight("right", 130, 101, 90), sight("left", 10, 100, 110)) == ["left right"]


def test_what_is_far_below_or_of_another_height_begins_anew() -> None:
    far = texts(sight("above", 10, 100), sight("far below", 10, 200))
    large = texts(sight("headline", 10, 100, height=60), sight("small", 10, 165))
    assert (far, large) == (["above\nfar below"], ["headline\nsmall"])


STAMPS = ["17:02", "Yesterday at 19:12", "2 h", "9.40 pm ✓✓", "Just now ·", "14 Nov, 08:15", "1h Like Reply"]
FIGURES = ["Meet me at 17:02 by the gate", "2 hats", "today is the day", "Room 12.30b"]


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_hour_of_a_message_parts_it_from_the_next_and_is_left_out(stamp: str) -> None:
    assert texts(sight("Robin A", 10, 100), sight(stamp, 10, 125), sight("is late", 10, 150)) == [
        "Robin A\nis late"
    ]


@pytest.mark.parametrize("line", FIGURES)
def test_a_line_that_only_holds_a_figure_is_read(line: str) -> None:
    assert texts(sight("One", 10, 100), sight(line, 10, 125)) == [f"One {line}"]


def test_columns_are_not_read_across() -> None:
    left = [sight(f"left {number}", 10, 100 + 25 * number) for number in range(2)]
    right = [sight(f"right {number}", 500, 100 + 25 * number) for number in range(2)]
    assert texts(*left, *right) == ["left 0 left 1\nright 0 right 1"]


def test_narrow_gaps_part_columns_and_bubbles_that_are_set_to_either_side() -> None:
    left = [sight(f"a{row}", 10, 100 + 22 * row, 200) for row in range(2)]
    right = [sight(f"b{row}", 226, 100 + 22 * row, 200) for row in range(2)]
    assert texts(*left, *right) == ["a0 a1\nb0 b1"]
    assert texts(sight("theirs", 10, 100), sight("mine", 110, 124)) == ["theirs\nmine"]


def test_centred_lines_and_lines_set_flush_right_hold_together() -> None:
    centred = texts(sight("a poster", 100, 100, 200), sight("set in the middle", 50, 124))
    assert centred == ["a poster set in the middle"]
    assert texts(sight("flush", 200, 100, 100), sight("right", 100, 124, 200)) == ["flush right"]


def test_an_address_that_was_parted_at_its_hyphen_is_whole_again() -> None:
    parted = texts(sight("Write to office@larkfield-", 10, 100), sight("primary.example", 10, 124))
    assert parted == ["Write to office@larkfield-primary.example"]
    assert texts(sight("Tea -", 10, 100), sight("and cake", 10, 124)) == ["Tea - and cake"]


def test_a_slanted_paragraph_holds_together() -> None:
    first = Sight("slanted", Region(100, 100, 300, 60), 30)
    second = Sight("lines", Region(110, 140, 290, 60), 30)
    assert texts(first, second) == ["slanted lines"]


def test_where_much_is_written_each_paragraph_is_a_text_of_its_own() -> None:
    paragraphs = [sight(f"{number} {LONG * 5}", 10, 100 * number) for number in range(1, 4)]
    assert texts(*paragraphs) == [f"{number} {LONG * 5}" for number in range(1, 4)]


def test_each_line_is_told_with_its_offsets_and_place() -> None:
    one, two, three = sight("one", 10, 100), sight("two", 10, 125), sight("three", 10, 300)
    (text,) = texts_of([one, two, three])
    assert [text.text[line.start : line.end] for line in text.lines] == ["one", "two", "three"]
    assert [line.region for line in text.lines] == [one.region, two.region, three.region]
    assert text.place_of([(0, 3), (4, 5)]) == Region(10, 100, 300, 45)
    assert text.place_of([(3, 4)]) is None
