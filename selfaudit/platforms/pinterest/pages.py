"""The way through Pinterest for the live door. Pinterest's real pages were not visited to write it."""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.pinterest.answers import SITE, board_addresses
from selfaudit.platforms.pinterest.parse import parse, viewer
from selfaudit.platforms.pinterest.walls import WALLS
from selfaudit.platforms.reading import soup_of

_HOSTS = ("pinterest.co.uk", "pinterest.ie")


def sign_in(site: str) -> str:
    """Where a person signs in."""
    return f"{site.rstrip('/')}/login/"


def signed_in(document: Document) -> bool:
    """Whether the page names somebody as signed in."""
    return viewer(Visit(None, (document,))) is not None


def identify(view: View) -> Account | None:
    """Who is signed in, as the settings page says, which shows nobody else's Pins."""
    return viewer(Visit(view.lens, (view.open(f"{view.site}/settings/privacy", Part.SETTINGS),)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The own profile, what was made and what was saved, then each board, the secret ones too."""
    yield from _profile(view, account, settings=True)


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same as a stranger meets it."""
    yield from _profile(view, account, settings=False)


def _profile(view: View, account: Account, *, settings: bool) -> Iterator[Part]:
    place = f"{view.site}/{account.handle}/"
    first = view.open(place, Part.BIO)
    top = parse([Visit(view.lens, (first,))], account)
    if top.owner.bio is not None:
        yield from (Part.BIO, Part.CONTACT)
    if settings and top.settings:
        yield Part.SETTINGS
    boards = _boards(view.scroll(), account)
    for tab in ("_created/", "_saved/"):
        view.open(f"{place}{tab}", Part.POSTS)
        boards += _boards(view.scroll(), account)
    for board in dict.fromkeys(boards):
        view.open(f"{view.site}{board}", Part.POSTS)
        view.scroll()
    yield from (Part.POSTS, Part.IMAGES)


def _boards(document: Document, account: Account) -> list[str]:
    return board_addresses(soup_of(document.html), account.handle)


_PARTS = frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES})
LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=_PARTS | {Part.SETTINGS},
    public_parts=_PARTS,
    walls=WALLS,
    home=SITE,
    hosts=_HOSTS,
)
