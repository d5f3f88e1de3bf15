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
from selfaudit.model.snapshot import Fact, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, Part, PostKind
from selfaudit.platforms.exported import (
    NO_SWITCHES,
    UNKNOWN_COMMENT,
    Export,
    fields,
    finished,
    words_elsewhere,
)
from selfaudit.platforms.flickr.answers import SITE
from selfaudit.platforms.flickr.exported_lists import albums, comment_from, people, plain, said
from selfaudit.platforms.flickr.settings import SWITCHES
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, text_of_html
from selfaudit.platforms.told import told_in

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
_WORDED = frozenset({"name", "description"})
_ALWAYS = {Part.BIO: ("description",), Part.CONTACT: ("email",)}
_KNOWN_FIELDS = fields(
    "id name description countviews countfaves countcomments datetaken dateimported photopage original",
    "license geo groups albums tags people notes privacy commentpermissions taggingpermissions safety",
    "comments exif rotation media camera device owner username usernsid",
)
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
    told, gaps = told_in(profile, _ALWAYS, _UNNAMED)
    snapshot = Snapshot(
        "flickr",
        Door.EXPORT,
        owner=me,
        posts=(*posts, *albums(export, {post.id for post in posts}), *said(export)),
        connections=tuple(people(export)),
        images=images,
        site=SITE,
        read=told,
    )
    return finished(snapshot, export, (*unanswered(SWITCHES.questions), *gaps))


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
        if not _has_its_words(photo):
            export.fell_short(Part.POSTS, _UNKNOWN_PHOTO)
        listed = photo.get("comments")
        if not isinstance(listed, list):
            export.fell_short(Part.COMMENTS, UNKNOWN_COMMENT)
        under = listed if isinstance(listed, list) else ()
        comments.extend(export.keep(Part.COMMENTS, partial(_said_under, photo, owner), under))
        names = files.get(post.id, ())
        if _is_film(photo, names):
            export.fell_short(Part.IMAGES, _FILMS)
            return post
        file = next((kept for name in names if (kept := export.picture(name))), None)
        address = text_in(photo, "original") or None
        images.append(Image(post.id, file, post=post.id, url=address, caption=plain(photo, "name") or None))
        return replace(post, images=(file,) if file else ())

    photos = export.keep(Part.POSTS, parsed, _photos(export))
    return (*photos, *comments), tuple(images)


def _has_its_words(photo: dict[str, Any]) -> bool:
    """Whether a photo's name, description and tags are where they always are, if empty."""
    tags = photo.get("tags")
    tagged = isinstance(tags, list) and all(isinstance(part_of(tag, "tag"), str) for tag in tags)
    worded = any(text_in(photo, name) for name in _WORDED) or not words_elsewhere(photo, _KNOWN_FIELDS)
    return tagged and worded and photo.keys() >= _WORDED


def _photo(photo: Any) -> Post:
    number = id_in(photo)
    if not number or not number.isdecimal() or not _WORDED & photo.keys():
        raise ItemUnreadable(_UNKNOWN_PHOTO)
    tags = " ".join(f"#{tag}" for one in objects(part_of(photo, "tags")) if (tag := plain(one, "tag")))
    words = (plain(photo, "name"), plain(photo, "description"), tags)
    return Post(
        number,
        "\n".join(filter(None, words)),
        PostKind.CAPTION,
        time=moment_in_utc(photo.get("date_imported")),
        audience=_AUDIENCES.get(" ".join(text_in(photo, "privacy").lower().split()), Audience.UNKNOWN),
        url=text_in(photo, "photopage") or None,
    )


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


def _said_under(photo: Any, owner: str, comment: Any) -> Post:
    """What was written under one of the owner's photos, by them or by others."""
    written, writer = comment_from(comment, id_in(comment)), text_in(comment, "user", "author")
    own = bool(owner) and writer == owner
    return replace(
        written,
        own=own,
        time=moment_in_utc(comment.get("date")),
        url=text_in(comment, "url") or None,
        parent=id_in(photo),
        author=None if own else writer or None,
    )


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
