"""TikTok's videos and posts of photos as posts, and the comments under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.tiktok.answers import Data
from selfaudit.platforms.tiktok.rendered import Tile

SITE = "https://www.tiktok.com"


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner, as TikTok's data name them."""

    handle: str
    id: str | None = None

    def is_(self, user: Any) -> bool:
        """Whether this account is the owner's; where both ids are known, they decide."""
        other = id_in(user) or id_in(user, "uid")
        if self.id and other:
            return self.id == other
        return self.goes_by(text_in(user, "uniqueId", "unique_id"))

    def goes_by(self, handle: str) -> bool:
        """Whether this is the owner's handle."""
        return bool(handle) and handle.casefold() == self.handle.casefold()

    def made(self, item: Data) -> bool:
        """Whether the owner made this; older data give the author's handle and id beside each other."""
        author = item["author"]
        if isinstance(author, str):
            return self.is_({"uniqueId": author, "id": item.get("authorId")})
        return self.is_(author)


def post_of(item: Data, whose: Whose, media: Mapping[str, str]) -> Post:
    """One video or post of photos; what the owner only passed on is somebody else's."""
    identity, own = id_in(item), whose.made(item)
    if identity is None:
        raise ItemUnreadable("videos without a number")
    handle = _author(item)
    pictures = _pictures(item) if own else ()
    return Post(
        id=identity,
        text=_text(item),
        kind=PostKind.POST if own else PostKind.REPOST,
        own=own,
        time=moment_of_seconds(item.get("createTime")),
        audience=_audience(item),
        url=f"{SITE}/@{handle}/{'photo' if _photos(item) else 'video'}/{identity}" if handle else None,
        images=tuple(file for picture in pictures if (file := picture.file(media))),
        author=None if own else handle or None,
    )


def images_of(item: Data, whose: Whose, media: Mapping[str, str]) -> Iterator[Image]:
    """The photos of an own post, or the cover of an own video."""
    if not whose.made(item):
        return
    for number, picture in enumerate(_pictures(item)):
        yield Image(f"{id_in(item)}:{number}", picture.file(media), post=id_in(item), url=picture.url)


def post_of_tile(tile: Tile, media: Mapping[str, str]) -> Post:
    """One own post as the profile's grid shows it: without its time."""
    file = tile.cover.file(media) if tile.cover else None
    return Post(tile.id, tile.text, url=tile.url, images=(file,) if file else ())


def image_of_tile(tile: Tile, media: Mapping[str, str]) -> Iterator[Image]:
    """The cover that the grid shows."""
    if tile.cover:
        yield Image(f"{tile.id}:0", tile.cover.file(media), post=tile.id, url=tile.cover.url)


def comment_of(comment: Data, whose: Whose) -> Post:
    """One comment, the owner's or somebody else's."""
    identity, own = id_in(comment, "cid"), whose.is_(comment["user"])
    if identity is None:
        raise ItemUnreadable("comments without a number")
    return Post(
        id=identity,
        text=text_in(comment, "text"),
        kind=PostKind.COMMENT,
        own=own,
        time=moment_of_seconds(comment.get("create_time")),
        parent=id_in(comment, "aweme_id"),
        author=None if own else text_in(comment["user"], "unique_id", "uniqueId") or None,
    )


def is_video(item: Data) -> bool:
    """Whether this is a moving picture, of which only the cover is looked at."""
    return not _photos(item)


def _author(item: Data) -> str:
    author = item["author"]
    return author if isinstance(author, str) else text_in(author, "uniqueId")


def _text(item: Data) -> str:
    """Title, description, and what was written across the picture."""
    stickers = [line for sticker in objects(item.get("stickersOnItem")) for line in _lines(sticker)]
    pieces = [text_in(part_of(item, "imagePost"), "title"), text_in(item, "desc"), *stickers]
    return "\n".join(dict.fromkeys(piece for piece in pieces if piece))


def _lines(sticker: Data) -> list[str]:
    written = sticker.get("stickerText")
    return [line for line in written if isinstance(line, str)] if isinstance(written, list) else []


def _audience(item: Data) -> Audience:
    """As the data say; where they leave any of it open, unknown."""
    if item.get("privateItem") is True or item.get("secret") is True:
        return Audience.PRIVATE
    if item.get("forFriend") is True:
        return Audience.FRIENDS
    if item.get("privateItem") is False and item.get("forFriend") is False and not _maker_is_private(item):
        return Audience.PUBLIC
    return Audience.UNKNOWN


def _maker_is_private(item: Data) -> bool:
    """With a private account, an ordinary video reaches followers only."""
    return part_of(item["author"], "privateAccount") is True


def _photos(item: Data) -> list[Data]:
    return objects(part_of(item, "imagePost", "images"))


def _pictures(item: Data) -> tuple[Picture, ...]:
    photos = [_addresses(part_of(photo, "imageURL", "urlList")) for photo in _photos(item)]
    covers = [text_in(item.get("video"), name) for name in ("cover", "originCover", "dynamicCover")]
    sets = photos or [tuple(cover for cover in covers if cover)]
    return tuple(Picture(addresses) for addresses in sets if addresses)


def _addresses(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else []
    return tuple(address for address in listed if isinstance(address, str) and address)
