"""What is marked in a quotation begins and ends where a person would have begun and ended it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from audited import a_finding, a_piece, a_result
from hypothesis import given
from hypothesis import strategies as st

from reports import render
from reports.marking import whole_words
from selfaudit.model.vocabulary import Outcome


def shown(quote: str, *words: str) -> list[str]:
    """What is marked where a detector marks these words."""
    marks = tuple((quote.index(word), quote.index(word) + len(word)) for word in words)
    return [quote[start:end] for start, end in whole_words(quote, marks)]


@pytest.mark.parametrize(
    ("quote", "found", "marked"),
    [
        ("what a 5|MP he is", "5|M", "5|MP"),
        ("what a m|0|r|o|n", "m|0", "m|0|r|o|n"),
        ("the policy at our school is a joke", "policy at our school is a", "policy at our school"),
        ("sick and tired of the lot", "sick and tired of the", "sick and tired"),
        ("he didn't do it", "did", "didn't"),
        ("he didn\u2019t do it", "did", "didn\u2019t"),
        ("Lazy cow hasn't run a show", "Lazy cow has", "Lazy cow"),
        ("tiresome", "tire", "tiresome"),
    ],
)
def test_a_mark_ends_with_a_whole_word_that_says_something(quote: str, found: str, marked: str) -> None:
    assert shown(quote, found) == [marked]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("a muppet, he is", "muppet"),
        ("muppets/idiots", "idiots"),
        ("piss off, you", "piss off"),
        ("he does my head in daily", "does my head in"),
        ("is a what", "is"),
        ("and so on", "so"),
        ("“idiot”, she said", "idiot"),
        ("who is she talking to", "who is she talking to"),
        ("老师是个笨蛋" * 9, "笨蛋"),
    ],
)
def test_a_mark_that_is_right_stays_as_it_is(quote: str, found: str) -> None:
    assert shown(quote, found) == [found]


def test_two_marks_in_one_word_become_one() -> None:
    assert shown("a lazybones", "lazy", "bones") == ["lazybones"]


def test_every_format_shows_the_whole_word() -> None:
    result = a_result(a_finding(Outcome.CONCERN, a_piece("what a 5|MP he is", "5|M")))
    assert "<mark>5|MP</mark>" in render(result, "html")
    assert "[5|MP]" in render(result, "text")


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 79), st.integers(1, 80)), max_size=4))
def test_no_mark_is_lost_or_lies_over_another(quote: str, places: list[tuple[int, int]]) -> None:
    marks = tuple(sorted((start, end) for start, end in places if start < end <= len(quote)))
    drawn = whole_words(quote, marks)
    assert all(0 <= start < end <= len(quote) for start, end in drawn)
    assert all(one[1] <= other[0] for one, other in pairwise(drawn))
    assert all(any(start <= first < end for start, end in drawn) for first, _last in marks)
