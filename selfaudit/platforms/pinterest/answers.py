"""Pinterest's data, in its answers and in the scripts of its pages: the account, boards, Pins and people.

Most pages carry a tree of records (``initialReduxState``). About one in ten carries answers that were
prepared for the page instead, with names written the other way (``fullName``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.generic.answers import Answer, answers_of, host_of
from selfaudit.platforms.generic.embedded import in_text
from selfaudit.platforms.generic.spelling import either, either_text
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import script_json, soup_of, walk_json

Data = dict[str, Any]
SITE = "https://www.pinterest.com"
_HOST = re.compile(r"(^|\.)pinterest\.([a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$")
_SCRIPTS = ("__PWS_INITIAL_PROPS__", "__PWS_DATA__", "initial-state")
_PREPARED = "__PWS_RELAY_REGISTER_COMPLETED_REQUEST__"
_NAMED = re.compile(r"/resource/(\w+)/")
_OWN_PINS = re.compile(r"^(User|Board)\w*(Pins|Feed)(Resource)?$|^PinResource$")
_OTHERS = re.compile(r"Home|Related|More|Idea|Recommend|Search|Interest")
_COMMENTS = re.compile(r"Comment\w*Feed|CommentsResource")
_PIN = re.compile(r"/pin/(\d+)")
_PEOPLE = {"Followers": "follower", "Following": "following"}
_BOARD_ADDRESS = re.compile(r"^/([\w.-]+)/([^/_][^/]*)/?$")
_NO_BOARDS = frozenset({"pins", "feed.rss", "boards", "followers", "following"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Pinterest and the data in its scripts."""

    document: Document
    soup: BeautifulSoup
    values: tuple[Any, ...]


def is_site(address: str) -> bool:
    """Whether an address is Pinterest's, in any country."""
    return _HOST.search(host_of(address)) is not None


def pages_of(visits: Iterable[Visit]) -> list[Page]:
    """Every page of Pinterest."""
    return [page for visit in visits for document in visit.documents if (page := _page(document))]


def _page(document: Document) -> Page | None:
    if not is_site(document.url) and "__PWS_" not in document.html:
        return None
    soup = soup_of(document.html)
    values = tuple(value for name in _SCRIPTS for value in script_json(soup, id=name))
    prepared = [script.get_text() for script in soup.find_all("script") if _PREPARED in script.get_text()]
    values += tuple(value for text in prepared for value in in_text(text).values)
    return Page(document, soup, values) if values or is_site(document.url) else None


def data_of(visits: Sequence[Visit], pages: Sequence[Page]) -> list[Answer]:
    """Every data answer that is Pinterest's, and what its pages hold."""
    inside = [Answer(page.document.url, value) for page in pages for value in page.values]
    return [*(one for one in answers_of(visits) if is_answer(one)), *inside]


def is_answer(answer: Answer) -> bool:
    """Whether a data answer is Pinterest's, by its address or by its shape."""
    named = isinstance(part_of(answer.value, "resource", "name"), str)
    return is_site(answer.url) or (named and isinstance(part_of(answer.value, "resource_response"), dict))


def operation(answer: Answer) -> str:
    """What was asked for, as the answer or its address names it; ``""`` for the data of a page."""
    found = _NAMED.search(answer.path)
    return text_in(part_of(answer.value, "resource"), "name") or (found[1] if found else "")


def refused(answer: Answer) -> bool:
    """Whether this answer says that Pinterest did not give what was asked for."""
    return text_in(part_of(answer.value, "resource_response"), "status") == "failure"


def _tree(answer: Answer) -> Any:
    """The tree of records of a page, which older pages keep one step further down."""
    found = part_of(answer.value, "initialReduxState")
    return found if isinstance(found, dict) else part_of(answer.value, "props", "initialReduxState")


def _records(answer: Answer, name: str) -> list[Data]:
    found = part_of(_tree(answer), name)
    return [one for one in found.values() if isinstance(one, dict)] if isinstance(found, dict) else []


def _prepared(answer: Answer) -> Iterator[Data]:
    """Everything in a prepared answer of a page; nothing of a tree of records or of an asked-for answer."""
    if not operation(answer) and not isinstance(_tree(answer), dict) and "data" in _keys(answer.value):
        yield from walk_json(answer.value)


def _keys(value: Any) -> Iterable[str]:
    return value.keys() if isinstance(value, dict) else ()


def _listed(answer: Answer) -> list[Data]:
    """What an asked-for answer holds, one thing or a list."""
    data = part_of(answer.value, "resource_response", "data")
    results = part_of(data, "results")
    return [data] if isinstance(data, dict) and results is None else objects(results or data)


