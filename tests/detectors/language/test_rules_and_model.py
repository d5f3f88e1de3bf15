"""How what the rules find and what the trained model hears are put together; who says what is handed in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selfaudit.detectors.language import LanguageReader
from selfaudit.detectors.language.context import setting_of
from selfaudit.detectors.language.drafts import Draft, best
from selfaudit.detectors.language.hearing import heard
from selfaudit.detectors.language.model.answers import Answer, Part
from selfaudit.detectors.language.model.component import ANSWERS_KEY
from selfaudit.detectors.language.pipeline import build
from selfaudit.model.detections import Target, Topic
from selfaudit.model.vocabulary import Confidence

READER = LanguageReader()
RULES = build()
RULES.remove_pipe("hearing")
LIKELY, UNSURE = Confidence.LIKELY, Confidence.UNSURE
LONG = "The people who moved in next door were at it again all night long"


def weighed(
    text: str,
    drafts: list[Draft],
    chances: dict[Topic, float],
    anything: float,
    likely: frozenset[Topic] | None = None,
) -> list[Draft]:
    """What stands of these drafts beside an answer of the model's with these chances."""
    doc = RULES(RULES.make_doc(text))
    every = dict.fromkeys(Topic, 0.0) | chances
    likely = likely or frozenset(topic for topic, chance in chances.items() if chance >= 0.85)
    parts = tuple(Part(token.idx, token.idx + len(token), (1.0,) * len(Topic)) for token in doc)
    answer = Answer(every, every, likely, likely, anything=anything, doubted=anything < 0.2, parts=parts)
    doc.user_data[ANSWERS_KEY] = [answer]
    return heard(doc, drafts, setting_of(doc))


def test_of_two_topics_on_the_same_words_the_weightier_is_told_and_the_other_named_beside_it() -> None:
    threat = Draft("threat", LIKELY, ((0, 4),), Target.GROUP)
    hatred = Draft("heard_discriminatory", LIKELY, ((1, 3),), Target.GROUP)
    assert best([hatred, threat]) == [replace(threat, also=(Topic.DISCRIMINATORY,))]


def test_what_stands_aside_goes_with_a_remark_on_its_words_and_is_never_told_alone() -> None:
    insult = Draft("insult", UNSURE, ((0, 4),), Target.OTHER)
    aside = Draft("heard_threat", UNSURE, ((2, 5),), Target.OTHER, aside=True)
    assert best([insult, aside]) == [replace(insult, also=(Topic.THREAT,))]
    assert best([insult, replace(aside, stretches=((7, 9),))]) == [insult]
    assert best([aside]) == []


def test_a_private_matter_is_told_whatever_else_the_same_words_are() -> None:
    insult = Draft("insult", LIKELY, ((0, 4),), Target.PARENT)
    private = Draft("heard_confidential", UNSURE, ((0, 4),), Target.PARENT)
    assert best([insult, private]) == [private, insult]


def test_the_reason_says_what_else_the_words_may_be() -> None:
    (remark,) = READER.read("I'd happily punch every single immigrant")
    assert (remark.topic, remark.also) == (Topic.THREAT, (Topic.DISCRIMINATORY,))
    assert remark.reason.endswith("The same words may also come across as hostile to a group of people.")


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Mrs Hall is off with depression again, third time this year", "somebody's health"),
        ("One of mine is on a child protection plan, poor thing", "the care or safety of a child"),
        ("The alarm code is still 1966 by the way", "a code, a key or another way in"),
        ("Our deputy has been suspended, can't say why", "a staff matter"),
    ],
)
def test_a_private_matter_is_named(text: str, matter: str) -> None:
    (remark,) = (one for one in READER.read(text) if one.topic is Topic.CONFIDENTIAL)
    assert f"It seems to be about {matter}" in remark.reason


