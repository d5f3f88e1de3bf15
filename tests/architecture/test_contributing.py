"""The two recipes in CONTRIBUTING.md are true: their examples run, and the files they name exist."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from builders import a_case, a_post, a_snapshot

from selfaudit.model.findings import Evidence
from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Owner, Post, Snapshot
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Confidence, Lens, Outcome, Part, PostKind

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def example(heading: str) -> dict[str, Any]:
    """What the example under this heading defines."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    (code,) = re.findall(r"^   ```python\n(.*?)^   ```", section, re.DOTALL | re.MULTILINE)
    names: dict[str, Any] = {"__name__": "example"}
    exec(textwrap.dedent(code), names)  # noqa: S102 - the page is ours, and this is how it is kept true
    return names


def test_the_example_check_finds_what_it_says_and_nothing_else() -> None:
    check = example("Add a check")["CHECK"]
    post = a_post("Ring 07700 900123 tonight", id="p1")
    others = a_post("Mine is 07700 900456", id="p2", own=False)
    finding = check.run(a_case(a_snapshot(post, others, a_post("Bus 077 at 900123", id="p3"))))
    assert finding.evidence == (
        Evidence(
            item="p1",
            confidence=Confidence.LIKELY,
            quote="07700 900123",
            note="This looks like a British mobile number.",
            lens=Lens.PUBLIC,
        ),
    )
    assert finding.outcome is Outcome.CONCERN


def test_the_example_check_is_not_clear_where_posts_were_not_seen() -> None:
    check = example("Add a check")["CHECK"]
    assert check.run(a_case(a_snapshot(a_post()))).outcome is Outcome.CLEAR
    assert check.run(a_case(a_snapshot(a_post(), Gap(Part.POSTS, "a wall")))).outcome is Outcome.NOT_CHECKED


def test_the_example_platform_reads_its_pages_item_by_item() -> None:
    names = example("Add a platform")
    platform = Platform("guestbook", "Guestbook", names["recognise"], names["parse"])
    html = '<div class="guestbook"><p class="entry" id="e1">Hello</p><p class="entry">Lost</p></div>'
    visit = Visit(None, (Document("http://g.example/", html),))
    assert platform.recognise(visit)
    assert not platform.recognise(Visit(None, (Document("http://g.example/", "<p>a guestbook</p>"),)))
    assert platform.parse([visit], None) == Snapshot(
        "guestbook",
        owner=Owner(),
        posts=(Post(id="e1", text="Hello", kind=PostKind.COMMENT, own=False),),
        gaps=(Gap(Part.POSTS, "entries without a number", 1),),
    )


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w.-]+/[\w./-]*)`|\]\(([\w./-]+)\)", PAGE))))
def test_every_file_that_the_page_names_exists(name: tuple[str, str]) -> None:
    path = name[0] or name[1]
    if not re.search(r"guestbook|phone_number", path):
        assert (ROOT / path).exists()


def test_the_page_names_every_chore_of_the_makefile_that_people_use() -> None:
    chores = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)`", PAGE)) <= chores


@pytest.mark.parametrize("heading", ["Add a check", "Add a platform"])
def test_a_recipe_fits_on_one_page(heading: str) -> None:
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    assert len(section.splitlines()) <= 75
