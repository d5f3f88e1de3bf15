"""Pupils among the connections: whom to show, how surely, and how little of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import NOON, a_case, a_connection, a_policy, a_snapshot
from hypothesis import given
from hypothesis import strategies as st

from checks.pupil_connections import CHECK
from selfaudit.model.check import Case
from selfaudit.model.detections import Detections, PupilSign
from selfaudit.model.findings import Evidence
from selfaudit.model.policy import Approval
from selfaudit.model.snapshot import Connection, Gap
from selfaudit.model.vocabulary import Confidence, Detector, Lens, Outcome, Part, Severity

LIKELY = PupilSign(Confidence.LIKELY, "Names a school year.", "Year 6")
UNSURE = PupilSign(Confidence.UNSURE, "The handle holds what may be a birth year.", "2014")


def a_case_of(*signs: PupilSign, **changes: object) -> Case:
    other = a_connection("Ellie D", about="Year 6 at Larkfield, loves gymnastics", since=NOON, **changes)
    return a_case(a_snapshot(other), a_policy("pupil_connections"), pupils={other.id: signs})


def a_piece(sign: PupilSign, **changes: object) -> Evidence:
    fields = {
        "item": "c1",
        "confidence": sign.confidence,
        "quote": "Ellie D",
        "note": f"{sign.reason} It says “{sign.excerpt}”.",
        "lens": Lens.OWNER,
        "time": NOON,
        "severity": Severity.SERIOUS if sign.confidence is Confidence.LIKELY else Severity.MODERATE,
    }
    return Evidence(**{**fields, **changes})  # type: ignore[arg-type]


def test_a_likely_pupil_is_a_serious_concern_that_quotes_the_name_and_the_few_words_alone() -> None:
    """And leads nowhere: the policy forbids opening a pupil's page."""
    finding = CHECK.run(a_case_of(LIKELY, url="https://site.example/ellie"))
    assert (finding.outcome, finding.severity) == (Outcome.CONCERN, Severity.SERIOUS)
    assert finding.evidence == (a_piece(LIKELY),)
    assert "gymnastics" not in repr(finding)


def test_weak_signs_need_a_look() -> None:
    finding = CHECK.run(a_case_of(UNSURE))
    assert (finding.outcome, finding.severity) == (Outcome.NEEDS_REVIEW, Severity.MODERATE)
    assert finding.evidence == (a_piece(UNSURE),)


def test_a_person_is_told_once_by_the_strongest_sign() -> None:
    assert CHECK.run(a_case_of(UNSURE, LIKELY, UNSURE)).evidence == (a_piece(LIKELY),)


def test_the_surest_people_come_first() -> None:
    others = (a_connection("Noah", id="c2"), a_connection("Ellie D", id="c1", since=NOON))
    finding = CHECK.run(a_case(a_snapshot(*others), pupils={"c2": (UNSURE,), "c1": (LIKELY,)}))
    assert [piece.item for piece in finding.evidence] == ["c1", "c2"]


def test_words_that_stand_in_the_name_are_marked_there_and_not_repeated() -> None:
    other = a_connection("Ellie Year 6 xx")
    finding = CHECK.run(a_case(a_snapshot(other), pupils={"c1": (LIKELY,)}))
    expected = a_piece(
        LIKELY, quote="Ellie Year 6 xx", note="Names a school year.", marks=((6, 12),), time=None
    )
    assert finding.evidence == (expected,)


def test_somebody_without_a_name_is_told_by_the_handle_or_by_the_words() -> None:
    nameless = a_connection(None, handle="noah2014")
    finding = CHECK.run(a_case(a_snapshot(nameless), pupils={"c1": (UNSURE,)}))
    assert [(piece.quote, piece.marks) for piece in finding.evidence] == [("noah2014", ((4, 8),))]
    bare = a_connection(None)
    finding = CHECK.run(a_case(a_snapshot(bare), pupils={"c1": (LIKELY,)}))
    assert [(piece.quote, piece.marks) for piece in finding.evidence] == [("Year 6", ((0, 6),))]


def test_a_name_on_the_roll_says_that_there_are_namesakes() -> None:
    sign = PupilSign(Confidence.LIKELY, "A pupil of this name is on the roll; somebody else may have it too.")
    assert CHECK.run(a_case_of(sign)).evidence == (a_piece(sign, note=sign.reason),)


def test_adults_without_signs_are_clear() -> None:
    finding = CHECK.run(a_case(a_snapshot(a_connection("Rachel Stobbs", about="Year 6 teacher"))))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())


@pytest.mark.parametrize("relation", ["blocked", "Ignored", " removed "])
def test_people_who_are_shut_out_are_no_connections(relation: str) -> None:
    assert CHECK.run(a_case_of(LIKELY, relation=relation)).outcome is Outcome.CLEAR


@pytest.mark.parametrize(
    "relation", ["friend", "follower", "following", "subscriber", "unknown", "close friend"]
)
def test_every_other_relation_is_one(relation: str) -> None:
    assert CHECK.run(a_case_of(LIKELY, relation=relation)).outcome is Outcome.CONCERN


def test_a_list_that_was_not_seen_to_its_end_is_never_clear() -> None:
    snapshot = a_snapshot(a_connection(), Gap(Part.CONNECTIONS, "only the first 50 were shown"))
    finding = CHECK.run(a_case(snapshot))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason == "Friends and followers: only the first 50 were shown."


def test_no_list_at_all_is_never_clear() -> None:
    finding = CHECK.run(a_case(a_snapshot()))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason == "Friends and followers: nothing of this was in what was read."


def test_a_detector_that_did_not_run_is_never_clear() -> None:
    case = replace(a_case(a_snapshot(a_connection())), detections=Detections())
    assert CHECK.run(case).reason == f"The {Detector.PUPILS} detector did not run."


def test_a_site_without_connections_is_not_asked() -> None:
    assert CHECK.run(a_case(a_snapshot(lacks=(Part.CONNECTIONS,)))).outcome is Outcome.NOT_APPLICABLE


def test_written_approval_is_told_with_what_it_covers() -> None:
    approval = Approval("pupil_connections", "J. Head", date(2026, 9, 1), covers="my niece")
    case = replace(a_case_of(LIKELY), policy=a_policy("pupil_connections", approvals=(approval,)))
    finding = CHECK.run(case)
    assert finding.outcome is Outcome.CLEAR
    assert finding.reason == "Approved in writing by J. Head on 1 September 2026. It covers: my niece."
    assert finding.evidence == (a_piece(LIKELY),)


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_it(name: str, handle: str, excerpt: str) -> None:
    other = Connection("c1", name, handle)
    signs = (PupilSign(Confidence.LIKELY, "A reason.", excerpt),)
    for piece in CHECK.run(a_case(a_snapshot(other), pupils={"c1": signs})).evidence:
        assert all((piece.quote or "")[start:end] == excerpt for start, end in piece.marks)
