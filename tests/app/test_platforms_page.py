"""The pages on what is read, on saving and on exports are what the readers say of themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms import table
from selfaudit.platforms.asking import ASKED
from selfaudit.platforms.discord import DISCORD
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.known import PARTS, expected
from selfaudit.platforms.saving import SAVED, SHOWN

ROOT = Path(__file__).resolve().parents[2]
DOORS = (Lens.OWNER, Lens.PUBLIC, None)


def test_the_committed_pages_are_the_generated_ones(tmp_path: Path) -> None:
    table.main(tmp_path)
    for name in table.PAGES:
        written = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert written == (tmp_path / name).read_text(encoding="utf-8"), f"make docs, then commit docs/{name}"


@pytest.mark.parametrize("platform", SHOWN, ids=lambda one: one.id)
def test_every_no_has_its_reason_and_every_reader_says_what_it_rests_on(platform: Platform) -> None:
    for part in PARTS:
        for door in DOORS:
            told = table.cell(platform, part, door)
            assert told == "yes" or re.match(r"(no|in part): \S.{10,}", told)
    assert re.match(r"(Real|Published|Invented)\b.{20,}", platform.evidence)


@pytest.mark.parametrize("platform", SAVED, ids=lambda one: one.id)
def test_what_the_live_door_claims_is_known_to_be_read(platform: Platform) -> None:
    read = set(expected(Path(str(files("selfaudit.platforms"))) / platform.id / "samples"))
    claimed = platform.live.parts | platform.live.public_parts if platform.live else frozenset()
    assert claimed - platform.lacks <= read


@pytest.mark.parametrize("platform", SHOWN, ids=lambda one: one.id)
def test_no_note_is_left_over(platform: Platform) -> None:
    told = [table.cell(platform, part, door) for part in PARTS for door in DOORS]
    for part, note in platform.notes.items():
        assert any(note in one for one in told), part


def test_a_cell_follows_the_platform() -> None:
    assert table.cell(FACEBOOK, Part.POSTS, Lens.OWNER) == "yes"
    assert table.cell(FACEBOOK, Part.SETTINGS, Lens.PUBLIC) == "no: a stranger is shown none"
    assert table.cell(FACEBOOK, Part.COMMENTS, Lens.OWNER).startswith("in part: ")
    shut = replace(FACEBOOK, live=None)
    assert table.cell(shut, Part.POSTS, Lens.OWNER) == "no: no live door; save your pages"
    assert table.cell(DISCORD, Part.POSTS, Lens.OWNER) == "no: no live door; ask for your own data"
    assert table.cell(shut, Part.POSTS, None) == "yes"
    without = replace(FACEBOOK, lacks=frozenset({Part.POSTS}))
    assert {table.cell(without, Part.POSTS, door) for door in DOORS} == {"no: this kind of site has none"}


def test_the_page_has_a_section_and_seven_rows_for_every_site() -> None:
    page = table.platforms_page()
    sections = page.split("\n## ")[1:]
    assert [section.splitlines()[0] for section in sections] == [one.title for one in SHOWN]
    for section in sections:
        assert len(re.findall(r"^\| \w[^|]*\| (?:yes|no|in part)", section, re.MULTILINE)) == len(PARTS)
    linked = set(re.findall(r"\]\(#([\w-]+)\)", page))
    assert len(linked) == len(SHOWN)


def test_the_page_on_exports_has_a_section_for_every_reader_and_for_no_other_site() -> None:
    headings = [line for line in table.asking_page().splitlines() if line.startswith("## ")]
    assert len(headings) == len(ASKED)
    assert set(ASKED) == {one for one in SHOWN if one.export}
    assert all(re.match(r"## Asking .+ for your data$", line) for line in headings)
