"""What strangers could have written is harmless before it is shown."""

from __future__ import annotations

import pytest
from audited import a_finding, a_piece, a_result
from hypothesis import given
from hypothesis import strategies as st

from reports.untrusted import Segment, harmless, picture_data, plain, segments, web_address
from selfaudit.model.vocabulary import Outcome


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("null\0byte", "nullbyte"),
        ("carriage\rreturn\r\nand line", "carriagereturn\nand line"),
        ("moc.live\u202eevil.com", "moc.liveevil.com"),
        ("\u2067isolated\u2069", "isolated"),
        ("family 👩\u200d👧 stays", "family 👩\u200d👧 stays"),
        ("half \ud83d of one", "half \N{REPLACEMENT CHARACTER} of one"),
        ("line\u2028separator", "line\nseparator"),
        ("\x85\x9bnext line", "next line"),
    ],
)
def test_controls_and_overrides_go_and_everything_else_stays(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_marks_still_lie_on_the_same_words_after_cleaning() -> None:
    piece = a_piece("\u202e\0She is \x1ban idiot\u202c, really", "an idiot")
    (found,) = harmless(a_result(a_finding(Outcome.CONCERN, piece))).findings
    (clean,) = found.evidence
    assert clean.quote == "She is an idiot, really"
    assert [clean.quote[start:end] for start, end in clean.marks] == ["an idiot"]


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        (((2, 4), (0, 3)), ((0, 3), (3, 4))),
        (((-5, 2),), ((0, 2),)),
        (((3, 99),), ((3, 6),)),
        (((4, 4), (5, 2), (9, 12)), ()),
    ],
)
def test_marks_that_overlap_or_lie_outside_are_set_right(
    marks: tuple[tuple[int, int], ...], kept: tuple[tuple[int, int], ...]
) -> None:
    (found,) = harmless(a_result(a_finding(Outcome.CONCERN, a_piece("abcdef", marks=marks)))).findings
    assert found.evidence[0].marks == kept


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=5))
def test_segments_join_to_the_whole_quotation(quote: str, marks: list[tuple[int, int]]) -> None:
    (found,) = harmless(a_result(a_finding(Outcome.CONCERN, a_piece(quote, marks=tuple(marks))))).findings
    clean = found.evidence[0]
    assert "".join(part.text for part in segments(clean.quote or "", clean.marks, 600)) == plain(quote)


def test_a_long_quotation_is_narrowed_to_what_lies_around_the_mark() -> None:
    quote = "a" * 500 + "MARK" + "b" * 500
    parts = segments(quote, ((500, 504),), 100)
    assert parts == (
        Segment("…"),
        Segment("a" * 25),
        Segment("MARK", marked=True),
        Segment("b" * 71),
        Segment("…"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//example.org/x",
        "https://",
        "https:/\\example.org",
        "https://facebook.com@evil.example/",
        "https://example.org/ space",
        "https://example.org/\"onclick='x'",
        "http://[broken",
        "http://example.org:port/",
        "https://example.org/" + "a" * 2000,
        "mailto:a@b.example",
        "",
        None,
    ],
)
def test_what_is_no_address_of_the_web_is_never_a_link(text: str | None) -> None:
    assert web_address(text) is None


def test_a_web_address_is_told_by_its_site_and_printed_short() -> None:
    address = web_address("https://www.facebook.com/alexm/posts/1234567890?comment=987654321&tracking=aaaa#x")
    assert address is not None
    assert address.href == "https://www.facebook.com/alexm/posts/1234567890?comment=987654321&tracking=aaaa#x"
    assert address.site == "facebook.com"
    assert address.short == "www.facebook.com/alexm/posts/1234567890"


@pytest.mark.parametrize(
    ("text", "is_picture"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", True),
        ("data:image/jpeg;base64,/9j/4AAQ", True),
        ("data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=", False),
        ("data:text/html;base64,PGI+", False),
        ('data:image/png;base64,iVBO" onerror="alert(1)', False),
        ("https://example.org/a.png", False),
        ("data:image/png;base64,", False),
    ],
)
def test_only_pictures_that_travel_inside_the_page_are_shown(text: str, is_picture: bool) -> None:
    assert (picture_data(text) is not None) is is_picture
