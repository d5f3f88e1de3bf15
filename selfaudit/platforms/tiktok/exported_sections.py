"""The one big file of a TikTok export, whose sections go by other names from year to year.

It is read as a stream: only the sections that are asked for are ever built, so that messages and searches,
which lie in the same file, never are; a file that is cut short gives what stands before the cut. The names
of fields are compared folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any

from selfaudit.model.export import Archive, Unreadable
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.exported import Export

FILES = ("user_data_tiktok*.json", "user_data.json", "user_data_*.json")
_NOTHING = ("", "none", "n/a", "null")
_SECTION, _DEPTH = 2, 3
"""How many names lead to a section, and to its content."""
Names = tuple[str, ...]
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
STORY = "story"
TELLING = (PROFILE, SETTINGS_MAP, POSTS, COMMENTS, FOLLOWERS, FOLLOWING)


_ALL = (*TELLING, REPOSTS, BLOCKED)
_WANTED = frozenset({STORY, *(name for section in _ALL for name in section.names)})


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without spaces, signs and case."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def files_in(archive: Archive) -> tuple[str, ...]:
    """The files that may be a TikTok export's."""
    return archive.find(*FILES)


def is_tiktoks(archive: Archive, name: str) -> bool:
    """Whether a file holds one of TikTok's sections; it is read as far as the first."""
    try:
        found = archive.entries(name, _DEPTH, _is_wanted)
        return any(
            folded(names[1]) in one.names and one.leaf == names[2]
            for names, _held in _whole(found)
            for one in TELLING
        )
    except Unreadable:
        return False


def _is_wanted(names: Names) -> bool:
    """What lies under one of the known names, one level down."""
    return len(names) != _SECTION or folded(names[-1]) in _WANTED


def _whole(found: Iterator[tuple[Names, Any]]) -> Iterator[tuple[Names, Any]]:
    """What has a section's name and a name in it."""
    return ((names, held) for names, held in found if len(names) == _DEPTH)


def _lean(held: Any) -> Any:
    """The same with each field's name in memory once, and not once with every item."""
    if type(held) is list:
        return [_lean(one) for one in held]
    return {intern(name): value for name, value in held.items()} if type(held) is dict else held


def profile_in(archive: Archive) -> dict[str, Any]:
    """The owner's profile; the files are read only as far as that."""
    for name in files_in(archive):
        try:
            for names, held in _whole(archive.entries(name, _DEPTH, _is_profile)):
                if names[2] == PROFILE.leaf and isinstance(held, dict):
                    return held
        except Unreadable:
            continue
    return {}


def _is_profile(names: Names) -> bool:
    return len(names) != _SECTION or folded(names[-1]) in PROFILE.names


class Sections:
    """The sections of an export's files that are asked for.

    Args:
        export: what they are read from.
        readers: how to read the items of sections that hold many words, each at once: what is not read of an
            item is let go.
    """

    def __init__(self, export: Export, readers: Mapping[Section, Callable[[Any], Any]]) -> None:
        self._export, self._readers = export, readers
        self._all: list[tuple[str, str, Any]] = []
        for name in files_in(export.archive):
            self._read(name)

    def _read(self, name: str) -> None:
        try:
            for names, held in _whole(self._export.archive.entries(name, _DEPTH, _is_wanted)):
                section, leaf = folded(names[1]), names[2]
                self._all.append((section, leaf, self._taken(section, leaf, held)))
        except Unreadable as fault:
            self._export.miss(Part.OTHER, fault)

    def _taken(self, section: str, leaf: str, held: Any) -> Any:
        """The items of a list, read where there is a reader for them."""
        for one, reader in self._readers.items() if type(held) is list else ():
            if section in one.names and leaf == one.leaf:
                return list(self._export.keep(one.part, reader, held))
        return _lean(held)

    def within(self, name: str) -> list[Any]:
        """What lies under this name one level down, whatever its form."""
        return [held for section, _leaf, held in self._all if section == name]

    def _held(self, section: Section) -> list[Any]:
        """The content of a section, in as many pieces as it came."""
        return [
            held
            for name in section.names
            for found, leaf, held in self._all
            if found == name and leaf == section.leaf
        ]

    def has(self, section: Section) -> bool:
        """Whether the section is there, be it empty."""
        return bool(self._held(section))

    def listed(self, section: Section) -> list[Any]:
        """The items of a section that is a list, as its reader gave them; that it is none is noted."""
        items: list[Any] = []
        for held in self._held(section):
            if isinstance(held, list):
                items += held
            elif not is_nothing(held):
                self._export.fell_short(section.part, _UNKNOWN_FORM)
        return items

    def map(self, section: Section) -> dict[str, Any]:
        """The values of a section that is no list; none where all of them only say that there is none."""
        for held in self._held(section):
            if isinstance(held, dict):
                return held if any(not is_nothing(held[name]) for name in held) else {}
        return {}

    def note(self, part: Part, sections: Sequence[Section]) -> None:
        """Note a part as found where all of these sections are there."""
        if all(self.has(section) for section in sections):
            self._export.find(part, *FILES)
        for section in sections:
            if not self.has(section) and any(map(self.within, section.names)):
                self._export.fell_short(part, _UNKNOWN_FORM)


def is_nothing(value: Any) -> bool:
    """Whether a value is one of TikTok's ways to say that there is none."""
    return value is None or (isinstance(value, str) and value.strip().casefold() in _NOTHING)


def said(values: Any, *names: str) -> str:
    """The text under the first of these names, however they are written; ``""`` where TikTok says none."""
    for name in names if isinstance(values, dict) else ():
        value = values.get(name)
        value = values.get(spelled(values, name)) if value is None else value
        text = value.strip() if isinstance(value, str) else ""
        if text.casefold() not in _NOTHING:
            return text
    return ""


def spelled(values: dict[str, Any], name: str) -> str:
    """How an object writes this name."""
    return _spellings(tuple(values)).get(folded(name), name)


@lru_cache(maxsize=256)
def _spellings(names: Names) -> dict[str, str]:
    return {folded(name): name for name in names}
