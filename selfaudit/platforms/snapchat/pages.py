"""The way through Snapchat for the live door: who is signed in, and the one public page.

Where Snapchat's account pages name the account is a guess of ours. Where they do not, nobody is identified
and nothing is read. Snapchat's terms forbid automation, which the person is told first.
"""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.snapchat.answers import SITE
from selfaudit.platforms.snapchat.parse import viewer
from selfaudit.platforms.snapchat.walls import WALLS


def accounts(site: str) -> str:
    """Where the account pages are: a host of their own on Snapchat itself."""
    return site.replace("//www.snapchat.com", "//accounts.snapchat.com") + "/accounts"


def sign_in(site: str) -> str:
    """Where the person signs in."""
    return f"{accounts(site)}/v2/login"


def signed_in(document: Document) -> bool:
    """Whether an account page names somebody."""
    return viewer(Visit(None, (document,))) is not None


def identify(view: View) -> Account | None:
    """The account page names who is signed in."""
    document = view.open(f"{accounts(view.site)}/welcome", Part.OTHER)
    return viewer(Visit(view.lens, (document,)))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """There is one page about oneself on the web; all else stands in the phone's app."""
    view.open(f"{view.site}/@{account.handle}", Part.BIO)
    yield from (Part.BIO, Part.CONTACT)


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The same page, as everybody sees it."""
    view.open(f"{view.site}/@{account.handle}", Part.BIO)
    yield from (Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES)


LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset({Part.BIO, Part.CONTACT}),
    public_parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES}),
    walls=WALLS,
    home=SITE,
)
