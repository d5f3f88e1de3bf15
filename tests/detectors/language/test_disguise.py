"""Disguised words are read plainly, ordinary words are left alone, each letter knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.detectors.language.disguise import undisguise
from selfaudit.detectors.language.folding import fold


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sh1t", "shit"),
        ("$h!t", "shit"),
        ("b0ll0cks", "bollocks"),
        ("w@nker", "wanker"),
        ("c**t", "cunt"),
        ("fuuuuck", "fuck"),
        ("f.u.c.k off", "fuck off"),
        ("w a n k e r", "wanker"),
        ("wan\u00adker", "wanker"),
        ("w\u0430nker", "wanker"),
        ("bell-end", "bell end"),
        ("#OurHeadIsDaft", "#Our Head Is Daft"),
        ("fu ck", "fuck"),
    ],
)
def test_a_disguise_is_taken_off(written: str, read: str) -> None:
    assert undisguise(fold(written)).text == read


@pytest.mark.parametrize(
    "text",
    [
        "Scunthorpe",
        "Year 7 and 8B",
        "KS2 SATs 2026",
        "A B C D E",
        "hmmmm sooo tired",
        "it's hit the fan",
        "50% off!!!",
        "https://example.org/sh1t",
        "a.twat@example.org",
        "pass it on",
        "*** stars ***",
    ],
)
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    assert undisguise(fold(text)).text == text


def test_other_scripts_are_not_read_as_latin() -> None:
    assert fold("сова").text == "сова"


@given(st.text(max_size=80))
def test_every_letter_comes_from_inside_the_text_and_in_order(text: str) -> None:
    read = undisguise(fold(text))
    places = [read.original(place, place + 1) for place in range(len(read.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


def test_half_a_character_is_no_letter() -> None:
    """As a terminal hands on what is not in its own encoding."""
    assert fold("our caf\udce9 head").text == "our caf head"
