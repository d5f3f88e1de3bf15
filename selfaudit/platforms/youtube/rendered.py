"""YouTube's pages as they stand on the screen, for pages saved without their scripts.

Read by addresses, by the page's own description for other sites and by element names. Of the account menu the
names are published (2025), not seen by us.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Post
from selfaudit.model.visit import Document
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.reading import meta, visible_text
from selfaudit.platforms.youtube.answers import handle_of
from selfaudit.platforms.youtube.items import address_of

_VIDEO = re.compile(r"(?:/watch\?(?:.*&)?v=|/shorts/)([\w-]{11})")
_CHANNEL = re.compile(r"/channel/(UC[\w-]{22})")
_TITLES = "a[href][title], a[href]#video-title, a[href]#video-title-link, h3 a[href]"
_OWN_LIST = re.compile(r"/(videos|shorts|streams)/?$")


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what it says of itself."""

    document: Document
    soup: BeautifulSoup

    @property
    def channel(self) -> str | None:
        """The number of the channel that the page is about."""
        canonical = self.soup.select_one('link[rel~="canonical"][href]')
        stated = str(canonical["href"]) if canonical else ""
        for address in (stated, meta(self.soup, "og:url") or "", self.document.url):
            if found := _CHANNEL.search(address):
                return found[1]
        return None

    @property
    def handle(self) -> str | None:
        """Its handle, where the address has it."""
        return handle_of(self.document.url)

    @property
    def name(self) -> str | None:
        """Its name, as the page tells other sites."""
        return meta(self.soup, "og:title") if self.channel or self.handle else None

    @property
    def is_own_list(self) -> bool:
        """Whether the page is one of the tabs that show nothing but the channel's own videos."""
        return _OWN_LIST.search(path_of(self.document.url)) is not None

    def videos(self) -> Iterator[Post]:
        """The videos of such a tab, with their titles."""
        for anchor in self.soup.select(_TITLES):
            found = _VIDEO.search(str(anchor["href"]))
            title = str(anchor.get("title", "")).strip() or visible_text(anchor)
            if found and title and self.is_own_list:
                yield Post(found[1], title, url=address_of(found[1]))

    @property
    def owned(self) -> bool:
        """Whether the page offers its channel's workshop, as it does to the owner alone."""
        offered = self.soup.select(f'a[href^="https://studio.youtube.com/channel/{self.channel}"]')
        written = self.soup.select("yt-attributed-string a, #description-container a")
        return self.channel is not None and any(all(one is not two for two in written) for one in offered)

    @property
    def offers_sign_in(self) -> bool:
        """Whether the page's head offers to sign in, as it does to strangers only."""
        button = self.soup.select_one("ytd-masthead #avatar-btn")
        return button is None and self.soup.select_one('a[href*="ServiceLogin?service=youtube"]') is not None

    def ends(self) -> bool:
        """Whether the list has no more: the mark that fetches more is gone."""
        return self.soup.select_one("ytd-continuation-item-renderer") is None

    def menu_handle(self) -> str | None:
        """The handle in the open account menu; ``""`` for a person who has no channel."""
        found = self.soup.select_one("ytd-active-account-header-renderer #channel-handle")
        return visible_text(found).lstrip("@") if isinstance(found, Tag) else None

    def menu_name(self) -> str | None:
        """The name in the open account menu."""
        return visible_text(self.soup.select_one("ytd-active-account-header-renderer #account-name")) or None
