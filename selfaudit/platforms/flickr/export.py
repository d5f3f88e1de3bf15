"""Flickr's export ("Your Flickr Data"): recognise, owner, photos, comments, people.

What this rests on: names of files and fields follow published readers and a published record of a photo; the
samples are constructed. Flickr's mail, testimonials and favourites are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import unescape
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.questions import unanswered
from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, Part, PostKind
from selfaudit.platforms.exported import NO_SWITCHES, UNKNOWN_COMMENT, Export, finished
from selfaudit.platforms.flickr.answers import SITE
from selfaudit.platforms.flickr.settings import SWITCHES
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment_in_utc, moment_of_seconds
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, text_of_html

_DATA, _MEDIA = "data", "media"
_PHOTO = "photo_*.json"
_MARKS = ('"photopage"', '"date_imported"', '"count_views"')
_FILE = re.compile(r"_o\.\w{3,4}$|_\d{8,}\.(?:jpe?g|png|gif|mp4|mov)$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|_)(\d{6,})(?=[_.])")
_AUDIENCES = {
    "public": Audience.PUBLIC,
    "private": Audience.PRIVATE,
    "friend": Audience.FRIENDS,
    "friends": Audience.FRIENDS,
    "family": Audience.FRIENDS,
    "friend & family": Audience.FRIENDS,
    "friends & family": Audience.FRIENDS,
}
_PEOPLE = (("contacts", "following"), ("followers", "follower"))
_WORDED = frozenset({"name", "description"})
_UNKNOWN_PHOTO = "photos in a form that this version does not know"
_FILMS = "films are not looked at"
_UNNAMED = "account_profile.json, which says whose export this is, is missing"


def recognise(archive: Archive) -> str | None:
    """Whether these are Flickr's records, or an archive of nothing but its pictures."""
    profile = archive.find("account_profile.json")
    if profile and '"nsid"' in start_of(archive, profile[0]):
        return _DATA
    photos = archive.find(_PHOTO)
    if photos and any(mark in start_of(archive, photos[0]) for mark in _MARKS):
        return _DATA
    names = archive.names()
    only_media = bool(names) and all(_FILE.search(name) and _number_in(name) for name in names)
    return _MEDIA if only_media else None


def owner(archive: Archive) -> str | None:
    """The screen name."""
    return _owner(_profile(Export(archive))).handle


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    profile = _profile(export)
    me, number = _owner(profile), text_in(profile, "nsid")
    posts, images = _posts(export, number)
    snapshot = Snapshot(
        "flickr",
        Door.EXPORT,
        owner=me,
        posts=(*posts, *_albums(export), *_said(export)),
        connections=tuple(_people(export)),
        images=images,
        site=SITE,
        read=(Part.BIO, Part.CONTACT) if profile else (),
    )
    gaps = list(unanswered(SWITCHES.questions))
    gaps += [] if profile else [Gap(part, _UNNAMED) for part in (Part.BIO, Part.CONTACT)]
    return finished(snapshot, export, gaps)


def _profile(export: Export) -> Any:
    value = export.first(Part.BIO, "account_profile.json")
    return value if isinstance(value, dict) else None


def _owner(profile: Any) -> Owner:
    about = part_of(profile, "description")
    named = (("Town", "city"), ("Home town", "hometown"), ("Country", "country"), ("Work", "occupation"))
    website = text_in(profile, "website")
    return Owner(
        name=unescape(text_in(profile, "real_name")) or None,
        handle=text_in(profile, "screen_name") or None,
        bio=text_of_html(about) if isinstance(about, str) else None,
        emails=tuple(filter(None, (text_in(profile, "email"),))),
        links=(website,) if website else (),
        facts=tuple(
            Fact(label, unescape(text_in(profile, name))) for label, name in named if text_in(profile, name)
        ),
        url=text_in(profile, "profile_url") or None,
    )


def _photos(export: Export) -> Iterator[Any]:
    """The records of all photos, one at a time; files that cannot be read become gaps."""
    names = export.find(Part.POSTS, _PHOTO)
    export.note(names, Part.IMAGES, Part.COMMENTS)
    for name in names:
        value = export.json(Part.POSTS, name)
        if value is not None:
            yield value


def _posts(export: Export, owner: str) -> tuple[tuple[Post, ...], tuple[Image, ...]]:
    """Photos with their words, and what was said under them."""
    files = _files(export.archive)
    images: list[Image] = []
    comments: list[Post] = []

    def parsed(photo: Any) -> Post:
        post = _photo(photo)
        if not photo.keys() >= _WORDED:
            export.fell_short(Part.POSTS, _UNKNOWN_PHOTO)
        said = objects(part_of(photo, "comments"))
        comments.extend(export.keep(Part.COMMENTS, partial(_said_under, photo, owner), said))
        names = files.get(post.id, ())
        if _is_film(photo, names):
            export.fell_short(Part.IMAGES, _FILMS)
            return post
        file = next((kept for name in names if (kept := export.picture(name))), None)
        address = text_in(photo, "original") or None
        images.append(Image(post.id, file, post=post.id, url=address, caption=_plain(photo, "name") or None))
        return replace(post, images=(file,) if file else ())

    photos = export.keep(Part.POSTS, parsed, _photos(export))
    return (*photos, *comments), tuple(images)


