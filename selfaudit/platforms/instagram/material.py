"""What visits brought of Instagram, sorted: accounts, posts, comments, lists of people, who was signed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.platforms.generic.answers import host_of
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.instagram.addresses import DOMAINS, HANDLE, LOOPBACK, handle_in
from selfaudit.platforms.instagram.walls import LOGIN, walls_in
from selfaudit.platforms.meta.answers import Answer, answers, at_or_below, defined
from selfaudit.platforms.meta.media import Data, Person, author_of, is_media, person_of
from selfaudit.platforms.reading import json_of, meta

_MARKS = re.compile(r"PolarisViewer|XIGSharedData|instagram://")
_THREADS = re.compile(r"thread_items|Barcelona")
_THREADS_BYTES = re.compile(rb'"thread_items"|"text_post_app_is_private"|"text_post_app_info"')
_RECORD = ("biography", "edge_followed_by", "follower_count", "edge_owner_to_timeline_media")
_ONLY_HERE = ("pk", "is_private", "profile_pic_url", "edge_followed_by", "edge_owner_to_timeline_media")
_NOT_OWN = frozenset(
    {"feed_items", "xdt_api__v1__feed__timeline__connection", "media_or_ad", "edge_web_feed_timeline"}
)
_LEAVES = frozenset({"carousel_media", "edge_sidecar_to_children"})
_PEOPLE_OF_OTHERS = frozenset({"viewer", "xdt_viewer", "edge_related_profiles", "chaining_results"})
_FEEDS = re.compile(r"PolarisFeed|PolarisHome|Explore")
_TITLE = re.compile(r"\(@([A-Za-z0-9._]{1,30})\)")


def is_page(document: Document) -> bool:
    """Whether a page is Instagram's."""
    if at_or_below(document.url, DOMAINS):
        return True
    if host_of(document.url) not in {*LOOPBACK, ""}:
        return False
    html = document.html
    legacy = "window._sharedData" in html and "instagram" in html.lower()
    return (legacy or _MARKS.search(html) is not None) and not _THREADS.search(html)


def is_answer(response: Response) -> bool:
    """Whether a data answer is Instagram's, by its address or, for a lone file, by its shape."""
    if at_or_below(response.url, DOMAINS):
        return True
    if host_of(response.url) not in {*LOOPBACK, ""} or _THREADS_BYTES.search(response.body):
        return False
    found = answers([Visit(None, responses=(response,))], is_page)
    told = any(_tells(part) for answer in found for part in each_object(answer.values))
    return told or any(_is_refusal(answer) for answer in found)


def _is_refusal(answer: Answer) -> bool:
    """Whether an answer says no in the way that Instagram's answers do."""
    marked = any(text_in(value, "status") in {"ok", "fail"} for value in answer.values)
    return marked and any(True for _wall in walls_in(answer.values))


def _tells(part: Data) -> bool:
    """Whether a piece of data has a shape that only Instagram's answers have."""
    lists = ("edge_follow", "edge_followed_by", "edge_owner_to_timeline_media", "clips_connection")
    viewer = part.get("viewer")
    legacy = isinstance(viewer, dict) and "has_profile_pic" in viewer and "username" in viewer
    people = objects(part.get("users"))[:1]
    named = any("username" in person and "pk" in person for person in people)
    return is_record(part) or is_media(part) or any(name in part for name in lists) or legacy or named


