"""Confidential matters, through the real reader: others' private affairs, and what only sounds like them."""

from __future__ import annotations

import pytest
from builders import a_post
from heard import heard

from checks.confidential_matters import CHECK
from selfaudit.model.vocabulary import Outcome, Severity


@pytest.mark.parametrize(
    "text",
    [
        "Ellie in my group has been taken into care, her mam's in hospital again, poor thing",
        "Can't believe what I read in Jayden's safeguarding file today. His stepdad has been arrested",
        "Mrs Patel is on a capability plan, HR told her yesterday",
    ],
)
def test_it_is_noticed_in_plain_words(text: str) -> None:
    finding = heard(CHECK, a_post(text))
    assert finding.outcome in (Outcome.CONCERN, Outcome.NEEDS_REVIEW)
    assert [piece.item for piece in finding.evidence] == ["p1"]
    assert finding.severity is Severity.SERIOUS


@pytest.mark.parametrize(
    "text",
    [
        "Note to self: passport, car tax, smear test, ring the dentist. In that order.",
        "Can anybody with the shared calendar add me? alex.morgan@larkfield-primary.example",
        "Safeguarding training all day. Biscuits were excellent.",
        "My own hip operation is on Tuesday, wish me luck!",
    ],
)
def test_a_look_alike_is_left_alone(text: str) -> None:
    finding = heard(CHECK, a_post(text))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())
