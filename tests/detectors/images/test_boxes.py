"""Boxes around pieces of one line become one box before anything is read."""

from __future__ import annotations

import math

import numpy as np
import pytest

from selfaudit.detectors.images.boxes import Corners, height_of, united


def box(x: float, y: float, width: float, height: float = 20, degrees: float = 0) -> Corners:
    """A box whose top left corner is there, turned about the origin."""
    corners = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    turn = math.radians(degrees)
    matrix = np.array([(math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))])
    return np.asarray(corners @ matrix, np.float32)


def are(found: list[Corners], *wanted: Corners) -> bool:
    same = [np.allclose(one, other, atol=0.5) for one, other in zip(found, wanted, strict=True)]
    return all(same)


@pytest.mark.parametrize("degrees", [0, 12, -30, 90])
def test_pieces_that_overlap_along_a_line_are_one(degrees: float) -> None:
    pieces = [box(10, 10, 200, degrees=degrees), box(190, 12, 100, degrees=degrees)]
    for found in (pieces, pieces[::-1]):
        assert are(united(found), box(10, 10, 280, 22, degrees))


def test_three_pieces_are_one_whatever_the_order() -> None:
    pieces = [box(10, 10, 100), box(190, 10, 100), box(100, 10, 100)]
    assert are(united(pieces), box(10, 10, 280))


@pytest.mark.parametrize(
    "other",
    [box(215, 10, 100), box(10, 32, 200), box(100, 24, 100), box(190, 10, 100, 60), box(190, 30, 100)],
    ids=["beside", "below", "half below", "a headline", "the next line"],
)
def test_boxes_of_other_lines_stay_apart(other: Corners) -> None:
    assert are(united([box(10, 10, 200), other]), box(10, 10, 200), other)


def test_the_height_is_that_of_the_letters() -> None:
    assert height_of(box(0, 0, 100, 20, 40)) == pytest.approx(20, abs=0.1)
