"""X's privacy switches, as X's settings named them in September 2026.

Read from the account's switches in X's data (``account/settings.json``, published answers of 2024 and 2025)
and from the page's own script, which holds the same record (that it does so when somebody is signed in has
not been seen by us). The settings pages on the screen are not read: nothing published shows their mark-up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from selfaudit.platforms.generic.switches import Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of

_PRIVACY = "Open Settings and privacy, then Privacy and safety, then"
_TAGGING = "https://x.com/settings/audience_and_tagging"
_MESSAGES = "https://x.com/settings/direct_messages"
_CONTACTS = "https://x.com/settings/contacts"
_ON_OFF = {False: "Off", True: "On"}
_WRITERS = {"following": "Only people you follow", "verified": "Verified accounts", "all": "Everyone"}


def _plain(name: str) -> Callable[[Any], Any]:
    return lambda data: part_of(data, name)


def _protected(data: Any) -> Any:
    for holder in (part_of(data, "privacy"), part_of(data, "legacy"), data):
        found = part_of(holder, "protected")
        if isinstance(found, bool):
            return found
    return None


SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "protected",
            "Who can see your posts",
            {True: "Only followers you approved", False: "Everyone"},
            "Only followers you approved",
            f"{_PRIVACY} Audience, media and tagging: switch “Protect your posts” on",
            _TAGGING,
            _protected,
        ),
        Switch(
            "photo_tagging",
            "Who can tag you in photos",
            {"none": "Nobody", "following": "Only people you follow", "all": "Anyone"},
            "Nobody",
            f"{_PRIVACY} Audience, media and tagging, then Photo tagging: switch it off",
            "https://x.com/settings/tagging",
            _plain("allow_media_tagging"),
        ),
        Switch(
            "messages",
            "Who can send you messages",
            _WRITERS,
            "Only people you follow",
            f"{_PRIVACY} Direct messages: allow message requests from “No one”",
            _MESSAGES,
            _plain("allow_dms_from"),
        ),
        Switch(
            "group_messages",
            "Who can add you to group chats",
            _WRITERS,
            "Only people you follow",
            f"{_PRIVACY} Direct messages: allow only people you follow to add you to groups",
            _MESSAGES,
            _plain("allow_dm_groups_from"),
        ),
        Switch(
            "read_receipts",
            "Read receipts in messages",
            {"all_disabled": "Off", "all_enabled": "On"},
            "Off",
            f"{_PRIVACY} Direct messages: switch “Show read receipts” off",
            _MESSAGES,
            _plain("dm_receipt_setting"),
        ),
        Switch(
            "found_by_email",
            "Being found by your e-mail address",
            _ON_OFF,
            "Off",
            f"{_PRIVACY} Discoverability and contacts: untick the line on your e-mail address",
            _CONTACTS,
            _plain("discoverable_by_email"),
        ),
        Switch(
            "found_by_phone",
            "Being found by your phone number",
            _ON_OFF,
            "Off",
            f"{_PRIVACY} Discoverability and contacts: untick the line on your phone number",
            _CONTACTS,
            _plain("discoverable_by_mobile_phone"),
        ),
        Switch(
            "location_in_posts",
            "Adding your location to posts",
            _ON_OFF,
            "Off",
            f"{_PRIVACY} Location information, then “Add location information to your posts”: switch it off",
            "https://x.com/settings/location",
            _plain("geo_enabled"),
        ),
        Switch(
            "birthday",
            "Who can see your day of birth",
            {
                "Self": "Only you",
                "MutualFollow": "People who follow each other",
                "Following": "People you follow",
                "Followers": "Your followers",
                "Public": "Everyone",
            },
            "Only you",
            "Open your profile, then Edit profile, then Birth date: let only you see the day and the year",
            "https://x.com/settings/profile",
            lambda data: part_of(data, "legacy_extended_profile", "birthdate", "visibility"),
            optional=True,
        ),
    ),
)
