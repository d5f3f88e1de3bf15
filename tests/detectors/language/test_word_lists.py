"""The lists are data that people will edit: each mistake is told by the line that holds it."""

from __future__ import annotations

import re

import pytest

from selfaudit.detectors.language.frames import Frames
from selfaudit.detectors.language.homonyms import _homonyms
from selfaudit.detectors.language.lexicon import classes, cue, entries, kinds, people, rows
from selfaudit.detectors.language.people import TARGETS

SURE = {"likely", "unsure", "plain"}


def test_every_entry_has_a_known_kind_and_does_not_rule_itself_out() -> None:
    assert {entry.kind for entry in entries()} == {"swear", "insult", "fault", "slur"}
    assert [entry.word for entry in entries() if entry.unless & set(entry.forms)] == []


def test_no_word_is_entered_twice_in_one_kind() -> None:
    seen = [(entry.word, entry.kind) for entry in entries()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("row", list(rows("frames.tsv")), ids=lambda row: row[-1][:40])
def test_every_frame_names_a_kind_a_sureness_and_known_classes(row: list[str]) -> None:
    kind, sure, frame = row
    assert kind in kinds()
    assert sure in SURE
    assert set(re.findall(r"\{(\w+)\}", frame)) <= set(classes())
    assert frame.count("(") == frame.count(")")


def test_every_frame_can_be_made_and_is_looked_for_by_some_word() -> None:
    made = Frames(str_split)
    frames = {id(frame) for found in made._by_anchor.values() for frame in found}
    assert len(frames) == len(list(rows("frames.tsv")))


def test_every_homonym_is_somebody_in_the_list_of_people() -> None:
    listed = {(word, tag) for tag, words in people().items() for word in words}
    assert {pair for pair in _homonyms() if pair not in listed} == set()


def test_tags_that_carry_a_target_are_tags_of_the_list_or_names() -> None:
    assert set(TARGETS) <= set(people()) | {"NAME"}


def test_a_name_that_is_a_swear_word_too_has_one_grade() -> None:
    sworn = {form: entry.grade for entry in entries() if entry.kind == "swear" for form in entry.forms}
    called = [(form, entry.grade) for entry in entries() if entry.kind == "insult" for form in entry.forms]
    assert [form for form, grade in called if sworn.get(form, grade) != grade] == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (" our/- school/SCHOOL today/-", True),
        (" see/-\n our/- school/SCHOOL", True),
        (" at/- our/- school/SCHOOL", False),
        (" our/- school/SCHOOL bus/-", False),
        (" our/- school/SCHOOL busy/-", True),
    ],
)
def test_a_frame_asks_for_the_beginning_and_for_what_does_not_come_next(
    monkeypatch: pytest.MonkeyPatch, written: str, found: bool
) -> None:
    row = ["school", "likely", "^ our school !bus|trip"]
    monkeypatch.setattr("selfaudit.detectors.language.frames.rows", lambda _name: iter([row]))
    ((frame,),) = Frames(str_split)._by_anchor.values()
    assert bool(frame.sides[0].search(written)) is found


def str_split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


def test_the_lexicon_credits_ofcom() -> None:
    from importlib.resources import files

    text = files("selfaudit.detectors.language").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    assert "Ofcom" in text.splitlines()[1]


@pytest.mark.parametrize("name", ["counter", "lesson", "sport", "warm", "teaching", "reported"])
def test_every_cue_has_expressions_and_none_that_finds_nothing_at_all(name: str) -> None:
    assert cue(name).pattern
    assert cue(name).search("") is None
