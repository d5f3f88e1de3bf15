"""The picture at the top: what each lens saw of each part, and that "not seen" never reads as "not there"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from audited import CHATTER, a_result, a_row, an_account
from rich_result import rich_result

from reports.view import view_of
from reports.view.accounts import AccountView
from reports.view.sight import Sight
from selfaudit.model.findings import Coverage, PlatformGap
from selfaudit.model.vocabulary import Door, Lens, Part

WALLED = PlatformGap(*CHATTER, Part.POSTS, "the site asked to sign in", lens=Lens.PUBLIC)


def account_of(*rows: Coverage, gaps: tuple[PlatformGap, ...] = (), **changes: Any) -> AccountView:
    return view_of(a_result(accounts=(an_account(**changes),), coverage=rows, gaps=gaps)).accounts[0]


def sights(
    *rows: Coverage, gaps: tuple[PlatformGap, ...] = (), **changes: Any
) -> list[tuple[str, Sight, Sight]]:
    shown = account_of(*rows, gaps=gaps, **changes).rows
    return [(row.part, row.stranger.sight, row.owner.sight) for row in shown]


def test_the_rich_picture_tells_every_state() -> None:
    chatter, linked = view_of(rich_result()).accounts
    assert [(row.part, row.stranger.sight, row.owner.sight) for row in chatter.rows] == [
        ("About you", Sight.SEEN, Sight.SEEN),
        ("Contact details", Sight.SEEN, Sight.SEEN),
        ("Posts", Sight.SEEN, Sight.SEEN),
        ("Comments", Sight.HIDDEN, Sight.SEEN),
        ("Pictures", Sight.SOME, Sight.SOME),
        ("Friends and followers", Sight.HIDDEN, Sight.SEEN),
        ("Privacy settings", Sight.PRIVATE, Sight.SEEN),
    ]
    assert [(row.part, row.stranger.sight, row.owner.sight) for row in linked.rows] == [
        ("About you", Sight.UNLOOKED, Sight.SEEN),
        ("Contact details", Sight.UNLOOKED, Sight.SEEN),
        ("Posts", Sight.UNLOOKED, Sight.SEEN),
        ("Comments", Sight.UNLOOKED, Sight.NONE),
        ("Pictures", Sight.UNLOOKED, Sight.SEEN),
        ("Friends and followers", Sight.ABSENT, Sight.ABSENT),
        ("Privacy settings", Sight.PRIVATE, Sight.HIDDEN),
    ]


def test_a_zero_of_a_lens_that_never_looked_is_not_told_as_nothing() -> None:
    rows = (a_row(Part.POSTS, Lens.OWNER, 12), a_row(Part.POSTS, Lens.PUBLIC, 0))
    assert sights(*rows, door=Door.EXPORT, addresses=()) == [("Posts", Sight.UNLOOKED, Sight.SEEN)]
    assert account_of(*rows, door=Door.EXPORT, addresses=()).glance == (
        "What a stranger sees was not looked at.",
        "A data download does not show it.",
    )


def test_a_gap_of_nobody_in_particular_does_not_make_a_look() -> None:
    everyone = replace(WALLED, lens=None)
    rows = (
        a_row(Part.POSTS, Lens.OWNER, 12, reason="left out"),
        a_row(Part.POSTS, Lens.PUBLIC, 0, reason="left out"),
    )
    assert sights(*rows, gaps=(everyone,), addresses=()) == [("Posts", Sight.UNLOOKED, Sight.SOME)]


def test_a_zero_of_a_lens_that_looked_is_nothing_seen() -> None:
    rows = (a_row(Part.POSTS, Lens.OWNER, 12), a_row(Part.POSTS, Lens.PUBLIC, 0))
    assert sights(*rows) == [("Posts", Sight.NONE, Sight.SEEN)]
    assert account_of(*rows).glance == (
        "In this look a stranger was shown nothing of what could be looked at.",
    )


def test_a_wall_at_the_first_page_is_could_not_see() -> None:
    rows = (
        a_row(Part.POSTS, Lens.OWNER, 12),
        a_row(Part.POSTS, Lens.PUBLIC, 0, reason=WALLED.reason),
    )
    assert sights(*rows, gaps=(WALLED,), addresses=()) == [("Posts", Sight.HIDDEN, Sight.SEEN)]
    assert account_of(*rows, gaps=(WALLED,)).glance == (
        "What a stranger sees could not be seen.",
        "Not fully seen as a stranger, so there may be more: posts.",
    )


def test_the_sentence_says_what_the_bars_show() -> None:
    seen, unseen = view_of(rich_result()).accounts[0].glance
    assert seen == (
        "A stranger can see: what you say about yourself, contact details (1 of 2), posts (43 of 118), "
        "pictures (9 of 24)."
    )
    assert unseen == (
        "Not fully seen as a stranger, so there may be more: comments, pictures, friends and followers."
    )


@pytest.mark.parametrize(
    ("stranger", "owner", "shares"), [(43, 118, (36, 100)), (9, 3, (100, 33)), (0, 0, (0, 0))]
)
def test_bars_are_as_long_as_what_was_seen(stranger: int, owner: int, shares: tuple[int, int]) -> None:
    (row,) = account_of(a_row(Part.POSTS, Lens.OWNER, owner), a_row(Part.POSTS, Lens.PUBLIC, stranger)).rows
    assert (row.stranger.share, row.owner.share) == shares


def test_a_part_with_one_look_only_says_that_the_other_was_not_taken() -> None:
    assert sights(a_row(Part.POSTS, Lens.PUBLIC, 3)) == [("Posts", Sight.SEEN, Sight.UNLOOKED)]


def test_gaps_with_one_reason_are_told_once_with_their_counts() -> None:
    gaps = (
        replace(WALLED, part=Part.COMMENTS),
        replace(WALLED, part=Part.IMAGES, count=2),
        replace(WALLED, part=Part.IMAGES, count=3),
        PlatformGap(*CHATTER, Part.SETTINGS, "the page did not load", lens=Lens.OWNER),
    )
    (account,) = view_of(a_result(gaps=gaps)).gaps.accounts
    assert [(gap.what, gap.look, gap.reason) for gap in account.gaps] == [
        ("Comments, pictures (5 missing)", "signed out, as a stranger", "The site asked to sign in."),
        ("Privacy settings", "signed in as you", "The page did not load."),
    ]


def test_a_look_that_nobody_took_is_a_gap_of_its_own() -> None:
    rows = (a_row(Part.POSTS, Lens.OWNER, 12), a_row(Part.POSTS, Lens.PUBLIC, 0))
    view = view_of(a_result(accounts=(an_account(door=Door.EXPORT, addresses=()),), coverage=rows))
    assert [(gap.what, gap.reason) for gap in view.gaps.accounts[0].gaps] == [
        ("What a stranger sees", "Nobody looked at this profile signed out.")
    ]
    assert view.gaps.intro == "What was not seen may hold anything. It was not counted as fine."


def test_without_gaps_the_report_still_names_what_is_never_seen() -> None:
    rows = (a_row(Part.POSTS, Lens.OWNER, 12), a_row(Part.POSTS, Lens.PUBLIC, 2))
    view = view_of(a_result(coverage=rows))
    assert (view.gaps.accounts, view.gaps.count) == ((), 0)
    assert view.gaps.intro.startswith("Nothing is known to have been missed.")


def test_gaps_of_an_unknown_profile_are_shown_too() -> None:
    gap = PlatformGap("facebook", "x", Part.POSTS, "a wall")
    assert [account.title for account in view_of(a_result(gaps=(gap,))).gaps.accounts] == ["Facebook"]
