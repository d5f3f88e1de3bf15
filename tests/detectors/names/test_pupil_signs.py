"""What pupils say of themselves, and the grown-ups who use the same words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from builders import a_connection, a_policy, a_snapshot
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.detectors.names import Pupil, PupilSigns, Roll
from selfaudit.model.detections import Material, PupilSign
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Confidence

LIKELY, UNSURE = Confidence.LIKELY, Confidence.UNSURE
TODAY = date(2026, 11, 26)


def signs(
    about: str | None = None, name: str | None = "Pat Jones", handle: str | None = "patj", **given: object
) -> tuple[PupilSign, ...]:
    snapshot = a_snapshot(a_connection(name, handle=handle, about=about), taken_at=given.get("taken_at"))
    detector = PupilSigns(given.get("roll"), today=TODAY)  # type: ignore[arg-type]
    found = detector.detect(Material(snapshot, None, a_policy(), Silent()))
    assert not found.gaps
    return found.matches.get("c1", ())


def told(about: str, **changes: str) -> list[tuple[Confidence, str | None]]:
    return [(sign.confidence, sign.excerpt) for sign in signs(about, **changes)]


@pytest.mark.parametrize(
    ("about", "excerpt"),
    [
        ("Year 6 🎀", "Year 6"),
        ("football mad Y9", "Y9"),
        ("yr 10 🎧", "yr 10"),
        ("In year six", "year six"),
        ("Year-6 kid", "Year-6"),
        ("Y6!", "Y6"),
        ("Ｙｅａｒ ６", "Ｙｅａｒ ６"),  # noqa: RUF001 - full-width letters
        ("I'm 12", "I'm 12"),
        ("hi im 13 x", "im 13"),
        ("I am twelve", "I am twelve"),
        ("turning 13 soon", "turning 13"),
        ("13yo gamer", "13yo"),
        ("12 years old", "12 years old"),
        ("i'm a 12 year old girl", "i'm a 12 year old"),
        ("age 11", "age 11"),
        ("aged 12", "aged 12"),
        ("born 2014", "born 2014"),
        ("DOB 03/04/2013", "DOB 03/04/2013"),
        ("🎂 12.03.2013", "🎂 12.03.2013"),
        ("2012 baby", "2012 baby"),
        ("account run by mum", "account run by mum"),
        ("I'm in reception", "I'm in reception"),
        ("dog mum | Year 8", "Year 8"),
        ("love my teacher miss p | y4", "y4"),
        ("I want to be a teacher, year 5", "year 5"),
        ("Newcastle fan since 2019, Y7", "Y7"),
    ],
)
def test_who_says_that_they_are_a_pupil_or_a_child_is_likely_one(about: str, excerpt: str) -> None:
    assert told(about) == [(LIKELY, excerpt)]


@pytest.mark.parametrize(
    ("about", "excerpt"),
    [
        ("Larkfield student", "student"),
        ("goes to Larkfield 💚", "goes to"),
        ("@ Larkfield Primary 6B", "6B"),
        ("5 Oak, Larkfield", "5 Oak"),
        ("Y6 at Larkfield Primary School", "Y6"),
        ("left Larkfield in July 🥲 now Y7 at Marsden Bay High", "Y7"),
        ("school council, Larkfield", "school council"),
        ("class of 2031 · larkfield", "class of 2031"),
        ("Larkfield leavers 25", "leavers 25"),
        ("11 ✨ larkfield", "11"),
    ],
)
def test_weaker_words_beside_the_schools_name_are_likely(about: str, excerpt: str) -> None:
    assert told(about) == [(LIKELY, excerpt)]


@pytest.mark.parametrize(
    ("about", "excerpt"),
    [
        ("class of 2031 ✨", "class of 2031"),
        ("Class of '27", "Class of '27"),
        ("leavers 25", "leavers 25"),
        ("14 | she/her", "14"),
        ("13 🌸 gymnastics", "13"),
        ("prefect 💙", "prefect"),
        ("head girl", "head girl"),
        ("school council", "school council"),
        ("KS2", "KS2"),
        ("KS2, Larkfield", "KS2"),
        ("Reception class", "Reception class"),
        ("doing my gcses", "doing my gcses"),
        ("student at Marden High School", "student at Marden High"),
        ("Y9 at Marsden Bay High, goalie", "Y9"),
        ("Y7 @ Marden High", "Y7"),
    ],
)
def test_weak_words_and_pupils_of_other_schools_are_unsure(about: str, excerpt: str) -> None:
    assert told(about) == [(UNSURE, excerpt)]


@pytest.mark.parametrize(
    "about",
    [
        "Year 6 teacher",
        "Teacher of Year 5",
        "TA in Reception, Larkfield",
        "Head of Year 9",
        "KS2 lead",
        "Marking GCSE class of 2027 until I drop",
        "GCSE tutor",
        "SATs resources for Year 6",
        "nursery nurse",
        "Receptionist",
        "School cook at Larkfield",
        "Chair of governors, Larkfield Primary",
        "Coach, Larkfield Cricket Club U13s",
        "Student teacher at Larkfield",
        "Mum of two at Larkfield",
        "dad to a Y4",
        "Nana to Poppy (Y4 at Larkfield) and Jude",
        "Mam of 3, youngest in Y2",
        "Mum of twins in Year 6, send wine",
        "Auntie to a Y3",
        "Y6 parents group",
        "PTA Larkfield",
        "class of 1998",
        "Gosforth Grammar, class of 1968",
        "Leeds Beckett, class of 2015",
        "Class of 2026, Newcastle University",
        "Head boy 1987",
        "Larkfield alumni",
        "Former Larkfield pupil",
        "Went to Larkfield",
        "est. 2010",
        "since 2011",
        "Married 2012",
        "Wedding 12.08.2013",
        "Photographers since 2012",
        "Year 3 student nurse",
        "Year 6 of trying to quit crisps",
        "Happy New Year 6 of us",
        "Y2K fan",
        "DJ Y9K",
        "iPhone 12",
        "#10 ⚽",
        "10 ⚽",
        "13 reasons",
        "5K, 10K, 13.1 miles",
        "I'm 12 weeks pregnant",
        "I'm 6 foot",
        "im 5 minutes away",
        "I'm 42",
        "12 year old whisky fan",
        "my 9 year old labrador",
        "10 years married",
        "Playing since age 7",
        "ages 2-11",
        "born 1985",
        "Ford Prefect",
        "Y5/6",
        "Allotment plot 14, Larkfield Road",
        "Larkfield",
    ],
)
def test_grown_ups_and_things_that_sound_alike_are_left_alone(about: str) -> None:
    assert told(about) == []


@pytest.mark.parametrize(
    ("name", "handle", "expected"),
    [
        ("Ellie Y6", "e", [(LIKELY, "Y6")]),
        ("Ellie", "ellie_y6", [(UNSURE, "y6")]),
        ("Ellie", "ellie.2014", [(UNSURE, "2014")]),
        ("Greta", "greta2014", [(UNSURE, "2014")]),
        ("Missy", "missymoo2014", [(UNSURE, "2014")]),
        ("Ellie Driver", "ellie", []),
        ("Ellie", "ellie13", []),
        ("Ellie", "ellie2002", []),
        ("Ellie", "ellie2024", []),
        ("Miss Stobbs Y6", "x", []),
        ("Rachel Stobbs", "missstobbs2014", []),
        ("The Hendersons", "thehendersons2012", []),
        ("Mrs Jones", "mrsjones2014", []),
        ("Studio", "studio2012_photo", []),
        ("Newcastle Utd 10", "nufc10", []),
        ("Kate", "y2kkate", []),
        (None, None, []),
    ],
)
def test_names_and_handles_tell_little(
    name: str | None, handle: str | None, expected: list[tuple[Confidence, str]]
) -> None:
    assert [(sign.confidence, sign.excerpt) for sign in signs("", name, handle)] == expected


def test_ages_are_counted_from_when_the_profile_was_read() -> None:
    assert [sign.confidence for sign in signs("born 2007", taken_at=None)] == []
    then = datetime(2020, 1, 1, tzinfo=UTC)
    assert [sign.confidence for sign in signs("born 2007", taken_at=then)] == [LIKELY]


def test_each_reason_is_one_plain_sentence() -> None:
    texts = ("Y6", "Y9 at Marden High", "class of 2031, Larkfield", "Larkfield 6B", "13yo")
    assert [sign.reason for text in texts for sign in signs(text)] == [
        "Names a school year, as pupils do.",
        "Names a school year, as pupils do, at another school.",
        "Names a class that finishes about now or later, and names your school.",
        "Names your school together with a pupil's word.",
        "States an age under eighteen.",
    ]


def test_the_surest_sign_comes_first_and_a_name_on_the_roll_is_one() -> None:
    roll = Roll([Pupil("P1", ("Ellie Dodds",))])
    assert signs("KS2", "Ellie Dodds", "ellie", roll=roll) == (
        PupilSign(LIKELY, "A pupil of this name is on the roll; somebody else may have the same name."),
        PupilSign(UNSURE, "Names a key stage, as pupils' families also do.", "KS2"),
    )


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_it_and_every_excerpt_is_the_persons_own_words(
    about: str, name: str, handle: str
) -> None:
    for sign in signs(about, name, handle):
        assert sign.excerpt
        assert any(sign.excerpt in text for text in (about, name, handle))
