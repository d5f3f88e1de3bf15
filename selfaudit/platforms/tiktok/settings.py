"""TikTok's privacy switches as TikTok named them in September 2026, and those that only its app shows.

Read from the account's record in TikTok's page data. All of these fields stand in real saved data, with their
open values; of what the other numbers mean nothing published is sure, so those stay unread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable

_PAGE = "https://www.tiktok.com/setting"
_ONLY_YOU = {"Only you": "Only you", "Friends": "Friends", "Followers": "Followers"}
"""The export spells the choices out; page data numbers them."""
_PRIVACY = "In TikTok's app or on the site, open Settings, then Privacy, then"


def _of(name: str) -> Callable[[Any], Any]:
    """The value as the record has it; numbers as text."""

    def read(user: Any) -> Any:
        found = user.get(name) if isinstance(user, dict) else None
        return found if isinstance(found, bool | str) or found is None else str(found)

    return read


def _private(user: Any) -> Any:
    """Two names for one switch; either says that it is on."""
    values = [user.get(name) for name in ("privateAccount", "secret")] if isinstance(user, dict) else []
    known = [value for value in values if isinstance(value, bool)]
    return any(known) if known else None


SETTINGS = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "private_account",
            "Who can see your videos and follow you",
            {True: "Only followers you approve", False: "Everyone"},
            "Only followers you approve",
            f"{_PRIVACY} Private account: switch it on",
            _PAGE,
            _private,
        ),
        Switch(
            "following_list",
            "Who can see whom you follow",
            {"2": "Only you", **_ONLY_YOU, "1": "Everyone"},
            "Only you",
            f"{_PRIVACY} Following list: choose “Only you”",
            _PAGE,
            _of("followingVisibility"),
        ),
        Switch(
            "liked_videos",
            "Who can see which videos you liked",
            {False: "Only you", **_ONLY_YOU, True: "Everyone"},
            "Only you",
            f"{_PRIVACY} Liked videos: choose “Only you”",
            _PAGE,
            _of("openFavorite"),
        ),
        Switch(
            "comments",
            "Who can comment on your videos",
            {
                "No one": "Nobody",
                "Friends": "Friends",
                "People you follow": "People you follow",
                "Followers": "Followers",
                "0": "Everyone",
            },
            "Nobody",
            f"{_PRIVACY} Comments: choose “No one”",
            _PAGE,
            _of("commentSetting"),
        ),
        Switch(
            "duets",
            "Who can make duets with your videos",
            {**_ONLY_YOU, "0": "Everyone"},
            "Only you",
            f"{_PRIVACY} Duet: choose “Only you”",
            _PAGE,
            _of("duetSetting"),
        ),
        Switch(
            "stitches",
            "Who can use pieces of your videos in their own",
            {**_ONLY_YOU, "0": "Everyone"},
            "Only you",
            f"{_PRIVACY} Stitch: choose “Only you”",
            _PAGE,
            _of("stitchSetting"),
        ),
    ),
    questions=(
        Question(
            "messages",
            "In TikTok's app, under Settings, Privacy, Direct messages: who can message you?",
            "Who can send you messages",
            ("No one", "Friends", "People you follow", "Everyone"),
            f"{_PRIVACY} Direct messages",
        ),
        Question(
            "suggested",
            "In TikTok's app, under Settings, Privacy, Suggest your account to others: is anything on?",
            "Being suggested to people who have your number or friends in common",
            ("Nothing is on", "Something is on"),
            f"{_PRIVACY} Suggest your account to others",
        ),
        Question(
            "mentions",
            "In TikTok's app, under Settings, Privacy, Mentions and tags: who can tag you?",
            "Who can tag and mention you",
            ("No one", "Friends", "People you follow", "Everyone"),
            f"{_PRIVACY} Mentions and tags",
        ),
        Question(
            "downloads",
            "In TikTok's app, under Settings, Privacy, Downloads: can others download your videos?",
            "Whether others can download your videos",
            ("No", "Yes"),
            f"{_PRIVACY} Downloads",
        ),
    ),
)
