"""Vimeo's data: records of people, videos and comments, in its answers and inside its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from bs4 import BeautifulSoup, NavigableString

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.generic.answers import Answer, answers_of, on_host
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.reading import meta, script_json, soup_of, walk_json

Data = dict[str, Any]
HOST = "vimeo.com"
SITE = f"https://{HOST}"
_USER = re.compile(r"/users/(\d+)$")
_VIDEO = re.compile(r"/videos/(\d+)(?::\w+)?$")
_COMMENT = re.compile(r"/videos/(\d+)/comments/(\d+)$")
_ANSWERING = re.compile(r"\"user_status\"\s*:\s*\"(logged_in|logged_out)\"|setUser\(\{id: '(\d+)'")
_RELATIONS = re.compile(r"/(followers|following)/?$")
RELATIONS = {"followers": "follower", "following": "following"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Vimeo, with the data inside it."""

    document: Document
    soup: BeautifulSoup
    values: tuple[Any, ...]

    @property
    def somebody(self) -> bool | None:
        """Whether somebody was signed in, as the page's own scripts say; ``None``: not told."""
        for script in self.soup.find_all("script", src=False):
            found = _ANSWERING.search(script.get_text()[:5000])
            if found:
                return found[1] == "logged_in" if found[1] else found[2] != "0"
        return None

    @property
    def videos(self) -> list[Data]:
        """The videos that the page describes to search engines, described in whole where it shows that."""
        found = [one for value in self.values for one in walk_json(value)]
        told = [one for one in found if one.get("@type") == "VideoObject" and video_number(one)]
        return [{**one, "description": self._whole(unescape(text_in(one, "description")))} for one in told]

    def _whole(self, told: str) -> str:
        """The text on the page that begins as a description does which was cut short; or what was told."""
        if not told.endswith("…"):
            return told
        start = " ".join(told.removesuffix("…").split())
        for piece in self.soup.find_all(
            string=lambda text: bool(text) and " ".join(text.split())[:30] == start[:30]
        ):
            for holder in list(piece.parents)[:4] if type(piece) is NavigableString else ():
                shown = written_text(holder)
                if len(shown) > len(start) and " ".join(shown.split()).startswith(start):
                    return shown
        return told


def pages_of(visits: Iterable[Visit]) -> list[Page]:
    """Every page of Vimeo."""
    return [page for visit in visits for document in visit.documents if (page := _page(document))]


def _page(document: Document) -> Page | None:
    if not on_host(document.url, HOST) and HOST not in document.html:
        return None
    soup = soup_of(document.html)
    if not on_host(document.url, HOST) and meta(soup, "og:site_name") != "Vimeo":
        return None
    linked = tuple(script_json(soup, type="application/ld+json"))
    return Page(document, soup, (*linked, *script_json(soup, id="__NEXT_DATA__")))


def data_of(visits: Sequence[Visit], pages: Sequence[Page]) -> list[Answer]:
    """Every data answer that is Vimeo's, and what its pages hold."""
    inside = [Answer(page.document.url, value) for page in pages for value in page.values]
    return [*(one for one in answers_of(visits) if is_answer(one)), *inside]


def is_answer(answer: Answer) -> bool:
    """Whether a data answer is Vimeo's, by its address or by its shape."""
    if on_host(answer.url, HOST):
        return True
    return is_viewer(answer.value) or any(map(_is_record, [answer.value, *listed(answer)]))


def _is_record(value: Any) -> bool:
    uri = text_in(value, "uri")
    return any(pattern.match(uri) for pattern in (_USER, _VIDEO, _COMMENT))


def listed(answer: Answer) -> list[Data]:
    """What a list holds."""
    return objects(part_of(answer.value, "data"))


def is_viewer(value: Any) -> bool:
    """Whether this is the answer that says who is signed in."""
    return isinstance(value, dict) and "user" in value and HOST in text_in(value, "apiUrl")


def user_number(user: Any) -> str | None:
    """The number of a person, from any of their records."""
    found = _USER.match(text_in(user, "uri"))
    return found[1] if found else id_in(user) or id_in(user, "identifier")


def handle_of(user: Any) -> str:
    """The name in a person's address; ``""`` where there is none."""
    address = text_in(user, "link", "url")
    return address.rstrip("/").rpartition("/")[2] if on_host(address, HOST) else ""


def video_number(video: Any) -> str | None:
    """The number of a video, from its record or from what search engines are told."""
    found = _VIDEO.match(text_in(video, "uri")) or re.search(
        r"vimeo\.com/(\d+)", text_in(video, "url", "link")
    )
    return found[1] if found else None


def users_in(answer: Answer) -> list[Data]:
    """The people whose own record an answer is; nobody from a list."""
    records = [answer.value, part_of(answer.value, "user") if is_viewer(answer.value) else None]
    return [one for one in records if isinstance(one, dict) and _USER.match(text_in(one, "uri"))]


def videos_in(answer: Answer) -> list[Data]:
    """The videos of an answer."""
    return [one for one in (answer.value, *listed(answer)) if _VIDEO.match(text_in(one, "uri"))]


def comments_in(answer: Answer) -> Iterator[tuple[str, str, Data]]:
    """The comments of an answer, with the numbers of their video and their own."""
    for one in listed(answer):
        found = _COMMENT.match(text_in(one, "uri"))
        if found:
            yield found[1], found[2], one


def people_in(answer: Answer) -> Iterator[tuple[str, Data]]:
    """Everybody of a list of people, with how they are linked to the owner."""
    relation = _RELATIONS.search(answer.path)
    for one in listed(answer) if relation else ():
        if _USER.match(text_in(one, "uri")):
            yield relation[1] if relation else "", one


def total(user: Any, name: str) -> int | None:
    """How many the record counts of its videos, followers or followed people."""
    return number_in(part_of(user, "metadata", "connections", name), "total")
