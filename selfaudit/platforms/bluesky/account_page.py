"""The account pages that a Bluesky server shows to whoever signed in at it.

Read from a real server's pages (PDS 0.5.35, autumn 2026): its own links name the account; nothing else there
is in a form that stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup

from selfaudit.model.visit import Visit
from selfaudit.platforms.reading import soup_of

_OWN = re.compile(r"^/account/u/([^/?#]+)/manage$")
_EMAIL = re.compile(r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")


def handle_on(soup: BeautifulSoup) -> str | None:
    """The account that these pages manage; ``None`` where nobody is signed in, or it is not told which."""
    anchors = [str(anchor["href"]) for anchor in soup.find_all("a", href=True)]
    named = {found[1] for address in anchors if (found := _OWN.match(address))}
    return named.pop() if len(named) == 1 else None


def emails_in(visits: Iterable[Visit], handle: str) -> tuple[str, ...]:
    """The email address of this account, as its page on managing it shows it."""
    pages = [page.html for visit in visits for page in visit.documents if "/account/u/" in page.html]
    found = (email for soup in map(soup_of, pages) if handle_on(soup) == handle for email in _emails_on(soup))
    return tuple(dict.fromkeys(found))


def _emails_on(soup: BeautifulSoup) -> Iterator[str]:
    for text in soup.find_all(string=True):
        if _EMAIL.match(text.strip()):
            yield text.strip()