def viewer_in(answer: Answer) -> Data | None:
    """Who is signed in, at the places where pages name them."""
    contexts = (part_of(answer.value, "context"), part_of(answer.value, "props", "context"))
    named = [part_of(_tree(answer), "viewer"), part_of(_tree(answer), "session", "user")]
    named += [part_of(context, name) for context in contexts for name in ("user", "viewer")]
    if operation(answer) == "UserSettingsResource":
        named += _listed(answer)
    return next((one for one in named if text_in(one, "username")), None)


def says_signed_in(answer: Answer) -> bool | None:
    """Whether somebody was signed in; ``None`` where the data do not tell."""
    if viewer_in(answer):
        return True
    told = part_of(_tree(answer), "session", "isAuthenticated")
    return told if isinstance(told, bool) else None


def users_in(answer: Answer) -> list[Data]:
    """Accounts that are described; nobody from a list of people."""
    found = _listed(answer) if operation(answer) in {"UserResource", "UserSettingsResource"} else []
    viewer = viewer_in(answer)
    found += [*_records(answer, "users"), *([viewer] if viewer else [])]
    found += [one for one in _prepared(answer) if "fullName" in one or "full_name" in one]
    return [one for one in found if text_in(one, "username")]


def boards_in(answer: Answer) -> list[Data]:
    """Boards that are described."""
    found = _listed(answer) if operation(answer) in {"BoardsResource", "BoardResource"} else []
    found += _records(answer, "boards")
    found += [one for one in _prepared(answer) if "privacy" in one and either(one, "pinCount") is not None]
    return [one for one in found if number_of(one) and text_in(one, "name")]


def pins_in(answer: Answer) -> list[Data]:
    """Pins of profiles and boards; what Pinterest suggests has answers of its own, which are left alone."""
    name = operation(answer)
    own = _OWN_PINS.match(name) and not _OTHERS.search(name)
    found = [*(_listed(answer) if own else []), *_records(answer, "pins")]
    found += [one for one in _prepared(answer) if "pinner" in one and "images" in "".join(one).lower()]
    return [one for one in found if text_in(one, "type") in {"", "pin"}]


def comments_in(answer: Answer) -> Iterator[tuple[str | None, str | None, Data]]:
    """Every comment, with the number of its Pin or else the number under which the Pin's copies are one."""
    if not _COMMENTS.search(operation(answer)):
        return
    options = part_of(answer.value, "resource", "options")
    told = f"{unquote(answer.url)} {text_in(part_of(answer.value, 'resource'), 'source_url')}"
    place = _PIN.search(f"{told} {text_in(options, 'source_url')}")
    pin = id_in(options, "pin_id") or id_in(options, "pinId") or (place[1] if place else None)
    for one in _listed(answer):
        if text_in(one, "text") and isinstance(one.get("user"), dict):
            yield pin, id_in(options, "objectId") or id_in(options, "aggregated_pin_id"), one


def asked_about(answer: Answer) -> str:
    """Whose list an answer was asked for; ``""`` where it does not tell."""
    return text_in(part_of(answer.value, "resource", "options"), "username")


def people_in(answer: Answer) -> Iterator[tuple[str, Data]]:
    """Everybody of a list of people, with how they are linked to the owner."""
    relation = next((word for name, word in _PEOPLE.items() if name in operation(answer)), None)
    for one in _listed(answer) if relation else ():
        if text_in(one, "username"):
            yield relation or "", one


def number_of(record: Any) -> str | None:
    """The number of an account, a board or a Pin."""
    return id_in(record, "entityId") or id_in(record)


def header_name(soup: BeautifulSoup) -> str | None:
    """Whose profile the page's own header leads to."""
    link = soup.select_one('[data-test-id="header-profile"] a[href], a[data-test-id="header-profile"][href]')
    name = str(link["href"]).strip("/").rpartition("/")[2] if link else ""
    return name if re.fullmatch(r"[\w.-]{2,40}", name) else None


def board_addresses(soup: BeautifulSoup, handle: str) -> list[str]:
    """The addresses of the boards that a profile page links to."""
    found = (_BOARD_ADDRESS.match(str(link["href"])) for link in soup.find_all("a", href=True))
    mine = [
        one for one in found if one and one[1].casefold() == handle.casefold() and one[2] not in _NO_BOARDS
    ]
    return list(dict.fromkeys(f"/{one[1]}/{one[2]}/" for one in mine))


def told_name(user: Any) -> str:
    """The name that an account goes by."""
    return either_text(user, "fullName")
