"""What must be noticed: topic, target, confidence and the very words; and what happens to odd input."""

from __future__ import annotations

import subprocess
import sys

import pytest
from builders import a_policy, a_post, a_snapshot, an_owner
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.detectors.language import LanguageReader
from selfaudit.model.detections import Detected, Material, Remark, Target, Topic
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Confidence, Severity

READER = LanguageReader()


def marked(text: str) -> list[tuple[str, str, list[str]]]:
    """Every remark that is not quoted: topic, confidence, the words as they stand in the text."""
    return [
        (remark.topic.value, remark.confidence.value, [text[start:end] for start, end in remark.spans])
        for remark in READER.read(text)
        if not remark.quoted
    ]


@pytest.mark.parametrize(
    ("text", "topic", "target"),
    [
        ("Mr Hargreaves is an absolute plonker", Topic.DEROGATORY, Target.OTHER),
        ("our head is useless", Topic.DEROGATORY, Target.COLLEAGUE),
        ("The new TA is thick as mince", Topic.DEROGATORY, Target.COLLEAGUE),
        ("Year 9 are feral", Topic.DEROGATORY, Target.PUPIL),
        ("Some parents are complete morons", Topic.DEROGATORY, Target.PARENT),
        ("you're pathetic", Topic.DEROGATORY, Target.READER),
        ("Larkfield is a shambles", Topic.DISREPUTE, Target.SCHOOL),
        ("Our school is an absolute joke", Topic.DISREPUTE, Target.SCHOOL),
        ("these gypsies always take their kids out in May", Topic.DISCRIMINATORY, Target.GROUP),
        ("I'll swing for that parent", Topic.THREAT, Target.PARENT),
        ("wait till I get hold of him, he is getting a slap", Topic.THREAT, Target.OTHER),
        ("So hungover in registration this morning", Topic.DISREPUTE, Target.SELF),
        ("Apparently the deputy head got the sack for drinking", Topic.DEROGATORY, Target.COLLEAGUE),
    ],
)
def test_a_remark_has_its_topic_and_target(text: str, topic: Topic, target: Target) -> None:
    (remark,) = READER.read(text, ("Larkfield",))
    assert (remark.topic, remark.target, remark.confidence) == (topic, target, Confidence.LIKELY)
    assert remark.reason.endswith(".")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("our head is a t w a t", ["t w a t"]),
        ("our head is a tw4t", ["tw4t"]),
        ("our head is a tw*t", ["tw*t"]),
        ("our head is a t\u200bw\u200bat", ["t\u200bw\u200bat"]),
        ("our head is a tw\u0430t", ["tw\u0430t"]),
        ("our head is a twaaaaat", ["twaaaaat"]),
        ("our head is a \uff54\uff57\uff41\uff54 honest", ["\uff54\uff57\uff41\uff54"]),
        ("our head is a TWÀT", ["TWÀT"]),
        ("🙂🙂 our head is a t.w.a.t 🙂", ["t.w.a.t"]),
        ("our head is a t/w/a/t", ["t/w/a/t"]),
        ("our head is a tw.at", ["tw.at"]),
        ("our head is a twt", ["twt"]),
        ("our head is a \u1d1b\u1d21\u1d00\u1d1b", ["\u1d1b\u1d21\u1d00\u1d1b"]),
        ("our head is a \u0287\u0250\u028d\u0287", ["\u0287\u0250\u028d\u0287"]),
        ("our h3ad is a moron", ["moron"]),
        ("#ourheadisatwat", ["twat"]),
    ],
)
def test_a_disguised_word_is_marked_where_it_stands_in_the_original(text: str, words: list[str]) -> None:
    assert marked(text) == [("derogatory", "likely", words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What a f*cking day", [("offensive", "likely", ["f*cking"])]),
        ("f u c k this", [("offensive", "likely", ["f u c k"])]),
        ("W4nkers!", [("offensive", "likely", ["W4nkers"])]),
        ("what a load of bollocks", [("offensive", "unsure", ["bollocks"])]),
        ("bloody cold today", []),
        ("damn, missed the bus", []),
    ],
)
def test_swearing_is_weighed_by_its_grade(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert marked(text) == expected


def test_medium_swearing_is_no_more_than_advice() -> None:
    (remark,) = READER.read("bullshit weather")
    assert (remark.confidence, remark.severity) == (Confidence.UNSURE, Severity.ADVICE)


@pytest.mark.parametrize(
    "text",
    [
        '"stupid cow", a dad called our deputy today',
        "My gran was called a gyppo at school",
        "she told me our head is a bully",
    ],
)
def test_repeated_words_are_at_most_unsure_and_say_so(text: str) -> None:
    remarks = READER.read(text)
    assert remarks
    assert all(remark.quoted and remark.confidence is Confidence.UNSURE for remark in remarks)
    assert all("somebody else" in remark.reason for remark in remarks)


def test_scare_quotes_do_not_hide_what_is_said_outside_them() -> None:
    assert marked("our 'leader' is a moron") == [("derogatory", "likely", ["moron"])]


@pytest.mark.parametrize(
    "pair", [("our head is a bully", "our head is not a bully"), ("he is thick", "he isn't thick")]
)
def test_a_not_takes_it_back(pair: tuple[str, str]) -> None:
    said, denied = pair
    assert marked(said)
    assert marked(denied) == []


def test_a_hashtag_in_capitals_is_read_as_words() -> None:
    text = "home at last #OurHeadIsAMoron"
    assert marked(text) == [("derogatory", "likely", ["Moron"])]


def detect(*posts: Post, bio: str = "") -> Detected[Remark]:
    snapshot = a_snapshot(*posts, owner=an_owner(bio=bio))
    return READER.detect(Material(snapshot, None, a_policy(), Silent()))


def test_every_text_is_read_and_only_what_was_noticed_is_told() -> None:
    found = detect(a_post("our head is a moron"), a_post("Lovely walk", id="p2"), bio="Our school is a joke")
    assert {item: [remark.topic for remark in remarks] for item, remarks in found.matches.items()} == {
        "bio": [Topic.DISREPUTE],
        "p1": [Topic.DEROGATORY],
    }
    assert found.gaps == ()


def test_the_schools_own_name_is_known_from_the_policy() -> None:
    assert list(detect(a_post("Larkfield Primary School is a shambles")).matches) == ["p1"]


def test_texts_in_another_language_are_told_as_a_gap() -> None:
    found = detect(
        a_post("Penblwydd hapus i fy ffrind gorau, gobeithio cei di ddiwrnod hyfryd"),
        a_post("Mae'r plant wedi bod yn brysur iawn heddiw yn paratoi", id="p2"),
        a_post("Dzisiaj byłam z dziećmi w parku i dobrze się bawiliśmy", id="p3"),
        a_post("Great day at school!\nDiwrnod gwych yn yr ysgol heddiw, da iawn blant", id="p4"),
        a_post("https://example.org #school", id="p5"),
        a_post("🎉🎉", id="p6"),
    )
    assert found.matches == {}
    welsh, polish = found.gaps
    assert welsh == (
        "3 texts were not read, or not wholly, because of another language (it looks like Welsh): "
        "“Penblwydd hapus i fy…” of 2 November 2026, “Mae'r plant wedi bod…” of 2 November 2026, "
        "“Great day at school!…” of 2 November 2026"
    )
    assert polish == (
        "1 text was not read, or not wholly, because of another language (it looks like Polish): "
        "“Dzisiaj byłam z dziećmi…” of 2 November 2026"
    )


def test_texts_that_were_not_read_can_be_found_without_being_told_whole() -> None:
    greeting = "Diwrnod gwych yn yr\nysgol heddiw, da iawn blant"
    found = detect(*(a_post(greeting, id=str(number), time=None) for number in range(5)))
    (gap,) = found.gaps
    assert gap == (
        "5 texts were not read, or not wholly, because of another language (it looks like Welsh): "
        "“Diwrnod gwych yn yr…”, “Diwrnod gwych yn yr…”, “Diwrnod gwych yn yr…” and 2 more"
    )
    without_blanks = "今日は学校でとても忙しい一日でした。" * 3
    (gap,) = detect(a_post(without_blanks, time=None)).gaps
    assert gap.endswith(f": “{without_blanks[:40]}…”")


def test_a_short_or_mixed_text_in_another_language_is_never_passed_over() -> None:
    found = detect(
        a_post("Pennaeth diwerth", time=None),
        a_post(
            "Lovely trip with Year 2, ta glupia krowa would not come. Our head is a moron", id="p2", time=None
        ),
    )
    assert list(found.matches) == ["p2"]
    assert [gap.split(":")[0] for gap in found.gaps] == [
        "1 text was not read, or not wholly, because of another language (it looks like Welsh)",
        "1 text was not read, or not wholly, because of another language (it looks like Polish)",
    ]


def test_a_very_long_text_is_read_to_its_end() -> None:
    text = "Lovely day. " * 20_000 + "our head is a moron"
    (remark,) = READER.read(text)
    assert [text[start:end] for start, end in remark.spans] == ["moron"]


@settings(max_examples=150)
@given(st.text(max_size=120) | st.text(alphabet="fuckshit twat*@0134 .-#é\u200b'\"🎉\n", max_size=60))
def test_any_text_is_read_without_a_crash_and_every_span_lies_inside_it(text: str) -> None:
    for remark in READER.read(text):
        assert remark.spans
        assert all(0 <= start < end <= len(text) for start, end in remark.spans)


def test_the_reader_is_made_without_loading_spacy() -> None:
    code = "import sys; from selfaudit.detectors.language import LanguageReader; LanguageReader(); "
    code += "sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
