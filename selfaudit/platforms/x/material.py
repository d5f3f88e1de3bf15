"""All that the visits brought of X, sorted: answers, pages, scripts; and what each tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from selfaudit.model.snapshot import Gap
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.values import part_of
from selfaudit.platforms.reading import json_of, soup_of, visible_text
from selfaudit.platforms.x import answers, rendered
from selfaudit.platforms.x.addresses import is_site, operation
from selfaudit.platforms.x.answers import Answer
from selfaudit.platforms.x.people import Person, person_of
from selfaudit.platforms.x.timelines import RELATIONS, people_in, tweets_in
from selfaudit.platforms.x.tweets import Tweet, unwrapped
from selfaudit.platforms.x.walls import WALLS

_UNKNOWN_FORM = "a page of X has a form that this version does not know"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of X."""

    document: Document
    soup: BeautifulSoup
    script: dict[str, Any]
    part: Part | None
    at: datetime | None

    @property
    def signed_out(self) -> bool:
        """Whether it shows that nobody was signed in."""
        return rendered.viewer_handle(self.soup) is None and (
            answers.nobody_by(self.script) or rendered.offers_sign_in(self.soup)
        )

    def fault(self) -> str | None:
        """Why nothing of a profile stands here, or ``None`` when something does."""
        for sign in WALLS if not rendered.has_content(self.soup) else ():
            if sign.matches(self.document, _lines(self.soup)):
                return sign.reason
        settings = "/settings" in self.document.url
        return None if settings or rendered.has_content(self.soup) else _UNKNOWN_FORM


@dataclass(frozen=True, slots=True)
class Material:
    """Answers and pages, in the order in which they came."""

    answers: tuple[Answer, ...]
    pages: tuple[Page, ...]

    def viewer(self) -> tuple[Person | None, str]:
        """Who was signed in, and which of X's own words say so."""
        for answer in self.answers:
            person = answers.viewer_in(answer.value) or person_of(answers.account_switches(answer.value))
            if person:
                return person, "X's own data named"
        for page in self.pages:
            person = answers.signed_in_by(page.script)
            if person and person.handle:
                return person, "The script of X's own page named"
            handle = rendered.viewer_handle(page.soup)
            if handle:
                return Person(handle=handle), "The menu of X's own page named"
        return None, ""

    def nobody(self) -> bool:
        """Whether some page shows that nobody was signed in, and none that somebody was."""
        return self.viewer()[0] is None and any(page.signed_out for page in self.pages)

    def people(self) -> list[Person]:
        """The accounts that answers and pages are about; never those of a list."""
        found = [person_of(record) for answer in self.answers for record in answers.described(answer.value)]
        found += [rendered.person_on(page.soup) for page in self.pages]
        return [person for person in found if person]

    def raw_tweets(self) -> list[Any]:
        """The data of every post in the lists of profiles."""
        return [tweet for answer in self.answers if answer.of_profile for tweet in tweets_in(answer.value)]

    def shown_tweets(self) -> Iterator[Tweet]:
        """Every post that stands on a page."""
        for page in self.pages:
            base = page.document.url
            yield from rendered.tweets_on(page.soup, base, open_to_all=page.signed_out)

    def listed_people(self, owner: str | None) -> Iterator[tuple[str, Person]]:
        """Everybody in lists of people, with how they are linked to the owner."""
        for answer in self.answers:
            if owner and answer.about and answer.about != owner:
                continue
            relation = RELATIONS.get(answer.operation, "unknown")
            yield from ((relation, person) for person in people_in(answer.value))
        for page in self.pages:
            tab = operation(urlsplit(page.document.url).path.rstrip("/").rpartition("/")[2])
            shown = rendered.people_on(page.soup) if tab in RELATIONS else ()
            yield from ((RELATIONS[tab], person) for person in shown)

    def switches(self, owner: Person | None) -> Iterator[tuple[Any, datetime | None]]:
        """Every record that may tell of the owner's privacy switches."""
        for answer in self.answers:
            yield from ((data, answer.at) for data in [answers.account_switches(answer.value)] if data)
        for page in self.pages:
            yield from ((data, page.at) for data in [answers.switches_of_script(page.script)] if data)
        for answer in self.answers if owner else ():
            records = [*answers.described(answer.value), *_authors(answer)]
            yield from ((record, answer.at) for record in records if _is(record, owner))

    def faults(self) -> tuple[Gap, ...]:
        """What X refused or showed in a form that is not known."""
        found = [(_part(answer), answers.fault_in(answer)) for answer in self.answers]
        found += [(page.part or Part.OTHER, page.fault()) for page in self.pages]
        return tuple(dict.fromkeys(Gap(part, reason) for part, reason in found if reason))


def gather(visits: Iterable[Visit]) -> Material:
    """Everything of X in these visits."""
    found: list[Answer] = []
    pages: list[Page] = []
    for visit in visits:
        answered = (Answer(one.url, json_of(one.body), visit.at) for one in visit.responses)
        found += [answer for answer in answered if answers.is_answer(answer)]
        pages += [_page(document, visit) for document in visit.documents if _is_page(document)]
    return Material(tuple(found), tuple(pages))


def _is_page(document: Document) -> bool:
    return is_site(document.url) or rendered.is_page(document.html)


def _page(document: Document, visit: Visit) -> Page:
    soup = soup_of(document.html)
    return Page(document, soup, answers.script_of(soup), visit.part, visit.at)


def _lines(soup: BeautifulSoup) -> str:
    """The page's text, a line for each piece; the notice for browsers without scripts too."""
    notice = soup.find("noscript")
    return "\n".join([*soup.stripped_strings, visible_text(soup), notice.get_text("\n") if notice else ""])


def _part(answer: Answer) -> Part:
    if answer.operation in RELATIONS:
        return Part.CONNECTIONS
    return Part.BIO if answer.operation == "UserByScreenName" else Part.POSTS


def _authors(answer: Answer) -> Sequence[Any]:
    """The records of those who wrote the posts of a list."""
    tweets = (unwrapped(tweet) for tweet in tweets_in(answer.value))
    return [part_of(tweet, "core", "user_results", "result") for tweet in tweets]


def _is(record: Any, owner: Person | None) -> bool:
    person = person_of(record)
    return person is not None and owner is not None and owner.same_as(person)
