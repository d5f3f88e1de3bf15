"""Disguised words are read plainly, ordinary words are left alone, each letter knows where it came from."""

from __future__ import annotations

from time import process_time

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
        ("our head is a t/w/a/t", "our head is a twat"),
        ("tw.at", "twat"),
        ("tw_at", "twat"),
        ("pri,ck", "prick"),
        ("w|a|n|k|e|r", "wanker"),
        ("sh.1t", "shit"),
        ("a twt and a wnkr", "a twat and a wanker"),
        ("bstrds", "bastards"),
        ("phuck this school", "fuck this school"),
        ("Phuck off", "fuck off"),
        ("azzhole", "asshole"),
        ("our h3ad is us3l3ss", "our head is useless"),
        ("\u1d1b\u1d21\u1d00\u1d1b", "twat"),
        ("\U0001f163\U0001f166\U0001f150\U0001f163", "TWAT"),
        ("a \u0287\u0250\u028d\u0287", "a twat"),
        ("a \u029e\u0254\u1d09\u0279d", "a prick"),
        ("\U0001f1f9\U0001f1fc\U0001f1e6\U0001f1f9", "twat"),
        ("\U0001f1f9 \U0001f1fc \U0001f1e6 \U0001f1f9", "twat"),
        ("#headteacherisatwat", "#headteacher is a twat"),
        ("#ourheadisuseless", "#our head is useless"),
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
        "a/c, w/c 12th, c/o Mrs Smith, f/t or p/t, n/a, 24/7, s/he",
        "his/her and/or yes/no Mon/Tue",
        "e.g. this, i.e. that, 5 p.m., U.S.A.",
        "12/05/2026, 12.05.26, 3.50, 10,000 and 1,000,000",
        "the pen.is mightier",
        "end.Start of a sentence,without a space",
        "the_school_fair.pdf and IMG_2026_05.jpg",
        "https://tw.at/x and www.tw.at and bit.ly/tw_at",
        "@tw_at",
        "the ed psych, slt, pls, thx, wknd, msg, hmwk, 5 yds, gyp, tff",
        "spick and span, Phoebe, phonics, kwik fit, quiz, tax",
        "Mrs Kok and Mr Klunt",
        "FCT and SLG met",
        "10am, 11pm, 100th, 70ft, 4x4, year7, KS2, mp3s, gr8 m8",
        "#therapist",
        "#ofsted",
        "\U0001f1ec\U0001f1e7\U0001f1eb\U0001f1f7\U0001f1ea\U0001f1f8",
    ],
)
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    assert undisguise(fold(text)).text == text


def test_a_flag_stays_a_flag_and_a_letter_by_itself_is_one() -> None:
    assert fold("\U0001f1ec\U0001f1e7 \U0001f1e6").text == "\U0001f1ec\U0001f1e7 A"


@pytest.mark.parametrize(
    "piece",
    ["@", "$", "a", "a.", "a_", "a@", "@a", ".", "*", "#", "#a", "a/b ", "h3", "\u0287", "a1.", "q z", "é"],
)
def test_a_long_text_takes_no_longer_for_what_it_is_made_of(piece: str) -> None:
    text = (piece * 30_000)[:30_000]
    before = process_time()
    for start in range(0, len(text), 1_000):
        undisguise(fold(text[start : start + 1_000]))
    assert process_time() - before < 5


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
