"""Posts of Tumblr as the snapshot knows them: own words apart from what others wrote in the same post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.generic.spelling import either, either_text
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import id_in, objects, text_in
from selfaudit.platforms.reading import ItemUnreadable, text_of_html
from selfaudit.platforms.tumblr.answers import SITE, Data, blog_of
from selfaudit.platforms.tumblr.settings import SWITCHES
from selfaudit.platforms.tumblr.writing import Piece, Writing, of_blocks, taken_apart

UNREADABLE = "posts in a form that this version does not know"
_UNPUBLISHED = frozenset({"private", "draft", "drafts", "queued", "queue", "submission", "unapproved"})


@dataclass(frozen=True, slots=True)
class Whose:
    """The person's own blogs: all their names, and what is known of each."""

    names: frozenset[str]
    records: Mapping[str, Data]

    def owns(self, blog: str) -> bool:
        """Whether this is one of the person's own blogs."""
        return blog.casefold() in self.names


def posts_of(post: Data, whose: Whose, media: Mapping[str, str]) -> tuple[Post, ...]:
    """A post, and what others wrote in it. A post that only passes on is one item, in others' words."""
    number = id_in(post, "idString") or id_in(post, "id_string") or id_in(post)
    if number is None or not _known(post):
        raise ItemUnreadable(UNREADABLE)
    whole = taken_apart(post)
    others = [piece for piece in whole.trail if not whose.owns(piece.blog)]
    if whole.trail and not whole.own and others:
        return (_passed_on(post, number, others, whose),)
    mine = [piece.writing for piece in whole.trail if whose.owns(piece.blog)]
    main = _base(post, number, whose, _joined([*mine, whole.own]), media)
    asked = [
        _of_others(piece, main, f"asked-{n}", PostKind.COMMENT) for n, piece in enumerate(whole.asked, 1)
    ]
    passed = [
        _of_others(piece, main, piece.id or str(n), PostKind.REPOST) for n, piece in enumerate(others, 1)
    ]
    return (main, *(one for one in (*asked, *passed) if one.text))


def images_of(post: Data, whose: Whose, media: Mapping[str, str]) -> Iterator[Image]:
    """The pictures that the owner put into a post; those of others are not taken along."""
    number = id_in(post, "idString") or id_in(post, "id_string") or id_in(post)
    if number is None or not _known(post):
        return
    whole = taken_apart(post)
    own = [whole.own, *(piece.writing for piece in whole.trail if whose.owns(piece.blog))]
    for place, picture in enumerate((one for writing in own for one in writing.pictures), 1):
        yield Image(
            f"{number}-{place}", picture.file(media), post=number, url=picture.url, caption=picture.caption
        )


def _known(post: Data) -> bool:
    return isinstance(post.get("content"), list) or "trail" in post or isinstance(post.get("type"), str)


def _joined(writings: list[Writing]) -> Writing:
    return Writing(
        "\n".join(filter(None, (one.text for one in writings))),
        tuple(picture for one in writings for picture in one.pictures),
        tuple(dict.fromkeys(link for one in writings for link in one.links)),
    )


def _base(post: Data, number: str, whose: Whose, writing: Writing, media: Mapping[str, str]) -> Post:
    files = (picture.file(media) for picture in writing.pictures)
    return Post(
        id=number,
        text=writing.text,
        time=moment_of_seconds(post.get("timestamp")),
        audience=audience_of(post, whose.records.get(blog_of(post).casefold())),
        url=_address(post, number),
        images=tuple(file for file in files if file),
        links=writing.links,
    )


def _passed_on(post: Data, number: str, others: list[Piece], whose: Whose) -> Post:
    return Post(
        id=number,
        text="\n".join(filter(None, (piece.writing.text for piece in others))),
        kind=PostKind.REPOST,
        own=False,
        time=moment_of_seconds(post.get("timestamp")),
        audience=audience_of(post, whose.records.get(blog_of(post).casefold())),
        url=_address(post, number),
        author=others[-1].blog or None,
    )


def _of_others(piece: Piece, main: Post, place: str, kind: PostKind) -> Post:
    return Post(
        id=f"{main.id}-{place}",
        text=piece.writing.text,
        kind=kind,
        own=False,
        audience=main.audience,
        url=main.url,
        parent=main.id,
        author=piece.blog or None,
    )


def remark_of(note: Data, post: str, whose: Whose) -> Post | None:
    """What a blog replied to a post, or added in passing it on; ``None`` for a like and the like of it."""
    blocks, blog = note.get("content"), blog_of(note)
    plain = text_of_html(either_text(note, "replyText", "addedText"))
    text = of_blocks(objects(blocks)).text if isinstance(blocks, list) else plain
    if text_in(note, "type") not in {"reply", "reblog"} or not text:
        return None
    time, own = moment_of_seconds(note.get("timestamp")), whose.owns(blog)
    number = id_in(note, "replyId") or id_in(note, "reply_id") or id_in(note, "post_id") or id_in(note)
    return Post(
        id=f"{post}-{number or f'{blog}-{time:%Y%m%d%H%M%S}' if time else number or blog}",
        text=text,
        kind=PostKind.COMMENT,
        own=own,
        time=time,
        parent=post,
        author=None if own else blog,
    )


def _address(post: Data, number: str) -> str:
    told = either(post, "postUrl")
    return told if isinstance(told, str) and told else f"{SITE}/{blog_of(post)}/{number}"


def audience_of(post: Data, blog: Any) -> Audience:
    """Who can see a post: nobody before it is published; then whoever the blog lets in."""
    if text_in(post, "state").lower() in _UNPUBLISHED:
        return Audience.PRIVATE
    return audience_of_blog(blog)


def audience_of_blog(blog: Any) -> Audience:
    """Whom a blog lets in, as far as its record tells."""
    who = SWITCHES.switches[0].read(blog)
    if who in {"password", "members"}:
        return Audience.CUSTOM
    return Audience.PUBLIC if who == "everyone" or either(blog, "type") == "public" else Audience.UNKNOWN
