"""Tumblr's export ("Export blog"): recognise, owner, posts, pictures.

What this rests on: a published program that shows such exports, with its published test data for the list of
posts (2018 on) and for the pages of posts; no real export was to be had. The messages that lie beside them,
and the other download ("privacy data"), are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep, Unreadable
from selfaudit.model.questions import unanswered
from selfaudit.model.snapshot import Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Door, Part
from selfaudit.platforms.exported import NO_SWITCHES, Export, finished, not_told
from selfaudit.platforms.generic.elements import elements_in, name_of
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.tumblr.answers import SITE
from selfaudit.platforms.tumblr.exported_posts import Said, of_element, of_page
from selfaudit.platforms.tumblr.settings import SWITCHES

_LIST, _PAGES = "list", "pages"
_PAGE = re.compile(r"(?:^|/)html/(?:submissions/)?\d{5,}\.html$")
_SUBMITTED = "/submissions/"
_MEDIA = re.compile(r"(?:^|/)media/(\d{5,})(?:_\d+)?\.\w{3,4}$")
_FILMS = (".mp4", ".mov", ".webm", ".mp3", ".m4a", ".wav")
_STAMP = 'id="timestamp"'
_MOST_LOOKED_AT = 3
_NO_BIO = "Tumblr's export does not hold the description of your blog"
_REPLIES = "Tumblr's export holds what others asked you, and not what they replied"
_NO_PEOPLE = (
    "Tumblr's export does not say who follows you and whom you follow; save those two pages, and import them "
    "as well"
)
_UNNAMED = "the export does not name its blog; look whether posts.zip is among the files"
_NOT_SEEN = "films and sound, which are not looked at"


def _lists(archive: Archive) -> tuple[str, ...]:
    return tuple(name for name in archive.find("posts*.xml") if "<tumblr" in start_of(archive, name))


def _pages(archive: Archive) -> tuple[str, ...]:
    """The pages of posts; what others submitted is no post of the owner's."""
    return tuple(name for name in archive.names() if _PAGE.search(name) and _SUBMITTED not in name)


def recognise(archive: Archive) -> str | None:
    """The list of posts, or pages of posts."""
    if _lists(archive):
        return _LIST
    looked_at = _pages(archive)[:_MOST_LOOKED_AT]
    return _PAGES if any(_STAMP in _text(archive, name) for name in looked_at) else None


def _text(archive: Archive, name: str) -> str:
    try:
        return archive.text(name)
    except Unreadable:
        return ""


def owner(archive: Archive) -> str | None:
    """The blog's name, from its first post."""
    export = Export(archive)
    return next((blog for element in _elements(export) if (blog := element.get("tumblelog"))), None)


def read(archive: Archive, layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its blog."""
    export = Export(archive, keep)
    blog, said = owner(archive), _said(export, layout)
    files = _Files(export)
    posts = [one for each in said for one in (files.shown_in(each.post), *each.others)]
    files.note_films()
    snapshot = Snapshot(
        "tumblr",
        Door.EXPORT,
        owner=Owner(handle=blog, url=f"{SITE}/{blog}" if blog else None),
        posts=tuple(posts),
        images=tuple(files.images),
        site=SITE,
        lacks=(Part.CONTACT,),
    )
    gaps = [Gap(Part.BIO, _NO_BIO), Gap(Part.COMMENTS, _REPLIES), Gap(Part.CONNECTIONS, _NO_PEOPLE)]
    gaps += [*not_told(SWITCHES.unread(())), *unanswered(SWITCHES.questions)]
    gaps += [] if blog else [Gap(Part.OTHER, _UNNAMED)]
    return finished(snapshot, export, gaps)


def _elements(export: Export) -> Iterator[Any]:
    for name in _lists(export.archive):
        try:
            yield from elements_in(export.archive, name, ["post"], lambda found: name_of(found) == "post")
        except Unreadable as fault:
            for part in (Part.POSTS, Part.IMAGES):
                export.miss(part, fault)


def _said(export: Export, layout: str) -> tuple[Said, ...]:
    names = _lists(export.archive) if layout == _LIST else _pages(export.archive)
    export.note(names, Part.POSTS, Part.IMAGES)
    if layout == _LIST:
        return export.keep(Part.POSTS, of_element, _elements(export))
    pages = ((name, page) for name in names if (page := export.page(name, Part.POSTS, Part.IMAGES)))
    return export.keep(Part.POSTS, lambda one: of_page(*one), pages)


@dataclass(slots=True)
class _Files:
    """The pictures by the number of their post; those in posts that are only passed on are others'."""

    export: Export
    images: list[Image] = field(default_factory=list)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _films: int = 0

    def __post_init__(self) -> None:
        for name in self.export.archive.names():
            if found := _MEDIA.search(name):
                self._names.setdefault(found[1], []).append(name)

    def shown_in(self, post: Post) -> Post:
        """The post with its pictures."""
        names = sorted(self._names.get(post.id, ())) if post.own else []
        still = [name for name in names if not name.lower().endswith(_FILMS)]
        self._films += len(names) - len(still)
        kept = [Image(name, self.export.picture(name), post=post.id) for name in still]
        self.images += kept
        return replace(post, images=tuple(image.file for image in kept if image.file))

    def note_films(self) -> None:
        """Tell of what is not looked at."""
        if self._films:
            self.export.fell_short(Part.IMAGES, _NOT_SEEN, self._films)


TUMBLR_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: f"no: {_NO_BIO}",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {_REPLIES}",
        Part.IMAGES: "yes",
        Part.CONNECTIONS: f"no: {_NO_PEOPLE}",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
