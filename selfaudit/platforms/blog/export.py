"""WordPress's export ("Tools, Export"): recognise, owner, posts and pages, comments, pictures.

What this rests on: thirteen published files of WordPress's own importer, of its formats 1.0 to 1.2, some of
them damaged on purpose. The addresses of computers and of those who comment are never kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from selfaudit.model.export import Answer, Archive, Doubt, ExportReader, Keep
from selfaudit.model.snapshot import Fact, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Door, Part
from selfaudit.platforms.blog.exported import Said, Writer, folded, image_of
from selfaudit.platforms.blog.exported_files import Collected, collected, files_in, names_one, writers_in
from selfaudit.platforms.blog.material import GUEST
from selfaudit.platforms.blog.parse import LACKS
from selfaudit.platforms.blog.wxr import site_of
from selfaudit.platforms.exported import ONLY_ADDRESSES, Export, finished

_LAYOUT = "wxr"
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


def recognise(archive: Archive) -> str | None:
    """Whether an export file of WordPress is there."""
    return _LAYOUT if files_in(archive) else None


def owner(archive: Archive) -> str | None:
    """The login of the only one who writes there."""
    writer = writers_in(archive).writer
    return writer.login or writer.name or None if writer else None


def site(archive: Archive) -> str | None:
    """The blog's address."""
    return next(filter(None, (site_of(archive, name) for name in files_in(archive))), None)


def doubt(archive: Archive) -> Doubt | None:
    """Where several people write there, which of them the person is."""
    if names_one(archive):
        return None
    found = writers_in(archive)
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
    found = collected(export)
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


def _owner(found: Collected) -> Owner:
    writer = found.writer
    named = (("Blog", found.about.get("title")), ("Tagline", found.about.get("description")))
    return Owner(
        name=(writer.name or None) if writer else None,
        handle=(writer.login or None) if writer else None,
        emails=(writer.email,) if writer and "@" in writer.email else (),
        facts=tuple(Fact(name, value) for name, value in named if value) if writer else (),
        url=found.site,
    )


def _posts(found: Collected) -> Iterator[Post]:
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


def _images(export: Export, found: Collected) -> Iterator[Image]:
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
