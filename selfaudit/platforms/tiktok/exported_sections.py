"""The one big file of a TikTok export, whose sections go by other names from year to year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from selfaudit.model.export import Archive
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.exported import Export
from selfaudit.platforms.generic.values import part_of

FILES = ("user_data_tiktok*.json", "user_data.json", "user_data_*.json")
_NOTHING = ("", "none", "n/a", "null")
_UNKNOWN_FORM = "a section in a form that this version does not know"


@dataclass(frozen=True, slots=True)
class Section:
    """A section wherever it stands: the names it goes by, and under which name its content lies."""

    names: tuple[str, ...]
    leaf: str
    part: Part


PROFILE = Section(("profileinfo", "profileinformation"), "ProfileMap", Part.BIO)
SETTINGS_MAP = Section(("settings",), "SettingsMap", Part.SETTINGS)
POSTS = Section(("posts", "videos"), "VideoList", Part.POSTS)
REPOSTS = Section(("reposts",), "RepostList", Part.POSTS)
COMMENTS = Section(("comments",), "CommentsList", Part.COMMENTS)
FOLLOWERS = Section(("follower", "followers", "followerlist"), "FansList", Part.CONNECTIONS)
FOLLOWING = Section(("following", "followinglist"), "Following", Part.CONNECTIONS)
BLOCKED = Section(("blocklist",), "BlockList", Part.CONNECTIONS)
TELLING = (PROFILE, SETTINGS_MAP, POSTS, COMMENTS, FOLLOWERS, FOLLOWING)


def folded(name: str) -> str:
    """A name without spaces, signs and case."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def files_in(archive: Archive) -> tuple[str, ...]:
    """The files that may be a TikTok export's."""
    return archive.find(*FILES)


class Sections:
    """Everything in the files of an export, by section. Messages and searches are in there too, unasked."""

    def __init__(self, export: Export) -> None:
        self._export = export
        names = files_in(export.archive)
        self._tops = [top for name in names for top in _tops(export.json(Part.OTHER, name))]

    def known(self) -> bool:
        """Whether any section is one of TikTok's."""
        return any(self._held(section) for section in TELLING)

    def within(self, name: str) -> list[Any]:
        """What lies under this name one level down, whatever its form."""
        return [held for top in self._tops for key, held in top.items() if folded(key) == name]

    def _held(self, section: Section) -> list[Any]:
        """The content of a section, once for each time that it is there."""
        found = [one for name in section.names for one in self.within(name)]
        return [one[section.leaf] for one in found if isinstance(one, dict) and section.leaf in one]

    def has(self, section: Section) -> bool:
        """Whether the section is there, be it empty."""
        return bool(self._held(section))

    def listed(self, section: Section) -> list[Any]:
        """The items of a section that is a list; its absence stays unnoted, its emptiness is noted."""
        items: list[Any] = []
        for held in self._held(section):
            if isinstance(held, list):
                items += held
            elif not is_nothing(held):
                self._export.fell_short(section.part, _UNKNOWN_FORM)
        return items

    def map(self, section: Section) -> dict[str, Any]:
        """The values of a section that is no list, without those that only say that there is none."""
        for held in self._held(section):
            if isinstance(held, dict):
                return {key: value for key, value in held.items() if not is_nothing(value)}
        return {}

    def note(self, part: Part, sections: Sequence[Section]) -> None:
        """Note a part as found where all of these sections are there."""
        if all(self.has(section) for section in sections):
            self._export.find(part, *FILES)


def _tops(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, dict):
        return []
    return [top for top in value.values() if isinstance(top, dict)]


def is_nothing(value: Any) -> bool:
    """Whether a value is one of TikTok's ways to say that there is none."""
    return value is None or (isinstance(value, str) and value.strip().casefold() in _NOTHING)


def said(values: Any, *names: str) -> str:
    """The text under the first of these names, however their case is; ``""`` where TikTok says none."""
    known = {folded(key): value for key, value in values.items()} if isinstance(values, dict) else {}
    for name in names:
        value = part_of(known, folded(name))
        if isinstance(value, str) and not is_nothing(value):
            return value.strip()
    return ""