@pytest.mark.parametrize(
    ("chance", "confidence"),
    [(0.9, [LIKELY]), (0.3, [UNSURE])],
)
def test_a_slur_is_likely_only_where_the_model_hears_hostility_to_a_group(
    chance: float, confidence: list[Confidence]
) -> None:
    slur = Draft("slur", LIKELY, ((1, 2),), Target.OTHER)
    found = weighed(LONG, [slur], {Topic.DISCRIMINATORY: chance, Topic.DEROGATORY: 0.8}, 0.9)
    assert [draft.confidence for draft in found] == confidence


def test_where_nothing_is_heard_a_word_with_another_sense_is_that_and_any_other_slur_is_for_a_look() -> None:
    slur = Draft("slur", LIKELY, ((1, 2),), Target.OTHER)
    assert weighed(LONG, [replace(slur, kind="slur_in_one_sense")], {}, 0.1) == []
    assert weighed(LONG, [slur], {}, 0.1) == [replace(slur, confidence=UNSURE)]


def test_what_the_model_rather_disbelieves_is_unsure_but_swearing_and_insults_of_colleagues_stand() -> None:
    mocking = Draft("mocking", LIKELY, ((0, 2),), Target.PUPIL)
    swearing = Draft("swear", LIKELY, ((3, 4),), None)
    insult = Draft("insult", LIKELY, ((5, 6),), Target.COLLEAGUE)
    found = weighed(LONG, [mocking, swearing, insult], {}, 0.3)
    assert found == [replace(mocking, confidence=UNSURE), swearing, insult]


@pytest.mark.parametrize(("chance", "told"), [(0.9, ["heard_threat"]), (0.8, [])])
def test_in_a_few_words_the_model_is_heard_only_where_it_is_quite_sure(
    chance: float, told: list[str]
) -> None:
    assert [draft.kind for draft in weighed("Finish them off", [], {Topic.THREAT: chance}, chance)] == told


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Kill all Jews", Topic.THREAT),
        ("Muslims out", Topic.DISCRIMINATORY),
        ("Ban gays", Topic.DISCRIMINATORY),
        ("Trans freaks", Topic.DISCRIMINATORY),
        ("These idiots", Topic.DEROGATORY),
    ],
)
def test_a_few_words_can_be_abuse(text: str, topic: Topic) -> None:
    assert [remark.topic for remark in READER.read(text)][:1] == [topic]


@pytest.mark.parametrize(
    "text",
    [
        "Happy Eid!",
        "Gay and proud",
        "Refugees welcome",
        "Muslim and proud",
        "Black lives matter",
        "Free Palestine",
        "Hate Mondays",
        "Killed it!",
        "You slay",
        "I'm dead",
        "Burn baby burn",
        "Kill Bill tonight",
        "Stupid printer",
        "Little devil",
        "Fat Tuesday",
        "Poor you",
        "My boys",
        "Get well soon",
        "Shut the front door",
        "Jewish deli!",
    ],
)
def test_a_few_words_are_mostly_harmless(text: str) -> None:
    assert READER.read(text) == ()


def test_what_both_hear_of_somebody_told_is_likely() -> None:
    leaning = Draft("leaning", UNSURE, ((0, 3),), Target.COLLEAGUE)
    sure = {Topic.DEROGATORY: 0.9}
    assert weighed(LONG, [leaning], sure, 0.9)[0] == replace(leaning, confidence=LIKELY)
    assert weighed(LONG, [replace(leaning, target=None)], sure, 0.9)[0].confidence is UNSURE
    assert weighed(LONG, [replace(leaning, quoted=True)], sure, 0.9)[0].confidence is UNSURE


def test_a_matter_that_stands_apart_is_no_echo_of_a_likelier_topic() -> None:
    echo = {Topic.THREAT: 0.95, Topic.PROMOTION: 0.51}
    found = weighed(LONG, [], echo | {Topic.DISCRIMINATORY: 0.55}, 0.99, likely=frozenset(echo))
    assert {draft.kind for draft in found} == {"heard_threat"}
    found = weighed(LONG, [], echo | {Topic.PROMOTION: 0.9}, 0.99, likely=frozenset(echo))
    assert {draft.kind for draft in found} == {"heard_threat", "heard_promotion"}
