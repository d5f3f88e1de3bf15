"""The items of WordPress's export file: posts and pages with their comments, pictures and writers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlsplit

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.blog.material import GUEST
from selfaudit.platforms.blog.wxr import content_of
from selfaudit.platforms.generic.elements import text_under, under
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment, moment_in_utc
from selfaudit.platforms.generic.writing import writing_of
from selfaudit.platforms.reading import ItemUnreadable

TEXTS = frozenset({"post", "page", ""})
INTERNAL = frozenset(
    {
        "attachment",
        "custom_css",
        "customize_changeset",
        "feedback",
        "nav_menu_item",
        "oembed_cache",
        "revision",
        "user_request",
        "wp_block",
        "wp_font_face",
        "wp_font_family",
        "wp_global_styles",
        "wp_navigation",
        "wp_template",
        "wp_template_part",
    }
)
"""What is no text on the blog. ``feedback`` is what visitors wrote privately into a contact form."""
_AUDIENCES = dict.fromkeys(("private", "draft", "pending", "future", "inherit"), Audience.PRIVATE)
_GONE = frozenset({"trash", "auto-draft"})
_LEFT_OUT = frozenset({"spam", "trash", "post-trashed"})
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|avif|heic)$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n")
TextUnder = Callable[[str], str]
_NO_NUMBER = "posts without a number or an address"


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody with an account on the blog."""

    number: str
    login: str
    email: str
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, with the account and the address by which its writer is told from others."""

    post: Post
    account: str
    email: str


@dataclass(slots=True)
class Item:
    """A post or page as the file holds it; its ``author`` is the login."""

    post: Post
    pictures: tuple[tuple[Picture, str | None], ...] = ()
    comments: tuple[Said, ...] = ()


@lru_cache(maxsize=64)
def folded(login: str) -> str:
    """A login as it is compared: white space and letter case do not count."""
    return " ".join(login.split()).casefold()


def writer_of(element: Any) -> Writer:
    """One of the accounts that the file lists."""
    names = (text_under(element, f"author_{part}_name") for part in ("first", "last"))
    name = text_under(element, "author_display_name") or " ".join(filter(None, names))
    return Writer(
        text_under(element, "author_id"),
        text_under(element, "author_login"),
        text_under(element, "author_email"),
        " ".join(name.split()),
    )


def kind_of(item: Any) -> str:
    """WordPress's word for what an item is."""
    return text_under(item, "post_type")


def is_gone(item: Any) -> bool:
    """Whether the item was thrown away or never saved."""
    return text_under(item, "status") in _GONE


def item_of(item: Any) -> Item:
    """A post or page with what was said under it."""
    text = partial(text_under, item)
    number, link = text("post_id"), text("link")
    identity = number or link
    if not identity:
        raise ItemUnreadable(_NO_NUMBER)
    body = writing_of(_PARAGRAPH.sub("<br>", content_of(item)), link)
    audience = _audience(text)
    post = Post(
        identity,
        "\n".join(filter(None, (_plain(text("title")), body.text))),
        time=_time(text),
        audience=audience,
        url=link or None,
        links=body.links,
        author=text("creator") or None,
    )
    pictures = tuple((one, identity) for one in body.pictures)
    return Item(post, pictures, tuple(_comments(item, identity, audience)))


def author_alone(item: Any) -> Item:
    """A post or page with nothing but who wrote it."""
    return Item(Post("", author=text_under(item, "creator") or None))


def _plain(text: str) -> str:
    """The words of a title or a comment."""
    return writing_of(_PARAGRAPH.sub("<br>", text)).text


def _audience(text: TextUnder) -> Audience:
    status = text("status")
    if status == "publish":
        return Audience.CUSTOM if text("post_password") else Audience.PUBLIC
    return _AUDIENCES.get(status, Audience.UNKNOWN)


def _time(text: TextUnder) -> datetime | None:
    """The moment in UTC; the other date is the blog's own time, whose zone the file does not tell."""
    published = moment_in_utc(text("post_date_gmt")) or moment(text("pubDate"))
    return published if published and published.year > 1 else None


def _comments(item: Any, parent: str, audience: Audience) -> Iterator[Said]:
    for text in (partial(text_under, comment) for comment in under(item, "comment")):
        number, approved = text("comment_id"), text("comment_approved")
        if not number or approved in _LEFT_OUT:
            continue
        post = Post(
            f"comment-{number}",
            _plain(text("comment_content")),
            PostKind.COMMENT,
            own=False,
            time=moment_in_utc(text("comment_date_gmt")),
            audience=Audience.PRIVATE if approved == GUEST else audience,
            parent=parent,
            author=" ".join(text("comment_author").split()) or None,
        )
        yield Said(post, text("comment_user_id"), text("comment_author_email"))


def attachment_of(item: Any) -> tuple[Picture, str | None] | None:
    """An uploaded picture with the number of the post that it belongs to; ``None`` for other files."""
    address = text_under(item, "attachment_url") or text_under(item, "guid")
    try:
        is_picture = bool(_PICTURES.search(urlsplit(address).path))
    except ValueError:
        return None
    parent = text_under(item, "post_parent")
    caption = _plain(text_under(item, "title")) or None
    return (Picture((address,), caption), None if parent in {"", "0"} else parent) if is_picture else None


def image_of(picture: Picture, post: str | None, file: str | None) -> Image:
    """A picture as the snapshot has it."""
    return Image(picture.key, file, post=post, url=picture.url, caption=picture.caption)
