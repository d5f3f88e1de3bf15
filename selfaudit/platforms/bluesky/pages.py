"""Bluesky's live door: bsky.app, or with ``--site`` the server on which a person's account lies."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.bluesky import app_walk, server_walk
from selfaudit.platforms.bluesky.account_page import handle_on
from selfaudit.platforms.bluesky.addresses import SITE
from selfaudit.platforms.bluesky.rendered import shows_somebody_signed_in
from selfaudit.platforms.bluesky.walls import WALLS
from selfaudit.platforms.reading import soup_of

_APPS = {"bsky.app", "www.bsky.app"}


def sign_in(site: str) -> str:
    """Where a person signs in: the app's front page offers it, a server has a page for it."""
    root = site.rstrip("/")
    return f"{root}/" if _is_app(site) else f"{root}/account/sign-in"


def signed_in(document: Document) -> bool:
    """Whether the app, or the server's account pages, show that somebody is signed in."""
    soup = soup_of(document.html)
    return shows_somebody_signed_in(soup) or handle_on(soup) is not None


def identify(view: View) -> Account | None:
    """The account that is signed in, as the app or the server shows it."""
    return app_walk.identify(view) if _is_app(view.site) else server_walk.identify(view)


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The account's own pages and data."""
    walk = app_walk.walk_owner if _is_app(view.site) else server_walk.walk_owner
    return walk(view, account)


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """What anybody is given."""
    walk = app_walk.walk_public if _is_app(view.site) else server_walk.walk_public
    return walk(view, account)


def _is_app(site: str) -> bool:
    return urlsplit(site).hostname in _APPS


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
    home=SITE,
)
