"""How to save one's own pages and to ask for an export: every platform says so; the command shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import Run

from selfaudit.model.platform import Platform
from selfaudit.platforms.asking import ASKED, how_to_ask
from selfaudit.platforms.saving import SAVED, SHOWN, how_to_save


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


@pytest.mark.parametrize("platform", ASKED, ids=lambda one: one.id)
def test_every_export_is_asked_for_in_one_form(platform: Platform) -> None:
    steps_part, _line, brought = how_to_ask(platform).partition("\nIt brings, where you ticked all: ")
    lines = steps_part.splitlines()
    assert re.fullmatch(r"# Asking .* for your data", lines[0])
    assert lines[1] == ""
    steps = [int(found[1]) for line in lines if (found := re.match(r"(\d+)\. [A-Z]", line))]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) >= 4
    assert len(lines) <= 16
    assert max(map(len, lines)) <= 130
    assert "selfaudit import " in steps_part
    assert re.search(r"https://\S+$", lines[-1])
    assert platform.export
    for part, told in platform.export.parts.items():
        assert part.words in brought
        assert told.partition(": ")[2] in brought


@pytest.mark.parametrize("platform", SHOWN, ids=lambda one: one.id)
def test_the_command_shows_the_texts_and_asks_for_no_consent(
    run: Run, home: Path, platform: Platform
) -> None:
    saving = how_to_save(platform) if platform in SAVED else ""
    asking = how_to_ask(platform) if platform in ASKED else ""
    said = run("import", "--how", platform.id)
    assert (said.code, said.out, said.err) == (0, "\n".join(filter(None, (asking, saving))), "")
    assert not home.exists()


@pytest.mark.parametrize(
    "name", ["google", "Takeout", "Google Takeout", "https://takeout.google.com/settings"]
)
def test_an_export_is_found_by_what_people_call_it(run: Run, name: str) -> None:
    assert run("import", "--how", name).out == run("import", "--how", "youtube").out


def test_without_a_name_the_sites_are_listed(run: Run) -> None:
    said = run("import", "--how")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()[2:]] == [one.id for one in SHOWN]


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
