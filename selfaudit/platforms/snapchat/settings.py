"""Snapchat's privacy switches, as its app named them in September 2026.

Nearly all stand in the phone's app alone and are asked of the person. Whether there is a public profile is
told by the public page itself.
"""

from __future__ import annotations

from datetime import date

from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable

_GEAR = "In the app, open your profile, then the gear wheel, then"
_APP = f"{_GEAR} Privacy Controls, then"

SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "public_profile",
            "A public profile that everybody can see",
            {False: "No", True: "Yes"},
            "No",
            "In the app, open your profile, then your public profile's settings, then "
            "“Delete public profile”",
            "https://help.snapchat.com/",
        ),
    ),
    questions=(
        Question(
            "contact",
            "Who can contact you with Snaps, chats and calls?",
            "Who can contact you",
            ("Friends", "Friends and contacts", "Everyone"),
            f"{_APP} Contact Me",
        ),
        Question(
            "story",
            "Who can view your story?",
            "Who can view your story",
            ("Only some friends", "Friends", "Everyone"),
            f"{_APP} View My Story: choose “Custom” or “My Friends”",
        ),
        Question(
            "location",
            "Who can see where you are on the Snap Map?",
            "Who can see your location",
            ("Nobody (Ghost Mode)", "Only some friends", "Friends"),
            f"{_APP} See My Location: switch Ghost Mode on",
        ),
        Question(
            "quick_add",
            "Are you suggested to others as somebody to add?",
            "Being suggested to others",
            ("No", "Yes"),
            f"{_APP} See Me in Quick Add (or Find Friends): switch it off",
        ),
        Question(
            "found_by_phone",
            "Can people find you by your mobile number?",
            "Being found by your phone number",
            ("No", "Yes"),
            f"{_GEAR} Mobile Number: untick “Let others find me”",
        ),
        Question(
            "found_by_email",
            "Can people find you by your e-mail address?",
            "Being found by your e-mail address",
            ("No", "Yes"),
            f"{_GEAR} Email: untick “Let others find me”",
        ),
        Question(
            "active_status",
            "Can friends see when you were last active?",
            "Activity indicator (active status)",
            ("No", "Yes"),
            f"{_APP} Activity Indicator: switch it off",
        ),
    ),
)
