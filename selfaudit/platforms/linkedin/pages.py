"""The way through LinkedIn for the live door: few pages, since LinkedIn is quick to refuse.

Addresses are reported by others; no page of LinkedIn could be tried. LinkedIn's terms forbid automation in
strong words, which the person is told before this door is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.linkedin.addresses import SITE, member_in, profile_url
from selfaudit.platforms.linkedin.parse import viewer
from selfaudit.platforms.linkedin.walls import WALLS
from selfaudit.platforms.reading import soup_of

_IN = '#global-nav, [data-view-name="navigation-homepage"], a[href*="/in/me"], a[href*="/mynetwork/"]'


def sign_in(site: str) -> str:
    """Where the person signs in."""
    return f"{site}/login"


def signed_in(document: Document) -> bool:
    """Whether the page shows that somebody is signed in: its menu leads to one's own network."""
    soup = soup_of(document.html)
    asking = soup.select_one('input[name="session_key"], input[name="session_password"]')
    return asking is None and soup.select_one(_IN) is not None


def identify(view: View) -> Account | None:
    """LinkedIn leads from ``/in/me`` to the signed-in member's own page."""
    document = view.open(f"{view.site}/in/me/", Part.BIO)
    told = viewer(Visit(view.lens, (document,)))
    slug = member_in(document.url)
    if slug is None or (told is not None and told.handle.casefold() != slug.casefold()):
        return told if slug is None else None
    return Account(
        handle=slug,
        proof=f"LinkedIn itself led from “my profile” to the profile of {slug}.",
        name=told.name if told else None,
        url=profile_url(slug),
    )


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """The profile, one's own activity, the connections and the page of public visibility."""
    profile = f"{view.site}/in/{account.handle}"
    view.open(f"{profile}/", Part.BIO)
    view.scroll()
    yield Part.BIO
    view.open(f"{profile}/recent-activity/all/", Part.POSTS)
    view.scroll()
    yield from (Part.POSTS, Part.IMAGES)
    view.open(f"{view.site}/public-profile/settings", Part.SETTINGS)
    yield Part.SETTINGS
    view.open(f"{view.site}/mynetwork/invite-connect/connections/", Part.CONNECTIONS)
    view.scroll()
    yield Part.CONNECTIONS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """One single page: LinkedIn soon shows no more to whoever is not signed in."""
    view.open(f"{view.site}/in/{account.handle}/", Part.BIO)
    yield from (Part.BIO, Part.POSTS)


LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset({Part.BIO, Part.POSTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}),
    public_parts=frozenset({Part.BIO, Part.POSTS}),
    walls=WALLS,
    home=SITE,
)
