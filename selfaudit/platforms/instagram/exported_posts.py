"""The posts, stories and reels of an Instagram export, with their pictures."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, Part, PostKind
from selfaudit.platforms.exported import UNKNOWN_POST, Export, fields, mark_of, stamp, words_elsewhere
from selfaudit.platforms.generic.times import moment, moment_of_seconds
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.meta.labelled import LABELS, told, values_of
from selfaudit.platforms.meta.mending import mended
from selfaudit.platforms.meta.printed import RANGE, Record, is_partial, records_of, zone_of
from selfaudit.platforms.reading import ItemUnreadable

_FILMS = (".mp4", ".mov", ".webm", ".m4v")
_FOLDERS = ("content", "media")
_KNOWN_FIELDS = fields(
    "uri backupuri title creationtimestamp mediametadata mediavariants dubbinginfo crosspostsource",
    "interesttopics producttype",
)
_RECORD = "record-"
_NOT_SEEN = "videos, which are not looked at"


@dataclass(frozen=True, slots=True)
class Kind:
    """One list of the export: how its files are called, under which keys it stands, and what it holds."""

    files: tuple[str, ...]
    keys: tuple[str, ...]
    kind: PostKind = PostKind.POST
    audience: Audience | None = None


_KINDS = (
    Kind(("posts_*", "posts"), ("ig_posts_media", "ig_posts")),
    Kind(("reels",), ("ig_reels_media",)),
    Kind(("igtv_videos",), ("ig_igtv_media",)),
    Kind(("archived_posts",), ("ig_archived_post_media",), audience=Audience.PRIVATE),
    Kind(("stories",), ("ig_stories",), PostKind.STORY, Audience.UNKNOWN),
)
_OLD_LISTS = {"photos": PostKind.POST, "videos": PostKind.POST, "stories": PostKind.STORY}
_OLD_OTHERS = ("profile", "direct")
"""Pictures of the profile, and those of messages, which are not looked at."""


@dataclass(slots=True)
class Found:
    """The posts read so far, with their pictures."""

    export: Export
    audience: Audience
    images: list[Image] = field(default_factory=list)

    def post(self, key: str, text: str, time: datetime | None, places: Sequence[str], kind: Kind) -> Post:
        """One post; its pictures are kept."""
        still = [place for place in places if not place.lower().endswith(_FILMS)]
        kept = [Image(place, self.export.picture(place), post=key, caption=text or None) for place in still]
        self.images += kept
        if len(still) < len(places):
            self.export.fell_short(Part.IMAGES, _NOT_SEEN, len(places) - len(still))
        audience = self.audience if kind.audience is None else kind.audience
        files = tuple(image.file for image in kept if image.file)
        return Post(key, text, kind.kind, time=time, audience=audience, images=files)


def posts_of(export: Export, audience: Audience) -> tuple[tuple[Post, ...], tuple[Image, ...]]:
    """Every post of the export, whatever its form."""
    found = Found(export, audience)
    posts = [post for kind in _KINDS for post in (*_listed(found, kind), *_printed(found, kind))]
    posts = _without_copies(posts)
    posts += _old(found)
    return tuple(posts), tuple(found.images)


def _without_copies(posts: list[Post]) -> list[Post]:
    """Without records of posts that are listed too: of the same second, with no words or the same ones."""
    times = {post.time for post in posts if _is_copy(post)}
    listed = (post for post in posts if post.time in times and not _is_copy(post))
    said = {(post.time, text) for post in listed for text in ("", post.text)}
    return [post for post in posts if not _is_copy(post) or (post.time, post.text) not in said]


def _is_copy(post: Post) -> bool:
    return post.id.startswith(_RECORD)


def _files(export: Export, kind: Kind, ending: str) -> tuple[str, ...]:
    paths = [f"{folder}/{file}.{ending}" for folder in _FOLDERS for file in kind.files]
    names = export.archive.find(*paths)
    if kind.kind is PostKind.POST and kind.audience is None:
        export.note(names, Part.POSTS, Part.IMAGES)
    return names


def _listed(found: Found, kind: Kind) -> tuple[Post, ...]:
    items = found.export.items(Part.POSTS, _files(found.export, kind, "json"), *kind.keys)
    return found.export.keep(Part.POSTS, lambda item: _post(found, mended(item), kind), items)


def _post(found: Found, item: Any, kind: Kind) -> Post:
    """One entry: several pictures with a title and a time of their own, or one that carries both."""
    if isinstance(item, dict) and "label_values" in item:
        return _record(found, item, kind)
    listed = part_of(item, "media")
    media = objects(listed) if isinstance(listed, list) else objects([item])
    places = [text_in(entry, "uri") for entry in media if text_in(entry, "uri")]
    titles = [text_in(item, "title"), *(text_in(entry, "title") for entry in media)]
    text = "\n".join(dict.fromkeys(title for title in titles if title))
    stamps = [part_of(item, "creation_timestamp"), *(entry.get("creation_timestamp") for entry in media)]
    time = next((moment for stamp in stamps if (moment := moment_of_seconds(stamp))), None)
    if not places and not text:
        raise ItemUnreadable(UNKNOWN_POST)
    if not text and words_elsewhere(item, _KNOWN_FIELDS):
        found.export.fell_short(Part.POSTS, UNKNOWN_POST)
    return found.post(_key(kind, text, time, places), text, time, places, kind)


def _key(kind: Kind, text: str, time: datetime | None, places: Sequence[str]) -> str:
    """Where its first picture lies; without one, time and words."""
    return posixpath.splitext(places[0])[0] if places else f"{kind.kind}-{stamp(time)}-{mark_of(text)}"


def _record(found: Found, item: dict[str, Any], kind: Kind) -> Post:
    """One entry in the form of labelled values, which may tell of no more than a place."""
    values, time = values_of(item), moment_of_seconds(item.get("timestamp"))
    text = told(values, "caption")
    if not values or (time is None and not text):
        raise ItemUnreadable(UNKNOWN_POST)
    named = (*LABELS["name"], *LABELS["handle"], *LABELS["owner"])
    if not text and any(words_elsewhere(value.text, ()) for value in values if value.label not in named):
        found.export.fell_short(Part.POSTS, UNKNOWN_POST)
    holders = (item, *objects(item["label_values"]))
    places = [
        place for one in holders for media in objects(one.get("media")) if (place := text_in(media, "uri"))
    ]
    key = posixpath.splitext(places[0])[0] if places else f"{_RECORD}{stamp(time)}-{mark_of(text)}"
    return found.post(key, text, time, places, kind)


def _printed(found: Found, kind: Kind) -> Iterator[Post]:
    for name in _files(found.export, kind, "html"):
        page = found.export.page(name, Part.POSTS, Part.IMAGES)
        zone = zone_of(page)
        if is_partial(page):
            found.export.fell_short(Part.POSTS, RANGE)
        for record in records_of(found.export, Part.POSTS, page, UNKNOWN_POST):
            places, text = record.pictures, _caption(record)
            if places or text:
                time = record.time(zone)
                yield found.post(_key(kind, text, time, places), text, time, places, kind)


def _caption(record: Record) -> str:
    return "\n".join(dict.fromkeys(text for text in (record.title, record.text) if text))


def _old(found: Found) -> Iterator[Post]:
    """The form up to 2020: a post of several pictures is several entries with one caption and one time."""
    export = found.export
    names = export.archive.find("media.json") if export.archive.find("profile.json") else ()
    export.note(names, Part.POSTS, Part.IMAGES)
    value = mended(export.json(Part.POSTS, next(iter(names), None)))
    _tell_old_lists(export, value)
    for list_name, kind in _OLD_LISTS.items():
        told = Kind((), (), kind, Audience.UNKNOWN if kind is PostKind.STORY else None)
        together: dict[tuple[str, str], list[str]] = {}
        for entry in objects(part_of(value, list_name)):
            together.setdefault((text_in(entry, "caption"), text_in(entry, "taken_at")), []).append(
                text_in(entry, "path")
            )
        for (caption, taken), paths in together.items():
            places = [path for path in paths if path]
            key = posixpath.splitext(places[0])[0] if places else f"{kind}-{taken}"
            yield found.post(key, caption, moment(taken), places, told)


def _tell_old_lists(export: Export, value: Any) -> None:
    """Lists under names that are not known are told, and so is it where there is none of posts."""
    if not isinstance(value, dict):
        return
    others = [held for name, held in dict.items(value) if name not in (*_OLD_LISTS, *_OLD_OTHERS)]
    strange = sum(len(objects(held)) for held in others if isinstance(held, list))
    if strange or not {"photos", "videos"} & value.keys():
        export.fell_short(Part.POSTS, UNKNOWN_POST, strange)
