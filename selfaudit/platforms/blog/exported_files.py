"""The files of WordPress's export taken together: what they hold, before anybody asks whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from selfaudit.model.export import Archive, Unreadable
from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.blog.exported import (
    INTERNAL,
    TEXTS,
    Item,
    Writer,
    attachment_of,
    author_alone,
    folded,
    is_gone,
    item_of,
    kind_of,
    writer_of,
)
from selfaudit.platforms.blog.wxr import has_content, is_wxr, records
from selfaudit.platforms.exported import UNKNOWN_POST, Export
from selfaudit.platforms.generic.elements import note_kind, text_under
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.tables import start_of

_ATTACHMENT = "attachment"
_MOST_LOOKED_AT = 300
_NO_ITEMS = "the file holds no entry of the blog that this version knows; please look at the blog by hand"
_PARTS = (Part.POSTS, Part.COMMENTS, Part.IMAGES)


def files_in(archive: Archive) -> tuple[str, ...]:
    """The export files of WordPress."""
    return tuple(name for name in archive.find("*.xml")[:_MOST_LOOKED_AT] if is_wxr(start_of(archive, name)))


def names_one(archive: Archive) -> bool:
    """Whether the file's head names one writer alone: WordPress names there all whose texts follow."""
    files = files_in(archive)
    if len(files) != 1:
        return False
    try:
        kinds = (kind for kind, _element in records(archive, files[0]))
        return sum(kind == "author" for kind in takewhile(lambda kind: kind != "item", kinds)) == 1
    except Unreadable:
        return False


@dataclass(slots=True)
class Collected:
    """What the files hold.

    Attributes:
        items: the posts and pages.
        writers: those whom the heads of the files name, by their folded login.
        attached: the uploaded pictures, each with the folded login of who uploaded it.
        kinds: how many items there are of each kind that is not read.
        about: what the files say about their blog.
        chosen: the folded login that the person said is theirs.
    """

    items: list[Item] = field(default_factory=list)
    writers: dict[str, Writer] = field(default_factory=dict)
    attached: list[tuple[str, tuple[Picture, str | None]]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    about: dict[str, str] = field(default_factory=dict)
    chosen: str = ""

    @property
    def logins(self) -> set[str]:
        """Who writes there, in small letters."""
        return {folded(item.post.author) for item in self.items if item.post.author} or set(self.writers)

    def person(self, login: str) -> Writer:
        """The writer of this login, as far as the file tells of them."""
        shown = (item.post.author for item in self.items if folded(item.post.author or "") == login)
        named = next((one for one in shown if one), login)
        return self.writers.get(login) or Writer("", named, "", "")

    def wrote(self, item: Item) -> bool:
        """Whether the owner wrote this, where there is one."""
        return not self.chosen or folded(item.post.author or "") == self.chosen

    @property
    def site(self) -> str | None:
        """The blog's address."""
        return self.about.get("base_blog_url") or self.about.get("base_site_url")

    @property
    def writer(self) -> Writer | None:
        """The one whom the person chose, else the only one who writes there; ``None`` where there is none."""
        logins = {self.chosen} if self.chosen else self.logins
        return self.person(*logins) if len(logins) == 1 else None


def writers_in(archive: Archive) -> Collected:
    """Who writes there and how much: of the posts and pages nothing else is read."""
    return collected(Export(archive), author_alone)


def collected(export: Export, parse: Callable[[Any], Item] = item_of) -> Collected:
    """All that the files hold, each post and page as ``parse`` reads it; what is damaged becomes a gap."""
    found = Collected()
    for name in files_in(export.archive):
        export.note([name], *_PARTS)
        file = _File(export, parse, found)
        try:
            for kind, element in records(export.archive, name):
                file.take(kind, element)
        except Unreadable as fault:
            for part in (*_PARTS, Part.CONTACT):
                export.miss(part, fault)
        if not file.items:
            for part in _PARTS:
                export.fell_short(part, _NO_ITEMS)
    return found


@dataclass(slots=True)
class _File:
    """One file that is being read; the prefix keeps its numbers apart from those of the first blog."""

    export: Export
    parse: Callable[[Any], Item]
    found: Collected
    prefix: str = ""
    items: int = 0

    def take(self, kind: str, element: Any) -> None:
        """An author, an item or a word about the blog."""
        if kind == "author":
            writer = writer_of(element)
            if writer.login:
                self.found.writers.setdefault(folded(writer.login), writer)
        elif kind != "item":
            self._take_word(kind, "".join(element.itertext()).strip())
        else:
            self.items += 1
            if not is_gone(element):
                self._take_item(element)

    def _take_word(self, name: str, value: str) -> None:
        known = self.found.about.setdefault(name, value)
        if name == "base_blog_url" and known != value:
            self.prefix = f"{value}#"

    def _take_item(self, element: Any) -> None:
        kind = kind_of(element)
        note_kind(element, "post_type", taken=kind in TEXTS or kind == _ATTACHMENT)
        picture = attachment_of(element) if kind == _ATTACHMENT else None
        if kind in TEXTS:
            if not has_content(element):
                self.export.fell_short(Part.POSTS, UNKNOWN_POST)
            read = self.export.keep(Part.POSTS, self.parse, [element])
            self.found.items += [_apart(item, self.prefix) if self.prefix else item for item in read]
        elif picture:
            self.found.attached.append((folded(text_under(element, "creator")), picture))
        elif kind not in INTERNAL:
            self.found.kinds[kind] += 1


def _apart(item: Item, prefix: str) -> Item:
    """The same under ids that no other blog has."""

    def renamed(post: Post) -> Post:
        parent = f"{prefix}{post.parent}" if post.parent else None
        return replace(post, id=f"{prefix}{post.id}", parent=parent)

    said = tuple(replace(one, post=renamed(one.post)) for one in item.comments)
    pictures = tuple((picture, f"{prefix}{holder}") for picture, holder in item.pictures)
    return Item(renamed(item.post), pictures, said)
