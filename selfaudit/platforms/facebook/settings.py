"""Facebook's privacy switches, as its settings named them in autumn 2026.

Read from the words on the settings pages, in English; that these stand so on today's pages is our guess, as
nothing published shows their mark-up. What is not read is told as a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.generic.labels import asked_switch, lines_of
from selfaudit.platforms.generic.switches import SwitchTable
from selfaudit.platforms.meta.answers import Answer

_HOW = "Open Settings and privacy, then Settings, then"
_POSTS = f"{_HOW} Posts"
_FINDING = f"{_HOW} How people find and contact you"
_TAGGING = f"{_HOW} Profile and tagging"
_PRIVACY_URL = "https://www.facebook.com/settings/?tab=privacy"
_TAGGING_URL = "https://www.facebook.com/settings/?tab=profile_and_tagging"
_FOLLOWERS_URL = "https://www.facebook.com/settings/?tab=followers"
_SOME = (
    "Close friends",
    "Specific friends",
    ("Friends except...", "Friends except", "Friends except acquaintances"),
)
_FRIENDS = ("Friends", "Your friends")
_PUBLIC, _EVERYONE = ("Public", "Everyone"), ("Everyone", "Public")
_AUDIENCES = ("Only me", *_SOME, _FRIENDS, "Friends of friends", _PUBLIC)
_CUSTOM = ("Custom",)
"""People picked by hand: one relative or a thousand."""

SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        asked_switch(
            "future_posts",
            "Who can see your future posts",
            r"who can see your (future )?posts( by default)?",
            _AUDIENCES,
            where=f"{_POSTS}: let only friends see your future posts, or fewer people",
            url=_PRIVACY_URL,
            highest="Friends",
            unranked=_CUSTOM,
        ),
        asked_switch(
            "friends_list",
            "Who can see your friends list",
            r"who can see your friends list",
            _AUDIENCES,
            where=f"{_FINDING}: set “Who can see your friends list?” to “Only me”",
            url=_PRIVACY_URL,
            unranked=_CUSTOM,
        ),
        asked_switch(
            "friend_requests",
            "Who can send you friend requests",
            r"who can send you friend requests",
            ("Friends of friends", _EVERYONE),
            where=f"{_FINDING}: set “Who can send you friend requests?” to “Friends of friends”",
            url=_PRIVACY_URL,
        ),
        asked_switch(
            "found_by_email",
            "Who can look you up by your e-mail address",
            r"who can look you up using the email address you provided",
            ("Only me", _FRIENDS, "Friends of friends", _EVERYONE),
            where=f"{_FINDING}: let only yourself look you up by your e-mail address",
            url=_PRIVACY_URL,
        ),
        asked_switch(
            "found_by_phone",
            "Who can look you up by your phone number",
            r"who can look you up using the phone number you provided",
            ("Only me", _FRIENDS, "Friends of friends", _EVERYONE),
            where=f"{_FINDING}: let only yourself look you up by your phone number",
            url=_PRIVACY_URL,
        ),
        asked_switch(
            "search_engines",
            "Search engines linking to your profile",
            r"do you want search engines outside of facebook to link to your profile",
            (("No", "Off"), ("Yes", "On")),
            where=f"{_FINDING}: do not let search engines outside Facebook link to your profile",
            url=_PRIVACY_URL,
        ),
        asked_switch(
            "followers",
            "Who can follow you",
            r"who can follow (me|you)",
            (_FRIENDS, _PUBLIC),
            where=f"{_HOW} Followers and public content: set “Who can follow me” to “Friends”",
            url=_FOLLOWERS_URL,
        ),
        asked_switch(
            "posting_on_profile",
            "Who can post on your profile",
            r"who can post on your (profile|timeline)",
            ("Only me", _FRIENDS, _PUBLIC),
            where=f"{_TAGGING}: set “Who can post on your profile?” to “Only me”",
            url=_TAGGING_URL,
        ),
        asked_switch(
            "others_posts",
            "Who can see what others post on your profile",
            r"who can see what others post on your (profile|timeline)",
            _AUDIENCES,
            where=f"{_TAGGING}: set “Who can see what others post on your profile?” to “Only me”",
            url=_TAGGING_URL,
            unranked=_CUSTOM,
        ),
        asked_switch(
            "tagged_posts",
            "Who can see posts that you are tagged in",
            r"who can see posts you're tagged in on your (profile|timeline)",
            _AUDIENCES,
            where=f"{_TAGGING}: set “Who can see posts you're tagged in on your profile?” to “Only me”",
            url=_TAGGING_URL,
            unranked=_CUSTOM,
        ),
        asked_switch(
            "review_tags",
            "Looking at tags before they show on your profile",
            r"review posts you're tagged in before the post appears on your (profile|timeline)",
            ("On", "Off"),
            where=f"{_TAGGING}: switch on the review of posts that you are tagged in",
            url=_TAGGING_URL,
        ),
    ),
)


def settings_of(found: Iterable[Answer], at: datetime | None) -> Iterator[Setting]:
    """Every switch that a settings page among these shows."""
    for answer in found:
        if answer.soup is not None and path_of(answer.url).startswith(("/settings", "/privacy")):
            yield from SWITCHES.settings(lines_of(answer.soup), at)
