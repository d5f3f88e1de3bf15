"""A page that says nothing for machines: its text, and the ways to write to somebody that stand in it."""

from __future__ import annotations

import re
from collections import Counter

from bs4 import BeautifulSoup, Tag

from selfaudit.model.visit import Document
from selfaudit.platforms.generic.markup import links_in, pictures_in, written_text
from selfaudit.platforms.generic.turned_away import turned_away
from selfaudit.platforms.reading import soup_of
from selfaudit.platforms.website.described import Described, Item, Person, joined
from selfaudit.platforms.website.menu import nobody
from selfaudit.platforms.website.regions import Regions
from selfaudit.platforms.website.signing import signs_anybody
from selfaudit.platforms.website.visible import ways_to_write

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.+])(?:\+44|0044|0)(?:[\s()-]*\d){9,10}(?!\w)")
_FEWEST_LETTERS = 80
_OVER_AND_OVER = 3
_NO_CONTENT = (
    "nav, header nav, footer, form, script, style, [role='navigation'], [role='banner'], [aria-hidden='true']"
)


def plain(document: Document) -> Described:
    """What such a page shows; nothing where it is a wall, or where there is nothing by which to write."""
    soup = soup_of(document.html)
    if soup.select_one("input[type='password' i]") or turned_away([document], ()):
        return Described()
    site_of_many = nobody(soup)
    content = _content(soup)
    text = written_text(content)
    ways = joined(ways_to_write(soup), ways_in(text))
    about = Person(emails=ways.emails, phones=ways.phones, links=links_in(content, document.url))
    if len(text) < _FEWEST_LETTERS and not about:
        return Described()
    pictures = pictures_in(content, document.url)
    prose = not site_of_many and _is_prose(content)
    shown = Item(text=text, url=document.url or None, given=prose, pictures=pictures, links=about.links)
    return Described(about, items=[shown])


def _is_prose(content: Tag) -> bool:
    """Whether a page reads as one person's text: no signatures, and nothing that comes again and again."""
    times = content.find_all("time", limit=2)
    kinds = Counter(
        str(tag["class"]) for tag in content.select("div[class], li[class], section[class], tr[class]")
    )
    return not (signs_anybody(content) or len(times) > 1 or max(kinds.values(), default=0) >= _OVER_AND_OVER)


def reachable(found: Described) -> Described:
    """The same where a way to write to somebody stands on the page: that alone tells it from any page."""
    return found if found.about else Described()


def ways_in(text: str) -> Person:
    """E-mail addresses and telephone numbers that stand in a text."""
    emails = [found.rstrip(".") for found in _EMAIL.findall(text)]
    return Person(
        emails=tuple(dict.fromkeys(emails)), phones=tuple(dict.fromkeys(map(str.strip, _PHONE.findall(text))))
    )


def _content(soup: BeautifulSoup) -> Tag:
    """The page without its menus and its regions for others."""
    regions = Regions(soup)
    for tag in [*soup.select(_NO_CONTENT), *filter(regions.begins_at, soup.find_all(True))]:
        tag.extract()
    return soup.body or soup
