"""Remarks: whose they are, how sure, how short the quotation is, and when silence is no answer."""

from __future__ import annotations

from typing import Any

import pytest
from builders import a_case, a_post, a_snapshot, an_owner

from checks._remarks import SHARED
from checks.derogatory_language import CHECK
from selfaudit.model.check import Case
from selfaudit.model.detections import Detections, Remark, Target, Topic
from selfaudit.model.snapshot import Gap, Post
from selfaudit.model.vocabulary import Confidence, Detector, Lens, Outcome, Part, PostKind, Severity

TEXT = "What a day. Mr Finch is a muppet. Off to bed."
SPAN = (TEXT.index("muppet"), TEXT.index("muppet") + 6)


def a_remark(**changes: Any) -> Remark:
    defaults = {
        "topic": Topic.DEROGATORY,
        "spans": (SPAN,),
        "confidence": Confidence.LIKELY,
        "severity": Severity.MODERATE,
        "reason": "This may read as an insult.",
    }
    return Remark(**{**defaults, **changes})


def a_remarked(post: Post, *remarks: Remark, **changes: Any) -> Case:
    return a_case(a_snapshot(post, **changes), remarks={post.id: remarks})


def test_a_likely_remark_of_ones_own_is_a_concern_with_the_shortest_quotation() -> None:
    finding = CHECK.run(a_remarked(a_post(TEXT), a_remark()))
    (evidence,) = finding.evidence
    assert finding.outcome is Outcome.CONCERN
    assert evidence.quote == "…Mr Finch is a muppet…"
    assert [evidence.quote[start:end] for start, end in evidence.marks] == ["muppet"]
    assert (evidence.item, evidence.note, evidence.own) == ("p1", "This may read as an insult.", True)


def test_an_unsure_remark_needs_a_persons_look() -> None:
    finding = CHECK.run(a_remarked(a_post(TEXT), a_remark(confidence=Confidence.UNSURE)))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert len(finding.evidence) == 1


def test_no_remark_is_clear() -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post())))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())


@pytest.mark.parametrize("part", [Part.POSTS, Part.BIO, Part.COMMENTS])
def test_unread_posts_comments_or_an_unread_bio_are_never_reported_clear(part: Part) -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(), Gap(part, "a login wall"))))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason is not None
    assert "login wall" in finding.reason


def test_a_detector_that_never_ran_is_never_reported_clear() -> None:
    case = a_case(a_snapshot(a_post()))
    assert (
        CHECK.run(Case(case.snapshot, Detections(), case.policy, case.today)).outcome is Outcome.NOT_CHECKED
    )


def test_texts_in_another_language_are_never_reported_clear() -> None:
    gaps = {Detector.LANGUAGE: ("2 texts were in another language and could not be read",)}
    finding = CHECK.run(a_case(a_snapshot(a_post()), gaps=gaps))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason == "2 texts were in another language and could not be read."


def test_quoted_words_are_not_a_concern() -> None:
    finding = CHECK.run(a_remarked(a_post(TEXT), a_remark(quoted=True)))
    assert finding.outcome is Outcome.NEEDS_REVIEW


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("changes", [{}, {"confidence": Confidence.UNSURE}, {"target": Target.READER}])
def test_what_was_shared_is_told_as_shared_whoever_is_said_to_have_written_it(
    own: bool, changes: dict[str, Any]
) -> None:
    finding = CHECK.run(a_remarked(a_post(TEXT, kind=PostKind.REPOST, own=own), a_remark(**changes)))
    (evidence,) = finding.evidence
    assert (finding.outcome, evidence.own) == (Outcome.NEEDS_REVIEW, True)
    assert evidence.note == f"This may read as an insult. {SHARED}"


def test_somebody_elses_remark_is_kept_apart_and_goes_to_the_headteacher() -> None:
    finding = CHECK.run(a_remarked(a_post(TEXT, own=False, kind=PostKind.COMMENT), a_remark()))
    (evidence,) = finding.evidence
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert evidence.own is False
    assert "headteacher at once" in evidence.note
    assert "Helpline" not in evidence.note


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("you are a muppet ok", {"target": Target.READER}),
        ("Alex is a real muppet", {}),
        ("@alexm such a muppet", {}),
    ],
)
def test_somebody_elses_remark_aimed_at_the_worker_names_who_can_help(
    text: str, changes: dict[str, Any]
) -> None:
    at = text.index("muppet")
    remark = a_remark(spans=((at, at + 6),), **changes)
    case = a_remarked(a_post(text, own=False, kind=PostKind.COMMENT), remark)
    (evidence,) = CHECK.run(case).evidence
    assert "Professionals Online Safety Helpline" in evidence.note
    assert "headteacher at once" in evidence.note


def test_what_somebody_else_perhaps_said_is_left_alone() -> None:
    post = a_post(TEXT, own=False, kind=PostKind.COMMENT)
    found = {post.id: (a_remark(confidence=Confidence.UNSURE),)}
    case = a_case(a_snapshot(post, a_post(id="own")), remarks=found)
    assert CHECK.run(case).outcome is Outcome.CLEAR


@pytest.mark.parametrize("topic", [Topic.CONFIDENTIAL, Topic.PROMOTION, Topic.SCHOOL_POLICY])
def test_topics_of_other_paragraphs_are_not_reported_here(topic: Topic) -> None:
    assert CHECK.run(a_remarked(a_post(TEXT), a_remark(topic=topic))).outcome is Outcome.CLEAR


def test_the_bio_is_read_too() -> None:
    snapshot = a_snapshot(owner=an_owner(bio="Teacher of muppets"))
    case = a_case(snapshot, remarks={"bio": (a_remark(spans=((11, 18),)),)})
    (evidence,) = CHECK.run(case).evidence
    assert (evidence.item, evidence.quote, evidence.marks) == ("bio", "Teacher of muppets", ((11, 18),))


def test_the_gravest_severity_counts_and_what_strangers_see_comes_first() -> None:
    hidden = a_post(TEXT, id="hidden", lenses=(Lens.OWNER,))
    public = a_post(TEXT, id="public")
    others = a_post(TEXT, id="others", own=False)
    shared = a_post(TEXT, id="shared", own=False, kind=PostKind.REPOST)
    remarks = {
        "hidden": (a_remark(severity=Severity.SERIOUS),),
        "public": (a_remark(confidence=Confidence.UNSURE), a_remark(topic=Topic.OFFENSIVE)),
        "others": (a_remark(),),
        "shared": (a_remark(),),
    }
    finding = CHECK.run(a_case(a_snapshot(others, shared, hidden, public), remarks=remarks))
    assert finding.severity is Severity.SERIOUS
    assert [(piece.item, piece.confidence) for piece in finding.evidence] == [
        ("public", Confidence.LIKELY),
        ("public", Confidence.UNSURE),
        ("hidden", Confidence.LIKELY),
        ("shared", Confidence.UNSURE),
        ("others", Confidence.UNSURE),
    ]


def test_a_remark_about_an_item_that_is_gone_is_not_shown() -> None:
    assert CHECK.run(a_case(a_snapshot(a_post()), remarks={"gone": (a_remark(),)})).outcome is Outcome.CLEAR
