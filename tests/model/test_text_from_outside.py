"""What anybody may have written commands no terminal, stays on its line and is short."""

from __future__ import annotations

import html
import json

import pytest

from selfaudit.model.outside import fit_to_print, on_one_line

TRAPS = (
    "\r",
    "\x1b[2K",
    "\x1b[1;31m",
    "\x1b]0;title\x07",
    "\x1bc",
    "\x9b2J",
    "\b",
    "\x7f",
    "\u202e",
    "\u2066",
)


@pytest.mark.parametrize("trap", [*TRAPS, "\n", "\u2028", "\x85"])
def test_a_sign_that_commands_a_screen_is_one_mark_in_a_line(trap: str) -> None:
    assert on_one_line(f"Kim{trap}Stranger") == "Kim\ufffdStranger"


@pytest.mark.parametrize("trap", TRAPS)
def test_a_whole_text_keeps_its_lines_and_nothing_that_commands(trap: str) -> None:
    assert fit_to_print(f"One\n\tTwo{trap}!\n") == "One\n\tTwo\ufffd!\n"


@pytest.mark.parametrize(
    "name", ["Marlene Brückner", "محمد علی", "محمد\u200cعلی", "李小龙", "👩\u200d🏫 Kim"]
)
def test_names_of_all_languages_stay_as_they_are(name: str) -> None:
    assert on_one_line(name) == fit_to_print(name) == name


def test_a_long_text_is_cut_and_says_so() -> None:
    assert on_one_line("a" * 80) == "a" * 80
    assert on_one_line("a" * 81) == "a" * 79 + "…"
    assert len(on_one_line("\x1b[0m" * 9_000)) <= 80


def test_what_programs_read_says_the_same_and_commands_nothing() -> None:
    trap = "".join(TRAPS)
    data = json.dumps({"quote": trap}, indent=2, ensure_ascii=False)
    assert json.loads(fit_to_print(data, "json")) == {"quote": trap}
    assert html.unescape(fit_to_print("<p>\u202eab\u00ad</p>", "html")) == "<p>\u202eab\u00ad</p>"
    for printed in (fit_to_print(data, "json"), fit_to_print("\u202e\u00ad", "html")):
        assert fit_to_print(printed) == printed
