"""Whom a remark is about, and that the reason said of them makes sense."""

from __future__ import annotations

import pytest

from selfaudit.detectors.language import LanguageReader
from selfaudit.model.detections import Remark, Target, Topic

READER = LanguageReader()


def told(text: str, topic: Topic = Topic.DEROGATORY) -> Remark:
    found = [remark for remark in READER.read(text) if remark.topic is topic]
    assert found, READER.read(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Year 2 WhatsApp mams are a coven", Target.PARENT),
        ("Thirty years in and she still can't control a class", Target.OTHER),
        (
            "Our deputy lost his glasses again. They were on his head, where he keeps things he never uses",
            "c",
        ),
        ("Nobody likes you Jen, just leave the school already", Target.READER),
        ("When the parents kick off and you're the TA who gets it. Muppets", Target.PARENT),
        ("Teacher. Wrangler of brats, lover of gin", Target.PUPIL),
        ("The new receptionist, well. Lights on, nobody home", Target.COLLEAGUE),
        ("Our MP is a buffoon", Target.OTHER),
        ("That teacher can't control a class to save her life", Target.COLLEAGUE),
        ("Bio: Teacher of people, lover of brats", Target.PUPIL),
        (
            "I pay your wages, says the mother who never paid for a school dinner. Scrounging mare",
            Target.PARENT,
        ),
        ("Her dad is in a tracksuit every single day, what a loser", Target.PARENT),
    ],
)
def test_the_subject_of_what_is_said_decides(text: str, target: Target | str) -> None:
    assert told(text).target == (Target.COLLEAGUE if target == "c" else target)


@pytest.mark.parametrize("text", ["Harry Smith in 3B can't read", "My ex is a complete waste of space"])
def test_only_who_has_a_job_cannot_do_it(text: str) -> None:
    assert all("the job" not in remark.reason for remark in READER.read(text))


def test_a_colleague_can_be_said_to_fail_at_the_job() -> None:
    assert "cannot do the job" in told("Our deputy can't run a meeting").reason


@pytest.mark.parametrize(
    "text", ["My class can't read yet but we'll get there", "Reception can't spell yet, give them time"]
)
def test_what_pupils_cannot_do_yet_is_no_fault(text: str) -> None:
    assert READER.read(text) == ()


@pytest.mark.parametrize(
    "text", ["Our head should resign", "You should be sacked", "Time the governors went"]
)
def test_calling_for_somebody_to_go_is_no_threat(text: str) -> None:
    assert Topic.THREAT not in {remark.topic for remark in READER.read(text)}


def test_a_call_with_a_threat_is_still_one() -> None:
    text = "You should be sacked and I'll be waiting outside your house till you are"
    assert Topic.THREAT in {remark.topic for remark in READER.read(text)}


@pytest.mark.parametrize(
    "text", ["Door code is 4471 if anyone's locked out", "The office password is Summer2024 if you need it"]
)
def test_a_code_is_not_told_about_whoever_reads_it(text: str) -> None:
    assert told(text, Topic.CONFIDENTIAL).target is Target.SCHOOL


@pytest.mark.parametrize("text", ["idiot", "Idiots", "Scum.", "Muppets!", "What a moron", "absolute muppet"])
def test_a_post_that_is_nothing_but_an_insult_is_noticed(text: str) -> None:
    assert told(text).target is Target.OTHER


@pytest.mark.parametrize("text", ["Pigs", "Rat!", "Snakes", "Twit of the week: me", "Idiot 😂❤️ miss you"])
def test_animals_and_affection_are_no_insult_alone(text: str) -> None:
    assert Topic.DEROGATORY not in {remark.topic for remark in READER.read(text)}