def _photo(photo: Any) -> Post:
    number = id_in(photo)
    if not number or not number.isdecimal() or not _WORDED & photo.keys():
        raise ItemUnreadable(_UNKNOWN_PHOTO)
    tags = " ".join(f"#{tag}" for one in objects(part_of(photo, "tags")) if (tag := _plain(one, "tag")))
    words = (_plain(photo, "name"), _plain(photo, "description"), tags)
    return Post(
        number,
        "\n".join(filter(None, words)),
        PostKind.CAPTION,
        time=moment_in_utc(photo.get("date_imported")),
        audience=_AUDIENCES.get(" ".join(text_in(photo, "privacy").lower().split()), Audience.UNKNOWN),
        url=text_in(photo, "photopage") or None,
    )


def _plain(value: Any, name: str) -> str:
    """Words come with their signs written as HTML has them."""
    return text_of_html(text_in(value, name))


def _files(archive: Archive) -> dict[str, tuple[str, ...]]:
    """The files of pictures by every number in their names; a photo's own number is one of them."""
    found: dict[str, tuple[str, ...]] = {}
    for name in archive.names():
        if not name.lower().endswith((".json", ".html", ".txt")):
            for number in _NUMBER.findall(name.rpartition("/")[2]):
                found[number] = (*found.get(number, ()), name)
    return found


def _number_in(name: str) -> bool:
    return _NUMBER.search(name.rpartition("/")[2]) is not None


def _is_film(photo: Any, names: tuple[str, ...]) -> bool:
    films = (".mp4", ".mov", ".avi", ".m4v", ".webm")
    addresses = (*names, text_in(photo, "original"))
    return any(one.lower().endswith(films) for one in addresses)


def _albums(export: Export) -> Iterator[Post]:
    """The names and descriptions of albums are the owner's words too."""
    for album in export.items(Part.POSTS, export.archive.find("albums.json", "albums_part*.json"), "albums"):
        number, words = id_in(album), [_plain(album, name) for name in ("title", "description")]
        if number and any(words):
            time = moment_of_seconds(part_of(album, "created"))
            url = text_in(album, "url") or None
            yield Post(f"album-{number}", "\n".join(filter(None, words)), time=time, url=url)


def _said_under(photo: Any, owner: str, comment: Any) -> Post:
    """What was written under one of the owner's photos, by them or by others."""
    number, writer = id_in(comment), text_in(comment, "user", "author")
    own = bool(owner) and writer == owner
    if not number or not isinstance(comment.get("comment"), str):
        raise ItemUnreadable(UNKNOWN_COMMENT)
    return Post(
        number,
        _plain(comment, "comment"),
        PostKind.COMMENT,
        own=own,
        time=moment_in_utc(comment.get("date")),
        url=text_in(comment, "url") or None,
        parent=id_in(photo),
        author=None if own else writer or None,
    )


def _said(export: Export) -> tuple[Post, ...]:
    """What the owner wrote under others' photos."""
    names = export.find(Part.COMMENTS, "photos_comments_part*.json", "photos_comments.json")
    return export.keep(Part.COMMENTS, _comment, export.items(Part.COMMENTS, names, "comments"))


def _comment(comment: Any) -> Post:
    number = text_in(comment, "comment_id", "id")
    if not number or not isinstance(comment.get("comment"), str):
        raise ItemUnreadable(UNKNOWN_COMMENT)
    return Post(
        number,
        _plain(comment, "comment"),
        PostKind.COMMENT,
        time=moment_in_utc(comment.get("created")),
        url=text_in(comment, "comment_url", "photo_url") or None,
        parent=id_in(comment, "photo_id"),
    )


def _people(export: Export) -> Iterator[Connection]:
    for name, relation in _PEOPLE:
        found = export.archive.find(f"{name}_part*.json", f"{name}.json")
        if relation == "following":
            export.note(found, Part.CONNECTIONS)
        for file in found:
            listed = part_of(export.json(Part.CONNECTIONS, file), name)
            for person, address in listed.items() if isinstance(listed, dict) else ():
                url = address if isinstance(address, str) else ""
                handle = url.rstrip("/").rpartition("/")[2] or None
                yield Connection(handle or person, unescape(person), handle, relation, url=url or None)


FLICKR_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: "yes",
        Part.IMAGES: "yes",
        Part.CONNECTIONS: "yes",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
