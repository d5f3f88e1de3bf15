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
    made = Frames(lambda phrase: tuple(phrase.split()))
    frames = {id(frame) for found in made._by_anchor.values() for frame in found}
    assert len(frames) == len(list(rows("frames.tsv")))


def test_every_homonym_is_somebody_in_the_list_of_people() -> None:
    listed = {(word, tag) for tag, words in people().items() for word in words}
    assert {pair for pair in _homonyms() if pair not in listed} == set()


def test_tags_that_carry_a_target_are_tags_of_the_list_or_names() -> None:
    assert set(TARGETS) <= set(people()) | {"NAME"}


def test_the_lexicon_credits_ofcom() -> None:
    from importlib.resources import files

    text = files("selfaudit.detectors.language").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    assert "Ofcom" in text.splitlines()[1]


@pytest.mark.parametrize("name", ["counter", "lesson", "sport", "warm", "teaching", "reported"])
def test_every_cue_has_expressions_and_none_that_finds_nothing_at_all(name: str) -> None:
    assert cue(name).pattern
    assert cue(name).search("") is None
