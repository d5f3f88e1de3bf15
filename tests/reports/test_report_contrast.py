"""Every pair of colours that words or shapes stand in can be told apart: WCAG 2.2 AA, by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reports

STYLE = (Path(reports.__file__).parent / "templates" / "report.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
)
GROUNDS = ("paper", "card", "note", "warn", "others")
WORDS = ("ink", "soft", "link", "stranger")
ON_CARDS = ("owner", "review")
SHAPES = ("strong-line", "stranger", "owner", "review", "quiet", "others-line")


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_knows_black_from_white() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(scheme: dict[str, str]) -> None:
    pairs = [(word, ground) for ground in GROUNDS for word in WORDS]
    pairs += [(word, "card") for word in ON_CARDS] + [("ink", "mark")]
    found = {pair: contrast(scheme[pair[0]], scheme[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_shapes_that_mean_something_can_be_seen(scheme: dict[str, str]) -> None:
    found = {shape: contrast(scheme[shape], scheme["card"]) for shape in SHAPES}
    found["mark-line"] = contrast(scheme["mark-line"], scheme["mark"])
    assert {shape: ratio for shape, ratio in found.items() if ratio < 3} == {}
