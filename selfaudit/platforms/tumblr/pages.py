"""The way through Tumblr for the live door. Tumblr's real pages were not visited to write it."""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.tumblr.answers import HOST, SITE, pages_of, says_signed_in, token_in
from selfaudit.platforms.tumblr.parse import parse, viewer
from selfaudit.platforms.tumblr.walls import WALLS


def sign_in(site: str) -> str:
    """Where a person signs in."""
    return f"{site.rstrip('/')}/login"


def signed_in(document: Document) -> bool:
    """Whether the page's own data say that somebody is signed in."""
    pages = pages_of([Visit(None, (document,))])
    return any(says_signed_in(value) for page in pages for value in page.state)


def identify(view: View) -> Account | None:
    """Who is signed in, as the settings page says; else as Tumblr answers to what its page would ask."""
    document = view.open(f"{view.site}/settings/account", Part.SETTINGS)
    visit = Visit(view.lens, (document,))
    told = viewer(visit)
    values = [value for page in pages_of([visit]) for value in page.state]
    token = next(filter(None, map(token_in, values)), "")
    if told or not token:
        return told
    answer = view.fetch(f"{view.site}/api/v2/user/info", {"Authorization": f"Bearer {token}"})
    return viewer(Visit(view.lens, responses=(answer,)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """Every own blog to its end, then the lists of people and the settings of each."""
    blogs = _blogs(account)
    yield from _read(view, account, blogs)
    for blog in blogs:
        view.open(f"{view.site}/blog/{blog}/followers", Part.CONNECTIONS)
        view.scroll()
    view.open(f"{view.site}/following", Part.CONNECTIONS)
    view.scroll()
    yield Part.CONNECTIONS
    for blog in blogs:
        view.open(f"{view.site}/settings/blog/{blog}", Part.SETTINGS)
    yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """Every own blog as a stranger meets it, the main one first."""
    yield from _read(view, account, _blogs(account))


def _read(view: View, account: Account, blogs: list[str]) -> Iterator[Part]:
    for blog in blogs:
        first = view.open(f"{view.site}/{blog}", Part.POSTS)
        if blog == blogs[0] and parse([Visit(view.lens, (first,))], account).owner.bio is not None:
            yield from (Part.BIO, Part.CONTACT)
        view.scroll()
    yield from (Part.POSTS, Part.IMAGES)


def _blogs(account: Account) -> list[str]:
    """The main blog, then the further ones."""
    return list(dict.fromkeys((account.handle, *(name for name, _url in account.items))))


_PARTS = frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES})
LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=_PARTS | {Part.CONNECTIONS, Part.SETTINGS},
    public_parts=_PARTS,
    walls=WALLS,
    home=SITE,
    hosts=(HOST,),
)
