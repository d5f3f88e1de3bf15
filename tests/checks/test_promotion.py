"""Promotion, through the real reader: selling and campaigning, and what only sounds like it."""

from __future__ import annotations

import pytest
from builders import a_post
from heard import heard

from checks.promotion import CHECK
from selfaudit.model.vocabulary import Outcome, Severity


@pytest.mark.parametrize(
    "text",
    [
        "I'm doing handmade wax melts this Christmas, £5 each or three for £12, message me to order",
        "GCSE maths tuition from £25 an hour, two slots left, DM me to book",
        "Vote for Dave Hughes on Thursday, the only candidate who will keep our library open",
    ],
)
def test_it_is_noticed_in_plain_words(text: str) -> None:
    finding = heard(CHECK, a_post(text))
    assert finding.outcome in (Outcome.CONCERN, Outcome.NEEDS_REVIEW)
    assert [piece.item for piece in finding.evidence] == ["p1"]
    assert finding.severity is Severity.ADVICE


@pytest.mark.parametrize(
    "text",
    [
        "Anyone local selling a decent second-hand bike, small frame?",
        "Proud to be a union rep today. Come to the meeting and use your vote.",
        "School fair on Saturday, all the money goes to the hospice, bring cake!",
        "Polling day tomorrow. Whoever you like, go and vote.",
    ],
)
def test_a_look_alike_is_left_alone(text: str) -> None:
    finding = heard(CHECK, a_post(text))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())
