"""All that the visits brought of X, sorted: answers and pages; and what they tell together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selfaudit.model.snapshot import Gap
from selfaudit.model.visit import Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.values import id_in, part_of
from selfaudit.platforms.reading import json_of
from selfaudit.platforms.x import answers
from selfaudit.platforms.x.answers import Answer
from selfaudit.platforms.x.page import Page, is_page, read_page
from selfaudit.platforms.x.people import Person, person_of
from selfaudit.platforms.x.timelines import RELATIONS, gone_in, people_in, tweets_in
from selfaudit.platforms.x.tweets import Tweet, unwrapped


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
        return next(((page.viewer, page.told) for page in self.pages if page.viewer), (None, ""))

    def nobody(self) -> bool:
        """Whether some page shows that nobody was signed in, and none that somebody was."""
        return self.viewer()[0] is None and any(page.signed_out for page in self.pages)

    def people(self) -> list[Person]:
        """The accounts that answers and pages are about; never those of a list."""
        found = [person_of(record) for answer in self.answers for record in answers.described(answer.value)]
        return [person for person in (*found, *(page.person for page in self.pages)) if person]

    def raw_tweets(self) -> list[Any]:
        """The data of every post in the lists of profiles; what two lists tell alike counts once."""
        known: dict[str | None, list[Any]] = {}
        for tweet in (one for answer in self.answers if answer.of_profile for one in tweets_in(answer.value)):
            told = known.setdefault(id_in(unwrapped(tweet), "rest_id"), [])
            if tweet not in told:
                told.append(tweet)
        return [tweet for told in known.values() for tweet in told]

    def gone(self) -> frozenset[str]:
        """The posts of profiles' lists that X does not show any more; several lists may miss the same one."""
        return frozenset(
            name for answer in self.answers if answer.of_profile for name in gone_in(answer.value)
        )

    def shown_tweets(self) -> Iterator[Tweet]:
        """Every post that stands on a page."""
        yield from (tweet for page in self.pages for tweet in page.tweets)

    def listed_people(self, owner: str | None) -> Iterator[tuple[str, Person]]:
        """Everybody in lists of people, with how they are linked to the owner."""
        for answer in self.answers:
            if owner and answer.about and answer.about != owner:
                continue
            relation = RELATIONS.get(answer.operation, "unknown")
            yield from ((relation, person) for person in people_in(answer.value))
        for page in self.pages:
            yield from ((page.relation or "unknown", person) for person in page.people)

    def switches(self, owner: Person | None) -> Iterator[tuple[Any, datetime | None]]:
        """Every record that may tell of the owner's privacy switches."""
        for answer in self.answers:
            yield from ((data, answer.at) for data in [answers.account_switches(answer.value)] if data)
        yield from ((page.switches, page.at) for page in self.pages if page.switches)
        for answer in self.answers if owner else ():
            records = [*answers.described(answer.value), *_authors(answer)]
            yield from ((record, answer.at) for record in records if _is(record, owner))

    def faults(self) -> tuple[Gap, ...]:
        """What X refused or showed in a form that is not known."""
        found = [(_part(answer), answers.fault_in(answer)) for answer in self.answers]
        found += [(page.part or Part.OTHER, page.fault) for page in self.pages]
        return tuple(dict.fromkeys(Gap(part, reason) for part, reason in found if reason))


def gather(visits: Iterable[Visit]) -> Material:
    """Everything of X in these visits."""
    found: list[Answer] = []
    pages: list[Page] = []
    for visit in visits:
        answered = (Answer(one.url, json_of(one.body), visit.at) for one in visit.responses)
        found += [answer for answer in answered if answers.is_answer(answer)]
        pages += [read_page(document, visit) for document in visit.documents if is_page(document)]
    return Material(tuple(found), tuple(pages))


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
