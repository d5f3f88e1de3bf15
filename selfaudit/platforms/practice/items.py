"""Single items of Rookery, from the site's JSON to the model; an item of an unknown shape is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selfaudit.model.snapshot import Connection, Fact, Image, Owner, Post, Setting
from selfaudit.model.vocabulary import Audience, ImageRole, PostKind
from selfaudit.platforms.generic.times import moment, moment_in_utc
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable, absolute

NO_ID = "some had no name of their own and could not be told apart"
NO_TEXT = "some had no text where their text should be"
WHERE = "Open Settings, then Privacy"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the items of one sheet: its address, whose profile it is, and the pictures that were kept."""

    url: str
    handle: str | None
    media: Mapping[str, str]

    def owner(self, raw: Any) -> Owner:
        """The top of the profile. A bio that is missing is unknown, an empty one is empty."""
        bio = part_of(raw, "bio")
        handle = text_in(raw, "handle") or None
        return Owner(
            name=text_in(raw, "name") or None,
            handle=handle,
            bio=bio.strip() if isinstance(bio, str) else None,
            emails=_texts(part_of(raw, "contact", "emails")),
            phones=_texts(part_of(raw, "contact", "phones")),
            links=_texts(part_of(raw, "contact", "links")),
            facts=tuple(
                Fact(text_in(fact, "label"), text_in(fact, "value"))
                for fact in objects(part_of(raw, "facts"))
            ),
            url=absolute(self.url, f"/{handle}") if handle else None,
        )

    def profile_pictures(self, raw: Any) -> Iterator[Image]:
        """The avatar and the banner."""
        for role in (ImageRole.AVATAR, ImageRole.BANNER):
            picture = part_of(raw, role.value)
            name, source = id_in(picture), text_in(picture, "src")
            if name and source:
                yield Image(name, self._file(source), role, url=absolute(self.url, source))

    def post(self, raw: Any) -> Post:
        """A post of the profile."""
        picture, link = part_of(raw, "photo"), text_in(raw, "link")
        file = self._file(text_in(picture, "src"))
        return self._text(
            raw,
            PostKind.POST,
            audience=Audience(text_in(raw, "audience") or Audience.UNKNOWN),
            images=(file,) if file else (),
            links=(link,) if link else (),
        )

    def comment(self, raw: Any) -> Post:
        """A comment beneath a post, by whomever."""
        return self._text(raw, PostKind.COMMENT, parent=id_in(raw, "post"))

    def photo(self, raw: Any) -> Image:
        """A photo of the photos page."""
        return Image(
            _id(raw),
            self._file(text_in(raw, "src")),
            ImageRole(text_in(raw, "role")),
            post=id_in(raw, "post"),
            url=absolute(self.url, text_in(raw, "permalink")),
        )

    def photo_of_post(self, raw: Any) -> Image:
        """The photo that a post carries."""
        picture = part_of(raw, "photo")
        source, place = text_in(picture, "src"), text_in(raw, "permalink")
        return Image(_id(picture), self._file(source), post=_id(raw), url=absolute(self.url, place))

    def caption(self, raw: Any) -> Post:
        """The words beneath a photo, as a text of their own."""
        file = self._file(text_in(raw, "src"))
        return Post(
            _id(part_of(raw, "caption")),
            _body(part_of(raw, "caption")),
            PostKind.CAPTION,
            time=moment(part_of(raw, "created_at")),
            audience=Audience(text_in(raw, "audience") or Audience.UNKNOWN),
            url=absolute(self.url, text_in(raw, "permalink")),
            images=(file,) if file else (),
        )

    def connection(self, raw: Any) -> Connection:
        """A friend, with the line beneath the name."""
        return Connection(
            _id(raw),
            display_name=text_in(raw, "name") or None,
            handle=text_in(raw, "handle") or None,
            relation="friend",
            since=_day(raw, "friends_since"),
            about=text_in(raw, "about") or None,
            url=absolute(self.url, text_in(raw, "permalink")),
        )

    def setting(self, raw: Any) -> Setting:
        """A privacy setting."""
        name = text_in(raw, "name")
        if not name:
            raise ItemUnreadable(NO_ID)
        return Setting(
            name,
            value=text_in(raw, "value") or None,
            highest=text_in(raw, "most_private") or None,
            label=text_in(raw, "label") or None,
            where=WHERE,
            url=absolute(self.url, f"#{name}"),
        )

    def _text(self, raw: Any, kind: PostKind, **more: Any) -> Post:
        author = text_in(part_of(raw, "author"), "handle") or None
        return Post(
            _id(raw),
            _body(raw),
            kind,
            own=author is not None and author == self.handle,
            time=moment(part_of(raw, "created_at")),
            url=absolute(self.url, text_in(raw, "permalink")),
            author=author,
            **more,
        )

    def _file(self, source: str) -> str | None:
        return self.media.get(absolute(self.url, source) or "")


def _id(raw: Any) -> str:
    name = id_in(raw)
    if name is None:
        raise ItemUnreadable(NO_ID)
    return name


def _body(raw: Any) -> str:
    body = part_of(raw, "body")
    if not isinstance(body, str):
        raise ItemUnreadable(NO_TEXT)
    return body.strip()


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()


def _day(raw: Any, name: str) -> datetime | None:
    return moment_in_utc(part_of(raw, name))
