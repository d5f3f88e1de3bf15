"""Pinterest's privacy switches, as Pinterest named them in September 2026.

Two are read from the account's own record (``indexed`` and ``is_private_profile``, published readers of 2024
to 2026). The settings pages on the screen were never seen by us, so the rest has to be asked of the person.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from selfaudit.platforms.generic.spelling import either
from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable

_PAGE = "https://www.pinterest.com/settings/profile-visibility"
_WHERE = "Open Settings, then Profile visibility:"
_SOCIAL = "Open Settings, then Social permissions and activity:"


def _hidden(user: Any) -> Any:
    """Whether search engines are kept out; told as ``indexed`` of a profile, or as the switch itself."""
    excluded = either(user, "excludeFromSearch")
    indexed = either(user, "indexed")
    if isinstance(excluded, bool):
        return excluded
    return not indexed if isinstance(indexed, bool) else None


SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "private_profile",
            "Who can see your profile",
            {True: "Only followers you approve", False: "Everyone"},
            "Only followers you approve",
            f"{_WHERE} switch “Private profile” on",
            _PAGE,
            lambda user: either(user, "isPrivateProfile"),
        ),
        Switch(
            "search_engines",
            "Whether search engines may show your profile",
            {True: "No", False: "Yes"},
            "No",
            f"{_WHERE} switch “Search privacy” on",
            _PAGE,
            _hidden,
        ),
    ),
    questions=(
        Question(
            "messages",
            "In Pinterest's settings, under Social permissions: who can send you messages?",
            "Who can send you messages",
            ("No one", "People you follow", "Everyone"),
            f"{_SOCIAL} Messages",
        ),
        Question(
            "mentions",
            "In Pinterest's settings, under Social permissions: who can mention you?",
            "Who can mention you",
            ("No one", "People you follow", "Everyone"),
            f"{_SOCIAL} @Mentions",
        ),
        Question(
            "comments",
            "In Pinterest's settings, under Social permissions: can people comment on your Pins?",
            "Whether people can comment on your Pins",
            ("No", "Yes"),
            f"{_SOCIAL} Comments",
        ),
        Question(
            "found_by_contacts",
            "In Pinterest's settings: can people find you by your e-mail address or phone number?",
            "Being found by your e-mail address or phone number",
            ("No", "Yes"),
            f"{_WHERE} being found by others",
        ),
    ),
)
