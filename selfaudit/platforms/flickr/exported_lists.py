"""The lists of Flickr's export beside the photos: albums, own comments under others' photos, people."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from selfaudit.model.snapshot import Connection, Post
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.exported import NOT_INCLUDED, UNKNOWN_COMMENT, UNKNOWN_PERSON, Export
from selfaudit.platforms.generic.times import moment_in_utc, moment_of_seconds
from selfaudit.platforms.generic.values import id_in, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, text_of_html

_PEOPLE = (
    ("contacts", "following", "the export does not hold whom you follow"),
    ("followers", "follower", "the export does not hold who follows you"),
)
_NOT_HERE = (
    "photos that your albums name and that are not in what could be read; they may be in another part of the"
    " export: import all parts together"
)


def albums(export: Export, read: Container[str]) -> Iterator[Post]:
    """Names and descriptions of albums, the owner's words too; whether the photos in them were read."""
    missing: set[str] = set()
    for album in export.items(Part.POSTS, export.archive.find("albums.json", "albums_part*.json"), "albums"):
        named = part_of(album, "photos")
        numbers = (str(one) for one in (named if isinstance(named, list) else ()))
        missing.update(one for one in numbers if one.strip("0") and one.isdecimal() and one not in read)
        number, words = id_in(album), [plain(album, name) for name in ("title", "description")]
        if number and any(words):
            time = moment_of_seconds(part_of(album, "created"))
            url = text_in(album, "url") or None
            yield Post(f"album-{number}", "\n".join(filter(None, words)), time=time, url=url)
    if missing:
        export.fell_short(Part.POSTS, _NOT_HERE, len(missing))


def said(export: Export) -> tuple[Post, ...]:
    """What the owner wrote under others' photos."""
    names = export.find(Part.COMMENTS, "photos_comments_part*.json", "photos_comments.json")
    if not names:
        export.fell_short(Part.COMMENTS, NOT_INCLUDED)
    return export.keep(Part.COMMENTS, _comment, export.items(Part.COMMENTS, names, "comments"))


def _comment(comment: Any) -> Post:
    return replace(
        comment_from(comment, text_in(comment, "comment_id", "id")),
        time=moment_in_utc(comment.get("created")),
        url=text_in(comment, "comment_url", "photo_url") or None,
        parent=id_in(comment, "photo_id"),
    )


def comment_from(comment: Any, number: str | None) -> Post:
    """A comment with its words alone; what else is told of it goes by other names in each list."""
    if not number or not isinstance(part_of(comment, "comment"), str):
        raise ItemUnreadable(UNKNOWN_COMMENT)
    return Post(number, plain(comment, "comment"), PostKind.COMMENT)


def people(export: Export) -> Iterator[Connection]:
    """Whom the owner follows and who follows them: two lists, and without both the people are not whole."""
    for name, relation, missing in _PEOPLE:
        found = export.find(Part.CONNECTIONS, f"{name}_part*.json", f"{name}.json")
        if not found:
            export.fell_short(Part.CONNECTIONS, missing)
        for file in found:
            listed = part_of(export.json(Part.CONNECTIONS, file), name)
            if isinstance(listed, dict):
                yield from (_person(person, address, relation) for person, address in listed.items())
            elif listed != []:
                export.fell_short(
                    Part.CONNECTIONS, UNKNOWN_PERSON, len(listed) if isinstance(listed, list) else None
                )


def _person(name: str, address: Any, relation: str) -> Connection:
    url = address if isinstance(address, str) else ""
    handle = url.rstrip("/").rpartition("/")[2] or None
    return Connection(handle or name, unescape(name), handle, relation, url=url or None)


def plain(value: Any, name: str) -> str:
    """Words come with their signs written as HTML has them."""
    return text_of_html(text_in(value, name))
