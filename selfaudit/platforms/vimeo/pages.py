"""The way through Vimeo for the live door. Vimeo's real pages were not visited to write it.

The pages ask ``api.vimeo.com`` for their lists with a pass that they are given; the walk asks for the same
lists with the same pass, which it never keeps.
"""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import json_of
from selfaudit.platforms.vimeo.answers import SITE, pages_of
from selfaudit.platforms.vimeo.parse import parse, viewer
from selfaudit.platforms.vimeo.walls import WALLS

_A_PAGE = 100
_MOST_PAGES = 100


def sign_in(site: str) -> str:
    """Where a person signs in."""
    return f"{site.rstrip('/')}/log_in"


def signed_in(document: Document) -> bool:
    """Whether the page's own scripts say that somebody is signed in."""
    return any(page.somebody for page in pages_of([Visit(None, (document,))]))


def identify(view: View) -> Account | None:
    """Who is signed in, as Vimeo answers itself."""
    return viewer(Visit(view.lens, responses=(view.fetch(f"{view.site}/_next/viewer"),)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The own record, every own video, followers and followed people, as Vimeo's pages ask for them."""
    yield from _walk(view, account)


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same as a stranger meets it."""
    yield from _walk(view, account)


def _walk(view: View, account: Account) -> Iterator[Part]:
    view.open(f"{view.site}/{account.handle}", Part.BIO)
    view.scroll()
    told = json_of(view.fetch(f"{view.site}/_next/viewer").body)
    pass_, host = text_in(told, "jwt"), text_in(told, "apiUrl")
    if not pass_ or not host or not account.id:
        return
    headers = {"Authorization": f"jwt {pass_}"}
    root = f"{host if '://' in host else f'https://{host}'}/users/{account.id}"
    record = view.fetch(root, headers)
    top = parse([Visit(view.lens, responses=(record,))], account)
    if top.owner.bio is not None:
        yield from (Part.BIO, Part.CONTACT)
    if top.settings:
        yield Part.SETTINGS
    if _listed(view, f"{root}/videos", headers):
        yield from (Part.POSTS, Part.IMAGES)
    people = [_listed(view, f"{root}/{name}", headers) for name in ("followers", "following")]
    if all(people):
        yield Part.CONNECTIONS


def _listed(view: View, address: str, headers: dict[str, str]) -> bool:
    """Read a list page by page; whether Vimeo said that its end was reached."""
    for number in range(1, _MOST_PAGES + 1):
        value = json_of(view.fetch(f"{address}?per_page={_A_PAGE}&page={number}", headers).body)
        if not isinstance(part_of(value, "data"), list):
            return False
        following = part_of(value, "paging", "next")
        if not following or not objects(part_of(value, "data")):
            return True
    return False


_PARTS = frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES, Part.CONNECTIONS})
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
)
