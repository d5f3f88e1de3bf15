"""The way through Facebook for the live door. It opens and scrolls; the page fetches its own data.

The addresses follow what others reported up to 2026; no signed-in page of today was to be had for trying.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.facebook.addresses import SITE, names_in
from selfaudit.platforms.facebook.parse import viewer
from selfaudit.platforms.facebook.walls import WALLS, wall_on

_SETTINGS = (
    "/settings/?tab=privacy",
    "/settings/?tab=profile_and_tagging",
    "/settings/?tab=followers",
)


def sign_in(site: str) -> str:
    """Where the person signs in."""
    return urljoin(site, "/login/")


def signed_in(document: Document) -> bool:
    """Whether the page names somebody as signed in, and nothing more is asked of them."""
    return wall_on(document, "") is None and viewer(Visit(None, (document,))) is not None


def identify(view: View) -> Account | None:
    """Facebook's own address for "my profile", and whom the page it leads to names as signed in."""
    document = view.open(urljoin(view.site, "/me/"), Part.BIO)
    account = viewer(Visit(view.lens, (document,)))
    if account is None or account.id is None:
        return None
    named = names_in(document.url)
    handle = named.vanity or account.handle
    return Account(handle, account.proof, account.id, account.name, _profile(view.site, handle))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The profile to its last post, what it says of the person, the photos, the friends, the settings."""
    view.open(_profile(view.site, account.handle), Part.POSTS)
    view.scroll()
    yield Part.POSTS
    view.open(_tab(view.site, account.handle, "about"), Part.CONTACT)
    view.open(_tab(view.site, account.handle, "about_contact_and_basic_info"), Part.CONTACT)
    yield from (Part.BIO, Part.CONTACT)
    for tab, part in (("photos_by", Part.IMAGES), ("friends", Part.CONNECTIONS)):
        view.open(_tab(view.site, account.handle, tab), part)
        view.scroll()
        yield part
    for place in _SETTINGS:
        view.open(urljoin(view.site, place), Part.SETTINGS)
    yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The profile alone: a stranger gets about ten posts of it, or a sign-in."""
    view.open(_profile(view.site, account.handle), Part.POSTS)
    yield from (Part.BIO, Part.CONTACT)
    view.scroll()
    yield Part.POSTS
    view.open(_tab(view.site, account.handle, "friends"), Part.CONNECTIONS)
    yield Part.CONNECTIONS


def _profile(site: str, handle: str) -> str:
    return urljoin(site, f"/profile.php?id={handle}" if handle.isdigit() else f"/{handle}")


def _tab(site: str, handle: str, tab: str) -> str:
    """A tab of the profile; of a profile that has a number only, its address names the tab otherwise."""
    place = _profile(site, handle)
    return f"{place}&sk={tab}" if urlsplit(place).query else f"{place}/{tab}"


_SHOWN = frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.CONNECTIONS})
LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=_SHOWN | {Part.IMAGES, Part.SETTINGS},
    public_parts=_SHOWN,
    walls=WALLS,
    home=SITE,
)
