"""Copies that a computer made of a file beside it, told by their names.

They are called ``posts_1 2.json``, ``posts_1 (1).json``, ``posts_1 copy.json``, ``posts_1 - Copy.json``:
always with a space. Networks number their own files without one, as Takeout's ``comments(1).csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from selfaudit.exports.containers import Member
from selfaudit.exports.limits import Bounded, Meter
from selfaudit.model.export import Unreadable

_COPY = re.compile(
    r"(?P<name>(?:.*/)?[^/ ][^/]*?)(?: (?:- )?copy)?(?: \(\d+\)| \d+)?"
    r"(?P<ending>\.(?:json|js|csv|html|xml|txt))",
    re.IGNORECASE | re.DOTALL,
)
"""Data alone: pictures are named by the posts that show them."""
_NAMED_BY_PEOPLE = frozenset({"articles", "playlists"})
"""Folders whose files are called by the titles that their owner gave."""
_DIFFERS = (
    "is by its name a copy of {original}, and is not the same; both were read, and which of them is right"
    " cannot be told"
)
_UNREAD = (
    "is by its name a copy of {original}, and is not the same; it was not read, and may hold what that does"
    " not; import it by itself if it is yours, or move it away if it is not"
)
_BLOCK = 2**20


def original_of(name: str) -> str | None:
    """What the file is called that this one is a copy of by its name."""
    if not _NAMED_BY_PEOPLE.isdisjoint(name.casefold().split("/")[:-1]):
        return None
    found = _COPY.fullmatch(name) if " " in name else None
    original = found["name"] + found["ending"] if found else name
    return original if original != name else None


def copies_in(members: Mapping[str, Member]) -> dict[str, str]:
    """Copy -> original, for each copy that lies beside what it is a copy of."""
    return {name: first for name in members if (first := original_of(name)) and first in members}


def differing(name: str, original: str) -> Unreadable:
    """That a copy was read beside what it is a copy of, and is not the same."""
    return Unreadable(name, _DIFFERS.format(original=original))


def unread(name: str, original: str) -> Unreadable:
    """That of a file and a copy of it that is not the same, the file alone was read."""
    return Unreadable(name, _UNREAD.format(original=original))


def same(one: Member, other: Member) -> bool:
    """Whether two files hold the same; what cannot be read is not the same as anything."""
    if one.shut or other.shut or one.size != other.size:
        return False
    if one.mark is not None and other.mark is not None:
        return one.mark == other.mark
    try:
        return all(first == second for first, second in zip_longest(_blocks(one), _blocks(other)))
    except Unreadable:
        return False


def _blocks(member: Member) -> Iterator[bytes]:
    with Bounded(member.name, member.opened(), member.packed, Meter()) as stream:
        while block := stream.read(_BLOCK):
            yield block
