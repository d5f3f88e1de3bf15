"""TikTok's data, in every generation of the script inside its pages and in its data answers.

The first screen's data stand in the page, later ones come as answers; both are brought into one list here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.generic.answers import Answer, answers_of, on_host
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.reading import meta, script_json, soup_of, walk_json

Data = dict[str, Any]
SCRIPTS = ("__UNIVERSAL_DATA_FOR_REHYDRATION__", "SIGI_STATE", "__NEXT_DATA__")
_REPOSTS = "/repost/item_list"
_ASKED = re.compile(r"[?&]secUid=([^&]+)")
_PEOPLE = {"21": "following", "67": "follower"}


def is_page(document: Document) -> bool:
    """Whether a page is TikTok's own."""
    if on_host(document.url, "tiktok.com"):
        return True
    if any(f'id="{name}"' in document.html for name in SCRIPTS[:2]):
        return True
    return "TikTok" in document.html and meta(soup_of(document.html), "og:site_name") == "TikTok"


def answers(visits: Iterable[Visit]) -> list[Answer]:
    """Every data answer, and what the scripts inside the pages hold."""
    kept = list(visits)
    found = [
        Answer(document.url, value, visit.at, visit.lens)
        for visit in kept
        for document in visit.documents
        if is_page(document)
        for value in scripts_of(soup_of(document.html))
    ]
    return found + list(answers_of(kept))


def scripts_of(soup: BeautifulSoup) -> Iterator[Any]:
    """The page's own data; which generation it is shows in what it holds."""
    for name in SCRIPTS:
        yield from script_json(soup, id=name)


def scope(answer: Answer, name: str) -> Any:
    """A named piece of the newest generation of page data."""
    return part_of(answer.value, "__DEFAULT_SCOPE__", name)


def viewer_in(answer: Answer) -> Data | None:
    """Who was signed in: the key is there only with a session."""
    older = (("AppContext", "appContext", "user"), ("props", "pageProps", "user"))
    named = [part_of(scope(answer, "webapp.app-context"), "user")]
    named += [part_of(answer.value, *path) for path in older]
    return next((user for user in named if text_in(user, "uniqueId")), None)


def tells_of_sessions(answer: Answer) -> bool:
    """Whether this is page data that would name a signed-in person."""
    holders = (scope(answer, "webapp.app-context"), part_of(answer.value, "AppContext", "appContext"))
    return any(isinstance(holder, dict) for holder in holders)


def profiles_in(answer: Answer) -> list[Data]:
    """Profiles that the page is about, as ``{"user": …, "stats": …}``; no authors, no suggestions."""
    value = answer.value
    about = (
        part_of(scope(answer, "webapp.user-detail"), "userInfo"),
        part_of(value, "userInfo"),
        part_of(value, "props", "pageProps", "userInfo"),
    )
    users, stats = part_of(value, "UserModule", "users"), part_of(value, "UserModule", "stats")
    older = [
        {"user": user, "stats": part_of(stats, handle)}
        for handle, user in (users.items() if isinstance(users, dict) else ())
    ]
    page = part_of(value, "UserPage", "uniqueId")
    if isinstance(page, str) and page:
        older = [one for one in older if text_in(one["user"], "uniqueId") == page]
    return [one for one in (*about, *older) if isinstance(one, dict) and is_user(one.get("user"))]


def is_user(value: Any) -> bool:
    """Whether this is an account as TikTok describes one."""
    return bool(text_in(value, "uniqueId")) and ("secUid" in value or "signature" in value or "id" in value)


def is_item(value: Any) -> bool:
    """Whether this is a video or a post of photos."""
    return isinstance(value, dict) and "desc" in value and "author" in value and id_in(value) is not None


def items_in(answer: Answer) -> Iterator[Data]:
    """Every video or post of photos, whoever made it."""
    return (found for found in walk_json(answer.value) if is_item(found))


def are_reposts(answer: Answer) -> bool:
    """Whether this list holds what the owner passed on."""
    return _REPOSTS in answer.path


def comments_in(answer: Answer) -> list[Data]:
    """Every comment of a comments answer, with the replies shown under it."""
    found = objects(part_of(answer.value, "comments"))
    replies = [reply for one in found for reply in objects(one.get("reply_comment"))]
    return [one for one in (*found, *replies) if "cid" in one and isinstance(one.get("user"), dict)]


def people_in(answer: Answer, owners: frozenset[str] = frozenset()) -> Iterator[tuple[str, Data]]:
    """Everybody of a list of people, with how they are linked to the owner, as its address says.

    ``owners`` are the long numbers by which such a list is asked for; other people's lists are left out.
    """
    asked = _ASKED.search(answer.url)
    foreign = owners and asked and unquote(asked[1]) not in owners
    if "/user/list" not in answer.path or foreign:
        return
    kind = next((name for scene, name in _PEOPLE.items() if f"scene={scene}" in answer.url.split("&")), None)
    kind = kind or next((name for scene, name in _PEOPLE.items() if f"?scene={scene}" in answer.url), None)
    for entry in objects(part_of(answer.value, "userList")):
        if kind and is_user(entry.get("user")):
            yield kind, entry["user"]


def refusals(found: Sequence[Answer]) -> Iterator[int]:
    """The numbers by which TikTok says why a profile is not shown."""
    for answer in found:
        for name in ("webapp.user-detail", "webapp.video-detail"):
            code = number_in(scope(answer, name), "statusCode")
            if code:
                yield code
        if "/user/detail" in answer.path and (code := number_in(answer.value, "statusCode")):
            yield code


def is_answer(answer: Answer) -> bool:
    """Whether a lone data answer is TikTok's, by its shape."""
    if isinstance(part_of(answer.value, "__DEFAULT_SCOPE__"), dict):
        return True
    listed = objects(part_of(answer.value, "itemList"))
    return bool(profiles_in(answer)) or any(map(is_item, listed)) or bool(comments_in(answer))
