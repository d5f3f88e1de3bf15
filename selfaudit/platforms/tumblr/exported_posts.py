"""The posts of Tumblr's export: of its one list (``posts.xml``), or of its pages, one for each post.

What others wrote into a post that is passed on stands in quotations beneath their names. Where a post is
passed on without any, the words are taken to be theirs. The pages print the time of a clock whose zone they
do not name; that of a worker in the UK is taken to be that of the UK.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.model.noting import take
from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.exported import UNKNOWN_POST
from selfaudit.platforms.generic.elements import text_under, under
from selfaudit.platforms.generic.markup import links_in, written_text
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.meta.dates import date_in
from selfaudit.platforms.meta.printed import HOME
from selfaudit.platforms.reading import ItemUnreadable, soup_of, visible_text
from selfaudit.platforms.tumblr.answers import SITE

_UNPUBLISHED = frozenset({"private", "draft", "queued", "queue", "submission"})
_PLAIN = ("regular-title", "link-text", "conversation-title")
_MARKED_UP = (
    "regular-body",
    "photo-caption",
    "video-caption",
    "audio-caption",
    "quote-text",
    "quote-source",
    "link-description",
    "answer",
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """One post and what others wrote in it."""

    post: Post
    others: tuple[Post, ...] = ()


def of_element(post: Any) -> Said:
    """A post of the list."""
    number = (post.get("id") or "").strip()
    if not number.isdecimal():
        raise ItemUnreadable(UNKNOWN_POST)
    plain = [f"<p>{escape(text_under(post, name))}</p>" for name in _PLAIN]
    marked_up = [f"<div>{text_under(post, name)}</div>" for name in _MARKED_UP]
    tags = ["".join(tag.itertext()).strip() for tag in under(post, "tag")]
    said = _taken_apart(
        number,
        soup_of("".join((*plain, *marked_up, *_lines(post)))),
        blog=post.get("tumblelog") or "",
        tags=[tag for tag in tags if tag],
        passed_on=post.get("is_reblog") == "true",
    )
    hidden = post.get("state") in _UNPUBLISHED or post.get("private") == "true"
    address = post.get("url") or ""
    return _with(
        said,
        asked=text_under(post, "question"),
        time=moment_of_seconds(post.get("unix-timestamp")),
        audience=Audience.PRIVATE if hidden else Audience.UNKNOWN,
        url=address if address.startswith(("https://", "http://")) else None,
    )


def _lines(post: Any) -> Iterator[str]:
    """The lines of a conversation that the owner wrote down."""
    for line in (line for spoken in under(post, "conversation") for line in under(spoken, "line")):
        words = ": ".join(filter(None, (line.get("name"), "".join(line.itertext()).strip())))
        yield f"<p>{escape(words)}</p>"


def of_page(name: str, page: str) -> Said:
    """A post that is a page of its own, named by its number."""
    take(page)
    soup = soup_of(page)
    footer = soup.select_one("#footer, footer")
    stamp = visible_text(soup.select_one("#timestamp, footer time"))
    if soup.body is None or not stamp:
        raise ItemUnreadable(UNKNOWN_POST)
    tags = [visible_text(tag).lstrip("#") for tag in footer.select(".tag")] if footer else []
    if footer:
        footer.extract()
    number = posixpath.splitext(posixpath.basename(name))[0]
    said = _taken_apart(number, soup, blog="", tags=tags, passed_on=False)
    return _with(
        said, asked="", time=date_in(_ORDINAL.sub("", stamp), HOME), audience=Audience.UNKNOWN, url=None
    )


def _taken_apart(number: str, soup: BeautifulSoup, *, blog: str, tags: list[str], passed_on: bool) -> Said:
    """The owner's words apart from those that they pass on."""
    mine, passed = _quoted(number, soup, blog)
    words = "\n".join(filter(None, (*map(written_text, mine), written_text(soup.body or soup))))
    if passed_on and words and not passed and not mine:
        passed, words = [_passed(f"{number}-1", words, "", number)], ""
    tagged = " ".join(f"#{tag}" for tag in tags)
    if passed and not words and not tagged:
        first = passed[0]
        return Said(replace(first, id=number, parent=None), tuple(passed[1:]))
    text = "\n".join(filter(None, (words, tagged)))
    return Said(Post(number, text, links=links_in(soup, SITE) if words else ()), tuple(passed))


def _quoted(number: str, soup: BeautifulSoup, blog: str) -> tuple[list[Tag], list[Post]]:
    """The quotations beneath the owner's own name and those beneath others', taken out of the post."""
    mine: list[Tag] = []
    passed: list[Post] = []
    for link in reversed(soup.select("a.tumblr_blog")):  # the innermost first
        heading = link.find_parent("p") or link
        quoted = heading.find_next_sibling()
        if not isinstance(quoted, Tag) or quoted.name != "blockquote":
            continue
        writer = visible_text(link)
        if blog and writer.casefold() == blog.casefold():
            mine.insert(0, quoted)
        elif text := written_text(quoted):
            passed.insert(0, _passed(number, text, writer, number))
        heading.extract()
        quoted.extract()
    return mine, [replace(one, id=f"{number}-{place}") for place, one in enumerate(passed, 1)]


def _passed(key: str, text: str, writer: str, number: str) -> Post:
    return Post(key, text, PostKind.REPOST, own=False, parent=number, author=writer or None)


def _with(said: Said, asked: str, **more: Any) -> Said:
    """The same with when and for whom it was, and with what somebody asked in it."""
    post = replace(said.post, **more)
    others = [replace(one, audience=post.audience) for one in said.others]
    question = written_text(soup_of(asked)) if asked else ""
    if question:
        asking = Post(f"{post.id}-asked", question, PostKind.COMMENT, own=False, parent=post.id)
        others.append(replace(asking, audience=post.audience))
    return Said(post, tuple(others))
