"""Mastodon's privacy switches, as its settings pages named them in August 2026 (versions 4.3 to 4.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.switches import Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of

_PRIVACY, _PREFERENCES = "/settings/privacy", "/settings/preferences"
_REACH = "Open Preferences, then Public profile, then Privacy and reach"
_AUDIENCES = {
    "direct": "Only people you mention",
    "private": "Followers only",
    "unlisted": "Everyone, but kept out of timelines (quiet public)",
    "public": "Everyone",
}
_QUOTERS = {"nobody": "Just me", "followers": "Followers only", "public": "Anyone"}


def _plain(name: str) -> Callable[[Any], Any]:
    return lambda account: part_of(account, name)


def _off_when_unset(name: str) -> Callable[[Any], Any]:
    """A switch that nobody ever touched is sent as null, which means off."""

    def read(account: Any) -> Any:
        return (account[name] or False) if name in account else None

    return read


def _of_source(name: str) -> Callable[[Any], Any]:
    return lambda account: part_of(account, "source", name)


SWITCHES = SwitchTable(
    as_of=date(2026, 8, 1),
    switches=(
        Switch(
            "follow_requests",
            "Who may follow you",
            {True: "Only people you approve", False: "Anyone"},
            "Only people you approve",
            f"{_REACH}: untick “Automatically accept new followers”",
            _PRIVACY,
            _plain("locked"),
        ),
        Switch(
            "discoverable",
            "Being suggested to others",
            {False: "Off", True: "On"},
            "Off",
            f"{_REACH}: untick “Feature profile and posts in discovery algorithms”",
            _PRIVACY,
            _off_when_unset("discoverable"),
        ),
        Switch(
            "indexable",
            "Your public posts in Mastodon's search",
            {False: "Not included", True: "Included"},
            "Not included",
            f"{_REACH}: untick “Include public posts in search results”",
            _PRIVACY,
            _off_when_unset("indexable"),
        ),
        Switch(
            "search_engines",
            "Your profile in search engines",
            {True: "Not included", False: "Included"},
            "Not included",
            f"{_REACH}: untick “Include profile page in search engines”",
            _PRIVACY,
            _plain("noindex"),
        ),
        Switch(
            "follow_lists",
            "Who sees whom you follow and who follows you",
            {True: "Hidden", False: "Everyone"},
            "Hidden",
            f"{_REACH}: untick “Show follows and followers on profile”",
            _PRIVACY,
            _off_when_unset("hide_collections"),
        ),
        Switch(
            "default_audience",
            "Who sees a new post unless you choose",
            _AUDIENCES,
            "Followers only",
            "Open Preferences, then the defaults for posting: set “Posting privacy” to “Followers”",
            _PREFERENCES,
            _of_source("privacy"),
        ),
        Switch(
            "quotes",
            "Who may quote your posts",
            _QUOTERS,
            "Just me",
            "Open Preferences, then the defaults for posting: set “Who can quote” to “Just me”",
            _PREFERENCES,
            _of_source("quote_policy"),
            optional=True,  # servers before version 4.5 have none
        ),
    ),
)


def settings_of(account: Any, site: str | None, at: datetime | None = None) -> Iterator[Setting]:
    """Every switch that this account's record tells of, with the server's own page where it is changed."""
    for setting in SWITCHES.settings(account, at):
        yield replace(setting, url=urljoin(site, str(setting.url)) if site else None)


def settings_of_preferences(
    preferences: Any, site: str | None, at: datetime | None = None
) -> Iterator[Setting]:
    """The one switch that the preferences answer carries too."""
    value = part_of(preferences, "posting:default:visibility")
    yield from settings_of({"source": {"privacy": value}}, site, at)
