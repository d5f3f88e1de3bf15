"""Pins and boards of Pinterest as the snapshot knows them: own words apart from what others made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.spelling import either, either_text
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import part_of, text_in
from selfaudit.platforms.pinterest.answers import SITE, Data, number_of
from selfaudit.platforms.reading import ItemUnreadable, absolute

UNREADABLE = "Pins in a form that this version does not know"
_MAKERS = ("nativeCreator", "originPinner", "creator")
_SIZES = ("orig", "originals", "736x", "564x", "474x", "236x")
_AUDIENCES = {"public": Audience.PUBLIC, "secret": Audience.PRIVATE, "protected": Audience.CUSTOM}


@dataclass(frozen=True, slots=True)
class Whose:
    """The account that is read; ``private`` where only followers it approved see it."""

    handle: str = ""
    id: str | None = None
    private: bool = False

    def is_(self, user: Any) -> bool:
        """Whether a record is this account's; by number where both have one."""
        number = number_of(user)
        if self.id and number:
            return self.id == number
        return bool(self.handle) and text_in(user, "username").casefold() == self.handle.casefold()


def concerns(pin: Data, whose: Whose) -> bool:
    """Whether a Pin is on this account's profile; a Pin that names nobody stands on the page's own."""
    pinner = pin.get("pinner")
    return whose.is_(pinner) if isinstance(pinner, dict) and pinner else True


def of_account(board: Data, whose: Whose) -> bool:
    """Whether a board is this account's."""
    owner = board.get("owner")
    return whose.is_(owner) if isinstance(owner, dict) and owner else True


def maker_of(pin: Data, whose: Whose) -> str | None:
    """Who made a Pin that was saved from somebody else: ``""`` when unnamed, ``None`` when it is own."""
    makers = [either(pin, name) for name in _MAKERS]
    others = [one for one in makers if isinstance(one, dict) and one and not whose.is_(one)]
    if others:
        return text_in(others[0], "username")
    return "" if either(pin, "isRepin") is True else None


def posts_of(
    pin: Data, whose: Whose, boards: Mapping[str, Data], media: Mapping[str, str]
) -> tuple[Post, ...]:
    """A Pin; and the owner's own note on it where it was saved from somebody else."""
    number, maker, note = number_of(pin), maker_of(pin, whose), either_text(pin, "closeupUserNote")
    if number is None:
        raise ItemUnreadable(UNREADABLE)
    words = [either_text(pin, "title", "gridTitle"), either_text(pin, "description")]
    words += [note] if maker is None else []
    image = image_of(pin, whose, media)
    link = either_text(pin, "link")
    post = Post(
        id=number,
        text="\n".join(dict.fromkeys(filter(None, words))),
        kind=PostKind.POST if maker is None else PostKind.REPOST,
        own=maker is None,
        time=moment(either(pin, "createdAt")),
        audience=_audience(pin, whose, boards),
        url=f"{SITE}/pin/{number}/",
        images=(image.file,) if image and image.file else (),
        links=(link,) if link else (),
        author=maker or None,
    )
    if maker is None or not note:
        return (post,)
    return (post, Post(f"{number}-note", note, audience=post.audience, url=post.url, parent=number))


def comment_of(comment: Data, pin: str, whose: Whose) -> Post:
    """What somebody wrote under a Pin."""
    number, own = number_of(comment), whose.is_(comment["user"])
    if number is None:
        raise ItemUnreadable("comments without a number")
    return Post(
        id=number,
        text=text_in(comment, "text"),
        kind=PostKind.COMMENT,
        own=own,
        time=moment(either(comment, "createdAt")),
        url=f"{SITE}/pin/{pin}/",
        parent=pin,
        author=None if own else text_in(comment["user"], "username") or None,
    )


def image_of(pin: Data, whose: Whose, media: Mapping[str, str]) -> Image | None:
    """The picture of an own Pin; others' pictures are not taken along."""
    sizes = pin.get("images")
    addresses = [text_in(part_of(sizes, name), "url") for name in _SIZES]
    addresses += [text_in(value, "url") for key, value in pin.items() if key.startswith("images_")]
    kept = tuple(dict.fromkeys(filter(None, addresses)))
    number = number_of(pin)
    if not kept or number is None or maker_of(pin, whose) is not None:
        return None
    caption = either_text(pin, "altText") or None
    return Image(number, Picture(kept).file(media), post=number, url=kept[0], caption=caption)


def _audience(pin: Data, whose: Whose, boards: Mapping[str, Data]) -> Audience:
    board = pin.get("board")
    known = boards.get(number_of(board) or "", board)
    return audience_of(known, whose)


def audience_of(board: Any, whose: Whose) -> Audience:
    """Who sees a board."""
    found = _AUDIENCES.get(text_in(board, "privacy").lower(), Audience.UNKNOWN)
    return Audience.FRIENDS if found is Audience.PUBLIC and whose.private else found


def board_post(board: Data, whose: Whose) -> Post:
    """A board's name and description, which are the owner's own words."""
    url = absolute(SITE, text_in(board, "url") or None)
    return Post(
        id=f"board-{number_of(board)}",
        text="\n".join(filter(None, (text_in(board, "name"), text_in(board, "description")))),
        time=moment(either(board, "createdAt")),
        audience=audience_of(board, whose),
        url=url,
    )


def avatars_of(user: Data) -> Iterator[str]:
    """The addresses of an account's picture, the largest first."""
    for name in ("imageXlargeUrl", "imageLargeUrl", "imageMediumUrl", "imageSmallUrl"):
        address = either_text(user, name)
        if address and "default" not in address:
            yield address
