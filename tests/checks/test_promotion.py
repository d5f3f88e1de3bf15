"""Promotion, through the real reader: selling and campaigning, and what only sounds like it."""

from __future__ import annotations

import pytest
from builders import a_case, a_policy, a_post, a_snapshot

from checks.promotion import CHECK
from selfaudit.detectors.language import LanguageReader
from selfaudit.model.detections import Material
from selfaudit.model.findings import Finding
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Outcome, Part, Severity

READER = LanguageReader()


def found_in(text: str) -> Finding:
    snapshot = a_snapshot(a_post(text), read=(Part.POSTS,))
    found = READER.detect(Material(snapshot, None, a_policy(), Silent()))
    return CHECK.run(a_case(snapshot, remarks=found.matches))


@pytest.mark.parametrize(
    "text",
    [
        "I'm doing handmade wax melts this Christmas, £5 each or three for £12, message me to order",
        "GCSE maths tuition from £25 an hour, two slots left, DM me to book",
        "Vote for Dave Hughes on Thursday, the only candidate who will keep our library open",
    ],
)
def test_it_is_noticed_in_plain_words(text: str) -> None:
    finding = found_in(text)
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
    finding = found_in(text)
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())
