"""The posts, photos, albums and check-ins of a Facebook export.

The sentence above a post ("Alex updated their status.") is Facebook's, not the owner's, and is left out, as
is the name of a page that a post leads to. One picture may stand in a post and in an album: it counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import ImageRole, Part, PostKind
from selfaudit.platforms.exported import UNKNOWN_POST, Export, fields, mark_of, stamp, words_elsewhere
from selfaudit.platforms.facebook.exported_writer import OF_OTHERS, other_writer
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.meta.labelled import told, values_of
from selfaudit.platforms.meta.mending import mended
from selfaudit.platforms.meta.printed import RANGE, is_partial, once_more, records_in, records_of, zone_of
from selfaudit.platforms.reading import ItemUnreadable

_POSTS = ("posts/your_posts*",)
_ELSEWHERE = ("posts/posts_on_other_pages_and_profiles", "posts/your_posts_to_other_timelines")
_GROUPS = ("groups/group_posts_and_comments", "groups/your_posts_in_groups")
_WALL_KEYS = ("wall_posts_by_you_v2", "wall_posts_by_you")
_GROUP_KEYS = ("group_posts_v2", "group_posts")
_STORIES = ("stories/archived_stories",)
_STORY_KEYS = ("archived_stories_v2", "archived_stories")
_PHOTOS = ("posts/your_uncategorized_photos", "photos_and_videos/your_photos")
_PHOTO_KEYS = ("other_photos_v2", "other_photos")
_VIDEOS = ("posts/your_videos", "photos_and_videos/your_videos")
_VIDEO_KEYS = ("videos_v2", "videos")
_ALBUMS = ("album/*.json",)
_CHECK_INS = ("posts/check-ins.json",)
_PROFILE_ALBUM = "Profile pictures"
_FILMS = (".mp4", ".mov", ".webm", ".m4v")
_OWN_WORDS = ("note", "life_event")
_KNOWN_FIELDS = fields("timestamp title attachments tags updatetimestamp backdatedtimestamp post")
_NOT_SEEN = "videos, which are not looked at"


@dataclass(slots=True)
class Found:
    """What was read so far: which pictures are known already, and what they are."""

    export: Export
    owner: str | None
    images: dict[str, Image] = field(default_factory=dict)

    def of_another(self, title: str) -> str | None:
        """Who else wrote a post, by its title; it is counted."""
        other = other_writer(title, self.owner)
        if other:
            self.export.fell_short(Part.POSTS, OF_OTHERS)
        return other

    def pictures(
        self, media: Sequence[tuple[str, str]], post: str | None, role: ImageRole
    ) -> tuple[str, ...]:
        """Keep these (place, caption); videos are only counted."""
        for place, caption in media:
            if place.lower().endswith(_FILMS):
                self.export.fell_short(Part.IMAGES, _NOT_SEEN)
            elif place not in self.images:
                file = self.export.picture(place, _once(place))
                self.images[place] = Image(place, file, role, post, caption=caption or None)
        files = (self.images[place].file for place, _caption in media if place in self.images)
        return tuple(file for file in files if file)


def _once(place: str) -> str:
    """The place without a first folder that is written twice, as exports of 2023 have it."""
    first, _slash, rest = place.partition("/")
    return rest if rest.startswith(f"{first}/") else place


def posts_of(export: Export, owner: str | None) -> tuple[tuple[Post, ...], tuple[Image, ...]]:
    """Every post of the export, whatever its form; those by others than the owner of this name kept apart."""
    found = Found(export, owner)
    posts = [*_listed(found), *_printed(found), *_check_ins(found)]
    for files, keys in ((_PHOTOS, _PHOTO_KEYS), (_VIDEOS, _VIDEO_KEYS)):
        names = export.find(Part.IMAGES, *(f"{name}.json" for name in files))
        items = export.items(Part.IMAGES, names, *keys)
        posts += [post for item in items if (post := _captioned(found, mended(item), ImageRole.PHOTO))]
    return (*posts, *_albums(found), *_printed_albums(found)), tuple(found.images.values())


def _listed(found: Found) -> Iterator[Post]:
    export = found.export
    names = export.find(Part.POSTS, *(f"{name}.json" for name in _POSTS))
    export.note(names, Part.IMAGES)
    places: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(names, ())]
    for files, keys in ((_ELSEWHERE, _WALL_KEYS), (_GROUPS, _GROUP_KEYS)):
        places.append((export.archive.find(*(f"{name}.json" for name in files)), keys))
    for held, held_under in places:
        items = export.items(Part.POSTS, held, *held_under)
        yield from export.keep(Part.POSTS, lambda item: _post(found, mended(item)), items)
    stories = export.archive.find(*(f"{name}.json" for name in _STORIES))
    shown = export.items(Part.POSTS, stories, *_STORY_KEYS)
    told = export.keep(Part.POSTS, lambda item: _post(found, mended(item)), shown)
    yield from (replace(post, kind=PostKind.STORY) for post in told)


def _post(found: Found, item: Any) -> Post:
    if not isinstance(item, dict) or not ({"timestamp", "data", "attachments"} & item.keys()):
        raise ItemUnreadable(UNKNOWN_POST)
    if "label_values" in item:
        other = found.of_another(text_in(item, "title"))
        return replace(_labelled(item), own=other is None, author=other)
    attached = [entry for group in objects(item.get("attachments")) for entry in objects(group.get("data"))]
    media = [entry["media"] for entry in attached if isinstance(entry.get("media"), dict)]
    shown = [(text_in(one, "uri"), text_in(one, "description")) for one in media if text_in(one, "uri")]
    pieces = [text_in(entry, "post") for entry in objects(item.get("data"))]
    pieces += [caption for _place, caption in shown]
    pieces += [text for entry in attached for text in _written(entry)]
    text = "\n".join(dict.fromkeys(piece for piece in pieces if piece))
    if not text and words_elsewhere(item, _KNOWN_FIELDS):
        if not attached:
            raise ItemUnreadable(UNKNOWN_POST)
        found.export.fell_short(Part.POSTS, UNKNOWN_POST)
    time = moment_of_seconds(item.get("timestamp"))
    links = [text_in(part_of(entry, "external_context"), "url") for entry in attached]
    key = _key(time, text, [place for place, _caption in shown] + links)
    other = found.of_another(text_in(item, "title"))
    return Post(
        key,
        text,
        own=other is None,
        author=other,
        time=time,
        images=() if other else found.pictures(shown, key, ImageRole.PHOTO),
        links=tuple(dict.fromkeys(link for link in links if link)),
    )


def _written(entry: dict[str, Any]) -> Iterator[str]:
    """The own words of what is attached: a note, an event of one's life."""
    for name in (name for name in _OWN_WORDS if name in entry):
        yield from (text_in(entry[name], key) for key in ("title", "text"))


