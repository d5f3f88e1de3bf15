"""What a board's pages and data answers yield before anyone asks whose profile it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, tzinfo
from typing import Any

from selfaudit.model.snapshot import Connection
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.reading import absolute


@dataclass(frozen=True, slots=True)
class Who:
    """A member as a page names them: by number, by name, or both."""

    number: str | None = None
    name: str | None = None

    def same(self, other: Who) -> bool:
        """Whether both are one member; a number decides where both have one."""
        if self.number and other.number:
            return self.number == other.number
        return bool(self.name and other.name) and _fold(self.name) == _fold(other.name)

    def __bool__(self) -> bool:
        return bool(self.number or self.name)


@dataclass(frozen=True, slots=True)
class Member:
    """What is told of a member. ``bio`` is ``None`` when it was not shown and ``""`` when it was empty."""

    who: Who
    full_name: str | None = None
    bio: str | None = None
    signature: str | None = None
    emails: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    url: str | None = None
    avatar: str | None = None
    posts: int | None = None
    hidden: bool = False
    followers: int | None = None
    following: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One post. ``first`` says whether it began its thread; ``local`` is a time of an unstated zone."""

    id: str
    author: Who
    text: str = ""
    title: str = ""
    thread: str | None = None
    first: bool | None = None
    whole: bool = True
    time: datetime | None = None
    local: datetime | None = None
    url: str | None = None
    links: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def standing_at(self, base: str) -> Entry:
        """The same with full addresses, where its words were written without a page around them."""
        links = tuple(full for link in self.links if (full := absolute(base, link)))
        return replace(self, links=links, pictures=tuple(one.standing_at(base) for one in self.pictures))


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as a list names it."""

    id: str
    starter: Who = field(default_factory=Who)
    url: str | None = None


@dataclass(slots=True)
class Material:
    """Everything that was found.

    Attributes:
        viewer: who was signed in, as the page itself says.
        nobody: a page that would greet a signed-in member greets nobody.
        about: whose profile a page is.
        lists: the relations of the lists of people that were seen, empty ones too.
        values: what switches stand at, by the names that the board has for them.
        zone: the time zone in which the board writes its times for whoever is signed in.
        strange: a saved page showed nothing that is known.
    """

    engines: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)
    connections: list[Connection] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    viewer: Member | None = None
    nobody: bool = False
    about: Who | None = None
    values: list[tuple[str, dict[str, Any], datetime | None]] = field(default_factory=list)
    zone: tzinfo | None = None
    strange: bool = False

    def take(self, other: Material) -> None:
        """Add what another page or answer yielded."""
        for entry in fields(self):
            mine, theirs = getattr(self, entry.name), getattr(other, entry.name)
            if isinstance(mine, list):
                mine.extend(theirs)
            else:
                setattr(self, entry.name, mine or theirs)


def united(entries: Iterable[Entry]) -> list[Entry]:
    """Each post once, with the most that any page told of it.

    A thread that a list names without the number of its first post (``thread-N``) gives way to that post.
    """
    known: dict[str, Entry] = {}
    for entry in entries:
        known[entry.id] = _joined(known[entry.id], entry) if entry.id in known else entry
    begun = {f"thread-{entry.thread}": entry.id for entry in known.values() if entry.first}
    for stand_in, real in begun.items():
        if stand_in in known and stand_in != real:
            known[real] = _joined(known[real], known.pop(stand_in))
    return list(known.values())


def _joined(one: Entry, other: Entry) -> Entry:
    first, second = (other, one) if other.whole and not one.whole else (one, other)
    return replace(
        first,
        author=first.author if first.author.number else second.author or first.author,
        title=first.title or second.title,
        thread=first.thread or second.thread,
        first=second.first if first.first is None else first.first,
        time=first.time or second.time,
        local=first.local or second.local,
        url=first.url or second.url,
    )


def starters(found: Material, entries: Sequence[Entry]) -> dict[str, Who]:
    """Who began each thread, as far as it was told."""
    told = {thread.id: thread.starter for thread in found.threads if thread.starter}
    return told | {entry.thread: entry.author for entry in entries if entry.first and entry.thread}


def _fold(name: str | None) -> str:
    return " ".join((name or "").split()).casefold()
