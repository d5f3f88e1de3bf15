"""Data answers of blogs: WordPress's own (wp/v2), WordPress.com's, and Blogger's feed as JSON."""

from __future__ import annotations

import re
from typing import Any

from selfaudit.platforms.blog.material import Author, Entry, Material, Person
from selfaudit.platforms.blog.switches import comments, visibility
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import moment, moment_in_utc
from selfaudit.platforms.generic.values import id_in, objects, part_of, root_of, text_in
from selfaudit.platforms.reading import text_of_html

Data = dict[str, Any]
_ADDED = re.compile(r"^(?:Private|Protected): ")


def material_of_answer(value: Any) -> Material:
    """What a data answer of a blog holds; nothing, when it is none."""
    found = Material()
    for item in objects(value) or objects([value]):
        _take(item, found)
    for entry in objects(part_of(value, "feed", "entry")):
        found.entries.append(_blogger_entry(entry))
    allowed = {entry.commentable for entry in found.entries if entry.commentable is not None}
    if allowed:
        found.settings.append(comments(True in allowed, found.site))
    return found


def _take(item: Data, found: Material) -> None:
    if _is_comment(item):
        found.entries.append(_comment(item))
    elif _is_media(item):
        found.pictures.append(_media(item))
    elif _is_post(item):
        found.entries.append(_post(item))
        found.site = found.site or root_of(text_in(item, "link"))
    elif _is_user(item):
        found.people.append(_user(item))
        found.site = found.site or root_of(text_in(item, "link"))
    elif "user_login" in item and "display_name" in item:
        found.people.append(_dotcom_user(item))
    setting = visibility(id_in(item, "blog_public") or id_in(part_of(item, "settings"), "blog_public") or "")
    if setting:
        found.settings.append(setting)


def _is_post(item: Data) -> bool:
    return "content" in item and "title" in item and id_in(item) is not None and "link" in item


def _is_comment(item: Data) -> bool:
    return "author_name" in item and "post" in item and "content" in item and id_in(item) is not None


def _is_media(item: Data) -> bool:
    return "media_type" in item and bool(text_in(item, "source_url"))


def _is_user(item: Data) -> bool:
    return (
        bool(text_in(item, "slug")) and "description" in item and "name" in item and "/author" in _link(item)
    )


def _link(item: Data) -> str:
    # A hand-made theme may move the author pages, but then only a user has no taxonomy and no parent.
    plain = "taxonomy" not in item and "parent" not in item and "count" not in item
    return "/author" if plain else text_in(item, "link")


def _words(item: Data, name: str) -> str:
    return text_in(item.get(name), "raw", "rendered") or text_in(item, name)


def _title(item: Data) -> str:
    """The title as it was written: WordPress puts a word of its own before those of hidden posts."""
    raw = text_in(item.get("title"), "raw")
    return raw or _ADDED.sub("", text_of_html(text_in(item.get("title"), "rendered")), count=1)


def _post(item: Data) -> Entry:
    content = item.get("content")
    html = text_in(content, "rendered", "raw")
    guarded = part_of(content, "protected") is True or bool(text_in(item, "password"))
    return Entry(
        number=id_in(item),
        link=text_in(item, "link") or None,
        title=_title(item),
        html=html,
        whole=True,
        closed=guarded and not html,
        protected=guarded,
        author=Author(number=id_in(item, "author")),
        status=text_in(item, "status") or None,
        time=moment_in_utc(item.get("date_gmt")),
        commentable=text_in(item, "comment_status") == "open" if "comment_status" in item else None,
        base=text_in(item, "link"),
    )


def _comment(item: Data) -> Entry:
    return Entry(
        number=id_in(item),
        link=text_in(item, "link") or None,
        html=_words(item, "content"),
        whole=True,
        author=Author(id_in(item, "author"), None, text_in(item, "author_name") or None),
        time=moment_in_utc(item.get("date_gmt")),
        comment=True,
        parent=id_in(item, "post"),
        base=text_in(item, "link"),
    )


def _media(item: Data) -> tuple[Picture, str | None, Author]:
    sizes = part_of(item, "media_details", "sizes")
    smaller = [text_in(size, "source_url") for size in sizes.values()] if isinstance(sizes, dict) else []
    addresses = (text_in(item, "source_url"), *(address for address in smaller if address))
    caption = text_in(item, "alt_text") or _words(item, "caption") or None
    parent = id_in(item, "post")
    holder = None if parent == "0" else parent
    return Picture(tuple(dict.fromkeys(addresses)), caption), holder, Author(id_in(item, "author"))


def _user(item: Data) -> Person:
    pictures = part_of(item, "avatar_urls")
    largest = list(pictures.values())[-1] if isinstance(pictures, dict) and pictures else None
    return Person(
        Author(id_in(item), text_in(item, "slug"), text_in(item, "name") or None),
        login=text_in(item, "username") or None,
        bio=text_in(item, "description"),
        email=text_in(item, "email") or None,
        website=text_in(item, "url") or None,
        page=text_in(item, "link") or None,
        avatar=largest if isinstance(largest, str) else None,
        # Only about oneself does WordPress tell the name that is typed to sign in.
        signed_in="username" in item and "email" in item,
    )


def _dotcom_user(item: Data) -> Person:
    return Person(
        Author(None, text_in(item, "user_login"), text_in(item, "display_name") or None),
        login=text_in(item, "user_login") or None,
        bio=text_in(item, "description"),
        email=text_in(item, "user_email") or None,
        website=text_in(item, "user_URL") or None,
        avatar=text_in(item, "avatar_URL").replace("&amp;", "&") or None,
        signed_in="user_email" in item,
    )


def _blogger_entry(entry: Data) -> Entry:
    links = {text_in(link, "rel"): text_in(link, "href") for link in objects(entry.get("link"))}
    identity = text_in(entry.get("id"), "$t")
    writer = next(iter(objects(entry.get("author"))), {})
    profile = text_in(part_of(writer, "uri"), "$t").rstrip("/").rsplit("/", 1)[-1]
    return Entry(
        number=identity.rpartition("post-")[2] or None,
        link=links.get("alternate") or None,
        title=text_in(entry.get("title"), "$t"),
        html=text_in(entry.get("content"), "$t") or text_in(entry.get("summary"), "$t"),
        whole="content" in entry,
        author=Author(slug=profile or None, name=text_in(part_of(writer, "name"), "$t") or None),
        time=moment(text_in(entry.get("published"), "$t")),
        base=links.get("alternate") or "",
    )
