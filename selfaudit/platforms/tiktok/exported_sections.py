"""The one big file of a TikTok export, whose sections go by other names from year to year.

It is read as a stream: only the sections that are asked for are ever built, so that messages and searches,
which lie in the same file, never are; a file that is cut short gives the sections before the cut.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import IO, Any

import ijson

from selfaudit.model.export import Archive, Unreadable
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.exported import Export
from selfaudit.platforms.generic.values import part_of

FILES = ("user_data_tiktok*.json", "user_data.json", "user_data_*.json")
_NOTHING = ("", "none", "n/a", "null")
_FAULTS = (ijson.JSONError, ijson.common.IncompleteJSONError, UnicodeError, RecursionError)
_DAMAGED = "is damaged or not whole; the sections before the damage were read"
Event = tuple[str, Any]
Events = Iterator[Event]
_OPENING, _CLOSING = frozenset({"start_map", "start_array"}), frozenset({"end_map", "end_array"})
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
        with _opened(archive, name) as stream:
            found = ((key, held) for key, held in _sections_in(stream) if isinstance(held, dict))
            return any(key in one.names and one.leaf in held for key, held in found for one in TELLING)
    except (Unreadable, *_FAULTS):
        return False


def _opened(archive: Archive, name: str) -> IO[bytes]:
    """The file from behind the mark that some editors put at the beginning."""
    stream = archive.open(name)
    if stream.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8:
        return stream
    stream.close()
    return archive.open(name)


def _sections_in(stream: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """Every section that is asked for, by its folded name: what lies under a name one level down."""
    events: Events = ijson.basic_parse(stream, use_float=True)
    for _top, opening in _fields(next(events), events):
        for name, first in _fields(opening, events):
            if folded(name) in _WANTED:
                yield folded(name), _built(first, events)
            else:
                _passed_over(first, events)


def _fields(opening: Event, events: Events) -> Iterator[tuple[str, Event]]:
    """The names in an object, each with what its value begins with; whoever asks takes the value's rest."""
    if opening[0] != "start_map":
        _passed_over(opening, events)
        return
    for event, name in events:
        if event == "end_map":
            return
        yield name, next(events)


def _passed_over(first: Event, events: Events) -> None:
    """Go behind this value without building it."""
    depth = int(first[0] in _OPENING)
    while depth:
        event = next(events)[0]
        if event in _OPENING:
            depth += 1
        elif event in _CLOSING:
            depth -= 1


def _built(first: Event, events: Events) -> Any:
    """The value that begins so."""
    event, value = first
    if event == "start_map":
        return {name: _built(inner, events) for name, inner in _fields(first, events)}
    if event == "start_array":
        return [_built(inner, events) for inner in iter(lambda: next(events), ("end_array", None))]
    return value


def profile_in(archive: Archive) -> dict[str, Any]:
    """The owner's profile; the files are read only as far as that."""
    for name in files_in(archive):
        try:
            with _opened(archive, name) as stream:
                found = (
                    part_of(held, PROFILE.leaf) for key, held in _sections_in(stream) if key in PROFILE.names
                )
                profile = next((one for one in found if isinstance(one, dict)), None)
        except (Unreadable, *_FAULTS):
            continue
        if profile is not None:
            return profile
    return {}


class Sections:
    """The sections of an export's files that are asked for."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self._all: list[tuple[str, Any]] = []
        for name in files_in(export.archive):
            self._read(name)

    def _read(self, name: str) -> None:
        try:
            with _opened(self._export.archive, name) as stream:
                for section in _sections_in(stream):
                    self._all.append(section)
        except Unreadable as fault:
            self._export.miss(Part.OTHER, fault)
        except _FAULTS:
            self._export.miss(Part.OTHER, Unreadable(name, _DAMAGED))

    def within(self, name: str) -> list[Any]:
        """What lies under this name one level down, whatever its form."""
        return [held for key, held in self._all if key == name]

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


def is_nothing(value: Any) -> bool:
    """Whether a value is one of TikTok's ways to say that there is none."""
    return value is None or (isinstance(value, str) and value.strip().casefold() in _NOTHING)


def said(values: Any, *names: str) -> str:
    """The text under the first of these names, however their case is; ``""`` where TikTok says none."""
    wanted = [folded(name) for name in names]
    found = {}
    for key, value in values.items() if isinstance(values, dict) else ():
        if folded(key) in wanted and isinstance(value, str) and not is_nothing(value):
            found[folded(key)] = value.strip()
    return next((found[name] for name in wanted if name in found), "")
