"""Disguises undone, and every letter's place remembered."""

# ruff: noqa: RUF001 - look-alike letters are the point of this file

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.model.folding import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ｙｅａｒ ６", "Year 6"),
        ("𝓔𝓵𝓵𝓲𝓮", "Ellie"),
        ("🅴🅻🅻🅸🅴", "ELLIE"),
        ("zero\u200bwidth", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("u\u0308ber", "über"),
        ("s\u0332lanted", "slanted"),
        ("caf\u00e9", "café"),
        ("&amp;amp;", "&"),
        ("100% sure &c", "100% sure &c"),
    ],
)
def test_a_text_reads_as_people_see_it(text: str, plain: str) -> None:
    assert fold(text).text == plain


@given(st.text())
def test_every_character_knows_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_are_no_exception(text: str) -> None:
    assert fold(text) == fold(text + "\u200b")
