"""WordPress's export ("Tools, Export"): recognise, owner, posts and pages, comments, pictures.

What this rests on: thirteen published files of WordPress's own importer, of its formats 1.0 to 1.2, some of
them damaged on purpose. The addresses of computers and of those who comment are never kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

from selfaudit.model.export import Answer, Archive, Doubt, ExportReader, Keep, Unreadable
from selfaudit.model.snapshot import Fact, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Door, Part
from selfaudit.platforms.blog.exported import (
    INTERNAL,
    TEXTS,
    Item,
    Said,
    Writer,
    attachment_of,
    author_alone,
    folded,
    image_of,
    is_gone,
    item_of,
    kind_of,
    writer_of,
)
from selfaudit.platforms.blog.material import GUEST
from selfaudit.platforms.blog.parse import LACKS
from selfaudit.platforms.blog.wxr import is_wxr, records, site_of
from selfaudit.platforms.exported import ONLY_ADDRESSES, Export, finished
from selfaudit.platforms.generic.elements import text_under
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.tables import start_of

_LAYOUT = "wxr"
_MOST_LOOKED_AT = 300
_PARTS = (Part.POSTS, Part.COMMENTS, Part.IMAGES)
_MOST_KINDS_NAMED = 5
_SEVERAL_PEOPLE = 2
_NO_BIO = "the export does not hold what your blog says about you as a person; please look at it by hand"
_NO_SETTINGS = "the export does not hold the blog's settings"
_SEVERAL = (
    "the export does not say which of the people who write there is you; on your blog, in Tools, Export, "
    "choose “Posts”, then your own name under “Authors”, and import that file"
)
_UPLOADS = "put a copy of the blog's folder wp-content/uploads beside the file to have them looked at"
_WHO = "Several people write in this blog's export. Which of them are you?"
_NOT_KNOWN = (
    "Several people write in this blog's export, and selfaudit reads nobody's posts but your own, so it was"
    " not read."
)
_OTHER_KINDS = "entries of a kind of its own that this version does not read"


def _files(archive: Archive) -> tuple[str, ...]:
    return tuple(name for name in archive.find("*.xml")[:_MOST_LOOKED_AT] if is_wxr(start_of(archive, name)))


def recognise(archive: Archive) -> str | None:
    """Whether an export file of WordPress is there."""
    return _LAYOUT if _files(archive) else None


def owner(archive: Archive) -> str | None:
    """The login of the only one who writes there."""
    found = _collected(Export(archive), author_alone)
    writer = found.writer
    return writer.login or writer.name or None if writer else None


def _names_one(archive: Archive) -> bool:
    """Whether the file's head names one writer alone: WordPress names there all whose texts follow."""
    files = _files(archive)
    if len(files) != 1:
        return False
    try:
        kinds = (kind for kind, _element in records(archive, files[0]))
        return sum(kind == "author" for kind in takewhile(lambda kind: kind != "item", kinds)) == 1
    except Unreadable:
        return False


def site(archive: Archive) -> str | None:
    """The blog's address."""
    return next(filter(None, (site_of(archive, name) for name in _files(archive))), None)


def doubt(archive: Archive) -> Doubt | None:
    """Where several people write there, which of them the person is."""
    if _names_one(archive):
        return None
    found = _collected(Export(archive), author_alone)
    if len(found.logins) < _SEVERAL_PEOPLE:
        return None
    written = Counter(folded(item.post.author or "") for item in found.items)
    people = sorted((found.person(login) for login in found.logins), key=lambda one: folded(one.login))
    answers = tuple(
        Answer(
            f"{one.name} ({one.login}), texts: {written[folded(one.login)]}", f"{_LAYOUT}:{folded(one.login)}"
        )
        for one in people
    )
    return Doubt(_WHO, answers, refusal=_NOT_KNOWN)


