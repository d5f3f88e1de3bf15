"""The way through bsky.app. It rests on what others reported and on a page that was saved signed out.

No signed-in page of bsky.app was to be had. Its data is asked for where the app asks for it when nobody is
signed in: Bluesky gives owner and stranger the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from selfaudit.model.visit import Account, View
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.bluesky.answers import author_of, is_profile, items_in
from selfaudit.platforms.bluesky.rendered import handle_of_viewer, is_edited_by_viewer
from selfaudit.platforms.generic.values import number_in, part_of, text_in
from selfaudit.platforms.reading import json_of, soup_of

_DATA = "https://public.api.bsky.app/xrpc"
_A_PAGE = 100
_MOST_PAGES = 500
_MOST_THREADS = 1000


def identify(view: View) -> Account | None:
    """Whom the app's own menu leads to, if that profile then offers to be edited."""
    handle = handle_of_viewer(soup_of(view.open(f"{view.site}/", Part.OTHER).html))
    if handle is None:
        return None
    page = view.open(f"{view.site}/profile/{handle}", Part.BIO)
    told = _ask(view, "app.bsky.actor.getProfile", actor=handle)
    if not is_edited_by_viewer(soup_of(page.html)) or not is_profile(told):
        return None
    proof = f"Bluesky offered to edit the profile of {handle}, as it does for its owner alone."
    return Account(handle, proof, told["did"], url=f"{view.site}/profile/{handle}")


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The profile's data, then its page for the pictures."""
    return _walk(view, account)


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same; the page comes last, since it may be shown only to people who are signed in."""
    return _walk(view, account)


def _walk(view: View, account: Account) -> Iterator[Part]:
    actor = account.id or account.handle
    if is_profile(_ask(view, "app.bsky.actor.getProfile", actor=actor)):
        yield from (Part.BIO, Part.CONTACT, Part.SETTINGS)
    feed, whole = _listed(view, "feed.getAuthorFeed", "feed", actor=actor, filter="posts_with_replies")
    if whole:
        yield Part.POSTS
    if _ask_for_answers(view, feed, actor) and whole:
        yield Part.COMMENTS
    followers = _listed(view, "graph.getFollowers", "followers", actor=actor)[1]
    if _listed(view, "graph.getFollows", "follows", actor=actor)[1] and followers:
        yield Part.CONNECTIONS
    view.open(f"{view.site}/profile/{account.handle}", Part.IMAGES)
    view.scroll()
    yield Part.IMAGES


def _ask(view: View, method: str, **query: str | int) -> Any:
    return json_of(view.fetch(f"{_DATA}/{method}?{urlencode(query)}").body)


def _listed(view: View, method: str, name: str, **query: str) -> tuple[list[object], bool]:
    """Every answer of a list, and whether its end was reached."""
    found: list[object] = []
    more: dict[str, str | int] = {**query, "limit": _A_PAGE}
    while len(found) < _MOST_PAGES:
        value = _ask(view, f"app.bsky.{method}", **more)
        if not isinstance(part_of(value, name), list):
            return found, False
        found.append(value)
        following = text_in(value, "cursor")
        if not following:
            return found, True
        if following == more.get("cursor"):
            return found, False
        more["cursor"] = following
    return found, False


def _ask_for_answers(view: View, feed: list[object], did: str) -> bool:
    """The thread under each own post that was answered; whether every one was given."""
    posts = [item["post"] for answer in feed for item in items_in(answer)]
    own = [post for post in posts if author_of(post).get("did") == did and number_in(post, "replyCount")]
    threads = [
        _ask(view, "app.bsky.feed.getPostThread", uri=text_in(post, "uri"), depth=10, parentHeight=0)
        for post in own[:_MOST_THREADS]
    ]
    return len(own) <= _MOST_THREADS and all(
        part_of(thread, "thread", "post") is not None for thread in threads
    )
