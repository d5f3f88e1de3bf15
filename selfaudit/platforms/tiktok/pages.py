"""The way through TikTok for the live door. TikTok's real pages were not visited to write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.reading import soup_of
from selfaudit.platforms.tiktok.parse import parse, viewer
from selfaudit.platforms.tiktok.posts import SITE
from selfaudit.platforms.tiktok.rendered import tiles_of
from selfaudit.platforms.tiktok.walls import WALLS


def sign_in(site: str) -> str:
    """Where a person signs in."""
    return f"{site.rstrip('/')}/login"


def signed_in(document: Document) -> bool:
    """Whether the page names somebody as signed in."""
    return viewer(Visit(None, (document,))) is not None


def identify(view: View) -> Account | None:
    """Who is signed in, as TikTok's own page says."""
    return viewer(Visit(view.lens, (view.open(f"{view.site}/", Part.OTHER),)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The own profile with its whole grid, then each post of photos, which the grid shows by one cover."""
    yield from _profile(view, account)


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same as a stranger meets it."""
    yield from _profile(view, account)


def _profile(view: View, account: Account) -> Iterator[Part]:
    first = view.open(f"{view.site}/@{account.handle}", Part.POSTS)
    top = parse([Visit(view.lens, (first,))], account)
    if top.owner.bio is not None:
        yield Part.BIO
        yield Part.CONTACT
    if top.settings:
        yield Part.SETTINGS
    whole = view.scroll()
    complete = Part.POSTS in parse([Visit(view.lens, (whole,))], account).read
    if complete:
        yield Part.POSTS
    for tile in tiles_of(soup_of(whole.html), whole.url):
        if tile.photos and re.fullmatch(re.escape(account.handle), tile.handle, re.IGNORECASE):
            view.open(tile.url, Part.IMAGES)
    if complete:
        yield Part.IMAGES


LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES, Part.SETTINGS}),
    public_parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES}),
    walls=WALLS,
    home=SITE,
)
