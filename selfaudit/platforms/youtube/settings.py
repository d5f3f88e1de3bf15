"""YouTube's privacy switches as its settings named them in September 2026, and those that only Studio shows.

The switches of the page "Privacy" are read from its data; their shape is published (2022 to 2024), never seen
by us, and their titles are read in English only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.switches import Question, Switch, SwitchTable
from selfaudit.platforms.generic.values import part_of
from selfaudit.platforms.youtube.answers import each, written

_PAGE = "https://www.youtube.com/account_privacy"
_WORDS = {True: "Only you", False: "Everyone"}


def _titled(pattern: str) -> Callable[[Any], Any]:
    """The switch with this title; its words say "keep … private", so that on is the private choice."""
    sought = re.compile(pattern, re.IGNORECASE)

    def read(switch: Any) -> Any:
        title = written(part_of(switch, "title"))
        return part_of(switch, "enabled") if sought.search(title) else None

    return read


SETTINGS = SwitchTable(
    as_of=date(2026, 9, 1),
    switches=(
        Switch(
            "subscriptions",
            "Who can see which channels you subscribe to",
            _WORDS,
            "Only you",
            "Click your picture, then Settings, then Privacy: switch “Keep all my subscriptions private” on",
            _PAGE,
            _titled(r"\bkeep all my subscriptions private\b"),
        ),
        Switch(
            "saved_playlists",
            "Who can see the playlists you saved",
            _WORDS,
            "Only you",
            "Click your picture, then Settings, then Privacy: "
            "switch “Keep all my saved playlists private” on",
            _PAGE,
            _titled(r"\bkeep all my saved playlists private\b"),
        ),
    ),
    questions=(
        Question(
            "new_videos",
            "In YouTube Studio, under Settings, Upload defaults: which visibility do new videos get?",
            "Who can see a new video unless you choose",
            ("Private", "Unlisted", "Public"),
            "Open studio.youtube.com, then Settings, then Upload defaults: set “Visibility” to “Private”",
        ),
        Question(
            "comments",
            "In YouTube Studio, under Settings, Community, Defaults: who can comment on your videos?",
            "Who can comment on your videos",
            ("Nobody", "Only after you approve it", "Everyone"),
            "Open studio.youtube.com, then Settings, then Community, then Defaults: switch comments off",
        ),
        Question(
            "subscribers",
            "In YouTube Studio, under Settings, Channel, Advanced: is the number of subscribers shown?",
            "Whether others see how many subscribe to you",
            ("No", "Yes"),
            "Open studio.youtube.com, then Settings, then Channel, then Advanced settings",
        ),
    ),
)


def settings_of(found: Sequence[Answer]) -> Iterator[Setting]:
    """Every switch that the page "Privacy" shows."""
    for answer in found:
        for _, switch in each(answer.value, "settingsSwitchRenderer"):
            yield from SETTINGS.settings(switch, answer.at)
