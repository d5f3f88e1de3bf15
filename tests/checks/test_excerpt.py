"""The shortest quotation: what is cut, what is marked, and that it always holds the marked words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks._excerpt import LONGEST, excerpt


def test_a_short_text_is_quoted_whole() -> None:
    assert excerpt("a muppet he is", ((2, 8),)) == ("a muppet he is", ((2, 8),))


def test_only_the_sentence_with_the_words_is_quoted() -> None:
    text = "Lovely day! He is a muppet, though. Tea now."
    quote, marks = excerpt(text, ((20, 26),))
    assert quote == "…He is a muppet, though…"
    assert [quote[start:end] for start, end in marks] == ["muppet"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("What a spaz. Tea now.", "What a spaz…"),
        ("What a spaz... Tea now.", "What a spaz…"),
        ("What a spaz… Tea now.", "What a spaz…"),
        ("What a spaz! Tea now.", "What a spaz!…"),
        ("What a spaz?! Tea now.", "What a spaz?!…"),
        ("What a spaz.", "What a spaz."),
        ("What a spaz...", "What a spaz..."),
    ],
)
def test_what_is_left_out_is_shown_by_one_sign_and_no_further_stops(text: str, quoted: str) -> None:
    assert excerpt(text, ((7, 11),)) == (quoted, ((7, 11),))


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "word " * 60 + "muppet" + " more" * 60
    quote, ((start, end),) = excerpt(text, ((300, 306),))
    assert quote.startswith("…word ")
    assert quote.endswith(" more…")
    assert quote[start:end] == "muppet"
    assert len(quote) <= LONGEST + 2


def test_marks_in_a_neighbouring_sentence_are_kept_when_they_fit() -> None:
    text = "So hungover. Put a film on in class."
    quote, marks = excerpt(text, ((3, 11), (30, 35)))
    assert (quote, marks) == (text, ((3, 11), (30, 35)))


def test_marks_that_are_far_away_are_left_out() -> None:
    text = "So hungover. " + "Nothing here. " * 20 + "Put a film on in class."
    quote, marks = excerpt(text, ((3, 11), (len(text) - 6, len(text) - 1)))
    assert (quote, marks) == ("So hungover…", ((3, 11),))


@given(st.text(min_size=1, max_size=400), st.data())
def test_the_quotation_is_short_and_holds_the_first_marked_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote, marks = excerpt(text, ((start, end),))
    assert len(quote) <= LONGEST + 2
    assert all(0 <= first < last <= len(quote) for first, last in marks)
    if text[start:end].strip() == text[start:end] and end - start <= LONGEST:
        assert [quote[first:last] for first, last in marks] == [text[start:end]]
