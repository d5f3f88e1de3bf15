"""The way through a Mastodon server for the live door. It rests on published shapes and recorded answers.

No server was to be had for trying. Data is asked for as the server's own pages ask for it: with the token
that such a page carries for the person who signed in, and without any for strangers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.mastodon.answers import is_account, is_own_answer
from selfaudit.platforms.mastodon.parse import viewer
from selfaudit.platforms.mastodon.walls import WALLS
from selfaudit.platforms.reading import json_of, script_json, soup_of

_A_PAGE = 40
_MOST_PAGES = 500
_MOST_THREADS = 1000
_MISSING = frozenset({404, 410})


def sign_in(site: str) -> str:
    """Where the person signs in."""
    return f"{site.rstrip('/')}/auth/sign_in"


def signed_in(document: Document) -> bool:
    """Whether the page's own data names whoever is signed in."""
    return _state_of(document) is not None


def identify(view: View) -> Account | None:
    """Whom the front page's data names, told in full there or by the server's own answer to who asks."""
    page = view.open(f"{view.site}/", Part.OTHER)
    state = _state_of(page)
    if state is None:
        return None
    told = viewer(Visit(view.lens, (page,)))
    if told is not None:
        return told
    answer = view.fetch(f"{view.site}/api/v1/accounts/verify_credentials", _token(state))
    same = id_in(json_of(answer.body)) == id_in(part_of(state, "meta"), "me")
    return viewer(Visit(view.lens, responses=(answer,))) if same else None


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The account's record and preferences, every own post, answers to them, people, pictures."""
    way = _Way(view, account, _token(_state_of(view.here(Part.OTHER))))
    record = way.ask("accounts/verify_credentials")
    if is_own_answer(record) and id_in(record) == account.id:
        yield from (Part.BIO, Part.CONTACT)
        if part_of(way.ask("preferences"), "posting:default:visibility"):
            yield Part.SETTINGS
    yield from way.read_posts()
    yield from way.read_pages()


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The profile's page, which most servers show to everybody, then the data that some of them close."""
    way = _Way(view, account, {})
    page = view.open(f"{view.site}/@{quote(account.handle)}", Part.IMAGES)
    if page.status in _MISSING:
        return
    view.scroll()
    record = way.ask(f"accounts/lookup?{urlencode({'acct': account.handle})}")
    if not is_account(record) or id_in(record) != account.id:
        return
    yield from (Part.BIO, Part.CONTACT)
    yield from way.read_posts()
    yield from way.read_pages()


class _Way:
    """One walk over one account, as whoever the token stands for."""

    def __init__(self, view: View, account: Account, token: Mapping[str, str]) -> None:
        self._view, self._account, self._token = view, account, token

    def ask(self, route: str) -> Any:
        """What the server answers."""
        return json_of(self._view.fetch(f"{self._view.site}/api/v1/{route}", self._token).body)

    def read_posts(self) -> Iterator[Part]:
        """Every own post, page by page until an empty one, and what others answered."""
        posts, whole = self._statuses()
        if whole:
            yield Part.POSTS
        answered = [post for post in posts if number_in(post, "replies_count")]
        given = [self.ask(f"statuses/{id_in(post)}/context") for post in answered[:_MOST_THREADS]]
        told = all(part_of(one, "descendants") is not None for one in given)
        if whole and told and len(given) == len(answered):
            yield Part.COMMENTS

    def read_pages(self) -> Iterator[Part]:
        """Pictures and lists of people, of which only the pages bring every stretch."""
        place = f"{self._view.site}/@{quote(self._account.handle)}"
        self._view.open(f"{place}/media", Part.IMAGES)
        self._view.scroll()
        yield Part.IMAGES
        for name in ("followers", "following"):
            if not isinstance(self.ask(f"accounts/{self._account.id}/{name}?limit=80"), list):
                return
            self._view.open(f"{place}/{name}", Part.CONNECTIONS)
            self._view.scroll()
        yield Part.CONNECTIONS

    def _statuses(self) -> tuple[list[dict[str, Any]], bool]:
        """Every status of the account, boosts too, and whether the list's end was reached."""
        found: list[dict[str, Any]] = []
        before: dict[str, str] = {}
        for _ in range(_MOST_PAGES):
            query = urlencode({"limit": _A_PAGE, **before})
            value = self.ask(f"accounts/{self._account.id}/statuses?{query}")
            page = objects(value)
            last = id_in(page[-1]) if page else None
            if not isinstance(value, list) or (page and (last is None or last == before.get("max_id"))):
                return found, False
            if last is None:
                return found, True
            found += page
            before = {"max_id": last}
        return found, False


def _state_of(page: Document) -> dict[str, Any] | None:
    """The data that a page of the server carries for whoever is signed in."""
    states = script_json(soup_of(page.html), id="initial-state")
    return next((state for state in states if id_in(part_of(state, "meta"), "me")), None)


def _token(state: dict[str, Any] | None) -> dict[str, str]:
    token = text_in(part_of(state, "meta"), "access_token")
    return {"Authorization": f"Bearer {token}"} if token else {}


LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset(
        {Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}
    ),
    public_parts=frozenset(
        {Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS}
    ),
    walls=WALLS,
)
