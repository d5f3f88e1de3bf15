"""One page of X, boiled down to what it tells: a long list comes as many pages, too many to keep whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, soup_of
from selfaudit.platforms.x import rendered
from selfaudit.platforms.x.addresses import is_site, operation
from selfaudit.platforms.x.answers import nobody_by, script_of, signed_in_by, switches_of_script
from selfaudit.platforms.x.people import Person
from selfaudit.platforms.x.timelines import RELATIONS
from selfaudit.platforms.x.tweets import Tweet
from selfaudit.platforms.x.walls import FAULTS

UNKNOWN_FORM = f"a page of X {OF_UNKNOWN_FORM}"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of X tells.

    Attributes:
        viewer: who was signed in; ``told`` says by which of X's own words.
        signed_out: it shows that nobody was.
        person: whose profile it is.
        relation: how those in ``people`` are linked to that person.
        switches: the account's privacy switches, as the page's script carries them.
        fault: why nothing of a profile stands here, or ``None`` when something does.
    """

    part: Part | None
    at: datetime | None
    viewer: Person | None
    told: str
    signed_out: bool
    person: Person | None
    tweets: tuple[Tweet, ...]
    relation: str | None
    people: tuple[Person, ...]
    switches: Any
    fault: str | None


def is_page(document: Document) -> bool:
    """Whether a page is X's."""
    return is_site(document.url) or rendered.is_page(document.html)


def read_page(document: Document, visit: Visit) -> Page:
    """Everything that a page tells; the page itself is let go."""
    soup = soup_of(document.html)
    script = script_of(soup)
    by_script, by_menu = signed_in_by(script), rendered.viewer_handle(soup)
    viewer = _viewer(by_script, by_menu)
    signed_out = by_menu is None and (nobody_by(script) or rendered.offers_sign_in(soup))
    relation = RELATIONS.get(operation(path_of(document.url).rstrip("/").rpartition("/")[2]))
    person = rendered.person_on(soup)
    tweets = tuple(rendered.tweets_on(soup, document.url, open_to_all=signed_out))
    return Page(
        part=visit.part,
        at=visit.at,
        viewer=viewer,
        told="The script of X's own page named" if viewer is by_script else "The menu of X's own page named",
        signed_out=signed_out,
        person=person,
        tweets=tweets,
        relation=relation,
        people=tuple(rendered.people_on(soup)) if relation else (),
        switches=switches_of_script(script),
        fault=None if person or tweets else _fault(document, soup),
    )


def _viewer(by_script: Person | None, by_menu: str | None) -> Person | None:
    """The script may know the account by its number alone, the menu by its name alone."""
    if by_script and by_script.handle:
        return by_script
    return Person(id=by_script.id if by_script else None, handle=by_menu) if by_menu else None


def _fault(document: Document, soup: BeautifulSoup) -> str | None:
    text = _lines(soup)
    for sign in FAULTS:
        if sign.matches(document, text):
            return sign.reason
    return None if "/settings" in document.url else UNKNOWN_FORM


def _lines(soup: BeautifulSoup) -> str:
    """The page's text, a line for each piece; the notice for browsers without scripts too."""
    notice = soup.find("noscript")
    return "\n".join([*soup.stripped_strings, notice.get_text("\n") if notice else ""])
