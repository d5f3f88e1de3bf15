"""All that the visits brought of LinkedIn, sorted: pages, their linked data, LinkedIn's own data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.snapshot import Connection, Gap, Setting
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.linkedin import answers, linked_data, rendered
from selfaudit.platforms.linkedin.addresses import is_site, member_in
from selfaudit.platforms.linkedin.settings import is_settings_page, settings_on
from selfaudit.platforms.linkedin.shown import Profile, Shared
from selfaudit.platforms.linkedin.walls import WALL_KEYS, WALLS
from selfaudit.platforms.reading import json_of, meta, script_json, soup_of

_UNKNOWN_FORM = "a page of LinkedIn has a form that this version does not know"
_NO_POSTS = "no post on the page of your activity could be told, so it is not known whether there are any"
_NOBODY = "nobody in the list of your connections could be told, so it is not known whether there is anybody"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of LinkedIn."""

    document: Document
    soup: BeautifulSoup
    part: Part | None
    at: datetime | None

    @property
    def url(self) -> str:
        """Where it is."""
        return self.document.url

    @property
    def editor(self) -> str | None:
        """The member whose profile the page offers to edit, as it does only to that member."""
        for link in self.soup.select('a[href*="/edit/"]'):
            if member_in(str(link["href"])):
                return member_in(str(link["href"]))
        return None

    def profiles(self) -> Iterator[Profile]:
        """The member that the page is about, by what it shows and by what it tells search engines."""
        shown = rendered.profile_on(self.soup, self.url)
        told = [linked_data.profile_in(value) for value in self.linked()]
        kept = [one for value in answers.data_on(self.soup) for one in answers.members_in(value)]
        article = rendered.article_on(self.soup, self.url)
        writer = Profile(article.author, article.author_name) if article and article.author_name else None
        found = [shown, *told, *(one for one in kept if member_in(self.url) == one.slug), writer]
        yield from (one for one in found if one)

    def linked(self) -> list[Any]:
        """What the page tells search engines."""
        return list(script_json(self.soup, type="application/ld+json"))

    def shared(self) -> Iterator[Shared]:
        """The posts on the page."""
        yield from (one for value in self.linked() for one in linked_data.posts_in(value))
        yield from rendered.posts_on(self.soup, self.url)
        article = rendered.article_on(self.soup, self.url)
        yield from (article,) if article else ()

    def connections(self) -> Iterator[Connection]:
        """The people on the page of one's own connections."""
        if "/connections" in self.url:
            yield from rendered.connections_on(self.soup)

    def fault(self) -> str | None:
        """Why nothing stands here, or ``None`` when something does."""
        for key, reason in WALL_KEYS.items():
            if rendered.page_key(self.soup).startswith(key):
                return reason
        if any(self.profiles()) or any(self.shared()) or any(self.connections()):
            return None
        for sign in WALLS:
            if sign.matches(self.document, "\n".join(self.soup.stripped_strings)):
                return sign.reason
        if is_settings_page(self.url):
            return None
        if "/recent-activity" in self.url:
            return _NO_POSTS
        return _NOBODY if "/connections" in self.url else _UNKNOWN_FORM


@dataclass(frozen=True, slots=True)
class Material:
    """Pages and data answers, in the order in which they came."""

    pages: tuple[Page, ...]
    data: tuple[Any, ...]

    def viewer(self) -> tuple[Profile | None, str]:
        """Who was signed in, and the sentence that says how that is known."""
        kept = [value for page in self.pages for value in answers.data_on(page.soup)]
        for value in (*self.data, *kept):
            person = answers.signed_in(value)
            if person:
                return person, "LinkedIn's own data named {} as the account that was signed in."
        editor = next((page.editor for page in self.pages if page.editor), None)
        return (
            (Profile(slug=editor), "The saved page offered to edit the profile of {}.")
            if editor
            else (None, "")
        )

    def nobody(self) -> bool:
        """Whether some page is one that only people get who are not signed in.

        Linked data about a member is sent to nobody else.
        """
        keys = [rendered.page_key(page.soup) for page in self.pages]
        if self.viewer()[0] is not None:
            return False
        told = [value for page in self.pages for value in page.linked()] + list(self.data)
        public = any(key.startswith(("public_profile_v3", "auth_wall")) for key in keys)
        return public or any(linked_data.profile_in(value) for value in told)

    def profiles(self) -> list[Profile]:
        """The members that pages and answers are about."""
        found = [profile for page in self.pages for profile in page.profiles()]
        found += [one for value in self.data if (one := linked_data.profile_in(value))]
        signed_in = (answers.signed_in(value) for value in self.data)
        whole = (one for value in self.data for one in answers.members_in(value))
        return [*found, *(one for one in signed_in if one), *whole]

    def shared(self) -> list[Shared]:
        """Every post of pages and answers."""
        found = [one for page in self.pages for one in page.shared()]
        return found + [one for value in self.data for one in linked_data.posts_in(value)]

    def connections(self) -> Iterator[Connection]:
        """Everybody in the lists of one's own connections."""
        yield from (one for page in self.pages for one in page.connections())

    def settings(self) -> tuple[tuple[Setting, ...], tuple[Gap, ...]]:
        """The switches that were read, and what is missing of them."""
        read = [
            settings_on(page.soup, page.at)
            for page in self.pages
            if is_settings_page(page.url) and not page.fault()
        ]
        switches = {one.name: one for found, _gaps in read for one in found}
        return tuple(switches.values()), tuple(gap for _found, gaps in read for gap in gaps)

    def faults(self) -> tuple[Gap, ...]:
        """What LinkedIn refused or showed in a form that is not known."""
        found = [(page.part or Part.OTHER, page.fault()) for page in self.pages]
        return tuple(dict.fromkeys(Gap(part, reason) for part, reason in found if reason))


def gather(visits: Iterable[Visit]) -> Material:
    """Everything of LinkedIn in these visits."""
    pages: list[Page] = []
    data: list[Any] = []
    for visit in visits:
        values = [json_of(answer.body) for answer in visit.responses]
        data += [value for value in values if _is_answer(value)]
        pages += [page for page in (_page(one, visit) for one in visit.documents) if page]
    return Material(tuple(pages), tuple(data))


def _is_answer(value: Any) -> bool:
    if answers.signed_in(value) or linked_data.profile_in(value):
        return True
    return any(answers.members_in(value))


def _page(document: Document, visit: Visit) -> Page | None:
    if "LinkedIn" not in document.html and not is_site(document.url):
        return None
    soup = soup_of(document.html)
    key = rendered.page_key(soup)
    ours = key.startswith(("public_profile", "auth_wall", "pulse", "d_flagship")) or meta(
        soup, "og:site_name"
    ) in {
        "LinkedIn",
        "LinkedIn Pulse",
    }
    titled = bool(soup.title and soup.title.get_text().strip().endswith("| LinkedIn"))
    return Page(document, soup, visit.part, visit.at) if ours or titled or is_site(document.url) else None
