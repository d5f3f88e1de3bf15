"""Vimeo's privacy switches, as Vimeo named them in September 2026.

What holds for new videos is read from the owner's own record (``preferences.videos.privacy``, the published
programming interface); the settings pages on the screen were never seen by us and are asked of the person.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of

_PAGE = "https://vimeo.com/settings/account/privacy"
_WHERE = "Open Vimeo's settings, then Privacy (or: Videos, then the defaults for new videos):"

VIEWS = {
    "nobody": "Only you",
    "users": "People you choose",
    "contacts": "People you follow",
    "password": "People with a password",
    "unlisted": "Anyone with the link",
    "disable": "Nobody on Vimeo, but on other sites",
    "anybody": "Anyone",
}


def _privacy(name: str) -> Callable[[Any], Any]:
    return lambda user: part_of(user, "preferences", "videos", "privacy", name)


def _view(user: Any) -> Any:
    found = _privacy("view")(user)
    return part_of(found, "view") if isinstance(found, dict) else found


SWITCHES = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "new_videos",
            "Who can watch your new videos",
            dict(VIEWS),
            "Only you",
            f"{_WHERE} who can watch, choose “Only me” or “Private”",
            _PAGE,
            _view,
        ),
        Switch(
            "comments",
            "Who can comment on your new videos",
            {"nobody": "Nobody", "contacts": "People you follow", "anybody": "Anyone"},
            "Nobody",
            f"{_WHERE} who can comment, choose “No one”",
            _PAGE,
            _privacy("comments"),
        ),
        Switch(
            "downloads",
            "Whether others can download your new videos",
            {False: "No", True: "Yes"},
            "No",
            f"{_WHERE} switch downloads off",
            _PAGE,
            _privacy("download"),
        ),
        Switch(
            "embedding",
            "Where your new videos can be shown",
            {"private": "Nowhere else", "whitelist": "On sites you choose", "public": "On every site"},
            "Nowhere else",
            f"{_WHERE} where the video can be embedded, choose “Nowhere”",
            _PAGE,
            _privacy("embed"),
        ),
    ),
    questions=(
        Question(
            "messages",
            "In Vimeo's settings, under Privacy: who can send you messages?",
            "Who can send you messages",
            ("No one", "People you follow", "Anyone"),
            f"{_WHERE} messages",
        ),
    ),
)
