"""What a head would ring about the same evening: disclosures, harm done, unfit remarks, what is not public.

A rule holds each, whatever the model makes of it; the look-alikes are a worker's ordinary year.
"""

from __future__ import annotations

import pytest
from builders import a_post
from heard import heard

from checks import confidential_matters, derogatory_language

DISCLOSED = [
    "A child in my class told me her uncle touches her",
    "A girl in my class tried to take her own life last night",
    "We've rung social services about one of our Year 2s",
    "Social services were in again about the twins in Year 1",
    "One of my lads told me his mam drinks all day",
    "boy in my class went into foster care today, heartbroken for him",
]
NOT_DISCLOSED = [
    "Reading a novel where a girl in my class tries to take her own life, tough going",
    "Safeguarding training today: what to do if a child in my class says he is being abused",
    "One of my girls has passed her driving test!",
    "A boy in my class told me his uncle drives a tractor",
    "My sister is a social worker and one of my lads wants to be one",
    "Sponsor me for Childline, for every child in my town who is being abused",
]
HARMFUL = [
    "I hit a child today",
    "Made a Year 4 cry today and it felt great",
    "I swore at my class today and I'm not sorry",
    "Threw a kid's coat in the mud because he threw mine",
    "Year 10 girl winked at me today. If I was ten years younger",
    "That new Year 11 lad is well fit",
    "Miss Kelly has a cracking pair on her",
]
HARMLESS = [
    "I hit a tree with the car today",
    "Made my class cry with laughter today and it felt great",
    "Year 11 looked stunning at the prom",
    "Year 10 trip, so hot we all melted",
    "I shouted at the telly all match and I'm not sorry",
    "Kid's coat found in the mud, it's in lost property",
    "Our head is off sick, hope she mends",
]
NOT_PUBLIC = [
    "Governors voted last night to close the nursery. You never heard it from me",
    "Head's handed her notice in but keep it under your hat till Friday's letter",
    "We've had a data breach at school and they're trying to keep it quiet",
    "Just done the SATs papers, question 12 was about a lighthouse",
]
PUBLIC = [
    "Surprise party for our deputy head on Friday, keep it quiet!",
    "Shh, baby asleep, and I've notice to give at the gym",
    "SATs papers all done, Year 6 were stars",
    "The governors' letter is on the website",
]


@pytest.mark.parametrize("text", [*DISCLOSED, *NOT_PUBLIC])
def test_what_was_told_in_confidence_or_is_not_public_is_noticed(text: str) -> None:
    assert heard(confidential_matters.CHECK, a_post(text)).evidence


@pytest.mark.parametrize("text", HARMFUL)
def test_harm_done_to_a_pupil_and_unfit_remarks_are_a_concern(text: str) -> None:
    assert heard(derogatory_language.CHECK, a_post(text)).evidence


@pytest.mark.parametrize("text", [*NOT_DISCLOSED, *PUBLIC])
def test_what_only_sounds_confidential_is_left_alone(text: str) -> None:
    assert heard(confidential_matters.CHECK, a_post(text)).evidence == ()


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_harmful_is_left_alone(text: str) -> None:
    assert heard(derogatory_language.CHECK, a_post(text)).evidence == ()
