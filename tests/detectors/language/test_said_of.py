"""Of whom a word is said, by the rules alone, and how much the remark would matter for that."""

from __future__ import annotations

from functools import cache

import pytest

from selfaudit.detectors.language.judging import REMARKS_KEY
from selfaudit.detectors.language.pipeline import build
from selfaudit.model.detections import Remark, Target, Topic
from selfaudit.model.vocabulary import Confidence, Severity

WORK_AND_PAY = (
    "Cuts to our schools are a disgrace",
    "The council's plan to close the school is a disgrace",
    "Closing our school would be bad. The consultation is a joke and our head agrees",
    "Funding for our school is a shambles",
    "What the government is doing to our school is a disgrace",
    "Strike! NEU members walk out because pay is a disgrace and our school cannot cope",
    "Class sizes are a joke and our head knows it",
    "Governors voted to become an academy. A disgrace. Join the protest",
    "The way teachers are treated by this government is a disgrace",
    "It's a disgrace that our teachers buy their own glue",
)
ONESELF = (
    "Feeling like a useless teacher today",
    "I'm the worst TA in the world, forgot the register again",
    "I'm a rubbish teacher today",
    "Honestly I am such a hopeless form tutor",
    "Am I the worst teacher ever?",
    "I was the worst teacher in the county that year",
    "Worst teacher ever award goes to me",
)
NAMES = (
    "Mr Bastard, the new governor, gave a lovely talk",
    "Mrs Wank-Muller brought cake",
    "Miss Cock and Mr Dick took the register",
    "Bell End primary kids visited",
    "Spent the day at Bell End near Rowley Regis",
    "The Twat family moved to Orkney in 1820",
    "Bastard Street is closed for the parade",
    "Nonce words are words coined once. English lesson",
    "A spic and span kitchen at last",
)
NO_BLOWS = (
    "Slapped one of my Year 2s on the back for his brilliant goal",
    "Slapped a sticker on every kid today",
    "Hit the kids with a surprise quiz",
    "Kicked one of my Year 9s out of the lesson",
    "Got slapped by a Year 2 today",
    "Hit by a kid today, bruise on my arm",
)


@cache
def _rules():  # type: ignore[no-untyped-def]  # noqa: ANN202 - spaCy's own
    nlp = build()
    nlp.disable_pipe("hearing")
    return nlp


def remarks(text: str) -> tuple[Remark, ...]:
    found: tuple[Remark, ...] = _rules()(text).user_data[REMARKS_KEY]
    return found


@pytest.mark.parametrize("text", WORK_AND_PAY + ONESELF + NAMES + NO_BLOWS)
def test_what_is_said_of_work_of_oneself_or_is_a_name_is_no_remark(text: str) -> None:
    assert remarks(text) == ()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Our school is a disgrace", Target.SCHOOL),
        ("Someone should close this school", Target.SCHOOL),
        ("The state of our school is a disgrace", Target.SCHOOL),
        ("The head is a disgrace and our school cannot cope", Target.COLLEAGUE),
        ("Our deputy. What a disgrace", Target.COLLEAGUE),
        ("A useless and lazy head", Target.COLLEAGUE),
        ("I'm working with the worst TA in the world", Target.COLLEAGUE),
        ("I feel like our useless head has it in for me", Target.COLLEAGUE),
        ("I think he is a useless teacher", Target.COLLEAGUE),
        ("What a bitch that mum is", Target.PARENT),
        ("They made him head of year because he's too stupid to teach", Target.COLLEAGUE),
        ("Mr Prick is a prick", Target.OTHER),
        ("Mr Smith is a Wanker", Target.OTHER),
        ("MR BASTARD IS A WANKER", Target.OTHER),
        ("You Bastard", Target.READER),
    ],
)
def test_what_is_said_of_somebody_still_is(text: str, target: Target) -> None:
    first = remarks(text)[0]
    assert (first.target, first.confidence) == (target, Confidence.LIKELY)


@pytest.mark.parametrize(
    "text", ["The heating in our school is a joke", "The toilets at our school are dire"]
)
def test_what_is_said_of_a_thing_in_the_school_is_at_most_unsure(text: str) -> None:
    assert {remark.confidence for remark in remarks(text)} <= {Confidence.UNSURE}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("fuck fuck fuck this printer", Severity.MODERATE),
        ("this printer is shit", Severity.ADVICE),
        ("some bloke at the garage is a liar", Severity.ADVICE),
        ("the head is a liar", Severity.MODERATE),
        ("the head is a wally", Severity.MODERATE),
        ("the head is a wanker", Severity.MODERATE),
        ("the head is a cunt", Severity.SERIOUS),
        ("Year 9 are a bunch of numpties", Severity.MODERATE),
        ("that Year 2 child is a wanker", Severity.SERIOUS),
        ("that Year 2 child is a cunt", Severity.SERIOUS),
        ("One more email from that mother and I'll slap her", Severity.SERIOUS),
        ("Gypsies are all thieves", Severity.SERIOUS),
    ],
)
def test_how_much_it_matters_follows_the_word_and_whom_it_is_said_of(text: str, severity: Severity) -> None:
    assert remarks(text)[0].severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "Slapped one of my Year 2s today",
        "Slapped a kid today and nobody saw",
        "I hit a child in my class today",
        "Pinned a pupil against the wall. Year 8. Felt nothing",
    ],
)
def test_own_blows_are_told_without_an_i_too(text: str) -> None:
    first = remarks(text)[0]
    assert (first.topic, first.target) == (Topic.DISREPUTE, Target.SELF)


@pytest.mark.parametrize(
    "text",
    [
        "The new behaviour policy at our school is a joke",
        "Our marking policy is brilliant",
        "The school's new homework rules are daft",
    ],
)
def test_an_opinion_on_a_rule_of_the_school_is_told_as_that(text: str) -> None:
    assert Topic.SCHOOL_POLICY in {remark.topic for remark in remarks(text)}


@pytest.mark.parametrize(
    "text", ["My gran's behaviour policy was a look", "The library's phone rule is daft"]
)
def test_rules_of_other_houses_are_not_the_schools(text: str) -> None:
    assert Topic.SCHOOL_POLICY not in {remark.topic for remark in remarks(text)}
