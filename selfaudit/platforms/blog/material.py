"""What a blog's pages, feeds and data answers yield before anyone asks whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from unicodedata import normalize
from urllib.parse import unquote

from selfaudit.model.snapshot import Setting
from selfaudit.platforms.generic.answers import parts_of
from selfaudit.platforms.generic.markup import Picture

GUEST = "0"


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote something, as far as a place tells: by number, by the slug of addresses, by name.

    A guest has WordPress's number for nobody: anybody can type the owner's name into a comment form.
    """

    number: str | None = None
    slug: str | None = None
    name: str | None = None

    def same(self, other: Author) -> bool:
        """Whether both mean one person; the most exact of what both tell decides."""
        if GUEST in (self.number, other.number):
            return False
        if self.number and other.number:
            return self.number == other.number
        if self.slug and other.slug:
            return fold(self.slug) == fold(other.slug)
        return bool(self.name and other.name) and fold(self.name or "") == fold(other.name or "")

    @property
    def known(self) -> bool:
        """Whether anything at all is told."""
        return bool(self.number or self.slug or self.name)


@dataclass(frozen=True, slots=True)
class Entry:
    """A post or a comment.

    Attributes:
        number: the blog's own number of it.
        html: its text as mark-up; ``None`` when only the title was there.
        whole: whether that is the whole text rather than an excerpt.
        closed: whether only the title is shown, until a password is typed.
        status: WordPress's word: publish, private, draft, pending, future.
        parent: for a comment, the number or the address of what it was written under.
    """

    number: str | None = None
    link: str | None = None
    title: str = ""
    html: str | None = None
    whole: bool = False
    closed: bool = False
    protected: bool = False
    author: Author = Author()
    status: str | None = None
    time: datetime | None = None
    comment: bool = False
    parent: str | None = None
    commentable: bool | None = None
    base: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as an author page, a profile page or a data answer describes them."""

    author: Author = Author()
    login: str | None = None
    bio: str | None = None
    email: str | None = None
    website: str | None = None
    page: str | None = None
    avatar: str | None = None
    signed_in: bool = False


@dataclass(slots=True)
class Material:
    """Everything found so far."""

    entries: list[Entry] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    pictures: list[tuple[Picture, str | None, Author]] = field(default_factory=list)
    about: Author | None = None
    site: str | None = None

    def take(self, other: Material) -> None:
        """Add what another place yielded."""
        self.entries += other.entries
        self.people += other.people
        self.settings += other.settings
        self.pictures += other.pictures
        self.about = self.about or other.about
        self.site = self.site or other.site


def fold(name: str) -> str:
    """A name as WordPress makes an address of it: "Alex.Teacher" and "alex-teacher" are one."""
    plain = re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", normalize("NFD", unquote(name).casefold()))
    return re.sub(r"[\s.-]+", "-", re.sub(r"[^\w\s.-]", "", normalize("NFC", plain))).strip("-")


def place(address: str | None) -> str:
    """An address by which the same entry is found again, whatever scheme or slash it is written with."""
    if not address:
        return ""
    parts = parts_of(address)
    query = f"?{parts.query}" if re.match(r"(p|page_id)=\d+$", parts.query) else ""
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def united(entries: Iterable[Entry]) -> list[Entry]:
    """The same post met in several places becomes one, with the most that any of them told."""
    kept: list[Entry] = []
    index: dict[str, int] = {}
    for entry in entries:
        names = _names(entry)
        at = next((index[name] for name in names if name in index), None)
        if at is None:
            at = len(kept)
            kept.append(entry)
        else:
            kept[at] = _joined(kept[at], entry)
        index |= dict.fromkeys(names, at)
    return kept


def _names(entry: Entry) -> list[str]:
    kind = "comment" if entry.comment else "post"
    address = "" if entry.comment else place(entry.link)
    return [f"{kind} {name}" for name in (entry.number, address) if name]


def _joined(first: Entry, second: Entry) -> Entry:
    """The fuller text wins; for the rest, what is known first."""
    fuller = second if _fullness(second) > _fullness(first) else first
    other = first if fuller is second else second
    changes = {
        entry.name: getattr(other, entry.name)
        for entry in fields(Entry)
        if entry.name != "author" and getattr(fuller, entry.name) in (None, "")
    }
    author = Author(
        first.author.number or second.author.number,
        first.author.slug or second.author.slug,
        first.author.name or second.author.name,
    )
    protected = first.protected or second.protected
    return replace(fuller, **{**changes, "author": author, "protected": protected})


def _fullness(entry: Entry) -> tuple[bool, bool, bool]:
    return (not entry.closed, entry.whole, entry.html is not None)
