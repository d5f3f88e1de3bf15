"""How to save one's own pages: every platform says so, in one form, and the command shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import Run

from selfaudit.model.platform import Platform
from selfaudit.platforms.saving import SAVED, how_to_save


@pytest.mark.parametrize("platform", SAVED, ids=lambda one: one.id)
def test_every_platform_says_how_in_one_form(platform: Platform) -> None:
    lines = how_to_save(platform).splitlines()
    assert re.fullmatch(r"# Saving your own .*pages.*", lines[0])
    assert lines[1] == ""
    steps = [int(found[1]) for line in lines if (found := re.match(r"(\d+)\. [A-Z]", line))]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) >= 4
    assert len(lines) <= 15
    assert max(map(len, lines)) <= 120
    assert "private window" in "\n".join(lines).casefold()


@pytest.mark.parametrize("platform", SAVED, ids=lambda one: one.id)
def test_the_command_shows_the_text_and_asks_for_no_consent(run: Run, home: Path, platform: Platform) -> None:
    said = run("import", "--how", platform.id)
    assert (said.code, said.out, said.err) == (0, how_to_save(platform), "")
    assert not home.exists()


def test_without_a_name_the_sites_are_listed(run: Run) -> None:
    said = run("import", "--how")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()[2:]] == [one.id for one in SAVED]


def test_letter_case_does_not_matter(run: Run) -> None:
    assert run("import", "--how", "Facebook").out == run("import", "--how", "facebook").out


def test_an_unknown_name_is_told_with_the_nearest(run: Run) -> None:
    said = run("import", "--how", "instagran")
    assert said.code == 2
    assert said.last == 'selfaudit knows no site kind called "instagran". Did you mean instagram?'
    assert "bluesky" in run("import", "--how", "zzz").last


def test_the_practice_network_has_nothing_to_save(run: Run) -> None:
    said = run("import", "--how", "practice")
    assert (said.code, said.last.endswith("selfaudit demo")) == (2, True)


def test_without_files_the_way_to_learn_how_is_told(run: Run) -> None:
    said = run("import")
    assert said.code == 2
    assert "--how" in said.last
