"""The way through Instagram for the live door. It opens and scrolls; the page fetches its own data.

The addresses follow what others reported up to August 2026; no signed-in page of today was to be had.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.instagram.addresses import SITE
from selfaudit.platforms.instagram.parse import viewer
from selfaudit.platforms.instagram.walls import WALLS

_PROVING = ("/accounts/edit/", "/accounts/web_info/")
"""The first is where people change their profile: a page that is missing would end the walk as a wall."""
_SETTINGS = ("/accounts/who_can_see_your_content/", "/accounts/edit/")


def sign_in(site: str) -> str:
    """Where the person signs in."""
    return urljoin(site, "/accounts/login/")


def signed_in(document: Document) -> bool:
    """Whether the page names somebody as signed in, and nothing more is asked of them."""
    held_up = any(sign.address and sign.matches(document, "") for sign in WALLS)
    return not held_up and viewer(Visit(None, (document,))) is not None


def identify(view: View) -> Account | None:
    """Pages of the account's own, which name it and show nobody's posts."""
    for place in _PROVING:
        account = viewer(Visit(view.lens, (view.open(urljoin(view.site, place), Part.SETTINGS),)))
        if account is not None:
            return Account(account.handle, account.proof, account.id, url=_profile(view, account))
    return None


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The profile to its last post, the lists of people, the settings."""
    profile = _profile(view, account)
    view.open(profile, Part.POSTS)
    yield from (Part.BIO, Part.CONTACT)
    view.scroll()
    yield from (Part.POSTS, Part.IMAGES)
    for people in ("followers", "following"):
        view.open(f"{profile}{people}/", Part.CONNECTIONS)
        view.scroll()
    yield Part.CONNECTIONS
    for place in _SETTINGS:
        view.open(urljoin(view.site, place), Part.SETTINGS)
    yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The profile alone: a stranger gets its head and a handful of posts, or a sign-in."""
    view.open(_profile(view, account), Part.POSTS)
    yield from (Part.BIO, Part.CONTACT)
    view.scroll()
    yield from (Part.POSTS, Part.IMAGES)


def _profile(view: View, account: Account) -> str:
    return urljoin(view.site, f"/{account.handle}/")


_SHOWN = frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES})
LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=_SHOWN | {Part.CONNECTIONS, Part.SETTINGS},
    public_parts=_SHOWN,
    walls=WALLS,
    home=SITE,
)
