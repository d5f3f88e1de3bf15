"""What is marked says something: whole words, whole names, the insult or the fact, what follows "is"."""

from __future__ import annotations

import re

import pytest

from selfaudit.detectors.language import LanguageReader

READER = LanguageReader()


def marks(text: str) -> list[str]:
    return [text[start:end] for remark in READER.read(text) for start, end in remark.spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("My class can't behave", "can't behave"),
        ("Women shouldn't be heads", "Women shouldn't be heads"),
        ("My ex is a narcissist and I hope he rots", "narcissist"),
        ("Boris Johnson is a liar and a clown", "liar"),
        ("Our policy on phones is a farce and Miss Trent knows it", "farce"),
        ("Our new deputy is a 🐍", "🐍"),
        ("Door code is 4471 if anyone's locked out", "Door code is 4471"),
        ("When the parents kick off and you're the TA who gets it. Muppets", "Muppets"),
        ("The Year 2 WhatsApp mams are a coven", "coven"),
    ],
)
def test_the_words_that_carry_it_are_among_those_marked(text: str, words: str) -> None:
    assert any(words in mark for mark in marks(text)), marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "My class can't behave",
        "Our deputy couldn't run a bath and she hasn't read an email since May",
        "Head hasn't opened a book since Easter, lazy sod",
        "My Year 2s can't even hold a pencil, it's the parents, they don't talk to them",
        "Boris Johnson is a liar and a clown",
        "Preston Grange Primary is going down the pan and Hope Street School isn't far behind",
        "Mary Jane Hobbs is the worst teacher I've ever met",
        "The parents' WhatsApp is a two-faced coven of nobodies",
    ],
)
def test_no_mark_begins_or_ends_inside_a_word_or_a_name(text: str) -> None:
    names = ("Boris Johnson", "Preston Grange Primary", "Hope Street School", "Mary Jane Hobbs", "Year 2s")
    for remark in READER.read(text):
        for start, end in remark.spans:
            assert not re.search(r"[\w'-]$", text[:start])
            assert not re.match(r"[\w'-]", text[end:])
            for found in re.finditer("|".join(names), text):
                apart = found.end() <= start or end <= found.start()
                assert apart or (start <= found.start() and found.end() <= end)


@pytest.mark.parametrize(
    "text",
    [
        "The Year 2 WhatsApp mams are a coven",
        "Boris Johnson is a liar and a clown",
        "The office password is Summer2024 if you need it",
        "My ex is a narcissist and I hope he rots",
        "The new receptionist, well. Lights on, nobody home",
        "Our MP is a buffoon",
        "Our detention policy is bollocks and everybody knows it",
        "That child is fifteen and she's told me she's pregnant and her mother doesn't know",
        "Thanks for nothing, as ever, Graham, useless as a paper kettle",
    ],
)
def test_no_mark_is_made_of_small_words_or_stops_at_is(text: str) -> None:
    found = marks(text)
    assert found
    for mark in found:
        assert not mark.lower().endswith((" is", " are", " if you", " i", " she's", " and", " the", " that"))
        assert mark.lower() not in {"no", "if you", "both of them", "half", "boris johnson is"}
