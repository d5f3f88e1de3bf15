"""What a post of Tumblr says and shows, own words apart from what it passes on.

Today's form is a list of blocks (``content``), with what is passed on in ``trail``; the older one is mark-up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from selfaudit.platforms.generic.markup import Picture, links_in, pictures_in, written_text
from selfaudit.platforms.generic.spelling import either
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import soup_of
from selfaudit.platforms.tumblr.answers import SITE, Data

_OLD_FIELDS = ("title", "body", "text", "caption", "description", "answer")


@dataclass(frozen=True, slots=True)
class Writing:
    """Words, pictures and links that one blog put into a post."""

    text: str = ""
    pictures: tuple[Picture, ...] = ()
    links: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.text or self.pictures or self.links)


@dataclass(frozen=True, slots=True)
class Piece:
    """What another blog, or the same one earlier, wrote into a post that is passed on or answered."""

    blog: str
    writing: Writing
    id: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A post taken apart."""

    own: Writing
    trail: tuple[Piece, ...] = ()
    asked: tuple[Piece, ...] = field(default=())


def taken_apart(post: Data) -> Whole:
    """The own part of a post, what it passes on, and what others asked in it."""
    if isinstance(post.get("content"), list):
        blocks = objects(post["content"])
        asks = [row for row in objects(post.get("layout")) if row.get("type") == "ask"]
        numbers = {number for row in asks for number in _numbers(row.get("blocks"))}
        asked = tuple(
            Piece(_asker(row), of_blocks(_picked(blocks, _numbers(row.get("blocks"))))) for row in asks
        )
        own = of_blocks([block for number, block in enumerate(blocks) if number not in numbers])
        return Whole(_tagged(own, post), tuple(_trail(post)), asked)
    return _older(post)


def _tagged(own: Writing, post: Data) -> Writing:
    """The own part with its tags, in which people here write whole sentences."""
    tags = post.get("tags")
    written = " ".join(f"#{tag}" for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ""
    return replace(own, text="\n".join(filter(None, (own.text, written))))


def _numbers(value: Any) -> list[int]:
    return [number for number in value if isinstance(number, int)] if isinstance(value, list) else []


def _picked(blocks: list[Data], numbers: list[int]) -> list[Data]:
    return [block for number, block in enumerate(blocks) if number in numbers]


def _asker(row: Data) -> str:
    return text_in(part_of(row, "attribution", "blog"), "name")


def _trail(post: Data) -> Iterator[Piece]:
    for item in objects(post.get("trail")):
        content = item.get("content")
        writing = of_blocks(objects(content)) if isinstance(content, list) else of_markup(_raw(item))
        blog = text_in(part_of(item, "blog"), "name") or text_in(item, "brokenBlogName", "broken_blog_name")
        yield Piece(blog, writing, id_in(part_of(item, "post")) or "")


def of_blocks(blocks: list[Data]) -> Writing:
    """What blocks say and show."""
    pictures = [picture for block in blocks if (picture := _picture(block))]
    links = [text_in(block, "url") for block in blocks if block.get("type") == "link"]
    links += [text_in(style, "url") for block in blocks for style in objects(block.get("formatting"))]
    return Writing(
        "\n".join(filter(None, map(_words, blocks))),
        tuple(pictures),
        tuple(dict.fromkeys(link for link in links if link.startswith("http"))),
    )


def _words(block: Data) -> str:
    """The words that the writer of a block chose; a link's own title is the linked site's."""
    match block.get("type"):
        case "text":
            return text_in(block, "text")
        case "image" | "video" | "audio":
            return text_in(block, "caption")
        case "poll":
            answers = [
                text_in(answer, "answerText", "answer_text") for answer in objects(block.get("answers"))
            ]
            return "\n".join(filter(None, (text_in(block, "question"), *answers)))
        case _:
            return ""


def _picture(block: Data) -> Picture | None:
    sizes = objects(block.get("media")) if block.get("type") == "image" else objects(block.get("poster"))
    widest = sorted(sizes, key=lambda size: -_width(size))
    addresses = tuple(dict.fromkeys(url for size in widest if (url := text_in(size, "url"))))
    return Picture(addresses, text_in(block, "altText", "alt_text") or None) if addresses else None


def _width(size: Data) -> int:
    width = size.get("width")
    return width if isinstance(width, int) else 0


def _raw(item: Data) -> str:
    return text_in(item, "contentRaw", "content_raw", "content")


def of_markup(html: str) -> Writing:
    """What a piece of mark-up says and shows."""
    soup = soup_of(html)
    return Writing(written_text(soup), pictures_in(soup, SITE), links_in(soup, SITE))


def _older(post: Data) -> Whole:
    """The older form: own words in fields of their own, or as the last piece of what is passed on."""
    trail = objects(post.get("trail"))
    now = [item for item in trail if either(item, "isCurrentItem") is True]
    passed = list(_trail({"trail": [item for item in trail if item not in now]}))
    source = [_raw(item) for item in now] if trail else [text_in(post, name) for name in _OLD_FIELDS]
    if trail:
        source.insert(0, text_in(post, "title"))
    own = of_markup("".join(f"<div>{html}</div>" for html in source if html))
    photos = [_photo(photo) for photo in objects(post.get("photos"))] if not passed else []
    question = text_in(post, "question")
    asked = (Piece(text_in(post, "asking_name"), of_markup(question)),) if question else ()
    own = replace(own, pictures=(*own.pictures, *filter(None, photos)))
    return Whole(_tagged(own, post), tuple(passed), asked)


def _photo(photo: Data) -> Picture | None:
    sizes = [part_of(photo, "original_size"), *objects(photo.get("alt_sizes"))]
    addresses = tuple(dict.fromkeys(url for size in sizes if (url := text_in(size, "url"))))
    return Picture(addresses, text_in(photo, "caption") or None) if addresses else None
