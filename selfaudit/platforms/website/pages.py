"""The way through a site that nobody described. Whose pages they are, the site's own menu has to say.

The address that the person gives is where it begins, not a proof: the page read is the one that the menu
beside the way to sign out calls one's own profile, or the given one where it is about the name in that menu.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.reading import absolute, soup_of
from selfaudit.platforms.website import menu
from selfaudit.platforms.website.described import Person
from selfaudit.platforms.website.parse import described, read_of

_MOST_PAGES = 50
_FEEDS = (
    "link[rel~='alternate'][type='application/rss+xml'], link[rel~='alternate'][type='application/atom+xml']"
)


def sign_in(site: str) -> str:
    """Where the person signs in: the page that they named has the way to it."""
    return site


def signed_in(document: Document) -> bool:
    """Whether the page has a way to sign out that stands in a menu of the site."""
    return menu.signed_in(soup_of(document.html), document.url) is not None


def identify(view: View) -> Account | None:
    """The page that the site's menu calls one's own, or the given one where it is about whom that names."""
    page = view.open(view.site, Part.BIO)
    told = menu.viewer_in(soup_of(page.html), page.url)
    if told is None:
        return None
    host = urlsplit(view.site).netloc
    if told.page and _on(told.page, host):
        own = view.open(told.page, Part.BIO)
        person = described(own).about or Person(name=told.name)
        name = person.handle or person.name or told.name or told.page
        proof = f"The menu of {host} called this page the profile of whoever was signed in."
        return Account(handle=name, proof=proof, name=person.name or told.name, url=own.url)
    about = described(page).about
    if told.name and about and about.same(Person(name=told.name, handle=told.name)):
        proof = f"The menu of {host} named {told.name}, and the page is about {told.name}."
        return Account(handle=about.handle or told.name, proof=proof, name=about.name, url=page.url)
    return None


def walk(view: View, account: Account) -> Iterator[Part]:
    """The person's page, the pages that follow it, and its feeds."""
    page = view.open(account.url or view.site, Part.BIO)
    yield from read_of(described(page).about)
    seen: set[str] = set()
    feeds, found = _feeds(soup_of(page.html), page.url, urlsplit(view.site).netloc), False
    while True:
        page = view.scroll()
        seen.add(page.url)
        found = found or bool(described(page).items)
        following = _following(soup_of(page.html), page.url)
        if following is None or following in seen or len(seen) >= _MOST_PAGES:
            break
        view.open(following, Part.POSTS)
    if found:
        yield Part.POSTS
        yield Part.IMAGES
    # Last, since a feed that is walled ends the walk.
    for feed in feeds:
        view.fetch(feed)


def _feeds(soup: BeautifulSoup, url: str, host: str) -> list[str]:
    found = [absolute(url, str(tag["href"])) for tag in soup.select(_FEEDS) if tag.has_attr("href")]
    return [address for address in found if address and _on(address, host)]


def _following(soup: BeautifulSoup, url: str) -> str | None:
    link = soup.select_one("a[rel~='next'][href], link[rel~='next'][href]")
    address = absolute(url, str(link["href"])) if link else None
    return address if address and _on(address, urlsplit(url).netloc) else None


def _on(address: str, host: str) -> bool:
    return urlsplit(address).netloc.removeprefix("www.") == host.removeprefix("www.")


ANY_SITE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk,
    walk_public=walk,
    parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES}),
    public_parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES}),
)
