"""Confidential matters, promotion, views on the school's policies: own words alone, each topic by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from builders import a_case, a_post, a_snapshot, an_image, an_owner

from checks import confidential_matters, derogatory_language, promotion, views_on_school_policy
from checks._pictured import MAY_BE_WRONG
from checks._remarks import SHARED
from selfaudit.model import snapshot as model
from selfaudit.model.check import Case, Check
from selfaudit.model.detections import Detections, Remark, Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Gap, Image, Owner, Post
from selfaudit.model.vocabulary import Confidence, Detector, Lens, Outcome, Part, PostKind, Severity
from selfaudit.model.written import Line, Written
from selfaudit.platforms import exported

TEXT = "Long day. Little Kit's plan was changed again. Home now."
SPAN = (TEXT.index("Kit"), TEXT.index(" again"))
BY_TOPIC = {
    Topic.CONFIDENTIAL: confidential_matters.CHECK,
    Topic.PROMOTION: promotion.CHECK,
    Topic.SCHOOL_POLICY: views_on_school_policy.CHECK,
}
each = pytest.mark.parametrize(("topic", "check"), list(BY_TOPIC.items()))


def a_remark(topic: Topic, **changes: Any) -> Remark:
    defaults = {
        "topic": topic,
        "spans": (SPAN,),
        "confidence": Confidence.LIKELY,
        "severity": Severity.ADVICE,
        "reason": "This was noticed.",
    }
    return Remark(**{**defaults, **changes})


def remarked(post: Post, *remarks: Remark, **changes: Any) -> Case:
    return a_case(a_snapshot(post, **changes), remarks={post.id: remarks})


@each
def test_a_likely_remark_is_a_concern_with_the_sentence_that_holds_it(topic: Topic, check: Check) -> None:
    post = a_post(TEXT, url="https://net.example/1")
    finding = check.run(remarked(post, a_remark(topic)))
    quote = "…Little Kit's plan was changed again…"
    start = quote.index("Kit")
    assert (finding.outcome, finding.severity) == (Outcome.CONCERN, Severity.ADVICE)
    assert finding.evidence == (
        Evidence(
            item="p1",
            confidence=Confidence.LIKELY,
            quote=quote,
            marks=((start, start + SPAN[1] - SPAN[0]),),
            note="This was noticed.",
            lens=Lens.PUBLIC,
            url="https://net.example/1",
            time=post.time,
            severity=Severity.ADVICE,
        ),
    )


@each
def test_other_topics_are_not_its_business(topic: Topic, check: Check) -> None:
    others = [a_remark(other) for other in Topic if other is not topic]
    finding = check.run(remarked(a_post(TEXT), *others))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())


@each
def test_an_unsure_remark_needs_a_look(topic: Topic, check: Check) -> None:
    finding = check.run(remarked(a_post(TEXT), a_remark(topic, confidence=Confidence.UNSURE)))
    assert (finding.outcome, len(finding.evidence)) == (Outcome.NEEDS_REVIEW, 1)


@each
def test_what_others_wrote_is_not_the_owners(topic: Topic, check: Check) -> None:
    post = a_post(TEXT, own=False, kind=PostKind.COMMENT)
    assert check.run(remarked(post, a_remark(topic), read=(Part.POSTS,))).outcome is Outcome.CLEAR


@each
@pytest.mark.parametrize("part", [Part.POSTS, Part.COMMENTS, Part.BIO])
def test_unread_texts_are_never_reported_clear(topic: Topic, check: Check, part: Part) -> None:
    finding = check.run(a_case(a_snapshot(a_post(), Gap(part, "a login wall"))))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert "login wall" in (finding.reason or "")


@each
def test_what_an_export_lacks_of_others_words_keeps_nothing_from_its_answer(
    topic: Topic, check: Check
) -> None:
    assert model.OTHERS_WORDS == exported.OTHERS_WORDS
    lacking = a_snapshot(a_post(), Gap(Part.COMMENTS, exported.OTHERS_WORDS))
    assert check.run(a_case(lacking)).outcome is Outcome.CLEAR
    told = derogatory_language.CHECK.run(a_case(lacking))
    assert told.outcome is Outcome.CLEAR
    assert told.reason == "What others wrote under your posts is not in an export, so it was not looked at."


@each
def test_a_profile_whose_posts_have_no_comments_is_clear(topic: Topic, check: Check) -> None:
    assert check.run(a_case(a_snapshot(a_post()))).outcome is Outcome.CLEAR


@each
def test_a_detector_that_never_ran_is_never_reported_clear(topic: Topic, check: Check) -> None:
    case = a_case(a_snapshot(a_post()))
    asked = Case(case.snapshot, Detections(), case.policy, case.today)
    assert check.run(asked).outcome is Outcome.NOT_CHECKED


@each
@pytest.mark.parametrize("own", [True, False])
def test_what_was_passed_on_needs_a_look_and_says_so(topic: Topic, check: Check, own: bool) -> None:
    post = a_post(TEXT, own=own, kind=PostKind.REPOST)
    finding = check.run(remarked(post, a_remark(topic)))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert [(one.own, one.note) for one in finding.evidence] == [(True, f"This was noticed. {SHARED}")]


@each
def test_a_remark_in_a_caption_is_told_at_its_picture(topic: Topic, check: Check) -> None:
    snapshot = a_snapshot(a_post(), an_image(caption=TEXT))
    finding = check.run(a_case(snapshot, remarks={"i1": (a_remark(topic),)}))
    assert finding.outcome is Outcome.CONCERN
    assert [(one.item, one.quote) for one in finding.evidence] == [
        ("i1", "…Little Kit's plan was changed again…")
    ]


LOOKED = (
    "A program looked for words in your {}; it misses some, above all handwriting and what is small, "
    "slanted or curved."
)


@pytest.mark.parametrize(
    ("pictures", "said"),
    [
        ([], None),
        ([an_image()], LOOKED.format("picture")),
        ([an_image(), an_image(None, id="i2")], LOOKED.format("2 pictures")),
        ([an_image(post="c1")], None),
        ([an_image(post="r1")], LOOKED.format("picture")),
    ],
)
@each
def test_that_words_in_ones_own_pictures_may_be_missed_is_told_and_makes_nothing_unclear(
    topic: Topic, check: Check, pictures: list[Image], said: str | None
) -> None:
    theirs = a_post(id="c1", kind=PostKind.COMMENT, own=False)
    shared = a_post(id="r1", kind=PostKind.REPOST, own=False)
    finding = check.run(a_case(a_snapshot(a_post(), theirs, shared, *pictures)))
    assert (finding.outcome, finding.reason) == (Outcome.CLEAR, said)


@each
def test_pictures_that_nobody_read_for_words_are_told_to_be_unread(topic: Topic, check: Check) -> None:
    case = a_case(a_snapshot(a_post(), an_image(), an_image(id="i2")))
    unread = replace(case.detections, ran=frozenset({Detector.LANGUAGE}))
    finding = check.run(replace(case, detections=unread))
    assert (finding.outcome, finding.reason) == (
        Outcome.CLEAR,
        "The words in your 2 pictures were not read.",
    )


@each
def test_a_picture_that_could_not_be_opened_is_told_beside_the_answer(topic: Topic, check: Check) -> None:
    case = a_case(a_snapshot(a_post(), an_image()), gaps={Detector.WORDS: ("1 picture could not be opened",)})
    finding = check.run(case)
    assert finding.outcome is Outcome.CLEAR
    assert str(finding.reason).endswith("Not read for words: 1 picture could not be opened.")


PLACE = Region(10, 20, 300, 30)
WRITTEN = Written(TEXT, (Line(0, len(TEXT), PLACE),))


def pictured(remark: Remark, *items: Post | Image) -> Case:
    return a_case(
        a_snapshot(*items or (a_post(), an_image(url="https://net.example/photo"))),
        written={"i1": (WRITTEN,)},
        remarks={"i1#words 1": (remark,)},
    )


@each
def test_a_remark_in_a_picture_is_for_a_person_to_judge_and_shows_where(topic: Topic, check: Check) -> None:
    finding = check.run(pictured(a_remark(topic)))
    (piece,) = finding.evidence
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert (piece.item, piece.region, piece.url) == ("i1", PLACE, "https://net.example/photo")
    assert piece.quote == "…Little Kit's plan was changed again…"
    assert piece.note == f"This was noticed. {MAY_BE_WRONG}"


@each
def test_a_mere_guess_about_words_in_a_picture_is_told_only_where_it_may_give_somebody_away(
    topic: Topic, check: Check
) -> None:
    evidence = check.run(pictured(a_remark(topic, confidence=Confidence.UNSURE))).evidence
    assert bool(evidence) == (topic is Topic.CONFIDENTIAL)
    assert check.run(pictured(a_remark(topic, quoted=True))).evidence == ()


@each
def test_a_picture_in_somebody_elses_post_is_theirs(topic: Topic, check: Check) -> None:
    theirs = a_post(id="c1", kind=PostKind.COMMENT, own=False)
    assert check.run(pictured(a_remark(topic), theirs, an_image(post="c1"))).evidence == ()


def test_words_in_a_picture_of_somebody_elses_comment_are_told_as_theirs() -> None:
    theirs = a_post(id="c1", kind=PostKind.COMMENT, own=False)
    finding = derogatory_language.CHECK.run(pictured(a_remark(Topic.THREAT), theirs, an_image(post="c1")))
    assert [(piece.own, piece.item) for piece in finding.evidence] == [(False, "i1")]


@each
def test_where_there_are_pictures_with_words_alone_the_question_is_answered(
    topic: Topic, check: Check
) -> None:
    lacking = a_snapshot(an_image(), owner=Owner(), lacks=(Part.BIO, Part.POSTS, Part.COMMENTS))
    assert check.run(a_case(lacking, written={"i1": (WRITTEN,)})).outcome is Outcome.CLEAR
    assert check.run(a_case(lacking)).outcome is Outcome.NOT_APPLICABLE
    unread = check.run(a_case(lacking, gaps={Detector.WORDS: ("1 picture could not be opened",)}))
    assert unread.outcome is Outcome.NOT_CHECKED
    assert str(unread.reason).startswith("1 picture could not be opened.")


MARKED = [
    "Views my own.",
    "Teacher at Larkfield. All views are my own!",
    "opinions mine",
    "I work at Larkfield; these are my own views",
    "speaking in a personal capacity",
    "Tweets are mine, not those of my employer",
    "my personal opinion, not the view of the school",
]
UNMARKED = [
    "My views from the top of Ben Nevis",
    "the view of the school from my window",
    "lovely views, my word",
    "They never ask for our opinions",
]


@pytest.mark.parametrize("words", MARKED)
def test_a_view_that_is_said_to_be_ones_own_is_as_the_policy_asks(words: str) -> None:
    check, remark = views_on_school_policy.CHECK, a_remark(Topic.SCHOOL_POLICY)
    in_the_post = remarked(a_post(f"{TEXT} {words}"), remark)
    in_the_bio = remarked(a_post(TEXT), remark, owner=an_owner(bio=words))
    assert [check.run(case).evidence for case in (in_the_post, in_the_bio)] == [(), ()]


@pytest.mark.parametrize("words", UNMARKED)
def test_words_that_only_sound_like_it_mark_nothing(words: str) -> None:
    check, remark = views_on_school_policy.CHECK, a_remark(Topic.SCHOOL_POLICY)
    finding = check.run(remarked(a_post(TEXT), remark, owner=an_owner(bio=words)))
    assert (finding.outcome, len(finding.evidence)) == (Outcome.CONCERN, 1)
