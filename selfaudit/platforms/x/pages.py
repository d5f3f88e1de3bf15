"""The way through X for the live door. It opens and scrolls; the page fetches its own data, which is kept.

The addresses follow what others reported of X in 2026; no signed-in page of X was to be had for trying.
"""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.reading import soup_of
from selfaudit.platforms.x.addresses import HOSTS, SITE
from selfaudit.platforms.x.answers import script_of, signed_in_by
from selfaudit.platforms.x.parse import viewer
from selfaudit.platforms.x.rendered import viewer_handle
from selfaudit.platforms.x.walls import WALLS

_PROVING = "/settings/audience_and_tagging"
_SETTINGS = ("/settings/direct_messages", "/settings/contacts")


def sign_in(site: str) -> str:
    """Where the person signs in."""
    return f"{site}/login"


def signed_in(document: Document) -> bool:
    """Whether the page shows that somebody is signed in."""
    soup = soup_of(document.html)
    return viewer_handle(soup) is not None or signed_in_by(script_of(soup)) is not None


def identify(view: View) -> Account | None:
    """The settings page tells who is signed in, and shows nobody else's posts."""
    document = view.open(f"{view.site}{_PROVING}", Part.SETTINGS)
    return viewer(Visit(view.lens, (document,)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """One's own pages, from the profile to the lists of people; each list is read as far as X gives it."""
    profile = f"{view.site}/{account.handle}"
    view.open(profile, Part.BIO)
    yield from (Part.BIO, Part.CONTACT)
    view.scroll()
    for tab, part in (("with_replies", Part.POSTS), ("media", Part.IMAGES)):
        view.open(f"{profile}/{tab}", part)
        view.scroll()
        yield part
    for tab in ("followers", "following"):
        view.open(f"{profile}/{tab}", Part.CONNECTIONS)
        view.scroll()
    yield Part.CONNECTIONS
    for page in _SETTINGS:
        view.open(f"{view.site}{page}", Part.SETTINGS)
    yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The profile alone: replies and lists of people are walled for whoever is not signed in."""
    view.open(f"{view.site}/{account.handle}", Part.BIO)
    yield from (Part.BIO, Part.CONTACT)
    view.scroll()
    yield Part.POSTS


LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}),
    public_parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS}),
    walls=WALLS,
    home=SITE,
    hosts=HOSTS[1:],
)
