"""Tumblr's data, in its answers and in the script of its pages, with names written in either of two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.generic.answers import Answer, answers_of, host_of, on_host, path_of
from selfaudit.platforms.generic.embedded import in_text
from selfaudit.platforms.generic.spelling import either
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import soup_of, walk_json

Data = dict[str, Any]
HOST = "tumblr.com"
SITE = f"https://www.{HOST}"
_STATE = "___INITIAL_STATE___"
_KEYS = ("apiFetchStore", "PeeprRoute", "queries", "isLoggedIn", "csrfToken")
_ADDRESS = re.compile(r"^/(?:blog/(?:view/)?|@)?([a-z0-9][\w-]{0,63})(?:/|$)", re.IGNORECASE)
_NO_BLOGS = frozenset(
    """
    about api blog communities dashboard docs explore following help inbox likes login logout new policy
    privacy register search settings support svc tagged terms tips
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_API_BLOG = re.compile(r"/v2/blog/([\w-]+)(?:\.tumblr\.com)?/")
RELATIONS = {"followers": "follower", "following": "following", "blocks": "blocked"}
_NOTES = re.compile(r"/post(?:s)?/(\d+)/notes|/notes\b[^#]*[?&]id=(\d+)")
_RELATION = re.compile(r"/(followers|following|blocks)/?$")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Tumblr and the data in its script; ``state`` is empty where it has none."""

    document: Document
    soup: BeautifulSoup
    state: tuple[Any, ...]


def pages_of(visits: Iterable[Visit]) -> list[Page]:
    """Every page of Tumblr."""
    return [page for visit in visits for document in visit.documents if (page := _page(document))]


def _page(document: Document) -> Page | None:
    if not on_host(document.url, HOST) and _STATE not in document.html:
        return None
    soup = soup_of(document.html)
    state = tuple(_states(soup))
    known = any(name in value for value in state if isinstance(value, dict) for name in _KEYS)
    return Page(document, soup, state) if known or on_host(document.url, HOST) else None


def _states(soup: BeautifulSoup) -> Iterator[Any]:
    """The page's data: a script of its own today, and an assignment in a script before."""
    for script in soup.find_all("script"):
        text = script.get_text()
        if script.get("id") == _STATE or _STATE in text[:200]:
            yield from in_text(re.sub(r":\s*undefined(?=[,}\]])", ":null", text)).values


def data_of(visits: Sequence[Visit], pages: Sequence[Page]) -> list[Answer]:
    """Every data answer that is Tumblr's, and what its pages hold."""
    inside = [Answer(page.document.url, value) for page in pages for value in page.state]
    return [*(one for one in answers_of(visits) if is_answer(one)), *inside]


def is_answer(answer: Answer) -> bool:
    """Whether a data answer is Tumblr's, by its address or by its shape."""
    if on_host(answer.url, HOST):
        return True
    if not isinstance(part_of(answer.value, "meta", "status"), int):
        return False
    return user_in(answer.value) is not None or any(map(is_post, _walk(part_of(answer.value, "response"))))


def _walk(value: Any) -> Iterator[Data]:
    return walk_json(value)


def user_in(value: Any) -> Data | None:
    """Who is signed in: a record of a user with their blogs. Nobody else's is ever sent."""
    holders = [part_of(value, "response"), *(walk_json(part_of(value, "queries")))]
    users = (part_of(holder, "user") for holder in holders)
    return next((user for user in users if text_in(user, "name") and objects(part_of(user, "blogs"))), None)


def says_signed_in(value: Any) -> bool | None:
    """Whether the page's data say that somebody was signed in; ``None`` where they do not tell."""
    if user_in(value):
        return True
    told = part_of(value, "isLoggedIn")
    told = part_of(told, "isLoggedIn") if isinstance(told, dict) else told
    return told if isinstance(told, bool) else None


def token_in(value: Any) -> str:
    """The pass with which Tumblr's own page asks for data."""
    return text_in(part_of(value, "apiFetchStore"), "API_TOKEN")


def is_post(value: Data) -> bool:
    """Whether this is a post, in either of Tumblr's two forms."""
    if id_in(value) is None or not blog_of(value):
        return False
    return (
        either(value, "objectType") == "post"
        or isinstance(value.get("content"), list)
        or "reblog_key" in value
    )


def blog_of(post: Any) -> str:
    """The name of the blog that a post stands on."""
    named = either(post, "blogName")
    return named if isinstance(named, str) and named else text_in(part_of(post, "blog"), "name")


def posts_in(answer: Answer) -> list[Data]:
    """Every post, whoever wrote it."""
    return [found for found in walk_json(answer.value) if is_post(found)]


def blogs_in(answer: Answer) -> list[Data]:
    """Every record of a blog."""
    telling = ("uuid", "posts", "description", "isHiddenFromBlogNetwork", "descriptionNpf")
    return [
        found
        for found in walk_json(answer.value)
        if text_in(found, "name")
        and "title" in found
        and any(either(found, name) is not None for name in telling)
    ]


def people_in(answer: Answer) -> Iterator[tuple[str, Data]]:
    """Everybody of a list of people, with how they are linked to the owner."""
    relation = _RELATION.search(answer.path)
    for holder in walk_json(answer.value) if relation else ():
        for name in ("users", "blogs", "blockedTumblelogs"):
            if isinstance(either(holder, name), list):
                yield from ((relation[1] if relation else "", one) for one in objects(either(holder, name)))


def notes_in(answer: Answer) -> Iterator[tuple[str, Data]]:
    """Everything that others wrote below a post, with the post's number: in the post itself or by address."""
    asked = _NOTES.search(answer.url)
    for holder in walk_json(answer.value):
        post = id_in(holder, "idString") or id_in(holder) if is_post(holder) else None
        post = post or (asked[1] or asked[2] if asked else None)
        listed = either(holder, "notes")
        for note in objects(listed) if post else ():
            if blog_of(note):
                yield post or "", note


def blog_named_by(address: str) -> str | None:
    """Which blog an address is about."""
    host, path = host_of(address), path_of(address)
    if host.endswith(f".{HOST}") and host.removesuffix(f".{HOST}") not in {"www", "api", "assets"}:
        return host.removesuffix(f".{HOST}")
    asked = _API_BLOG.search(path)
    if asked:
        return asked[1].lower()
    found = _ADDRESS.match(path) if on_host(address, HOST) else None
    return found[1].lower() if found and found[1].lower() not in _NO_BLOGS else None
