"""Views on the school's policies, through the real reader, and rules that are none of the school's."""

from __future__ import annotations

import pytest
from builders import a_post
from heard import heard

from checks.views_on_school_policy import CHECK
from selfaudit.model.vocabulary import Outcome, Severity


@pytest.mark.parametrize(
    "text",
    [
        "The new phone policy at our school is a mistake, the kids just hide them better.",
        "Our academy has banned skirts for Year 9 and I think it is ridiculous",
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
        "New phone policy in our house: none at the table. Dad has broken it twice.",
        "The government's plan for energy bills is a disgrace",
        "Our school won the cup!",
    ],
)
def test_a_look_alike_is_left_alone(text: str) -> None:
    finding = heard(CHECK, a_post(text))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())
