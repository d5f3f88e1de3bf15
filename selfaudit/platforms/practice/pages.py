"""The live door to Rookery: where to sign in, who that is, and the way through the worker's own pages."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from bs4 import SoupStrainer

from selfaudit.model.platform import LivePages, WallSign
from selfaudit.model.visit import Account, Document, View
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.values import id_in, text_in
from selfaudit.platforms.practice.sheets import sheets_in
from selfaudit.platforms.reading import soup_of

ONLY_SIGNED_IN = "the site shows this only to people who have signed in"
WALLS = (
    WallSign(ONLY_SIGNED_IN, address=r"/login\?next="),
    WallSign(
        ONLY_SIGNED_IN, text=r"sign in to see older posts\s+rookery shows visitors the newest posts only"
    ),
)
PARTS = frozenset(
    {Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}
)


def sign_in_address(site: str) -> str:
    """Where the person signs in."""
    return urljoin(site, "/login")


def signed_in(document: Document) -> bool:
    """Whether the page names somebody as signed in."""
    return _viewer(document, "") is not None


def identify(view: View) -> Account | None:
    """Who is signed in, as the site's own first page says."""
    return _viewer(view.open(urljoin(view.site, "/"), Part.OTHER), view.site)


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The profile with all posts, the photos, the friends, the settings."""
    yield from _profile(view, account)
    yield from _photos(view, account)
    yield from _friends(view, account)
    view.open(urljoin(view.site, "/settings/privacy"), Part.SETTINGS)
    yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same addresses as a stranger meets them, the most open first."""
    yield from _photos(view, account)
    yield from _profile(view, account)
    yield from _friends(view, account)


def _profile(view: View, account: Account) -> Iterator[Part]:
    view.open(_place(view, account), Part.POSTS)
    yield Part.BIO
    yield Part.CONTACT
    whole = view.scroll()
    complete = _at_the_end(whole)
    if complete:
        yield Part.POSTS
    for address in dict.fromkeys(_unshown_comments(whole)):
        view.fetch(address)
    if complete:
        yield Part.COMMENTS


def _photos(view: View, account: Account) -> Iterator[Part]:
    view.open(f"{_place(view, account)}/photos", Part.IMAGES)
    view.scroll()
    yield Part.IMAGES


def _friends(view: View, account: Account) -> Iterator[Part]:
    view.open(f"{_place(view, account)}/friends", Part.CONNECTIONS)
    if _at_the_end(view.scroll()):
        yield Part.CONNECTIONS


def _place(view: View, account: Account) -> str:
    return urljoin(view.site, f"/{account.handle}")


def _unshown_comments(document: Document) -> Iterator[str]:
    """The addresses of comments for which a page has a button."""
    for stretch in document.stretches or (document,):
        for button in soup_of(stretch.html, SoupStrainer(attrs={"data-more": True}))("button"):
            yield urljoin(document.url, str(button["data-more"]))


def _at_the_end(document: Document) -> bool:
    """Whether the site says that the list has no more; its template for saying so does not count."""
    last = document.stretches[-1] if document.stretches else document
    marks = soup_of(last.html).select("#list-end")
    return any(mark.find_parent("template") is None for mark in marks)


def _viewer(document: Document, site: str) -> Account | None:
    for sheet in sheets_in(document):
        viewer = sheet.data.get("viewer")
        handle = text_in(viewer, "handle")
        if handle:
            name = text_in(viewer, "name")
            proof = f"the site's own page names {name or 'the person'} (@{handle}) as signed in"
            return Account(handle, proof, id_in(viewer), name or None, urljoin(site, f"/{handle}"))
    return None


LIVE = LivePages(
    sign_in=sign_in_address,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=PARTS,
    public_parts=PARTS - {Part.SETTINGS},
    walls=WALLS,
)
