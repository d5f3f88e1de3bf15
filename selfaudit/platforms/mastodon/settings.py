"""Mastodon's privacy switches, as its settings pages named them in August 2026 (versions 4.3 to 4.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.values import part_of

_REACH = "Preferences, then Public profile, then Privacy and reach"
_AUDIENCES = {
    "public": "Everyone",
    "unlisted": "Everyone, but kept out of timelines (quiet public)",
    "private": "Followers only",
    "direct": "Only people you mention",
}
_QUOTERS = {"public": "Anyone", "followers": "Followers only", "nobody": "Just me"}


@dataclass(frozen=True, slots=True)
class Switch:
    """One switch: where an account carries it, how its values are called, and where it is changed."""

    name: str
    label: str
    read: Callable[[Any], Any]
    words: dict[Any, str]
    highest: str
    where: str
    page: str = "/settings/privacy"

    def setting(self, account: Any, site: str | None) -> Setting | None:
        """The switch as this account has it, or ``None`` when the answer does not tell."""
        value = self.read(account)
        if not isinstance(value, str | bool) or value not in self.words:
            return None
        address = urljoin(site, self.page) if site else None
        return Setting(
            self.name, self.words[value], self.highest, label=self.label, where=self.where, url=address
        )


def _plain(name: str) -> Callable[[Any], Any]:
    return lambda account: part_of(account, name)


def _off_when_unset(name: str) -> Callable[[Any], Any]:
    """A switch that nobody ever touched is sent as null, which means off."""

    def read(account: Any) -> Any:
        return (account[name] or False) if name in account else None

    return read


def _of_source(name: str) -> Callable[[Any], Any]:
    return lambda account: part_of(account, "source", name)


SWITCHES = (
    Switch(
        "follow_requests",
        "Who may follow you",
        _plain("locked"),
        {True: "Only people you approve", False: "Anyone"},
        "Only people you approve",
        f"{_REACH}: untick “Automatically accept new followers”",
    ),
    Switch(
        "discoverable",
        "Being suggested to others",
        _off_when_unset("discoverable"),
        {True: "On", False: "Off"},
        "Off",
        f"{_REACH}: untick “Feature profile and posts in discovery algorithms”",
    ),
    Switch(
        "indexable",
        "Your public posts in Mastodon's search",
        _off_when_unset("indexable"),
        {True: "Included", False: "Not included"},
        "Not included",
        f"{_REACH}: untick “Include public posts in search results”",
    ),
    Switch(
        "search_engines",
        "Your profile in search engines",
        _plain("noindex"),
        {True: "Not included", False: "Included"},
        "Not included",
        f"{_REACH}: untick “Include profile page in search engines”",
    ),
    Switch(
        "follow_lists",
        "Who sees whom you follow and who follows you",
        _off_when_unset("hide_collections"),
        {True: "Hidden", False: "Everyone"},
        "Hidden",
        f"{_REACH}: untick “Show follows and followers on profile”",
    ),
    Switch(
        "default_audience",
        "Who sees a new post unless you choose",
        _of_source("privacy"),
        _AUDIENCES,
        "Followers only",
        "Preferences, then the defaults for posting: set “Posting privacy” to “Followers”",
        "/settings/preferences",
    ),
    Switch(
        "quotes",
        "Who may quote your posts",
        _of_source("quote_policy"),
        _QUOTERS,
        "Just me",
        "Preferences, then the defaults for posting: set “Who can quote” to “Just me”",
        "/settings/preferences",
    ),
)


def settings_of(account: Any, site: str | None) -> Iterator[Setting]:
    """Every switch that this account's record tells of."""
    for switch in SWITCHES:
        setting = switch.setting(account, site)
        if setting:
            yield setting


def default_audience(preferences: Any) -> Setting | None:
    """The same switch as the preferences answer carries it."""
    switch = next(switch for switch in SWITCHES if switch.name == "default_audience")
    value = part_of(preferences, "posting:default:visibility")
    return switch.setting({"source": {"privacy": value}}, None)
