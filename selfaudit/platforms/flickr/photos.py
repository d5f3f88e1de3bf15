"""Photos of Flickr as the snapshot knows them, and who was signed in."""

from __future__ import annotations

from collections.abc import Mapping

from selfaudit.model.snapshot import Connection, Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.flickr.answers import SITE, Person, Photo, content
from selfaudit.platforms.flickr.models import Data
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import id_in, text_in
from selfaudit.platforms.reading import ItemUnreadable, text_of_html


def audience_of(photo: Photo) -> Audience:
    """Who sees a photo: the triple of public, friends and family."""
    public, friends, family = photo.visible
    if public:
        return Audience.PUBLIC
    if friends or family:
        return Audience.FRIENDS
    return Audience.PRIVATE if (public, friends, family) == (False, False, False) else Audience.UNKNOWN


def post_of(photo: Photo, owner: Person, media: Mapping[str, str]) -> Post:
    """A photo with its title, description and tags."""
    image = image_of(photo, media)
    tags = " ".join(f"#{tag}" for tag in photo.tags)
    return Post(
        id=photo.id,
        text="\n".join(filter(None, (photo.title, photo.description, tags))),
        kind=PostKind.CAPTION,
        time=photo.time,
        audience=audience_of(photo),
        url=f"{SITE}/photos/{owner.handle}/{photo.id}/",
        images=(image.file,) if image.file else (),
    )


def image_of(photo: Photo, media: Mapping[str, str]) -> Image:
    """The picture itself; without a file where its address was not told."""
    picture = Picture(photo.addresses) if photo.addresses else None
    return Image(
        photo.id,
        picture.file(media) if picture else None,
        post=photo.id,
        url=picture.url if picture else None,
        caption=photo.title or None,
    )


def comment_of(value: Data, photo: str, owner: Person) -> Post:
    """What somebody wrote under a photo."""
    number, author = id_in(value), text_in(value, "author")
    if number is None:
        raise ItemUnreadable("comments in a form that this version does not know")
    own = bool(owner.id) and author == owner.id
    return Post(
        id=number,
        text=text_of_html(text_in(value, "_content")),
        kind=PostKind.COMMENT,
        own=own,
        time=moment_of_seconds(value.get("datecreate")),
        url=text_in(value, "permalink") or None,
        parent=photo,
        author=None if own else text_in(value, "authorname") or None,
    )


def connection_of(value: Data) -> Connection:
    """Somebody whom the owner follows."""
    number = text_in(value, "nsid")
    if not number:
        raise ItemUnreadable("followed people in a form that this version does not know")
    handle = text_in(value, "path_alias") or number
    return Connection(
        id=number,
        display_name=content(value, "realname") or content(value, "username") or None,
        handle=text_in(value, "path_alias") or content(value, "username") or None,
        relation="following",
        url=f"{SITE}/people/{handle}/",
    )
