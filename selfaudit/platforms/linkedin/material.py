"""All that the visits brought of LinkedIn, sorted: pages and data answers; and what they tell together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selfaudit.model.snapshot import Connection, Gap, Setting
from selfaudit.model.visit import Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.linkedin import answers, linked_data
from selfaudit.platforms.linkedin.contacts import contacts_in
from selfaudit.platforms.linkedin.page import Page, read_page
from selfaudit.platforms.linkedin.remarks import remarks_in, remarks_told
from selfaudit.platforms.linkedin.shown import Profile, Remark, Shared
from selfaudit.platforms.reading import json_of


@dataclass(frozen=True, slots=True)
class Material:
    """Pages and data answers, in the order in which they came."""

    pages: tuple[Page, ...]
    data: tuple[Any, ...]
    reached: tuple[Profile, ...] = ()

    def viewer(self) -> tuple[Profile | None, str]:
        """Who was signed in, and the sentence that says how that is known."""
        told = [answers.signed_in(value) for value in self.data] + [page.viewer for page in self.pages]
        person = next((one for one in told if one), None)
        if person:
            return person, "LinkedIn's own data named {} as the account that was signed in."
        editor = next((page.editor for page in self.pages if page.editor), None)
        if editor:
            return Profile(slug=editor), "The saved page offered to edit the profile of {}."
        return None, ""

    def nobody(self) -> bool:
        """Whether something is here that only people get who are not signed in."""
        if self.viewer()[0] is not None:
            return False
        public = any(page.signed_out for page in self.pages)
        return public or any(linked_data.profile_in(value) for value in self.data)

    def profiles(self) -> list[Profile]:
        """The members that pages and answers are about."""
        found = [profile for page in self.pages for profile in page.profiles]
        found += [one for value in self.data if (one := linked_data.profile_in(value))]
        found += [one for value in self.data if (one := answers.signed_in(value))]
        found += [one for value in self.data for one in answers.members_in(value)]
        return [*found, *self.reached]

    def shared(self) -> list[Shared]:
        """Every post of pages and answers."""
        found = [one for page in self.pages for one in page.shared]
        return found + [one for value in self.data for one in linked_data.posts_in(value)]

    def remarks(self) -> Iterator[Remark]:
        """Every comment of pages and answers."""
        yield from (one for page in self.pages for one in page.remarks)
        for value in self.data:
            yield from (*remarks_in(value), *remarks_told(value))

    def connections(self) -> Iterator[Connection]:
        """Everybody in the lists of one's own connections."""
        yield from (one for page in self.pages for one in page.connections)

    def settings(self) -> tuple[tuple[Setting, ...], tuple[Gap, ...]]:
        """The switches that were read, and what is missing of them."""
        switches = {one.name: one for page in self.pages for one in page.settings}
        return tuple(switches.values()), tuple(gap for page in self.pages for gap in page.unset)

    def faults(self) -> tuple[Gap, ...]:
        """What LinkedIn refused or showed in a form that is not known."""
        found = [(page.part or Part.OTHER, page.fault) for page in self.pages]
        return tuple(dict.fromkeys(Gap(part, reason) for part, reason in found if reason))


def gather(visits: Iterable[Visit]) -> Material:
    """Everything of LinkedIn in these visits."""
    pages: list[Page] = []
    data: list[Any] = []
    reached: list[Profile] = []
    for visit in visits:
        told = [(answer.url, json_of(answer.body)) for answer in visit.responses]
        data += [value for _url, value in told if _is_answer(value)]
        reached += [one for url, value in told if (one := contacts_in(url, value))]
        pages += [page for page in (read_page(one, visit) for one in visit.documents) if page]
    return Material(tuple(pages), tuple(data), tuple(reached))


def _is_answer(value: Any) -> bool:
    person = linked_data.profile_in(value)
    if answers.signed_in(value) or (person and linked_data.is_ours(value)):
        return True
    return any(answers.members_in(value)) or any(remarks_in(value))
