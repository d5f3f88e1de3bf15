"""The way through Flickr for the live door. Flickr's real pages were not visited to write it."""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.flickr.answers import SITE, modelled_photos, pages_of
from selfaudit.platforms.flickr.parse import parse, viewer
from selfaudit.platforms.flickr.walls import WALLS
from selfaudit.platforms.generic.values import id_in

_MOST_PAGES = 200


def sign_in(site: str) -> str:
    """Where a person signs in; the site sends them on to its own sign-in page."""
    return f"{site.rstrip('/')}/signin"


def signed_in(document: Document) -> bool:
    """Whether the page names somebody as signed in."""
    return viewer(Visit(None, (document,))) is not None


def identify(view: View) -> Account | None:
    """Who is signed in, as the settings page says, which shows nobody else's photos."""
    return viewer(Visit(view.lens, (view.open(f"{view.site}/account/privacy/", Part.SETTINGS),)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The page about oneself, every page of the photostream, then the people one follows."""
    yield from _walk(view, account)
    view.open(f"{view.site}/people/{account.handle}/contacts/", Part.CONNECTIONS)
    view.scroll()
    yield Part.CONNECTIONS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same as a stranger meets it, without the people."""
    yield from _walk(view, account)


def _walk(view: View, account: Account) -> Iterator[Part]:
    about = view.open(f"{view.site}/people/{account.handle}/", Part.BIO)
    if parse([Visit(view.lens, (about,))], account).owner.bio is not None:
        yield Part.BIO
    seen: set[str] = set()
    for number in range(1, _MOST_PAGES + 1):
        view.open(
            f"{view.site}/photos/{account.handle}/" + (f"page{number}/" if number > 1 else ""), Part.POSTS
        )
        fresh = _photos(view.scroll()) - seen
        if not fresh:
            break
        seen |= fresh
    yield from (Part.POSTS, Part.IMAGES)


def _photos(document: Document) -> set[str]:
    """The numbers of the photos that a page of the photostream carries."""
    registers = [page.registers for page in pages_of([Visit(None, (document,))]) if page.registers]
    models = [model for one in registers for _all, model in modelled_photos(one)]
    return {number for model in models if (number := id_in(model))}


_PARTS = frozenset({Part.BIO, Part.POSTS, Part.IMAGES})
LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=_PARTS | {Part.CONNECTIONS},
    public_parts=_PARTS,
    walls=WALLS,
    home=SITE,
    hosts=("flickr.com",),
)
