"""NodeBB's "your rights" downloads: a member's profile, posts and uploads, each a file of its own.

What this rests on: the published programs that write them; the samples are constructed. The download of own
private messages stands inside the profile's file and is passed over.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from selfaudit.model.export import Archive
from selfaudit.model.json_text import whole_text
from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post, Setting
from selfaudit.model.vocabulary import ImageRole, Part, PostKind
from selfaudit.platforms.exported import UNKNOWN_POST, Export, fields, words_elsewhere
from selfaudit.platforms.forum.settings import NODEBB
from selfaudit.platforms.forum.writing import of_seconds
from selfaudit.platforms.generic.tables import headed, start_of
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, text_of_html
from selfaudit.platforms.told import NOT_TOLD

_HEADINGS = ("pid", "tid", "content")
_UPLOADS = re.compile(r"(?:^|/)\d+_uploads(?:/|(?: ?\(\d+\))?\.zip$)")
_UPLOADED = "/uploads/"
_SHOWN = re.compile(r"!\[[^\]]{0,300}\]\(([^)\s]{1,2000})")
_THOUSANDTHS = 1000
_STORED = ((Part.BIO, "aboutme"), (Part.CONTACT, "email"))
_KNOWN_FIELDS = fields(
    "uid username userslug fullname email emailconfirmed birthday website location aboutme signature picture",
    "uploadedpicture coverurl coverposition icontext iconbgcolor grouptitle grouptitlearray joindate",
    "lastonline lastposttime postcount topiccount reputation profileviews followercount followingcount",
    "status language userlang accounttype banned rssrsstoken password passwordexpiry",
)
_OTHERS = "posts that carry the number of another member"


def posts_table(archive: Archive) -> tuple[str, ...]:
    """The table of posts."""
    return headed(archive, _HEADINGS, "*_posts.csv")


def profile_file(archive: Archive) -> str | None:
    """The file with the profile."""
    marks = ('"userslug"', '"uid"', '"username"')
    named = archive.find("*_profile.json")
    return next((name for name in named if any(mark in start_of(archive, name) for mark in marks)), None)


def has_uploads(archive: Archive) -> bool:
    """Whether the archive of uploads is there, or is all that is there: only its own name tells."""
    return any(_UPLOADS.search(name) for name in (*archive.shown, *archive.names()))


def posts_of(export: Export, number: str | None) -> tuple[tuple[Post, ...], tuple[Image, ...]]:
    """Every post that was not deleted, with its pictures; these are files where the uploads are there."""
    names = posts_table(export.archive)
    export.note(names, Part.POSTS)
    if has_uploads(export.archive):
        export.note(names, Part.IMAGES)
    images: list[Image] = []

    def parsed(row: dict[str, str]) -> Post:
        post = _post(row, number)
        shown = [_picture(export, address, post.id) for address in _SHOWN.findall(_unwrapped(row["content"]))]
        images.extend(shown)
        return replace(post, images=tuple(image.file for image in shown if image.file))

    rows = (row for row in export.rows(Part.POSTS, names) if row.get("deleted") not in {"1", "true"})
    return export.keep(Part.POSTS, parsed, rows), tuple(images)


def _picture(export: Export, address: str, post: str) -> Image:
    """A picture that was uploaded lies in the archive under the last part of its address."""
    file = export.picture(posixpath.basename(address)) if _UPLOADED in address else None
    return Image(address, file, post=post, url=address if "://" in address else None)


def avatar_of(export: Export, value: Any) -> Iterator[Image]:
    """The picture on the profile, where it was uploaded and the uploads are there."""
    address = text_in(part_of(value, "user"), "uploadedpicture", "picture")
    if _UPLOADED in address and has_uploads(export.archive):
        yield Image(str(ImageRole.AVATAR), export.picture(posixpath.basename(address)), ImageRole.AVATAR)


def _post(row: dict[str, str], owner: str | None) -> Post:
    number, writer = row.get("pid", "").strip(), row.get("uid", "").strip()
    if not number.isdecimal() or "content" not in row:
        raise ItemUnreadable(UNKNOWN_POST)
    if owner and writer and writer != owner:
        raise ItemUnreadable(_OTHERS)
    lines = _unwrapped(row["content"]).splitlines()
    time = of_seconds(row.get("timestamp"), _THOUSANDTHS) or moment_in_utc(row.get("timestampiso"))
    kind = PostKind.REPLY if row.get("topid", "").strip() else PostKind.POST
    return Post(number, "\n".join(one for one in lines if not one.startswith(">")).strip(), kind, time=time)


def _unwrapped(content: str) -> str:
    """The words; they stand in one more pair of quotation marks, with line ends and marks written out."""
    if not (content.startswith('"') and content.endswith('"')):
        return content
    try:
        plain = json.loads(content, strict=False)
    except ValueError:
        return content[1:-1].replace("\\n", "\n").replace('\\"', '"')
    return whole_text(str(plain))


def profile(export: Export) -> Any:
    """The profile's record, without the messages beside it."""
    value = export.json(Part.BIO, profile_file(export.archive))
    kept = ("user", "settings", "following")
    return {name: value.get(name) for name in kept} if isinstance(value, dict) else None


def owner_of(value: Any) -> Owner:
    """Names, address and what the profile says about its owner."""
    user = part_of(value, "user")
    about = part_of(user, "aboutme")
    website, email = (unescape(text_in(user, name)) for name in ("website", "email"))
    place = unescape(text_in(user, "location"))
    told = isinstance(user, dict)
    return Owner(
        name=unescape(text_in(user, "fullname")) or None,
        handle=text_in(user, "username") or None,
        bio=text_of_html(unescape(about)) if isinstance(about, str) else "" if told else None,
        emails=(email,) if email else (),
        links=(website,) if website else (),
        facts=(Fact("Location", place),) if place else (),
    )


def untold_of(value: Any) -> list[Gap]:
    """Gaps for what the record may call otherwise; NodeBB leaves out what a member never filled in."""
    user = part_of(value, "user")
    if not isinstance(user, dict) or not words_elsewhere(user, _KNOWN_FIELDS):
        return []
    return [Gap(part, NOT_TOLD) for part, name in _STORED if name not in user]


def people_of(value: Any) -> Iterator[Connection]:
    """The members whom the owner follows."""
    for person in objects(part_of(value, "following")):
        number, handle = id_in(person, "uid"), text_in(person, "username")
        name = unescape(text_in(person, "fullname"))
        if number:
            yield Connection(number, name or None, handle or None, "following")


def settings_of(value: Any) -> tuple[Setting, ...]:
    """The switches that the profile's file tells of."""
    return tuple(NODEBB.settings(part_of(value, "settings")))
