"""Bluesky's privacy switches, as its settings named them in autumn 2026.

Posts are public there, always: the one switch on who may see the profile is a request to apps.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.bluesky.answers import Data, hidden_from_strangers
from selfaudit.platforms.bluesky.records import CHAT, NOTIFICATIONS, is_empty_list, records_in
from selfaudit.platforms.generic.switches import Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of

_PAGE = "https://bsky.app/settings/privacy-and-security"
SWITCHES = SwitchTable(
    as_of=date(2026, 10, 1),
    switches=(
        Switch(
            "logged_out_visibility",
            "Being seen by people who are not signed in",
            {True: "Asked to be hidden", False: "Visible to everyone"},
            "Asked to be hidden",
            "Open Settings, then Privacy and security: tick “Discourage apps from showing my account to "
            "logged-out users”. Only apps that honour it will hide the profile",
            _PAGE,
            lambda data: part_of(data, "hidden"),
        ),
        Switch(
            "messages",
            "Who can send you messages",
            {"none": "No one", "following": "People you follow", "all": "Everyone"},
            "No one",
            "Open Chat, then its settings: “Allow new messages from”",
            "https://bsky.app/messages/settings",
            lambda data: part_of(data, "messages"),
        ),
        Switch(
            "activity_notifications",
            "Who can be told of each of your posts",
            {"none": "No one", "mutuals": "People who follow each other", "followers": "Your followers"},
            "No one",
            "Open Settings, then Privacy and security, then “Allow others to be notified of your posts”",
            _PAGE,
            lambda data: part_of(data, "told"),
        ),
    ),
)


def settings_of(profile: Data, at: datetime | None = None) -> Iterator[Setting]:
    """Every switch that a profile's record tells of."""
    data = {
        "hidden": None if profile.get("rendered") else hidden_from_strangers(profile),
        "messages": part_of(profile, "associated", "chat", "allowIncoming"),
        "told": part_of(profile, "associated", "activitySubscription", "allowSubscriptions"),
    }
    yield from SWITCHES.settings(data, at)


def settings_of_records(answer: Any, at: datetime | None = None) -> Iterator[Setting]:
    """The switches that are kept as records of a repository."""
    for record in records_in(answer, CHAT):
        yield from SWITCHES.settings({"messages": part_of(record, "value", "allowIncoming")}, at)
    for record in records_in(answer, NOTIFICATIONS):
        yield from SWITCHES.settings({"told": part_of(record, "value", "allowSubscriptions")}, at)


def settings_when_unset(url: str, answer: Any, repo: str, at: datetime | None = None) -> Iterator[Setting]:
    """What holds for an account whose server says that it never chose."""
    if is_empty_list(url, answer, CHAT, repo):
        yield from SWITCHES.settings({"messages": "following"}, at)
    if is_empty_list(url, answer, NOTIFICATIONS, repo):
        yield from SWITCHES.settings({"told": "followers"}, at)
