"""What a page says of a person and of what they wrote, by whichever of the ways pages have to say it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.answers import place
from selfaudit.platforms.generic.markup import Picture


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a page describes; ``bio`` is ``None`` when it was not shown, ``""`` when it was empty."""

    name: str | None = None
    handle: str | None = None
    url: str | None = None
    bio: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    photo: str | None = None

    def same(self, other: Person) -> bool:
        """Whether both mean one person; an address decides where both have one."""
        mine, theirs = place(self.url), place(other.url)
        if mine and theirs and mine == theirs:
            return True
        names = {_fold(name) for name in (self.name, self.handle) if name}
        return bool(names & {_fold(name) for name in (other.name, other.handle) if name})

    def __bool__(self) -> bool:
        return bool(self.name or self.handle or self.url or self.emails or self.phones)


@dataclass(frozen=True, slots=True)
class Item:
    """A text or picture on a page; without an author where the page names none.

    Attributes:
        aside: it stands where a page shows what is elsewhere, so that without an author it is nobody's.
        heading: its first heading, which on some sites is its writer's name.
        given: the only text of a page that names nobody, so that whoever gave the page gave it as theirs.
    """

    text: str = ""
    title: str = ""
    author: Person = field(default_factory=Person)
    kind: PostKind = PostKind.POST
    time: datetime | None = None
    url: str | None = None
    parent: str | None = None
    whole: bool = True
    links: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    aside: bool = False
    heading: str = ""
    given: bool = False

    def by(self, author: Person) -> Item:
        """The same, signed by this person."""
        return replace(self, author=author)

    @property
    def id(self) -> str:
        """The same through both lenses: its own address, or what it says."""
        said = f"{self.time}|{self.title}|{self.text}"
        return place(self.url) or hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(slots=True)
class Described:
    """Everything that was found. ``about`` is whose page it is, where the page says so."""

    about: Person | None = None
    people: list[Person] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def take(self, other: Described) -> None:
        """Add what another way of saying told."""
        self.about = (
            joined(self.about, other.about) if self.about and other.about else self.about or other.about
        )
        self.people += other.people
        known = {item.id for item in self.items}
        self.items += [item for item in other.items if item.id not in known]

    def __bool__(self) -> bool:
        return bool(self.about or self.people or self.items)


def joined(first: Person, second: Person) -> Person:
    """One person of two descriptions; where both know something, the first is kept."""
    changes: dict[str, Any] = {}
    for entry in fields(first):
        mine, theirs = getattr(first, entry.name), getattr(second, entry.name)
        changes[entry.name] = (
            tuple(dict.fromkeys(mine + theirs)) if isinstance(mine, tuple) else (mine or theirs)
        )
        if entry.name == "bio" and mine is not None and not mine:
            changes["bio"] = theirs or mine
    return Person(**changes)


def _fold(name: str) -> str:
    return " ".join(name.lstrip("@").split()).casefold()
