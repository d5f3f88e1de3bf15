"""Data answers of Meta's sites, with the name of the question that the page asked for each.

Questions are told by their name, never by their number, which changes every few weeks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.platforms.generic.answers import on_host, parts_of, path_of
from selfaudit.platforms.generic.embedded import each, in_answer, in_scripts
from selfaudit.platforms.generic.values import id_in, objects, text_in
from selfaudit.platforms.reading import json_of, soup_of


@dataclass(frozen=True, slots=True)
class Answer:
    """One data answer, or what one page carries.

    Attributes:
        url: where it came from.
        page: the page that it belongs to; the same as ``url`` for a page's own data.
        values: its JSON documents.
        question: the name of the question that it answers; ``None`` where that was not kept.
        asked: what was sent along with the question; ``None`` where that was not kept.
        damaged: some of it is broken or cut short.
        soup: the page itself, for a page.
        raw: all of it as it came, to see cheaply whether a name occurs in it at all.
    """

    url: str
    page: str
    values: tuple[Any, ...]
    question: str | None = None
    asked: dict[str, Any] | None = None
    damaged: bool = False
    soup: BeautifulSoup | None = field(default=None, compare=False, repr=False)
    raw: str | bytes = field(default="", compare=False, repr=False)

    @property
    def path(self) -> str:
        """The path of its own address."""
        return path_of(self.url)

    def holds(self, name: str) -> bool:
        """Whether this name occurs in it."""
        return name in self.raw if isinstance(self.raw, str) else name.encode() in self.raw


def answers(visits: Iterable[Visit], is_page: Callable[[Document], bool]) -> list[Answer]:
    """Everything that carries data in these visits: the site's own pages, then their data answers."""
    found: list[Answer] = []
    for visit in visits:
        pages = [document for document in visit.documents if is_page(document)]
        home = pages[-1].url if pages else ""
        found += [_of_page(document) for document in pages]
        found += [_of_response(response, home) for response in visit.responses]
    return found


def _of_page(document: Document) -> Answer:
    soup = soup_of(document.html)
    data = in_scripts(soup)
    return Answer(document.url, document.url, data.values, damaged=data.damaged, soup=soup, raw=document.html)


def _of_response(response: Response, page: str) -> Answer:
    sent = _sent(response.request_body) or _sent(_query(response.url))
    asked = json_of(sent["variables"]) if sent and "variables" in sent else None
    data = in_answer(response.body)
    return Answer(
        response.url,
        page or response.url,
        data.values,
        question=(sent or {}).get("fb_api_req_friendly_name"),
        asked=asked if isinstance(asked, dict) else None,
        damaged=data.damaged,
        raw=response.body,
    )


def _query(address: str) -> str:
    """What an address asks with; older questions stand there."""
    return parts_of(address).query


def _sent(body: str | None) -> dict[str, str] | None:
    """What a page sent along, as a form or as JSON."""
    if not body:
        return None
    value = json_of(body)
    if isinstance(value, dict):
        return {name: str(entry) for name, entry in value.items()}
    try:
        return {name: entries[-1] for name, entries in parse_qs(body, max_num_fields=500).items()}
    except ValueError:
        return None


def defined(values: Iterable[Any], name: str) -> Iterator[dict[str, Any]]:
    """What a page hands to the module of this name: ``[name, [], {…}, …]``."""
    for value in values:
        for here in each(value):
            if isinstance(here, list) and here[:1] == [name]:
                yield from objects(here[2:3])


def current_user(found: Iterable[Answer]) -> tuple[str, str] | None:
    """The id and name that a page has for whoever is signed in; the id is ``"0"`` for nobody."""
    pages = [answer for answer in found if answer.soup is not None]
    told = [user for page in pages for user in defined(page.values, "CurrentUserInitialData")]
    users = [(id_in(user, "USER_ID"), text_in(user, "NAME")) for user in told]
    known = [(identity, name) for identity, name in users if identity]
    return next((user for user in known if user[0] != "0"), known[0] if known else None)


def at_or_below(address: str, domains: Iterable[str]) -> bool:
    """Whether an address is of one of these domains."""
    return any(on_host(address, domain) for domain in domains)
