"""One page of LinkedIn, boiled down to what it tells, since long lists come as many pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.snapshot import Connection, Gap, Setting
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.linkedin import answers, linked_data, rendered
from selfaudit.platforms.linkedin.addresses import is_site, member_in
from selfaudit.platforms.linkedin.contacts import contacts_on
from selfaudit.platforms.linkedin.remarks import remarks_on, remarks_told
from selfaudit.platforms.linkedin.settings import is_settings_page, settings_on
from selfaudit.platforms.linkedin.shown import Profile, Remark, Shared
from selfaudit.platforms.linkedin.walls import FAULT, WALL_KEYS
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, meta, script_json, soup_of

_UNKNOWN_FORM = f"a page of LinkedIn {OF_UNKNOWN_FORM}"
_NO_POSTS = "no post on the page of your activity could be told, so it is not known whether there are any"
_NOBODY = "nobody in the list of your connections could be told, so it is not known whether there is anybody"
_KEYS = ("public_profile", "auth_wall", "pulse", "d_flagship")
_SITE_NAMES = frozenset({"LinkedIn", "LinkedIn Pulse"})


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of LinkedIn tells.

    Attributes:
        viewer: who was signed in, by LinkedIn's own data.
        editor: the member whose profile the page offers to edit, as it does only to that member.
        signed_out: it is one that only people get who are not signed in.
        unset: what is missing of the privacy switches.
        fault: why nothing of a profile stands here, or ``None`` when something does.
    """

    part: Part | None
    viewer: Profile | None
    editor: str | None
    signed_out: bool
    profiles: tuple[Profile, ...]
    shared: tuple[Shared, ...]
    remarks: tuple[Remark, ...]
    connections: tuple[Connection, ...]
    settings: tuple[Setting, ...]
    unset: tuple[Gap, ...]
    fault: str | None


def read_page(document: Document, visit: Visit) -> Page | None:
    """Everything that a page tells, or ``None`` when it is not LinkedIn's; the page itself is let go."""
    if "LinkedIn" not in document.html and not is_site(document.url):
        return None
    soup, url = soup_of(document.html), document.url
    if not _ours(soup, url):
        return None
    linked, kept = list(script_json(soup, type="application/ld+json")), list(answers.data_on(soup))
    profiles = tuple(_profiles(soup, url, linked, kept))
    article = rendered.article_on(soup, url)
    shared = [one for value in linked for one in linked_data.posts_in(value)]
    shared += [*rendered.posts_on(soup, url), *([article] if article else [])]
    connections = tuple(rendered.connections_on(soup)) if "/connections" in url else ()
    anything = bool(profiles or shared or connections)
    fault = _wall_key(soup) or (None if anything else _fault(document, soup))
    readable = is_settings_page(url) and fault is None
    settings, unset = settings_on(soup, visit.at) if readable else ((), ())
    return Page(
        part=visit.part,
        viewer=next((one for value in kept if (one := answers.signed_in(value))), None),
        editor=_editor(soup),
        signed_out=_signed_out(soup, linked),
        profiles=profiles,
        shared=tuple(shared),
        remarks=(*remarks_on(soup), *(one for value in linked for one in remarks_told(value))),
        connections=connections,
        settings=settings,
        unset=unset,
        fault=fault,
    )


def _ours(soup: BeautifulSoup, url: str) -> bool:
    named = rendered.page_key(soup).startswith(_KEYS) or meta(soup, "og:site_name") in _SITE_NAMES
    titled = bool(soup.title and soup.title.get_text().strip().endswith("| LinkedIn"))
    return named or titled or is_site(url)


def _profiles(soup: BeautifulSoup, url: str, linked: list[Any], kept: list[Any]) -> list[Profile]:
    """The member that the page is about, by what it shows and by what it tells search engines."""
    article = rendered.article_on(soup, url)
    writer = Profile(article.author, article.author_name) if article and article.author_name else None
    told = [linked_data.profile_in(value) for value in linked]
    whole = [one for value in kept for one in answers.members_in(value) if one.slug == member_in(url)]
    reached = contacts_on(soup, url)
    return [one for one in (rendered.profile_on(soup, url), *told, *whole, writer, reached) if one]


def _editor(soup: BeautifulSoup) -> str | None:
    links = (member_in(str(link["href"])) for link in soup.select('a[href*="/edit/"]'))
    return next((slug for slug in links if slug), None)


def _signed_out(soup: BeautifulSoup, linked: list[Any]) -> bool:
    """Linked data about a member is sent to nobody who is signed in."""
    if rendered.page_key(soup).startswith(("public_profile_v3", "auth_wall")):
        return True
    return any(linked_data.profile_in(value) for value in linked)


def _wall_key(soup: BeautifulSoup) -> str | None:
    key = rendered.page_key(soup)
    return next((reason for name, reason in WALL_KEYS.items() if key.startswith(name)), None)


def _fault(document: Document, soup: BeautifulSoup) -> str | None:
    text, url = "\n".join(soup.stripped_strings), document.url
    if FAULT.matches(document, text):
        return FAULT.reason
    if is_settings_page(url):
        return None
    if "/recent-activity" in url:
        return _NO_POSTS
    return _NOBODY if "/connections" in url else _UNKNOWN_FORM
