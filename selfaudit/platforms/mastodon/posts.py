"""Statuses become posts: own words apart from what was only passed on, and from others' replies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.markup import Picture, links_in, written_text
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.mastodon.answers import Data, is_status
from selfaudit.platforms.reading import ItemUnreadable, soup_of

AUDIENCES = {
    "public": Audience.PUBLIC,
    "unlisted": Audience.PUBLIC,
    "private": Audience.FRIENDS,
    "direct": Audience.CUSTOM,
    "limited": Audience.CUSTOM,
}


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner, as statuses name them."""

    id: str | None
    acct: str

    def wrote(self, account: Any) -> bool:
        """Whether this account is the owner's; a handle is unique on its server, an id even more so."""
        same_id = self.id is not None and id_in(account) == self.id
        return same_id or text_in(account, "acct").casefold() == self.acct.casefold()


def concerns(status: Data, whose: Whose) -> bool:
    """Whether a status belongs to the profile: by the owner, boosted by them, or a reply to them."""
    return whose.wrote(status["account"]) or bool(status.get("boosted")) or _answers(status, whose)


def _answers(status: Data, whose: Whose) -> bool:
    return whose.id is not None and id_in(status, "in_reply_to_account_id") == whose.id


def post_of(status: Data, whose: Whose, media: Mapping[str, str]) -> Post:
    """One status as a post."""
    shown = status["reblog"] if is_status(status.get("reblog")) else status
    own = whose.wrote(shown["account"])
    identity = id_in(shown if own else status)
    if identity is None:
        raise ItemUnreadable("posts without a number")
    body = soup_of(text_in(shown, "content"))
    return Post(
        id=identity,
        text=_text(shown, written_text(body)),
        kind=_kind(status, shown, whose),
        own=own,
        time=moment(shown.get("created_at")),
        audience=AUDIENCES.get(text_in(shown, "visibility"), Audience.UNKNOWN),
        url=text_in(shown, "url", "uri") or None,
        images=tuple(file for picture in _pictures(shown) if (file := picture.file(media))),
        links=_links(body, shown),
        parent=id_in(shown, "in_reply_to_id"),
        author=None if own else text_in(shown["account"], "acct"),
    )


def images_of(status: Data, whose: Whose, media: Mapping[str, str]) -> Iterator[Image]:
    """The pictures of an own status; others' pictures are not taken along."""
    shown = status["reblog"] if is_status(status.get("reblog")) else status
    if not whose.wrote(shown["account"]):
        return
    for picture in _pictures(shown):
        yield Image(
            id=picture.key,
            file=picture.file(media),
            post=id_in(shown),
            url=picture.url,
            caption=picture.caption,
        )


def _kind(status: Data, shown: Data, whose: Whose) -> PostKind:
    if not whose.wrote(shown["account"]):
        boosted = shown is not status or status.get("boosted")
        return PostKind.REPOST if boosted else PostKind.COMMENT
    answered = id_in(shown, "in_reply_to_account_id")
    return PostKind.REPLY if answered and answered != whose.id else PostKind.POST


def _text(status: Data, body: str) -> str:
    choices = [text_in(choice, "title") for choice in objects(part_of(status, "poll", "options"))]
    pieces = [text_in(status, "spoiler_text"), body, *choices]
    return "\n".join(piece for piece in pieces if piece)


def _pictures(status: Data) -> Iterator[Picture]:
    for attachment in objects(status.get("media_attachments")):
        names = ("url", "remote_url", "preview_url")
        addresses = tuple(text_in(attachment, name) for name in names if text_in(attachment, name))
        if addresses and text_in(attachment, "type") in {"image", "gifv", ""}:
            yield Picture(addresses, text_in(attachment, "description") or None)


def _links(body: Any, status: Data) -> tuple[str, ...]:
    for anchor in body.select("a.mention, a.hashtag"):
        anchor.unwrap()
    card = text_in(status.get("card"), "url")
    found = (*links_in(body, text_in(status, "url")), *((card,) if card else ()))
    return tuple(dict.fromkeys(found))