def _labelled(item: dict[str, Any]) -> Post:
    """A post in the form of labelled values."""
    text, time = told(values_of(item), "message"), moment_of_seconds(item.get("timestamp"))
    if not text:
        raise ItemUnreadable(UNKNOWN_POST)
    return Post(_key(time, text, ()), text, time=time)


def _key(time: datetime | None, text: str, places: Sequence[str]) -> str:
    """The same for the same post in every part of an export: there are no numbers in it."""
    return f"{stamp(time)}-{mark_of(text, *places, length=10)}"


def _captioned(found: Found, item: Any, role: ImageRole) -> Post | None:
    """A photo or video on its own: its description is the owner's text."""
    place, text = text_in(item, "uri"), text_in(item, "description")
    if not place:
        return None
    known = place in found.images
    time = moment_of_seconds(part_of(item, "creation_timestamp"))
    key = _key(time, text, [place])
    files = found.pictures([(place, text)], key if text else None, role)
    return Post(key, text, PostKind.CAPTION, time=time, images=files) if text and not known else None


def _albums(found: Found) -> Iterator[Post]:
    for name in found.export.archive.find(*_ALBUMS):
        album = mended(found.export.json(Part.IMAGES, name))
        profile = text_in(album, "name") == _PROFILE_ALBUM
        if profile and text_in(part_of(album, "cover_photo"), "uri"):
            _captioned(found, album["cover_photo"], ImageRole.AVATAR)
        for item in objects(part_of(album, "photos")):
            post = _captioned(found, item, ImageRole.PHOTO)
            if post:
                yield post
        text = text_in(album, "description")
        if text:
            time = moment_of_seconds(part_of(album, "last_modified_timestamp"))
            yield Post(_key(time, text, [name]), text, PostKind.CAPTION, time=time)


def _check_ins(found: Found) -> Iterator[Post]:
    """A list, or one bare record where there is just one."""
    for name in found.export.archive.find(*_CHECK_INS):
        value = mended(found.export.json(Part.POSTS, name))
        items = objects(value if isinstance(value, list) else [value])
        worded = (item for item in items if told(values_of(item), "message"))
        yield from found.export.keep(Part.POSTS, _labelled, worded)


def _printed(found: Found) -> Iterator[Post]:
    export = found.export
    names = export.find(Part.POSTS, *(f"{name}.html" for name in _POSTS))
    export.note(names, Part.IMAGES)
    stories = export.archive.find(*(f"{name}.html" for name in _STORIES))
    elsewhere = export.archive.find(*(f"{name}.html" for name in _ELSEWHERE))
    for name in (*names, *elsewhere, *stories):
        page = export.page(name, Part.POSTS, Part.IMAGES)
        zone = zone_of(page)
        kind = PostKind.STORY if name in stories else PostKind.POST
        met: Counter[str] = Counter()
        if is_partial(page):
            export.fell_short(Part.POSTS, RANGE)
        for record in records_of(export, Part.POSTS, page, UNKNOWN_POST):
            text, time = record.text, record.time(zone)
            places = record.pictures
            if text or places or record.title:
                key = once_more(_key(time, text, places), met)
                other = found.of_another(record.title)
                shown = [] if other else [(place, text) for place in places]
                files = found.pictures(shown, key, ImageRole.PHOTO)
                links = tuple(link for link in record.links if "facebook.com/dyi/" not in link)
                yield Post(key, text, kind, other is None, time, images=files, links=links, author=other)


def _printed_albums(found: Found) -> Iterator[Post]:
    """Photos and albums as pages."""
    pages = (*(f"{name}.html" for name in (*_PHOTOS, *_VIDEOS)), "album/*.html")
    for name in found.export.archive.find(*pages):
        page = found.export.page(name, Part.IMAGES, Part.POSTS)
        zone = zone_of(page)
        for record in records_in(page):
            for place in record.pictures:
                item = {"uri": place, "description": record.text}
                post = _captioned(found, item, ImageRole.PHOTO)
                if post:
                    time = record.time(zone)
                    yield replace(post, id=_key(time, post.text, [place]), time=time)
