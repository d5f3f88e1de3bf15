from __future__ import annotations

import pytest

from selfaudit.platforms.forum.brackets import without_codes, without_quotations


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("plain", "plain"),
        ("[quote]theirs[/quote]mine", "\nmine"),
        ('before[quote="kim, post:1"]theirs[/QUOTE:1a2b] after', "before\n after"),
        ("[quote]a[quote]b[/quote]c[/quote]mine", "\nmine"),
        ("[/quote]mine", "mine"),
        ("mine[quote]never ends", "mine\n[quote]never ends"),
        ("[quotes] are words", "[quotes] are words"),
    ],
)
def test_what_stands_in_quotations_is_left_out(text: str, left: str) -> None:
    assert without_quotations(text) == left


def test_codes_go_and_brackets_stay() -> None:
    assert without_codes("[b:1a]bold[/b:1a] [url=https://x.example]here[/url] [1] [*]") == "bold here [1] "


@pytest.mark.parametrize("trap", ["[quote]", "[/quote]", "[quote", "[b=", "[", "[quote][/quote]"])
def test_traps_are_read_in_a_moment(trap: str) -> None:
    assert isinstance(without_codes(without_quotations(trap * 50_000)), str)
