"""What is told of a site's terms before a live run."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.terms import before_you_start

TABLE = tomllib.loads((files("selfaudit.platforms") / "terms.toml").read_text(encoding="utf-8"))
READ = {name: entry for name, entry in TABLE.items() if name != "checked"}
IDS = [platform.id for platform in PLATFORMS if platform.id != "practice"]


def test_every_entry_has_words_and_a_date_before_the_day_it_was_checked() -> None:
    assert TABLE["checked"] == date(2026, 11, 22)
    for entry in READ.values():
        later = {"seen", "source"} if "seen" in entry else set()
        assert set(entry) - {"quote"} == {"says", "dated"} | later
        assert "quote" not in entry or (later and 3 <= len(entry["quote"].split()) <= 25)
        assert entry.get("seen", date(2026, 11, 26)) == date(2026, 11, 26)
    assert [name for name, entry in READ.items() if entry["dated"] >= TABLE["checked"]] == []
    assert [name for name, entry in READ.items() if entry["says"].endswith(".")] == []


def test_the_networks_that_the_policy_names_all_stand_in_the_table_and_none_that_is_unknown() -> None:
    assert {"facebook", "instagram", "snapchat", "x", "linkedin"} <= set(READ)
    assert set(READ) <= set(IDS)


@pytest.mark.parametrize("platform", IDS)
def test_each_paragraph_says_what_may_happen_and_names_the_other_doors(platform: str) -> None:
    told = before_you_start(platform)
    assert "\n" not in told
    for words in ("a warning", "lock", "save the pages of your own profile", "selfaudit import"):
        assert words in told
    assert ("(as of" in told) is (platform in READ)
    assert ("does not know" in told or "not known" in told) is (platform not in READ)


def test_the_terms_are_told_with_their_date() -> None:
    told = before_you_start("instagram")
    assert told.startswith(
        "The terms of Instagram (as of 28 July 2026) forbid reading or collecting anything"
    )
    assert "ask Instagram for a download of your data" in told


def test_a_site_of_which_nothing_is_known_is_never_told_as_allowing_it() -> None:
    assert "is not known to selfaudit" in before_you_start("somewhere")
    assert "download" not in before_you_start("blog")
