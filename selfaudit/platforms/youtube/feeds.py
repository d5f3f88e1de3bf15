"""YouTube's own feed of a channel: its newest videos with whole texts and exact times."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import Tag

from selfaudit.model.snapshot import Post
from selfaudit.model.visit import Response, Visit
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.youtube.items import Whose, address_of

_MARK = b"youtube.com/xml/schemas"


def is_feed(response: Response) -> bool:
    """Whether an answer is such a feed."""
    return _MARK in response.body[:2000]


def feed_posts(visits: Iterable[Visit], whose: Whose) -> Iterator[Post]:
    """The owner's videos of every feed."""
    for response in (response for visit in visits for response in visit.responses if is_feed(response)):
        for entry in tree_of(response).find_all("entry"):
            identity = text_of(entry, "videoId")
            if identity and whose.is_(text_of(entry, "channelId")):
                pieces = (text_of(entry, "title"), text_of(entry, "description"))
                text = "\n".join(piece for piece in pieces if piece)
                yield Post(identity, text, time=moment(text_of(entry, "published")), url=address_of(identity))


def tree_of(response: Response) -> BeautifulSoup:
    """The feed as a tree."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(response.body, "xml")


def text_of(entry: Tag, name: str) -> str:
    """The text of a named part of an entry."""
    found = entry.find(name)
    return found.get_text().strip() if isinstance(found, Tag) else ""