def is_record(value: Any) -> bool:
    """Whether this describes an account."""
    if not isinstance(value, dict) or not text_in(value, "username"):
        return False
    return any(name in value for name in _RECORD) and any(name in value for name in _ONLY_HERE)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything of Instagram's in some visits."""

    answers: tuple[Answer, ...]

    def records(self) -> Iterator[Data]:
        """The accounts that are described, whoever is signed in left out."""
        for answer in self.answers:
            yield from filter(is_record, each_object(answer.values, _PEOPLE_OF_OTHERS | _NOT_OWN))

    def records_of(self, person: Person) -> list[Data]:
        """What describes this person, as anybody's page or as the one signed in; the fullest first."""
        every = (*self.records(), *self._viewers())
        return sorted((one for one in every if person_of(one).same(person)), key=len, reverse=True)

    def media(self) -> Iterator[tuple[Answer, Data]]:
        """The posts; those of the home feed are others' and left out."""
        for answer in self.answers:
            for part in each_object(answer.values, _NOT_OWN | _LEAVES) if _is_of_a_profile(answer) else ():
                if is_media(part):
                    yield answer, part

    def subject(self) -> Person:
        """Whose profile the pages are of."""
        for record in self.records():
            return person_of(record)
        for answer in self.answers:
            handle = handle_in(answer.page) or titled(answer)
            if handle:
                return Person(None, handle)
        authors = [author_of(value) for _answer, value in self.media()]
        known = [author for author in authors if author.known]
        return max(known, key=lambda author: sum(author.same(other) for other in known), default=Person())

    def viewer(self) -> Person:
        """Who was signed in, as the site's own data names them."""
        for candidate in self._viewers():
            person = person_of(candidate)
            if person.id and HANDLE.fullmatch(person.handle):
                return person
            same = (other for other in map(person_of, self.records()) if person.id and other.id == person.id)
            named = next(same, None)
            if named is not None:
                return named
        return Person()

    def _viewers(self) -> Iterator[Data]:
        for value in self._told():
            if isinstance(value, dict):
                inner = value.get("user")
                yield inner if isinstance(inner, dict) else value

    def _told(self) -> Iterator[Any]:
        """What stands where the data names whoever is signed in; ``None`` for nobody."""
        for answer in self.answers:
            yield from (told.get("data") for told in defined(answer.values, "PolarisViewer"))
            shared = (json_of(text_in(told, "raw")) for told in defined(answer.values, "XIGSharedData"))
            for part in each_object([*answer.values, *shared]):
                yield from (part[name] for name in ("viewer", "xdt_viewer") if name in part)

    def nobody(self) -> bool:
        """Whether the pages say that nobody was signed in."""
        told = list(self._told())
        return bool(told) and all(value is None for value in told)

    def walls(self) -> tuple[str, ...]:
        """Why pages or answers show nothing."""
        found = [wall for answer in self.answers for wall in self._walls(answer)]
        return tuple(dict.fromkeys(found))

    def _walls(self, answer: Answer) -> Iterator[str]:
        told = list(walls_in(answer.values))
        yield from told
        silent = answer.soup is not None and not told and not self._shown_on(answer)
        if silent and Material((answer,)).nobody():
            yield LOGIN

    def _shown_on(self, page: Answer) -> bool:
        """Whether a page shows anything of a profile, by itself or by the answers that came for it."""
        return any(_shows(answer) for answer in self.answers if answer.page == page.page)

    def strange(self) -> bool:
        """Whether there is a page that is no wall, and yet holds nothing that this reader knows."""
        pages = [answer for answer in self.answers if answer.soup is not None and not self._shown_on(answer)]
        alone = [Material((answer,)) for answer in pages]
        return any(not one.walls() and not one.viewer().known for one in alone)


def _shows(answer: Answer) -> bool:
    """Whether a page or an answer shows anything of a profile."""
    known = any(is_record(part) or is_media(part) for part in each_object(answer.values))
    return known or titled(answer) is not None


def titled(answer: Answer) -> str | None:
    """Whose profile a page's title says it is of."""
    title = meta(answer.soup, "og:title") if answer.soup is not None else None
    found = _TITLE.search(title or "")
    return found[1] if found else None


def gather(visits: Iterable[Visit]) -> Material:
    """Everything of Instagram's in these visits."""
    return Material(tuple(answers(visits, is_page)))


def _is_of_a_profile(answer: Answer) -> bool:
    feed = "/api/v1/feed/timeline" in answer.path or _FEEDS.search(answer.question or "")
    return not feed


def asked_id(answer: Answer) -> str | None:
    """The number of the account that an answer was asked for."""
    return id_in(answer.asked) or id_in(answer.asked, "user_id") or id_in(part_of(answer.asked, "data"), "id")
