"""Bluesky's privacy switches, as its settings named them in autumn 2026.

Posts are public there, always: the one switch on who may see the profile is a request to apps.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.bluesky.answers import Data, hidden_from_strangers
from selfaudit.platforms.bluesky.records import CHAT, NOTIFICATIONS, is_empty_list, records_in
from selfaudit.platforms.generic.values import part_of

_PAGE = "https://bsky.app/settings/privacy-and-security"
_MESSAGES = {"all": "Everyone", "following": "People you follow", "none": "No one"}
_WATCHERS = {"followers": "Your followers", "mutuals": "People who follow each other", "none": "No one"}


def settings_of(profile: Data) -> Iterator[Setting]:
    """Every switch that a profile's record tells of."""
    hidden = None if profile.get("rendered") else hidden_from_strangers(profile)
    if hidden is not None:
        yield Setting(
            "logged_out_visibility",
            "Asked to be hidden" if hidden else "Visible to everyone",
            "Asked to be hidden",
            label="Being seen by people who are not signed in",
            where="Settings, then Privacy and security: tick “Discourage apps from showing my account to "
            "logged-out users”. Only apps that honour it will hide the profile",
            url=_PAGE,
        )
    yield from messages(part_of(profile, "associated", "chat", "allowIncoming"))
    yield from watchers(part_of(profile, "associated", "activitySubscription", "allowSubscriptions"))


def watchers(value: Any) -> Iterator[Setting]:
    """Who may be told of each of the owner's posts."""
    if isinstance(value, str) and value in _WATCHERS:
        yield Setting(
            "activity_notifications",
            _WATCHERS[value],
            "No one",
            label="Who can be told of each of your posts",
            where="Settings, then Privacy and security, then “Allow others to be notified of your posts”",
            url=_PAGE,
        )


def messages(value: Any) -> Iterator[Setting]:
    """Who may write to the owner."""
    if isinstance(value, str) and value in _MESSAGES:
        yield Setting(
            "messages",
            _MESSAGES[value],
            "No one",
            label="Who can send you messages",
            where="Chat, then its settings: “Allow new messages from”",
            url="https://bsky.app/messages/settings",
        )


def settings_of_records(answer: Any) -> Iterator[Setting]:
    """The switches that are kept as records of a repository."""
    for record in records_in(answer, CHAT):
        yield from messages(part_of(record, "value", "allowIncoming"))
    for record in records_in(answer, NOTIFICATIONS):
        yield from watchers(part_of(record, "value", "allowSubscriptions"))


def settings_when_unset(url: str, answer: Any, repo: str) -> Iterator[Setting]:
    """What holds for an account whose server says that it never chose."""
    if is_empty_list(url, answer, CHAT, repo):
        yield from messages("following")
    if is_empty_list(url, answer, NOTIFICATIONS, repo):
        yield from watchers("followers")
