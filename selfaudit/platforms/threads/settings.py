"""Threads' privacy switches, as its settings named them in autumn 2026.

Whether the profile is private is read from the account's own data (a published shape). The others are read
from the words on the settings pages, in English; that these stand so is our guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.generic.labels import asked_switch, lines_of, said_below
from selfaudit.platforms.generic.switches import Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of
from selfaudit.platforms.meta.answers import Answer

_PAGE = "https://www.threads.com/settings/privacy"


def _private(data: object) -> object:
    if isinstance(data, list):
        return said_below(data, r"private profile", ("On", "Off"))
    return part_of(data, "text_post_app_is_private")


SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "private_profile",
            "Private profile",
            {True: "Private", False: "Public", "On": "Private", "Off": "Public"},
            "Private",
            "Open Settings, then Privacy: switch “Private profile” on",
            _PAGE,
            _private,
        ),
        asked_switch(
            "mentions",
            "Who can mention you",
            r"(mentions|who can mention you|allow mentions from)",
            (
                ("No one", "Nobody", "Don't allow mentions"),
                ("Profiles you follow", "People you follow"),
                ("Everyone", "Anyone"),
            ),
            where="Open Settings, then Privacy, then Mentions: choose “No one”",
            url=_PAGE,
        ),
        asked_switch(
            "suggested_elsewhere",
            "Suggesting your posts on other apps",
            r"suggesting posts on other apps.*",
            ("Off", "On"),
            where="Open Settings, then Privacy: switch the suggesting of your posts on other apps off",
            url=_PAGE,
        ),
        asked_switch(
            "fediverse",
            "Sharing your posts to the fediverse",
            r"(fediverse sharing|sharing to the fediverse)",
            ("Off", "On"),
            where="Open Settings, then Account, then Fediverse sharing: switch it off",
            url=_PAGE,
        ),
    ),
)


def settings_of(records: Iterable[object], found: Iterable[Answer], at: datetime | None) -> Iterator[Setting]:
    """Every switch that the owner's own record or a settings page among these shows."""
    for record in records:
        yield from SWITCHES.settings(record, at)
    for answer in found:
        if answer.soup is not None and path_of(answer.url).startswith("/settings/"):
            yield from SWITCHES.settings(lines_of(answer.soup), at)
