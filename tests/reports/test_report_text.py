"""The report in a terminal: the same words in the same order, never wider than it, never driving it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from audited import a_finding, a_piece, a_result, a_row
from rich_result import rich_result
from test_report_html import HOSTILE, with_every_text

from reports import headings, render, words
from selfaudit.model.findings import AuditResult
from selfaudit.model.policy import Contact
from selfaudit.model.vocabulary import Lens, Outcome, Part


def told(result: AuditResult) -> str:
    return " ".join(render(result, "text").split())


def test_every_line_fits_but_an_address_that_must_not_be_broken() -> None:
    lines = render(rich_result(), "text").splitlines()
    assert [line for line in lines if len(line) > 88 and not line.strip().startswith("http")] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_an_address_stands_whole_on_a_line_of_its_own() -> None:
    address = "https://example.org/" + "a" * 120
    lines = render(a_result(a_finding(Outcome.CONCERN, a_piece(url=address))), "text").splitlines()
    assert [line.strip() for line in lines if "example.org" in line] == [address]


def test_columns_of_the_picture_never_run_together() -> None:
    stranger = a_row(Part.POSTS, Lens.PUBLIC, 1_234_567, reason="the site asked to sign in")
    rows = (stranger, a_row(Part.POSTS, Lens.OWNER, 1_234_568))
    lines = render(a_result(coverage=rows), "text").splitlines()
    (head,) = [line for line in lines if line.endswith(headings.OWNER)]
    (row,) = [line for line in lines if line.startswith("  Posts ")]
    assert re.split(r" {2,}", row.strip()) == [
        "Posts",
        "1,234,567 seen, but not all of it",
        "1,234,568 seen",
    ]
    assert head.index(headings.OWNER) == row.index("1,234,568 seen")


def test_whom_to_ask_is_told_in_whole_sentences() -> None:
    head = Contact("Head", "a pupil has contacted you", "head@larkfield.sch.example")
    assert "- Head. A pupil has contacted you. head@larkfield.sch.example" in told(a_result(contacts=(head,)))


def test_headings_stand_in_the_order_of_the_page() -> None:
    lines = render(rich_result(), "text").splitlines()
    titles = [above for above, line in pairwise(lines) if line and set(line) <= {"-", "="}]
    assert titles == [
        "What your profiles show",
        "What was looked at",
        "What could not be seen, and why",
        "To look at first",
        "Please look yourself",
        "Approved in writing",
        "Nothing found in what was seen",
        "Questions that only you can answer",
        "Whom to ask",
        "Quiet is not proof",
        "How long this is kept, and how to erase it",
        "What selfaudit did",
    ]


def test_marked_words_stand_in_brackets() -> None:
    result = a_result(a_finding(Outcome.CONCERN, a_piece("She is an idiot, really", "an idiot")))
    assert "“She is [an idiot], really”" in told(result)


def test_no_evidence_is_folded_away() -> None:
    pieces = (a_piece(f"place {number}.") for number in range(20))
    text = told(a_result(a_finding(Outcome.CONCERN, *pieces)))
    assert [number for number in range(20) if f"“place {number}.”" not in text] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_never_drives_the_terminal(text: str) -> None:
    shown = render(with_every_text(rich_result(), text), "text")
    assert [letter for letter in shown if not letter.isprintable() and letter not in "\n\u200d"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('say: "Views are my own."', 'Say: "Views are my own."'),
        ("say: “Is it?”", "Say: “Is it?”"),
        ("it says “Year 6”", "It says “Year 6”."),
        ('"', '".'),
        ("done", "Done."),
        (" ", ""),
    ],
)
def test_a_sentence_that_ends_in_a_quotation_gets_no_second_stop(text: str, said: str) -> None:
    assert words.sentence(text) == said