def read(archive: Archive, layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner; of several people, the layout names them."""
    export = Export(archive, keep)
    found = _collected(export)
    found.chosen = layout.partition(":")[2]
    writer = found.writer
    images = tuple(_images(export, found)) if writer else ()
    gaps = [Gap(Part.BIO, _NO_BIO), Gap(Part.SETTINGS, _NO_SETTINGS)]
    if writer is None:
        gaps.append(Gap(Part.POSTS, _SEVERAL, len(found.items) or None))
        gaps += [Gap(part, _SEVERAL) for part in (Part.COMMENTS, Part.IMAGES, Part.CONTACT)]
    kinds = ", ".join(name for name, _count in found.kinds.most_common(_MOST_KINDS_NAMED))
    if kinds:
        gaps.append(Gap(Part.POSTS, f"{_OTHER_KINDS} ({kinds})", found.kinds.total()))
    snapshot = Snapshot(
        "blog",
        Door.EXPORT,
        owner=_owner(found),
        posts=tuple(_posts(found)),
        images=images,
        site=found.site,
        lacks=tuple(LACKS),
        read=(Part.CONTACT,) if writer and writer.email else (),
    )
    return finished(snapshot, export, gaps)


@dataclass(slots=True)
class _Collected:
    """What the files hold, before anybody asks whose it is; ``parse`` reads an item."""

    parse: Callable[[Any], Item] = item_of
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


def _collected(export: Export, parse: Callable[[Any], Item] = item_of) -> _Collected:
    found = _Collected(parse)
    for name in _files(export.archive):
        for part in _PARTS:
            export.find(part, name)
        prefix = _Prefix(found)
        try:
            for kind, element in records(export.archive, name):
                _take(export, found, kind, element, prefix)
        except Unreadable as fault:
            for part in (*_PARTS, Part.CONTACT):
                export.miss(part, fault)
    return found


@dataclass(slots=True)
class _Prefix:
    """Keeps the numbers of a second blog in one export apart from those of the first."""

    found: _Collected
    text: str = ""

    def told(self, name: str, value: str) -> None:
        """What the file says about its blog."""
        known = self.found.about.setdefault(name, value)
        if name == "base_blog_url" and known != value:
            self.text = f"{value}#"


def _take(export: Export, found: _Collected, kind: str, element: Any, prefix: _Prefix) -> None:
    if kind == "author":
        writer = writer_of(element)
        if writer.login:
            found.writers.setdefault(folded(writer.login), writer)
    elif kind != "item":
        prefix.told(kind, "".join(element.itertext()).strip())
    elif not is_gone(element):
        _take_item(export, found, element, prefix.text)


def _take_item(export: Export, found: _Collected, element: Any, prefix: str) -> None:
    kind = kind_of(element)
    picture = attachment_of(element) if kind == "attachment" else None
    if kind in TEXTS:
        read_items = export.keep(Part.POSTS, found.parse, [element])
        found.items += [_apart(item, prefix) if prefix else item for item in read_items]
    elif picture:
        found.attached.append((folded(text_under(element, "creator")), picture))
    elif kind not in INTERNAL:
        found.kinds[kind] += 1


def _apart(item: Item, prefix: str) -> Item:
    """The same under ids that no other blog has."""

    def renamed(post: Post) -> Post:
        parent = f"{prefix}{post.parent}" if post.parent else None
        return replace(post, id=f"{prefix}{post.id}", parent=parent)

    said = [replace(one, post=renamed(one.post)) for one in item.comments]
    pictures = tuple((picture, f"{prefix}{holder}") for picture, holder in item.pictures)
    return Item(renamed(item.post), pictures, said)


def _owner(found: _Collected) -> Owner:
    writer = found.writer
    named = (("Blog", found.about.get("title")), ("Tagline", found.about.get("description")))
    return Owner(
        name=(writer.name or None) if writer else None,
        handle=(writer.login or None) if writer else None,
        emails=(writer.email,) if writer and "@" in writer.email else (),
        facts=tuple(Fact(name, value) for name, value in named if value) if writer else (),
        url=found.site,
    )


def _posts(found: _Collected) -> Iterator[Post]:
    """Own ones without an author; where it is not told whose they are, everything is somebody's.

    Where the person said who they are, others' posts are left out, and the own comments beneath them are not.
    """
    writer = found.writer
    for item in found.items:
        own = writer is not None and found.wrote(item)
        said = (_whose(one.post, own=_is_by(one, writer)) for one in item.comments)
        if own or not found.chosen:
            yield _whose(item.post, own=own)
            yield from said
        else:
            yield from (one for one in said if one.own)


def _is_by(said: Said, writer: Writer | None) -> bool:
    """Whether a comment is the owner's; guests can type any name and any address: only an account tells."""
    return writer is not None and said.account not in {"", GUEST} and said.account == writer.number


def _whose(post: Post, *, own: bool) -> Post:
    """The post, marked where it is: it was made a moment ago, and copies would stand in memory beside it."""
    object.__setattr__(post, "own", own)
    if own:
        object.__setattr__(post, "author", None)
    return post


def _images(export: Export, found: _Collected) -> Iterator[Image]:
    login = folded(found.writer.login) if found.writer else ""
    mine = [picture for creator, picture in found.attached if creator in {login, ""}]
    shown = (one for item in found.items if found.wrote(item) for one in item.pictures)
    for picture, post in (*mine, *shown):
        path = urlsplit(picture.url).path
        places = [path.lstrip("/"), *([path.rpartition("/uploads/")[2]] if "/uploads/" in path else [])]
        yield image_of(picture, post, export.picture(*filter(None, places)))


BLOG_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    doubt=doubt,
    site=site,
    parts={
        Part.BIO: f"no: {_NO_BIO}",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: "yes",
        Part.IMAGES: f"in part: {ONLY_ADDRESSES}; {_UPLOADS}",
        Part.SETTINGS: f"no: {_NO_SETTINGS}",
    },
)
