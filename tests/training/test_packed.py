"""Posts are packed so that another machine can learn from them: nothing is lost, and a row is a text."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np

from training.packed import Packed
from training.settings import heads
from training.telling import area, told

WIDE = len(heads()) + 1


def _packed() -> Packed:
    return Packed(
        pieces=np.array([101, 7, 102, 101, 8, 9, 102], np.uint16),
        length=np.array([3, 4], np.uint8),
        post=np.array([0, -1], np.int32),
        plain=np.array([True, False]),
        wanted=np.zeros((2, WIDE), np.int8),
        trust=np.zeros((2, WIDE), np.float16),
        source=np.array(["school"]),
        held=np.array([False]),
    )


def test_what_is_saved_is_what_is_read(tmp_path: Path) -> None:
    packed = _packed()
    packed.save(tmp_path / "posts.npz")
    again = Packed.load(tmp_path / "posts.npz")
    for field in fields(Packed):
        assert np.array_equal(getattr(packed, field.name), getattr(again, field.name)), field.name


def test_each_row_of_the_matrix_is_one_text_filled_up() -> None:
    assert _packed().matrix().tolist() == [[101, 7, 102, 0], [101, 8, 9, 102]]


def test_the_area_is_the_chance_that_a_meant_one_scores_higher() -> None:
    chance = np.random.default_rng(3)
    score, meant = chance.integers(0, 5, 80) / 4, chance.random(80) < 0.3
    pairs = [(a > b) + (a == b) / 2 for a in score[meant] for b in score[~meant]]
    assert np.isclose(area(score, meant), np.mean(pairs))


def test_a_run_tells_of_the_schools_posts_and_of_each_set() -> None:
    chance, many = np.random.default_rng(5), 60
    wanted = (chance.random((many + 1, WIDE)) < 0.5).astype(np.int8)
    wanted[:20] = 0
    packed = Packed(
        pieces=np.zeros(0, np.uint16),
        length=np.zeros(0, np.uint8),
        post=np.zeros(0, np.int32),
        plain=np.zeros(0, bool),
        wanted=wanted,
        trust=np.ones((many + 1, WIDE), np.float16),
        source=np.array(["school"] * 30 + ["edos"] * 30),
        held=np.ones(many, bool),
    )
    knowing = (wanted[:many, :-1] * 2.0 - 1) * 4
    school, edos = told(knowing, packed, np.arange(many))
    assert school.startswith("school: area 1.000")
    assert "right 1.000 area 1.000" in edos
