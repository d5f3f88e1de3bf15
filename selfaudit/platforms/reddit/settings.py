"""Reddit's privacy switches as Reddit named them in September 2026, and those that only its settings show.

Read from the account's preferences (a real answer, of an older year) and from the account's own record, which
carries some of them under other names (published shapes).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable

_PRIVACY = "https://www.reddit.com/settings/privacy"
_PROFILE = "https://www.reddit.com/settings/profile"


def _of(*names: str) -> Callable[[Any], Any]:
    """The value under the first of these names that is there."""

    def read(data: Any) -> Any:
        found = (data[name] for name in names if isinstance(data, dict) and data.get(name) is not None)
        return next(found, None)

    return read


SETTINGS = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "search_engines",
            "Your profile in search engines",
            {True: "Not included", False: "Included"},
            "Not included",
            "Open Settings, then Privacy: switch “Show up in search results” off",
            _PRIVACY,
            _of("hide_from_robots"),
        ),
        Switch(
            "followers",
            "Who may follow you",
            {False: "Nobody", True: "Anyone"},
            "Nobody",
            "Open Settings, then Privacy: switch “Allow people to follow you” off",
            _PRIVACY,
            _of("accept_followers", "enable_followers"),
        ),
        Switch(
            "messages",
            "Who can send you messages",
            {"whitelisted": "Only people you approved", "everyone": "Everyone"},
            "Only people you approved",
            "Open Settings, then Privacy: who can send you inbox messages",
            _PRIVACY,
            _of("accept_pms"),
        ),
        Switch(
            "votes",
            "Who can see what you voted for",
            {False: "Only you", True: "Everyone"},
            "Only you",
            "Open old.reddit.com/prefs: untick “make my votes public”",
            "https://old.reddit.com/prefs",
            _of("public_votes"),
        ),
        Switch(
            "communities",
            "Whether your profile shows which communities you are active in",
            {False: "Not shown", True: "Shown"},
            "Not shown",
            "Open Settings, then Profile: switch “Show active communities” off",
            _PROFILE,
            _of("top_karma_subreddits", "pref_top_karma_subreddits"),
        ),
    ),
    questions=(
        Question(
            "curated",
            "On Reddit, under Settings, Profile, Content and activity: what does your profile show?",
            "Which of your posts and comments your profile shows",
            ("Nothing", "Some of it", "Everything"),
            "Open Settings, then Profile, then Content and activity: choose “Hide all”",
        ),
        Question(
            "chat",
            "On Reddit, under Settings, Privacy: who can send you chat requests?",
            "Who can ask to chat with you",
            ("Nobody", "Accounts older than 30 days", "Everyone"),
            "Open Settings, then Privacy, then Chat requests: choose “Nobody”",
        ),
    ),
)
