"""The way through Threads for the live door. It opens and scrolls; the page fetches its own data.

The addresses follow published notes; no page of Threads was to be had for trying.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.threads.material import DOMAINS, SITE
from selfaudit.platforms.threads.parse import viewer
from selfaudit.platforms.threads.walls import WALLS

_SETTINGS = ("/settings/privacy", "/settings/account")


def sign_in(site: str) -> str:
    """Where the person signs in."""
    return urljoin(site, "/login")


def signed_in(document: Document) -> bool:
    """Whether the page names somebody as signed in, and nothing more is asked of them."""
    held_up = any(sign.address and sign.matches(document, "") for sign in WALLS)
    return not held_up and viewer(Visit(None, (document,))) is not None


def identify(view: View) -> Account | None:
    """The settings page, which names the account and shows nobody's posts."""
    account = viewer(Visit(view.lens, (view.open(urljoin(view.site, _SETTINGS[0]), Part.SETTINGS),)))
    if account is None:
        return None
    return Account(account.handle, account.proof, account.id, url=_profile(view, account))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The profile, the answers to others, the settings."""
    profile = _profile(view, account)
    view.open(profile, Part.POSTS)
    yield from (Part.BIO, Part.CONTACT)
    view.scroll()
    view.open(f"{profile}/replies", Part.POSTS)
    view.scroll()
    yield from (Part.POSTS, Part.IMAGES)
    for place in _SETTINGS:
        view.open(urljoin(view.site, place), Part.SETTINGS)
    yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same two pages as a stranger meets them."""
    profile = _profile(view, account)
    view.open(profile, Part.POSTS)
    yield from (Part.BIO, Part.CONTACT)
    view.scroll()
    yield from (Part.POSTS, Part.IMAGES)


def _profile(view: View, account: Account) -> str:
    return urljoin(view.site, f"/@{account.handle}")


_SHOWN = frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES})
LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=_SHOWN | {Part.SETTINGS},
    public_parts=_SHOWN,
    walls=WALLS,
    home=SITE,
    hosts=DOMAINS[1:],
)
