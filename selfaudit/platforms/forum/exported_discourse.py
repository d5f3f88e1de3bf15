"""Discourse's user archive: the posts of a member and the account's preferences, of every generation.

What this rests on: the published program that writes it, with the headings of its generations; the samples
are constructed. Whether a post was a private message is told in the board's language; where that is not
known, the post is left out and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selfaudit.model.export import Archive
from selfaudit.model.snapshot import Fact, Image, Owner, Post, Setting
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.exported import UNKNOWN_POST, Export
from selfaudit.platforms.forum.brackets import without_quotations
from selfaudit.platforms.forum.settings import DISCOURSE
from selfaudit.platforms.forum.writing import words_of_html
from selfaudit.platforms.generic.tables import headed, stated
from selfaudit.platforms.generic.values import part_of, root_of, text_in
from selfaudit.platforms.reading import ItemUnreadable

_QUOTES = "aside.quote, blockquote"
_TABLE = "user_archive*.csv"
_HEADINGS = ("is_pm", "created_at")
_PLACE = re.compile(r"/t/(?:[^/]*/)??(\d+)(?:/(\d+))?/?$")
_NO = frozenset(
    """
    no false nein non nee não nao nej nei nie ne ei nem nu нет ні hayır όχι いいえ 否 不是 아니요 لا לא
    """.split()  # noqa: SIM905, RUF001 - words of many languages, one a word
)
_YES = frozenset(
    """
    yes true ja oui sí si sì sim tak ano áno kyllä igen da да так evet ναι はい 是 예 네 نعم כן
    """.split()  # noqa: SIM905, RUF001 - likewise
)
_UNSURE = "posts of which the export tells in an unknown language whether they were private messages"


def posts_table(archive: Archive) -> tuple[str, ...]:
    """The table of posts."""
    return headed(archive, _HEADINGS, _TABLE)


def posts_of(export: Export) -> tuple[tuple[Post, tuple[Image, ...]], ...]:
    """Every post that is no private message, with its pictures."""
    names = posts_table(export.archive)
    export.note(names, Part.POSTS, Part.IMAGES)
    rows = (row for row in export.rows(Part.POSTS, names) if not _is_private(row))
    return export.keep(Part.POSTS, _post, rows)


def _is_private(row: dict[str, str]) -> bool:
    return row.get("is_pm", "").strip().casefold() in _YES


def _post(row: dict[str, str]) -> tuple[Post, tuple[Image, ...]]:
    if row.get("is_pm", "").strip().casefold() not in _NO:
        raise ItemUnreadable(_UNSURE)
    url = row.get("url", "").strip()
    place = _PLACE.search(url)
    if place is None or not {"post_raw", "post_cooked", "post"} & row.keys():
        raise ItemUnreadable(UNKNOWN_POST)
    first = (place[2] or "1") == "1"
    identity = f"{place[1]}-{place[2] or '1'}"
    words = words_of_html(row.get("post_cooked", ""), url, _QUOTES)
    raw = row.get("post_raw", "") or row.get("post", "")
    text = words.text or without_quotations(raw).strip()
    title = row.get("topic_title", "").strip() if first else ""
    post = Post(
        identity,
        "\n".join(filter(None, (title, text))),
        PostKind.POST if first else PostKind.REPLY,
        time=stated(row.get("created_at", "")),
        url=url,
        links=words.links,
    )
    return post, tuple(
        Image(one.key, post=identity, url=one.url, caption=one.caption) for one in words.pictures
    )


def site_of(posts: tuple[Post, ...]) -> str | None:
    """The board's address."""
    return next((root for post in posts if (root := root_of(post.url or ""))), None)


def preferences(export: Export) -> Any:
    """The account as its preferences describe it."""
    for name in export.archive.find("preferences.json"):
        value = export.json(Part.BIO, name)
        user = part_of(value, "user")
        return user if isinstance(user, dict) else value if text_in(value, "username") else None
    return None


def owner_of(export: Export, user: Any) -> Owner:
    """Names, addresses and what the account says about its owner."""
    rows = export.rows(Part.BIO, export.archive.find("user_archive_profile.csv"))
    old = next(rows, {})
    others = part_of(user, "secondary_emails")
    emails = [text_in(user, "email"), *(one for one in _texts(others) if "@" in one)]
    bio = part_of(user, "bio_raw")
    website = text_in(user, "website") or old.get("website", "").strip()
    place = text_in(user, "location") or old.get("location", "").strip()
    return Owner(
        name=text_in(user, "name") or None,
        handle=text_in(user, "username") or None,
        bio=bio.strip() if isinstance(bio, str) else old["bio"].strip() if "bio" in old else None,
        emails=tuple(dict.fromkeys(filter(None, emails))),
        links=(website,) if website else (),
        facts=(Fact("Location", place),) if place else (),
    )


def _texts(value: Any) -> Iterator[str]:
    yield from (one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def settings_of(user: Any) -> tuple[Setting, ...]:
    """The switches that the preferences tell of."""
    return tuple(DISCOURSE.settings(user))
