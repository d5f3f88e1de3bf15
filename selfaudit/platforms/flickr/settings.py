"""Flickr's privacy switches, as Flickr named them in September 2026.

Nothing published shows how Flickr's settings pages are built, so that all of them are asked of the person.
Who can see a photo stands with each photo and is read there.
"""

from __future__ import annotations

from datetime import date

from selfaudit.platforms.generic.switches import Question, SwitchTable

_WHERE = "Click your picture, then Settings, then Privacy & Permissions (flickr.com/account/privacy):"

SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    questions=(
        Question(
            "new_photos",
            "In Flickr's settings, under Privacy & Permissions: who can see your new uploads?",
            "Who can see your new photos",
            ("Only you", "Your friends and family", "Anyone"),
            f"{_WHERE} defaults for new uploads, choose “Only you”",
        ),
        Question(
            "comments",
            "In Flickr's settings, under Privacy & Permissions: who can comment on your photos?",
            "Who can comment on your photos",
            ("Only you", "Your friends and family", "People you follow", "Any Flickr member"),
            f"{_WHERE} who can comment",
        ),
        Question(
            "people_tags",
            "In Flickr's settings, under Privacy & Permissions: who can add you to a photo?",
            "Who can say that you are in a photo",
            ("Only you", "Your friends and family", "People you follow", "Any Flickr member"),
            f"{_WHERE} who can add you to a photo",
        ),
        Question(
            "search",
            "In Flickr's settings, under Privacy & Permissions: are you hidden from searches?",
            "Whether searches show your photos and your profile",
            ("Hidden from all searches", "Hidden from some", "Shown"),
            f"{_WHERE} hide your stuff from public searches",
        ),
        Question(
            "locations",
            "In Flickr's settings, under Privacy & Permissions: who can see where your photos were taken?",
            "Who can see where your photos were taken",
            ("Only you", "Your friends and family", "People you follow", "Anyone"),
            f"{_WHERE} who can see your photos on a map, and the hidden camera data",
        ),
        Question(
            "profile",
            "In Flickr's settings, under Privacy & Permissions: who sees your e-mail address and real name?",
            "Who can see your e-mail address, real name and town",
            ("Only you", "Your friends and family", "Anyone"),
            f"{_WHERE} profile privacy",
        ),
    ),
)
