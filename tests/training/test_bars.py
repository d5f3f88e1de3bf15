"""Bars are set where they promise to be: few harmless posts shown, enough of the likely ones right."""

from __future__ import annotations

import numpy as np

from training.calibrating import any_topic, bar, doubted_below, shown_from
from training.settings import heads, settings


def _posts(number: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(7)
    labels = chance.random((number, len(heads()))) < 0.08
    return np.clip(labels * 0.4 + chance.random(labels.shape) * 0.5, 0, 1), labels


def test_no_more_harmless_posts_are_shown_than_may_be() -> None:
    chances, labels = _posts(500)
    harmless = ~labels.any(axis=1)
    told = np.zeros(500, dtype=bool)
    told[np.flatnonzero(harmless)[:3]] = True
    shown = told | (any_topic(chances) >= shown_from(chances, labels, told))
    assert (shown & harmless).sum() <= settings()["bars"]["harmless_shown"] * harmless.sum()
    assert (shown & harmless).sum() >= settings()["bars"]["harmless_shown"] * harmless.sum() - 1


def test_above_the_bar_at_least_so_many_are_right() -> None:
    chances, labels = _posts(500)
    lowest = bar(chances[:, 0], labels[:, 0], 0.9)
    assert labels[chances[:, 0] >= lowest, 0].mean() >= 0.9


def test_where_too_few_pass_no_bar_is_set() -> None:
    chances, _ = _posts(20)
    assert bar(chances[:, 0], np.zeros(20, dtype=bool), 0.9) > 1


def test_of_bars_that_catch_as_much_the_lowest_leaves_most_to_the_rules() -> None:
    chances, labels = np.full((100, len(heads())), 0.001), np.zeros((100, len(heads())), dtype=bool)
    labels[:40, 2] = True
    chances[:40, 2] = 0.9
    none = np.zeros(100, dtype=bool)
    assert doubted_below(chances, labels, none, none) == 0.0
