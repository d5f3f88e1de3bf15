"""The way through Reddit for the live door. Reddit's real pages were not visited to write it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, Response, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.reading import json_of, soup_of
from selfaudit.platforms.reddit.answers import SITE
from selfaudit.platforms.reddit.parse import parse, viewer
from selfaudit.platforms.reddit.rendered import Page
from selfaudit.platforms.reddit.walls import WALLS

_A_PAGE = 100
_MOST_LISTED = 1000
"""Reddit lists no more than about a thousand things; a list that long may have more behind it."""


def sign_in(site: str) -> str:
    """Where a person signs in."""
    return f"{site.rstrip('/')}/login/"


def signed_in(document: Document) -> bool:
    """Whether the page shows the menu of a signed-in person."""
    return Page(document, soup_of(document.html)).signed_in


def identify(view: View) -> Account | None:
    """Who is signed in, as Reddit answers itself."""
    answer = view.fetch(f"{view.site}/api/v1/me.json?raw_json=1")
    return viewer(Visit(view.lens, responses=(answer,)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The profile's record, every own post and comment, what others said under them, pictures, people."""
    place = f"{view.site}/user/{account.handle}"
    about = view.fetch(f"{place}/about.json?raw_json=1")
    top = parse([Visit(view.lens, responses=(about,))], account)
    if top.owner.bio is not None:
        yield Part.BIO
    if top.settings:
        yield Part.SETTINGS
    posts, whole = _listed(view, f"{place}/submitted.json")
    if whole:
        yield Part.POSTS
    _comments, whole = _listed(view, f"{place}/comments.json")
    for post in posts:
        if number_in(post, "num_comments"):
            view.fetch(f"{view.site}/comments/{text_in(post, 'id')}.json?raw_json=1&limit=500")
    if whole:
        yield Part.COMMENTS
    page = view.open(f"{place}/submitted/", Part.IMAGES)
    if not Page(page := view.scroll(), soup_of(page.html)).waiting:
        yield Part.IMAGES
    view.fetch(f"{view.site}/prefs/friends.json?raw_json=1")
    yield Part.CONNECTIONS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The profile's pages as a stranger meets them; an empty one is not taken for an empty list."""
    place = f"{view.site}/user/{account.handle}"
    for tab, part in (("submitted/", Part.POSTS), ("comments/", Part.COMMENTS)):
        view.open(f"{place}/{tab}", part)
        page = view.scroll()
        shown = Page(page, soup_of(page.html))
        if any(True for _thing in shown.things()) and not shown.waiting:
            yield part
            if part is Part.POSTS:
                yield Part.IMAGES
    about = view.fetch(f"{place}/about.json?raw_json=1")
    if parse([Visit(view.lens, responses=(about,))], account).owner.bio is not None:
        yield Part.BIO


def _listed(view: View, address: str) -> tuple[list[dict[str, object]], bool]:
    """Everything of a list, stretch by stretch, and whether its end was reached."""
    found: list[dict[str, object]] = []
    after = ""
    while len(found) < _MOST_LISTED:
        query = {"raw_json": 1, "limit": _A_PAGE, **({"after": after} if after else {})}
        value = json_of(_body(view.fetch(f"{address}?{urlencode(query)}")))
        found += [
            one["data"]
            for one in objects(part_of(value, "data", "children"))
            if isinstance(one.get("data"), dict)
        ]
        following = part_of(value, "data", "after")
        if not isinstance(following, str) or following == after:
            ended = text_in(value, "kind") == "Listing" and following is None
            return found, ended and len(found) < _MOST_LISTED - _A_PAGE
        after = following
    return found, False


def _body(answer: Response) -> bytes:
    return answer.body


LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset({Part.BIO, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}),
    public_parts=frozenset({Part.BIO, Part.POSTS, Part.COMMENTS, Part.IMAGES}),
    walls=WALLS,
    home=SITE,
)
