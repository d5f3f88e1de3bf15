"""What of an export no reader takes, told in lines: names of files and fields, and nothing in them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from selfaudit.exports.outlines import folded
from selfaudit.exports.watching import DATA, Names, looks_like_form
from selfaudit.model.export import Unreadable
from selfaudit.model.snapshot import Snapshot

_MOST_NAMES = 40
_MOST_FILES = 60
_TALKS = re.compile(r"message|chat|inbox|conversation", re.IGNORECASE)
"""Names of files below such a folder are of the people whom the owner talks to."""
_FILES = "Files that selfaudit does not open:"
_FIELDS = "Fields that selfaudit does not ask for in the files that it opens, with how often they are there:"
_ALL_FILES = "Every file of this export is read."
_ALL_FIELDS = "Every field in them is asked for."
_ONLY_NAMES = (
    "These are names of files, fields, headings and labels, nothing that stands below them; “…” stands for"
    " what may name somebody or be in somebody's words."
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What no reader took.

    Attributes:
        files: the files that nobody opened, media left out.
        fields: by file, the names that nobody asked for with those that lead to them, and how often each is
            there; the most frequent first.
    """

    files: tuple[str, ...] = ()
    fields: Mapping[str, Sequence[tuple[Names, int]]] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """For a person to read."""
        yield from (
            (_FILES, *_bounded(list(_folded_files(self.files)), _MOST_FILES)) if self.files else [_ALL_FILES]
        )
        yield from (_FIELDS, *self._told_fields()) if self.fields else [_ALL_FIELDS]
        yield from [_ONLY_NAMES] if self.files or self.fields else []

    def _told_fields(self) -> Iterator[str]:
        for file, names in self.fields.items():
            yield f"  {_folded_file(file)}"
            yield from _bounded([f"  {' > '.join(one)}: {count:,}" for one, count in names], _MOST_NAMES)


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What no reader took of each export among the files named.

    Attributes:
        each: the exports, as of whom and where each is, and what is left of it.
        faults: why anything beside them was not looked at.
    """

    each: Sequence[tuple[str, Leftover]]
    faults: tuple[Unreadable, ...] = ()

    def lines(self) -> Iterator[str]:
        """For a person to read; whose it is where there are several."""
        for title, left in self.each:
            if len(self.each) > 1:
                yield f"{title}:"
            yield from left.lines()
        yield from (f"Not read: {fault}." for fault in self.faults)


def _bounded(lines: list[str], most: int) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"    and {len(lines) - most:,} more"


def _folded_files(names: Sequence[str]) -> Iterator[str]:
    """The names of files, those that are the same once folded as one with their number."""
    for name, count in Counter(map(_folded_file, names)).items():
        yield f"{name} ({count:,} files)" if count > 1 else name


def _folded_file(name: str) -> str:
    """The name without the pieces that may be somebody's."""
    shown: list[str] = []
    for piece in name.split("/"):
        stem, ending = posixpath.splitext(piece)
        apart = any(map(_TALKS.search, shown)) or not looks_like_form(stem)
        shown.append(f"{DATA}{ending}" if apart else piece)
    return "/".join(shown)


def people_in(snapshot: Snapshot) -> set[str]:
    """Whoever an export names, in small letters."""
    named = [snapshot.owner.name, snapshot.owner.handle, *(post.author for post in snapshot.posts)]
    named += [name for one in snapshot.connections for name in (one.display_name, one.handle)]
    return {folded(name) for name in named if name}
