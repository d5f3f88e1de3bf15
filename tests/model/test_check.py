"""The one rule: how evidence, gaps and approvals become an outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import BOTH, TODAY, a_case, a_policy, a_post, a_setting, a_snapshot, an_owner

from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import Detections
from selfaudit.model.findings import Evidence, Finding
from selfaudit.model.policy import Approval
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Confidence, Detector, Lens, Outcome, Part, Severity

WORDS = Words("Hats", "No hat was found", "This may be a hat", "A hat is worn", "Because.", "Take it off.")
CERTAIN = Evidence("p1", Confidence.CERTAIN, "a hat")
UNSURE = Evidence("p2", Confidence.UNSURE, "a cap?")


def a_check(*evidence: Evidence, **changes: object) -> Check:
    fields = {
        "id": "hats",
        "words": WORDS,
        "severity": Severity.MODERATE,
        "needs": frozenset({Part.POSTS}),
        "find": lambda _case: evidence,
    }
    return Check(**{**fields, **changes})  # type: ignore[arg-type]


def an_approval(**changes: object) -> Approval:
    return Approval(**{"check": "hats", "by": "J. Head", "on": date(2026, 9, 1), **changes})  # type: ignore[arg-type]


def outcome(check: Check, snapshot: Snapshot | None = None, **case: object) -> tuple[Outcome, str | None]:
    finding = check.run(replace(a_case(snapshot or a_snapshot(a_post())), **case))  # type: ignore[arg-type]
    return finding.outcome, finding.reason


def test_a_finding_is_complete_enough_to_be_shown_alone() -> None:
    assert a_check(CERTAIN).run(a_case(a_snapshot(a_post()), a_policy("other", "hats"))) == Finding(
        check="hats",
        platform="practice",
        account="alexm",
        outcome=Outcome.CONCERN,
        severity=Severity.MODERATE,
        headline="A hat is worn",
        why="Because.",
        advice="Take it off.",
        principle="501.2",
        principle_title="A principle",
        evidence=(CERTAIN,),
    )


@pytest.mark.parametrize(
    ("evidence", "expected", "headline"),
    [
        ((CERTAIN,), Outcome.CONCERN, "A hat is worn"),
        ((UNSURE, CERTAIN), Outcome.CONCERN, "A hat is worn"),
        ((replace(UNSURE, confidence=Confidence.LIKELY),), Outcome.CONCERN, "A hat is worn"),
        ((UNSURE,), Outcome.NEEDS_REVIEW, "This may be a hat"),
        ((), Outcome.CLEAR, "No hat was found"),
    ],
)
def test_certainty_decides(evidence: tuple[Evidence, ...], expected: Outcome, headline: str) -> None:
    finding = a_check(*evidence).run(a_case(a_snapshot(a_post())))
    assert (finding.outcome, finding.headline, finding.evidence) == (expected, headline, evidence)


def test_evidence_may_lower_the_severity_but_never_that_of_other_evidence() -> None:
    advice = replace(CERTAIN, severity=Severity.ADVICE)
    assert a_check(advice).run(a_case(a_snapshot())).severity is Severity.ADVICE
    assert a_check(advice, CERTAIN).run(a_case(a_snapshot())).severity is Severity.MODERATE
    serious = replace(CERTAIN, severity=Severity.SERIOUS)
    assert a_check(advice, serious).run(a_case(a_snapshot())).severity is Severity.SERIOUS


def test_a_gap_in_what_is_needed_forbids_clear_and_is_told() -> None:
    snapshot = a_snapshot(a_post(), Gap(Part.POSTS, "a login wall."), Gap(Part.IMAGES, "too many"))
    assert outcome(a_check(), snapshot) == (Outcome.NOT_CHECKED, "Posts: a login wall.")


@pytest.mark.parametrize(("piece", "expected"), [(CERTAIN, Outcome.CONCERN), (UNSURE, Outcome.NEEDS_REVIEW)])
def test_what_was_not_seen_is_told_where_something_was_found_too(piece: Evidence, expected: Outcome) -> None:
    check = a_check(piece, detectors=frozenset({Detector.LOGOS}), unseen=lambda _case: ("two hats.",))
    partly = Detections(ran=frozenset({Detector.LOGOS}), gaps={Detector.LOGOS: ("a picture is damaged",)})
    snapshot = a_snapshot(a_post(), Gap(Part.POSTS, "a login wall."))
    reason = (
        "Besides, not everything could be looked at: posts: a login wall; two hats; a picture is damaged."
    )
    assert outcome(check, snapshot, detections=partly) == (expected, reason)
    assert outcome(a_check(piece)) == (expected, None)


def test_what_was_not_seen_is_told_beside_false_alarms() -> None:
    snapshot = a_snapshot(a_post(), Gap(Part.POSTS, "a login wall."))
    left_out = frozenset({a_check(UNSURE).run(a_case(snapshot)).evidence[0].key})
    reason = (
        "You called 1 place a false alarm; it is left out here. "
        "Besides, not everything could be looked at: posts: a login wall."
    )
    assert outcome(a_check(UNSURE, CERTAIN), snapshot, false_alarms=left_out) == (Outcome.CONCERN, reason)


def test_what_lies_beyond_a_check_is_told_with_every_answer_and_changes_none() -> None:
    said = "Hats in drawings were not looked for."
    beyond = {"beyond": lambda _case: (said,)}
    assert outcome(a_check(**beyond)) == (Outcome.CLEAR, said)
    assert outcome(a_check(CERTAIN, **beyond)) == (Outcome.CONCERN, said)
    walled = a_snapshot(a_post(), Gap(Part.POSTS, "a login wall"))
    assert outcome(a_check(**beyond), walled) == (Outcome.NOT_CHECKED, f"Posts: a login wall. {said}")
    lacking = a_snapshot(lacks=(Part.POSTS,))
    assert outcome(a_check(**beyond), lacking) == (Outcome.NOT_APPLICABLE, said)


def test_a_gap_of_a_part_that_is_not_known_touches_everything() -> None:
    snapshot = a_snapshot(a_post(), Gap(Part("holograms"), "not read"))
    assert outcome(a_check(), snapshot) == (Outcome.NOT_CHECKED, "Other parts of the profile: not read.")


def test_parts_of_which_nothing_was_read_are_never_clear() -> None:
    nothing = "Posts: nothing of this was in what was read."
    assert outcome(a_check(), a_snapshot()) == (Outcome.NOT_CHECKED, nothing)
    assert outcome(a_check(), a_snapshot(read=(Part.POSTS,))) == (Outcome.CLEAR, None)


def test_a_bio_that_was_not_seen_is_never_clear_and_an_empty_one_is() -> None:
    check = a_check(needs=frozenset({Part.BIO, Part.POSTS}))
    unseen = a_snapshot(a_post(), owner=an_owner(bio=None))
    nothing = "What you say about yourself: nothing of this was in what was read."
    assert outcome(check, unseen) == (Outcome.NOT_CHECKED, nothing)
    assert outcome(check, a_snapshot(a_post(), owner=an_owner(bio=""))) == (Outcome.CLEAR, None)


def test_what_a_site_does_not_have_does_not_apply_unless_something_was_found_all_the_same() -> None:
    lacking = a_snapshot(a_post(), lacks=(Part.SETTINGS,))
    check = a_check(needs=frozenset({Part.SETTINGS}))
    reason = "This kind of site has nothing of the sort."
    assert outcome(check, lacking) == (Outcome.NOT_APPLICABLE, reason)
    assert outcome(a_check(CERTAIN, needs=frozenset({Part.SETTINGS})), lacking) == (Outcome.CONCERN, None)
    both = a_check(needs=frozenset({Part.SETTINGS, Part.POSTS}))
    assert outcome(both, lacking) == (Outcome.CLEAR, None)


def test_a_gap_of_one_lens_counts_only_where_that_lens_is_needed() -> None:
    snapshot = a_snapshot(a_post(), Gap(Part.POSTS, "a login wall", lens=Lens.PUBLIC))
    assert outcome(a_check(), snapshot) == (Outcome.CLEAR, None)
    public = a_check(needs_public=frozenset({Part.POSTS}))
    assert outcome(public, snapshot) == (Outcome.NOT_CHECKED, "Posts: a login wall.")


def test_a_stranger_who_never_looked_is_a_gap_where_the_strangers_view_is_needed() -> None:
    public = a_check(needs_public=frozenset({Part.POSTS}))
    owner_only = a_snapshot(a_post(lenses=(Lens.OWNER,)), owner=an_owner(lenses=(Lens.OWNER,)))
    unseen = "What a stranger sees, signed out, was not looked at."
    assert outcome(public, owner_only) == (Outcome.NOT_CHECKED, unseen)
    assert outcome(a_check(), owner_only) == (Outcome.CLEAR, None)
    looked = replace(owner_only, addresses=((Lens.PUBLIC, "https://site.example/alexm"),))
    assert outcome(public, looked) == (Outcome.CLEAR, None)


def test_an_export_says_nothing_of_what_a_stranger_sees() -> None:
    exported = a_snapshot(a_post(lenses=()), a_setting(lens=None), owner=an_owner(lenses=()))
    public = a_check(needs_public=frozenset({Part.POSTS}))
    unseen = "What a stranger sees, signed out, was not looked at."
    assert outcome(public, exported) == (Outcome.NOT_CHECKED, unseen)
    assert outcome(a_check(), exported) == (Outcome.CLEAR, None)


def test_a_strangers_view_alone_is_never_clear() -> None:
    stranger = a_snapshot(a_post(lenses=(Lens.PUBLIC,)), owner=an_owner(lenses=(Lens.PUBLIC,)))
    alone = "Only what a stranger can see was looked at, not what you see signed in."
    assert outcome(a_check(), stranger) == (Outcome.NOT_CHECKED, alone)


def test_a_detector_that_did_not_run_or_could_not_read_everything_forbids_clear() -> None:
    check = a_check(detectors=frozenset({Detector.LOGOS}))
    never = outcome(check, detections=Detections())
    assert never == (Outcome.NOT_CHECKED, "The logos detector did not run.")
    partly = Detections(ran=frozenset({Detector.LOGOS}), gaps={Detector.LOGOS: ("two pictures are damaged",)})
    assert outcome(check, detections=partly) == (Outcome.NOT_CHECKED, "Two pictures are damaged.")


def test_a_check_that_cannot_be_answered_says_why_and_only_that() -> None:
    check = a_check(unready=lambda _case: "The policy holds no hat")
    snapshot = a_snapshot(Gap(Part.POSTS, "a login wall"))
    assert outcome(check, snapshot) == (Outcome.NOT_CHECKED, "The policy holds no hat.")


def test_what_a_check_itself_could_not_see_is_told_beside_the_gaps() -> None:
    check = a_check(unseen=lambda _case: ("the colour of two hats",))
    snapshot = a_snapshot(a_post(), Gap(Part.POSTS, "a login wall"))
    told = "Posts: a login wall; the colour of two hats."
    assert outcome(check, snapshot) == (Outcome.NOT_CHECKED, told)


def approved(approval: Approval, snapshot: Snapshot | None = None, *evidence: Evidence) -> Finding:
    case = a_case(snapshot or a_snapshot(a_post()), a_policy("hats", approvals=(approval,)))
    return a_check(*(evidence or (CERTAIN,))).run(case)


def test_a_standing_approval_turns_a_concern_into_clear_and_keeps_the_evidence() -> None:
    approval = an_approval(until=date(2027, 8, 31), covers="The hat of the year 6 play.")
    finding = approved(approval)
    assert finding.outcome is Outcome.CLEAR
    assert finding.headline == "A hat is worn, with written approval"
    assert finding.evidence == (CERTAIN,)
    assert finding.approval == approval
    assert finding.reason == (
        "Approved in writing by J. Head on 1 September 2026, until 31 August 2027. "
        "It covers: The hat of the year 6 play."
    )


def test_an_approval_holds_from_its_first_day_to_its_last() -> None:
    day = timedelta(days=1)
    assert approved(an_approval(on=TODAY, until=TODAY)).outcome is Outcome.CLEAR
    assert approved(an_approval(on=TODAY + day)).outcome is Outcome.CONCERN
    assert approved(an_approval(until=TODAY - day)).outcome is Outcome.CONCERN
    assert approved(an_approval(check="coats")).outcome is Outcome.CONCERN


def test_an_approval_covers_what_is_unsure_too() -> None:
    assert approved(an_approval(), None, UNSURE).outcome is Outcome.CLEAR


def test_an_approval_does_not_make_up_for_what_was_not_seen() -> None:
    finding = approved(an_approval(), a_snapshot(a_post(), Gap(Part.POSTS, "a login wall")))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason == "Approved in writing by J. Head on 1 September 2026. Posts: a login wall."
    assert finding.evidence == (CERTAIN,)


def test_an_approval_without_anything_found_changes_nothing() -> None:
    policy = a_policy("hats", approvals=(an_approval(),))
    finding = a_check().run(a_case(a_snapshot(a_post()), policy))
    assert (finding.outcome, finding.approval, finding.reason) == (Outcome.CLEAR, None, None)


@pytest.mark.parametrize("impossible", [Outcome.CONCERN, Outcome.NEEDS_REVIEW, Outcome.NOT_CHECKED])
def test_impossible_findings_are_refused(impossible: Outcome) -> None:
    with pytest.raises(ValueError, match="hats"):
        Finding("hats", "practice", impossible, Severity.ADVICE, "A hat", "Because.", "Take it off.")


def test_a_case_holds_all_that_a_check_may_look_at() -> None:
    seen: list[Case] = []
    case = a_case(a_snapshot(a_post(lenses=BOTH)))
    a_check(find=lambda given: seen.append(given) or ()).run(case)
    assert seen == [case]
