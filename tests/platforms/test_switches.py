"""Every platform's table of privacy switches: its order, what is advised of each choice, and its age."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from builders import a_case, a_post, a_snapshot

from checks.privacy_level import CHECK
from selfaudit import platforms
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Setting
from selfaudit.model.vocabulary import Confidence, Lens, Part
from selfaudit.platforms.generic.labels import asked_switch, said_below
from selfaudit.platforms.generic.switches import Switch, SwitchTable

STRICTER = {
    "facebook.future_posts": ("Only me", "Close friends", "Specific friends", "Friends except..."),
    "instagram.comments": ("No one",),
    "mastodon.default_audience": ("Only people you mention",),
    "tumblr.who_can_see": ("People with the blog's password",),
}
"""The switches of which something else than the very first choice is asked for, and why not to advise it."""
LATE = datetime(2028, 1, 1, tzinfo=UTC)


def tables() -> Iterator[tuple[str, SwitchTable]]:
    """Every table that any platform keeps, found rather than listed, so that none is left out."""
    for module in pkgutil.walk_packages(platforms.__path__, f"{platforms.__name__}."):
        if module.name.endswith((".settings", ".switches")):
            for name, held in vars(import_module(module.name)).items():
                if isinstance(held, SwitchTable):
                    yield f"{module.name.split('.')[2]}.{name}", held


TABLES = dict(tables())
SWITCHES = [
    pytest.param(table, switch, id=f"{name.split('.')[0]}.{switch.name}")
    for name, table in TABLES.items()
    for switch in table.switches
]
CHOICES = [
    pytest.param(table, switch, choice, id=f"{name}.{switch.name}-{choice}")
    for name, table in TABLES.items()
    for switch in table.switches
    for choice in switch.choices
]


def told_of(setting: Setting) -> tuple[Evidence, ...]:
    return CHECK.run(a_case(a_snapshot(a_post(lenses=(Lens.OWNER,)), setting))).evidence


def test_the_tables_of_all_networks_are_found() -> None:
    found = {name.partition(".")[0] for name in TABLES}
    assert found >= {"blog", "bluesky", "facebook", "flickr", "forum", "instagram", "linkedin", "mastodon"}
    assert found >= {
        "pinterest",
        "reddit",
        "snapchat",
        "threads",
        "tiktok",
        "tumblr",
        "vimeo",
        "x",
        "youtube",
    }


@pytest.mark.parametrize(("table", "switch", "choice"), CHOICES)
def test_what_is_private_enough_is_never_advised_against_and_all_else_is(
    table: SwitchTable, switch: Switch, choice: str
) -> None:
    enough = switch.choices.index(choice) <= switch.choices.index(switch.highest)
    evidence = told_of(table.setting(switch, choice))
    assert [piece.confidence for piece in evidence] == ([] if enough else [Confidence.CERTAIN])


@pytest.mark.parametrize(("table", "switch"), SWITCHES)
@pytest.mark.parametrize("word", ["Custom", "Nur ich", "A choice of next year"])
def test_a_word_that_no_table_knows_is_never_certain(table: SwitchTable, switch: Switch, word: str) -> None:
    (piece,) = told_of(table.setting(switch, word))
    assert piece.confidence is Confidence.UNSURE
    assert f"Please check by hand: selfaudit does not know how private “{word}” is." in (piece.note or "")
    assert "The most private choice is" not in (piece.note or "")


@pytest.mark.parametrize(("table", "switch"), SWITCHES)
def test_a_table_that_is_too_old_asks_to_check_by_hand(table: SwitchTable, switch: Switch) -> None:
    assert date(2026, 1, 1) < table.as_of < LATE.date()
    for choice in switch.choices:
        (piece,) = told_of(table.setting(switch, choice, LATE))
        assert piece.confidence is Confidence.UNSURE
        assert "Please check by hand: this was last looked up in" in (piece.note or "")


def test_only_these_switches_have_choices_that_are_stricter_than_what_is_asked_for() -> None:
    found = {
        f"{name.partition('.')[0]}.{switch.name}": switch.stricter
        for name, table in TABLES.items()
        for switch in table.switches
        if switch.stricter
    }
    assert found == STRICTER


@pytest.mark.parametrize(("table", "switch"), SWITCHES)
def test_words_that_cannot_be_ranked_are_no_choices(table: SwitchTable, switch: Switch) -> None:
    assert not set(switch.unranked) & {*switch.words, *switch.choices}
    for word in switch.unranked:
        (piece,) = told_of(table.setting(switch, word))
        assert piece.confidence is Confidence.UNSURE


@pytest.mark.parametrize("name", TABLES)
def test_of_a_table_that_was_partly_seen_the_others_are_named(name: str) -> None:
    table = TABLES[name]
    wanted = [switch for switch in table.switches if not switch.optional]
    assert table.others(()) == ()
    if len(wanted) > 1:
        (gap,) = table.others([table.setting(wanted[0], wanted[0].highest)])
        assert (gap.part, gap.count) == (Part.SETTINGS, len(wanted) - 1)
        assert all(switch.label in gap.reason for switch in wanted[1:])


def test_a_value_of_the_sites_data_that_is_not_known_is_unread_and_not_silence() -> None:
    switch = Switch("a", "Who can", {"none": "Nobody", "all": "Everyone"}, "Nobody", "Settings", "", str)
    assert [*SwitchTable(date(2026, 9, 1), (switch,)).settings("some")] == []
    optional = Switch("a", "Who", {"none": "Nobody"}, "Nobody", "Settings", "", str, optional=True)
    (unread,) = SwitchTable(date(2026, 9, 1), (optional,)).settings("some")
    assert unread.value is None


def test_an_answer_is_not_taken_from_below_the_next_question() -> None:
    lines = ["Who can see your posts?", "Specific people", "Edit", "Who can see your friends list?", "Public"]
    assert said_below(lines, "who can see your posts", ("Public", "Only me")) is None
    assert said_below(lines, "who can see your friends list", ("Public", "Only me")) == "Public"


def test_spellings_of_one_choice_are_one_choice() -> None:
    switch = asked_switch(
        "tags", "Tags", "tags", (("No one", "Don't allow tags"), "Everyone"), where="", url=""
    )
    assert (switch.choices, switch.highest) == (("No one", "Everyone"), "No one")
    table = SwitchTable(date(2026, 9, 1), (switch,))
    for said in ("No one", "no one", "Don\u2019t allow tags"):
        assert [one.value for one in table.settings(["Tags", said])] == ["No one"]
