"""What visits brought of Threads, sorted: accounts, threads, lists of people, who was signed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.platforms.generic.answers import host_of, path_of
from selfaudit.platforms.generic.embedded import Stretch, each, each_object
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.meta.answers import Answer, answers, at_or_below, current_user
from selfaudit.platforms.meta.media import Data, Person, author_of, person_of
from selfaudit.platforms.reading import meta
from selfaudit.platforms.threads.walls import LOGIN

SITE = "https://www.threads.com"
DOMAINS = ("threads.com", "threads.net")
_LOOPBACK = frozenset({"", "localhost", "127.0.0.1", "::1"})
_MARKS = re.compile(r'"thread_items"|"text_post_app_is_private"|"text_post_app_info"|Barcelona')
_HANDLE = re.compile(r"/@([A-Za-z0-9._]{1,30})(?:/|$)")
_TITLE = re.compile(r"\(@([A-Za-z0-9._]{1,30})\)")
_VIEWERS = re.compile(r"(?:Barcelona|Polaris)\w*Viewer")
_NOT_THE_OWNER = frozenset({"viewer", "xdt_viewer", "thread_items"})


def is_page(document: Document) -> bool:
    """Whether a page is of Threads."""
    if at_or_below(document.url, DOMAINS):
        return True
    return host_of(document.url) in _LOOPBACK and _MARKS.search(document.html) is not None


def is_answer(response: Response) -> bool:
    """Whether a data answer is of Threads, by its address or, for a lone file, by its marks."""
    if at_or_below(response.url, DOMAINS):
        return True
    marked = _MARKS.search(response.body.decode("utf-8", "replace")) is not None
    return host_of(response.url) in _LOOPBACK and marked


def handle_in(address: str) -> str | None:
    """Whose profile an address is of, if it is one."""
    found = _HANDLE.match(path_of(address))
    return found[1] if found else None


def titled(answer: Answer) -> str | None:
    """Whose profile a page's title says it is of."""
    title = meta(answer.soup, "og:title") if answer.soup is not None else None
    found = _TITLE.search(title or "")
    return found[1] if found else None


def is_record(value: Any) -> bool:
    """Whether this describes an account."""
    told = isinstance(value, dict) and ("biography" in value or "follower_count" in value)
    return told and bool(text_in(value, "username"))


def threads_in(answer: Answer) -> Iterator[list[Data]]:
    """Each thread of an answer: its posts, each an answer to the one before."""
    for part in each_object(answer.values):
        items = objects(part.get("thread_items"))
        posts = [item["post"] for item in items if isinstance(item.get("post"), dict)]
        if posts:
            yield posts


@dataclass(frozen=True, slots=True)
class Material:
    """Everything of Threads in some visits."""

    answers: tuple[Answer, ...]

    def records_of(self, person: Person) -> list[Data]:
        """What describes this person, as anybody's page or as the one signed in; the fullest first."""
        every = [*self._records(), *filter(is_record, self._viewers())]
        return sorted((one for one in every if person_of(one).same(person)), key=len, reverse=True)

    def _records(self) -> Iterator[Data]:
        for answer in self.answers:
            yield from filter(is_record, each_object(answer.values, _NOT_THE_OWNER))

    def threads(self) -> list[list[Data]]:
        """Every thread."""
        return [posts for answer in self.answers for posts in threads_in(answer)]

    def subject(self) -> Person:
        """Whose profile the pages are of."""
        for record in self._records():
            return person_of(record)
        for answer in self.answers:
            handle = handle_in(answer.page) or titled(answer)
            if handle:
                return Person(None, handle)
        authors = [author_of(post) for posts in self.threads() for post in posts]
        known = [author for author in authors if author.known]
        return max(known, key=lambda author: sum(author.same(other) for other in known), default=Person())

    def viewer(self) -> Person:
        """Who was signed in, as the site's own data names them."""
        named = [person_of(told) for told in self._viewers()]
        return next((person for person in named if person.id and person.handle), Person())

    def _viewers(self) -> Iterator[Data]:
        for told in self._told():
            inner = part_of(told, "user") or part_of(told, "data") or told
            if isinstance(inner, dict):
                yield inner

    def _told(self) -> Iterator[Any]:
        """What stands where the data names whoever is signed in; ``None`` for nobody."""
        for answer in self.answers:
            for part in each(answer.values):
                if isinstance(part, dict):
                    yield from (part[name] for name in ("viewer", "xdt_viewer") if name in part)
                elif part and isinstance(part[0], str) and _VIEWERS.fullmatch(part[0]):
                    yield from (part_of(told, "data") for told in objects(part[2:3]))

    def nobody(self) -> bool:
        """Whether the pages say that nobody was signed in."""
        told, user = list(self._told()), current_user(self.answers)
        said = bool(told) or (user is not None and user[0] == "0")
        return said and all(value is None for value in told)

    def walls(self) -> tuple[str, ...]:
        """Why pages show nothing."""
        found = [self._wall(answer) for answer in self.answers]
        return tuple(dict.fromkeys(wall for wall in found if wall))

    def _wall(self, answer: Answer) -> str | None:
        if answer.soup is None or _shows(answer):
            return None
        return LOGIN if Material((answer,)).nobody() else None

    def strange(self) -> bool:
        """Whether there is a page that is no wall, and yet holds nothing that this reader knows."""
        pages = [answer for answer in self.answers if answer.soup is not None and not _shows(answer)]
        return any(not self._wall(one) and not Material((one,)).viewer().known for one in pages)

    def stretches(self, owner: Person) -> Iterator[Stretch]:
        """The stretches of the owner's threads that were read; the tab of replies is another list."""
        for answer in self.answers:
            replies = "Replies" in (answer.question or "") or answer.url.rstrip("/").endswith("/replies")
            for part in each_object(answer.values) if not (answer.damaged or replies) else ():
                listed = part.get("mediaData")
                if isinstance(listed, dict) and _is_of(answer, owner):
                    yield _stretch(listed, answer)


def gather(visits: Iterable[Visit]) -> Material:
    """Everything of Threads in these visits."""
    return Material(tuple(answers(visits, is_page)))


def _shows(answer: Answer) -> bool:
    known = any(is_record(part) or "thread_items" in part for part in each_object(answer.values))
    return known or titled(answer) is not None


def _is_of(answer: Answer, owner: Person) -> bool:
    """Whether an answer is of the owner's profile, as far as it tells."""
    asked = text_in(answer.asked, "userID", "user_id", "username")
    return not asked or asked in (owner.id, owner.handle)


def _stretch(listed: Data, answer: Answer) -> Stretch:
    info = listed.get("page_info")
    more = part_of(info, "has_next_page")
    asked = text_in(answer.asked, "after", "cursor") if answer.asked is not None else None
    start = "" if answer.soup is not None else asked
    return Stretch(start, text_in(info, "end_cursor") or None, more if isinstance(more, bool) else None)
