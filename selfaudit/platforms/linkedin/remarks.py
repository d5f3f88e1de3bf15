"""What people wrote below LinkedIn's posts, in answers, in linked data, and as it stands on pages.

The names in answers follow published readers of 2024 to 2026; none of it was seen by us. Comments carry the
number of their post, by which they are told to belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.times import moment, moment_of_seconds
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.linkedin.addresses import made_at, member_in, post_in
from selfaudit.platforms.linkedin.linked_data import nodes
from selfaudit.platforms.linkedin.shown import Remark
from selfaudit.platforms.reading import text_of_html, visible_text, walk_json

_ITEM = r"(?:urn:li:)?(?:activity|ugcPost|share):(\d{6,20})"
_URN = re.compile(rf"urn:li:comment:\({_ITEM},(\d{{6,20}})\)")
_DASH = re.compile(rf"urn:li:fsd_comment:\((\d{{6,20}}),{_ITEM}\)")
_MARKS = ("data-id", "data-urn", "data-entity-urn", "data-finite-scroll-hotkey-item-urn")


def numbers_in(written: str) -> tuple[str, str] | None:
    """The number of the post, and that of the comment itself."""
    found, dash = _URN.search(written), _DASH.search(written)
    if found:
        return found[1], found[2]
    return (dash[2], dash[1]) if dash else None


def remarks_in(value: Any) -> Iterator[Remark]:
    """Every comment in one of the page's own answers."""
    for record in walk_json(value):
        numbers = numbers_in(text_in(record, "urn", "entityUrn"))
        who, said = part_of(record, "commenter"), record.get("commentary")
        text = text_in(said, "text") or (said if isinstance(said, str) else "")
        if numbers and isinstance(who, dict) and text:
            created = number_in(record, "createdAt")
            yield Remark(
                id=numbers[1],
                post=numbers[0],
                text=text.strip(),
                author=member_in(text_in(who, "navigationUrl")),
                author_name=text_in(part_of(who, "title"), "text") or None,
                time=moment_of_seconds(created / 1000) if created else made_at(numbers[1]),
            )


def remarks_told(value: Any) -> Iterator[Remark]:
    """The comments that linked data about a post names."""
    for node in nodes(value):
        post = post_in(text_in(node, "url", "mainEntityOfPage", "@id"))
        stated = node.get("comment")
        for place, one in enumerate(objects(stated if isinstance(stated, list) else [stated]), 1):
            text = text_of_html(text_in(one, "text"))
            if post and text:
                numbers = numbers_in(text_in(one, "url", "@id"))
                yield Remark(
                    id=numbers[1] if numbers else f"{post}-comment-{place}",
                    post=post,
                    text=text,
                    author=member_in(text_in(one.get("author"), "url")),
                    author_name=text_in(one.get("author"), "name") or None,
                    time=moment(one.get("datePublished") or one.get("dateCreated")),
                )


def remarks_on(soup: BeautifulSoup) -> Iterator[Remark]:
    """The comments that stand open on a page, by the numbers that they carry."""
    for tag in soup.find_all(_is_comment):
        numbers = _numbers(tag)
        writer = next((a for a in tag.select("a[href]") if member_in(str(a["href"]))), None)
        text = _text_of(tag)
        if numbers and writer and text:
            yield Remark(
                id=numbers[1],
                post=numbers[0],
                text=text,
                author=member_in(str(writer["href"])),
                author_name=visible_text(writer) or None,
                time=made_at(numbers[1]),
            )


def _numbers(tag: Tag) -> tuple[str, str] | None:
    return next((found for mark in _MARKS if (found := numbers_in(str(tag.get(mark, ""))))), None)


def _is_comment(tag: Tag) -> bool:
    return _numbers(tag) is not None


def _text_of(comment: Tag) -> str:
    """The longest piece with a writing direction of its own that is in no link and in no answer below."""
    pieces = [
        piece
        for piece in comment.select("[dir=ltr], [dir=rtl], [dir=auto]")
        if piece.find_parent("a") is None and piece.find_parent(_is_comment) is comment
    ]
    return written_text(max(pieces, key=lambda piece: len(piece.get_text()), default=None))


def comment_of(remark: Remark, *, own: bool, audience: Audience) -> Post:
    """A comment as the snapshot knows it."""
    return Post(
        id=f"comment-{remark.id}",
        text=remark.text,
        kind=PostKind.COMMENT,
        own=own,
        time=remark.time,
        audience=audience,
        url=f"https://www.linkedin.com/feed/update/urn:li:activity:{remark.post}/",
        parent=remark.post,
        author=None if own else remark.author_name or remark.author,
    )
