"""Instagram's privacy switches, as its settings named them in autumn 2026.

Whether the account is private is read from the account's own data (seen in real data). The others are read
from the words on the settings pages, in English; that they stand so on today's pages is our guess, as nothing
published shows their mark-up. What is not read is told as a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.generic.labels import asked_switch, lines_of, said_below
from selfaudit.platforms.generic.switches import Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of
from selfaudit.platforms.instagram.addresses import SITE
from selfaudit.platforms.meta.answers import Answer

_HOW = "Open Settings, then"
_NOBODY = ("No one", "Nobody")
_PRIVATE = {True: "Private", False: "Public", "On": "Private", "Off": "Public"}
_SETTINGS = f"{SITE}/accounts/edit/"


def _private(data: object) -> object:
    if isinstance(data, list):
        return said_below(data, r"private account", ("On", "Off"))
    return part_of(data, "is_private")


SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "private_account",
            "Private account",
            _PRIVATE,
            "Private",
            f"{_HOW} Account privacy: switch “Private account” on",
            f"{SITE}/accounts/who_can_see_your_content/",
            _private,
        ),
        asked_switch(
            "activity_status",
            "Showing your activity status",
            r"show activity status",
            ("Off", "On"),
            where=f"{_HOW} Messages and story replies, then Show activity status: switch it off",
            url=_SETTINGS,
        ),
        asked_switch(
            "tags",
            "Who can tag you",
            r"who can tag you|allow tags from",
            (
                (*_NOBODY, "Don't allow tags"),
                ("People you follow", "Allow tags from people you follow"),
                ("Everyone", "Allow tags from everyone"),
            ),
            where=f"{_HOW} Tags and mentions: do not allow tags",
            url=_SETTINGS,
        ),
        asked_switch(
            "mentions",
            "Who can mention you",
            r"who can @?mention you|allow @?mentions from",
            (
                (*_NOBODY, "Don't allow mentions"),
                ("People you follow", "Allow mentions from people you follow"),
                ("Everyone", "Allow mentions from everyone"),
            ),
            where=f"{_HOW} Tags and mentions: do not allow mentions",
            url=_SETTINGS,
        ),
        asked_switch(
            "comments",
            "Who can comment on your posts",
            r"(who can comment( on your posts)?|allow comments from)",
            (
                (*_NOBODY, "Off"),
                "People you follow",
                "People you follow and your followers",
                "Everyone",
            ),
            where=f"{_HOW} Comments: allow comments only from people you follow",
            url=_SETTINGS,
            highest="People you follow",
            # Whether these are more or fewer people than those you follow is yours to know.
            unranked=("Your followers", "Close friends"),
        ),
        asked_switch(
            "similar_accounts",
            "Being suggested to others",
            r"(include your account when recommending similar accounts.*|similar account suggestions)",
            ("Off", "On"),
            where=f"{_HOW} Edit profile: switch “Show account suggestions on profiles” off",
            url=_SETTINGS,
        ),
    ),
)


def settings_of(records: Iterable[object], found: Iterable[Answer], at: datetime | None) -> Iterator[Setting]:
    """Every switch that the owner's own record or a settings page among these shows."""
    for record in records:
        yield from SWITCHES.settings(record, at)
    for answer in found:
        if answer.soup is not None and path_of(answer.url).startswith(("/accounts/", "/settings/")):
            yield from SWITCHES.settings(lines_of(answer.soup), at)
