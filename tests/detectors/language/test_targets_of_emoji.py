"""A clown, a snake, a pig or a rat set for somebody at school; beside real ones they are nothing."""

from __future__ import annotations

import pytest

from selfaudit.detectors.language import LanguageReader
from selfaudit.model.detections import Target, Topic

READER = LanguageReader()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("🤡 runs our school", Target.COLLEAGUE),
        ("Head = 🐷", Target.COLLEAGUE),
        ("🐍🐍🐍 new deputy", Target.COLLEAGUE),
        ("SLT 🤡🤡🤡", Target.COLLEAGUE),
        ("Our business manager is such a 🐀", Target.COLLEAGUE),
        ("the governors are all 🤡", Target.COLLEAGUE),
        ("That TA is a total 🐍 btw", Target.COLLEAGUE),
    ],
)
def test_the_sign_is_marked_as_said_of_them(text: str, target: Target) -> None:
    remarks = [remark for remark in READER.read(text) if remark.topic is Topic.DEROGATORY]
    assert [remark.target for remark in remarks] == [target]
    assert any(set(text[start:end]) & set("🤡🐍🐷🐀") for start, end in remarks[0].spans)


@pytest.mark.parametrize(
    "text",
    [
        "Year 4 reading about a 🐷 today",
        "Clown workshop with Year 2 today 🤡🤡",
        "Our TA brought her corn snake in 🐍 and Year 1 loved it",
        "Farm trip with the whole staff 🐷🐷",
        "Red nose day pics coming up 🤡 the head went all out",
        "The class pet is a 🐀",
        "Head of the queue for the circus 🤡",
        "Chinese new year with Year 3: year of the 🐍",
        "The head's costume is a 🤡 and it's brilliant",
        "In the nativity our head is a 🐷",
    ],
)
def test_real_animals_and_clowns_are_nothing(text: str) -> None:
    signs = [text[start:end] for remark in READER.read(text) for start, end in remark.spans]
    assert not set("".join(signs)) & set("🤡🐍🐷🐀")
