"""The way through YouTube for the live door. YouTube's real pages were not visited to write it."""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.answers import on_host
from selfaudit.platforms.generic.values import part_of, text_in
from selfaudit.platforms.reading import soup_of, walk_json
from selfaudit.platforms.youtube.answers import SITE, each, page_logged_in, scripts_of
from selfaudit.platforms.youtube.parse import parse, viewer
from selfaudit.platforms.youtube.rendered import Page
from selfaudit.platforms.youtube.walls import WALLS

TABS = ("videos", "shorts", "streams", "podcasts", "playlists", "posts", "community")
_MOST_VIDEOS = 200


def sign_in(site: str) -> str:
    """Where a person signs in: YouTube's account page leads strangers to Google's sign-in and back."""
    return f"{site.rstrip('/')}/account"


def signed_in(document: Document) -> bool:
    """Whether YouTube's own page says that somebody is signed in."""
    return page_logged_in(document) is True and not on_host(document.url, "google.com")


def identify(view: View) -> Account | None:
    """Whose channel YouTube shows as the signed-in person's own; ``None`` also where there is no channel."""
    page = view.open(f"{view.site}/profile", Part.OTHER)
    account = viewer(Visit(view.lens, (page,)))
    if account:
        return account
    page = view.open(f"{view.site}/feed/you", Part.OTHER)
    for identity in _channels_in_header(page):
        page = view.open(f"{view.site}/channel/{identity}", Part.OTHER)
        return viewer(Visit(view.lens, (page,)))
    return None


def _channels_in_header(page: Document) -> list[str]:
    headers = [part_of(value, "header") for value in scripts_of(page.html)]
    found = [text_in(one, "browseId") for header in headers for one in walk_json(header)]
    return [one for one in found if one.startswith("UC")]


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """Every tab of the own channel, each video's page for its whole text, subscriptions, switches.

    A video's page is not scrolled: beside the comments it brings recommendations without end.
    """
    videos: list[str] = []
    yield from _channel(view, account, videos)
    for address in videos[:_MOST_VIDEOS]:
        view.open(address, Part.POSTS)
    view.open(f"{view.site}/feed/channels", Part.CONNECTIONS)
    if _ends(view.scroll()):
        yield Part.CONNECTIONS
    page = view.open(f"{view.site}/account_privacy", Part.SETTINGS)
    if parse([Visit(view.lens, (page,))], account).settings:
        yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """Every tab of the channel as a stranger meets it."""
    yield from _channel(view, account, [])


def _channel(view: View, account: Account, videos: list[str]) -> Iterator[Part]:
    """The feed, the front page and every tab that it names; ``videos`` takes the addresses of the videos."""
    place = f"{view.site}/channel/{account.id}" if account.id else f"{view.site}/@{account.handle}"
    front = view.open(place, Part.BIO)
    top = parse([Visit(view.lens, (front,))], account)
    if top.owner.bio is not None:
        yield Part.BIO
        yield Part.CONTACT
    if account.id:
        view.fetch(f"{view.site}/feeds/videos.xml?channel_id={account.id}")
    tabs, whole = _tabs(front), True
    for tab in tabs:
        view.open(f"{place}/{tab}", Part.POSTS)
        page = view.scroll()
        whole &= _ends(page)
        found = (post.url for post in Page(page, soup_of(page.html)).videos())
        videos += [address for address in found if address and address not in videos]
    if tabs and whole:
        yield Part.POSTS
        yield Part.IMAGES


def _tabs(front: Document) -> list[str]:
    """The tabs that the channel has, of those that hold what its owner made."""
    tabs = [tab for value in scripts_of(front.html) for _, tab in each(value, "tabRenderer")]
    places = [
        text_in(part_of(tab, "endpoint", "commandMetadata", "webCommandMetadata"), "url") for tab in tabs
    ]
    named = [place.rstrip("/").rpartition("/")[2] for place in places]
    return [name for name in dict.fromkeys(named) if name in TABS]


def _ends(page: Document) -> bool:
    """Whether the list came to its end."""
    return Page(page, soup_of(page.html)).ends()


LIVE = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}),
    public_parts=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES}),
    walls=WALLS,
    home=SITE,
)
