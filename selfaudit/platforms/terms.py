"""What a site's own terms say of automated reading, told before a live run: dated paraphrases."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from selfaudit.platforms import PLATFORMS

_UNSETTLED = (
    "Whether that covers a person who lets a program read their own profile, at a person's pace, is not"
    " settled."
)
_UNKNOWN = (
    "What the terms of {title} say of automated reading is not known to selfaudit; look before you go on."
)
_HAPPENS = (
    "If the site takes this for automation, it may show you a warning, ask you to prove who you are, or lock"
    " your account, for a while or for good."
)
_FIRST = (
    "There are ways without that risk: {export}save the pages of your own profile from your own browser, and"
    " use: selfaudit import FILE"
)
_EXPORT = "ask {title} for a download of your data, or "
_MANY_SITES = frozenset({"blog", "forum", "documents", "website"})


def before_you_start(platform: str) -> str:
    """One paragraph for whoever is about to read their own profile live; it names the other doors too."""
    title = _title(platform)
    export = "" if platform in _MANY_SITES else _EXPORT.format(title=title)
    return " ".join((_said(platform, title), _HAPPENS, _FIRST.format(export=export)))


def _said(platform: str, title: str) -> str:
    entry = _table().get(platform)
    if platform in _MANY_SITES:
        return "Each such site has terms of its own, which selfaudit does not know; look before you go on."
    if entry is None:
        return _UNKNOWN.format(title=title)
    return f"The terms of {title} (as of {_day(entry['dated'])}) {entry['says']}. {_UNSETTLED}"


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files(__package__ or "") / "terms.toml").read_text(encoding="utf-8"))


def _title(platform: str) -> str:
    return next((one.title for one in PLATFORMS if one.id == platform), platform)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
