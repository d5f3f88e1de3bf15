"""Videos, comments and people of Vimeo as the snapshot knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from selfaudit.model.snapshot import Connection, Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.vimeo.answers import RELATIONS, SITE, Data, handle_of, user_number, video_number

UNREADABLE = "videos in a form that this version does not know"
_AUDIENCES = {
    "anybody": Audience.PUBLIC,
    "nobody": Audience.PRIVATE,
    "contacts": Audience.FRIENDS,
    "unlisted": Audience.CUSTOM,
    "password": Audience.CUSTOM,
    "users": Audience.CUSTOM,
    "disable": Audience.CUSTOM,
}


@dataclass(frozen=True, slots=True)
class Whose:
    """The person whose profile is read."""

    handle: str = ""
    id: str | None = None

    def is_(self, user: object) -> bool:
        """Whether a record is this person's; by number where both have one."""
        number = user_number(user)
        if self.id and number:
            return self.id == number
        return bool(self.handle) and handle_of(user).casefold() == self.handle.casefold()

    def made(self, video: Data) -> bool:
        """Whether this person made a video; lists of a person's own videos may leave the maker out."""
        maker = video.get("user") or video.get("author")
        return self.is_(maker) if isinstance(maker, dict) else True


def post_of(video: Data, media: Mapping[str, str]) -> Post:
    """A video with its title and description."""
    number = video_number(video)
    if number is None:
        raise ItemUnreadable(UNREADABLE)
    image = image_of(video, media)
    view = text_in(part_of(video, "privacy"), "view")
    return Post(
        id=number,
        text="\n".join(
            filter(None, (unescape(text_in(video, "name")), unescape(text_in(video, "description"))))
        ),
        time=moment(video.get("created_time")) or moment(video.get("uploadDate")),
        audience=_AUDIENCES.get(view, Audience.UNKNOWN),
        url=f"{SITE}/{number}",
        images=(image.file,) if image and image.file else (),
    )


def image_of(video: Data, media: Mapping[str, str]) -> Image | None:
    """The still that stands for a video."""
    pictures = part_of(video, "pictures")
    addresses = [text_in(size, "link") for size in reversed(objects(part_of(pictures, "sizes")))]
    addresses += [text_in(pictures, "base_link"), text_in(video, "thumbnailUrl")]
    kept = tuple(dict.fromkeys(filter(None, addresses)))
    number = video_number(video)
    return Image(f"{number}-still", Picture(kept).file(media), post=number, url=kept[0]) if kept else None


def comment_of(found: tuple[str, str, Data], whose: Whose) -> Post:
    """What somebody wrote under a video."""
    video, number, comment = found
    own = whose.is_(comment.get("user"))
    return Post(
        id=f"{video}-comment-{number}",
        text=text_in(comment, "text"),
        kind=PostKind.COMMENT,
        own=own,
        time=moment(comment.get("created_on")) or moment(comment.get("created_time")),
        url=f"{SITE}/{video}#comment_{number}",
        parent=video,
        author=None if own else text_in(comment.get("user"), "name") or None,
    )


def connection_of(found: tuple[str, Data]) -> Connection:
    """Somebody who follows or is followed."""
    relation, user = found
    handle = handle_of(user)
    return Connection(
        id=user_number(user) or handle or id_in(user) or "",
        display_name=text_in(user, "name") or None,
        handle=handle or None,
        relation=RELATIONS[relation],
        about=text_in(user, "short_bio", "bio") or None,
        url=text_in(user, "link") or None,
    )
