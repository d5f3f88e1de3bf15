"""What Mastodon's data answers hold: accounts and statuses, found wherever they lie in a page's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.generic.answers import parts_of, path_of
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.mastodon.rendered import data_of_page
from selfaudit.platforms.reading import json_of, script_json, soup_of

Data = dict[str, Any]
_LIST = re.compile(r"(followers|following|blocks|mutes|follow_requests)(\.json)?/?$")
_POSTS = re.compile(r"/api/v1/accounts/\d+/statuses$")
_CHOICES = frozenset({"only_media", "exclude_replies", "exclude_reblogs", "pinned", "tagged"})
RELATIONS = {
    "followers": "follower",
    "following": "following",
    "blocks": "blocked",
    "mutes": "muted",
    "follow_requests": "follow request",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One data answer and the address it came from."""

    url: str
    value: Any

    @property
    def relation(self) -> str | None:
        """Which list of people this is, as its address says."""
        found = _LIST.search(path_of(self.url))
        return RELATIONS[found[1]] if found else None


def answers(visits: Iterable[Visit]) -> list[Answer]:
    """Every data answer of these visits, and what their pages carry or show."""
    found: list[Answer] = []
    for visit in visits:
        found += [Answer(answer.url, json_of(answer.body)) for answer in visit.responses]
        for document in visit.documents:
            found += _of_page(document)
    return found


def _of_page(document: Document) -> Iterator[Answer]:
    soup = soup_of(document.html)
    if not is_page(document):
        return
    for state in script_json(soup, id="initial-state"):
        yield Answer(document.url, state)
    yield Answer(document.url, data_of_page(soup, document.url))


def is_page(document: Document) -> bool:
    """Whether a page is one of Mastodon's own."""
    html = document.html
    return 'id="initial-state"' in html or 'id="mastodon"' in html or "status__wrapper-" in html


def is_account(value: Any) -> bool:
    """Whether this is an account as Mastodon describes one."""
    return isinstance(value, dict) and bool(text_in(value, "acct")) and "username" in value


def is_status(value: Any) -> bool:
    """Whether this is a status: a post or a boost."""
    written = isinstance(value, dict) and ("content" in value or "reblog" in value)
    return written and is_account(value.get("account"))


def is_own_answer(value: Any) -> bool:
    """Whether this account carries what only its owner is shown."""
    return is_account(value) and isinstance(part_of(value, "source", "privacy"), str)


def statuses_in(value: Any) -> Iterator[Data]:
    """Every status, but none that is only quoted or boosted inside another."""
    waiting = [value]
    while waiting:
        here = waiting.pop(0)
        if is_status(here):
            yield here
        elif isinstance(here, dict):
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)


def accounts_in(answer: Answer) -> list[Data]:
    """The accounts that an answer is about, those of a list of people left out."""
    value = answer.value
    if answer.relation or not isinstance(value, dict):
        return []
    named = value.get("account")
    kept = objects(list(accounts.values())) if isinstance(accounts := value.get("accounts"), dict) else []
    return [found for found in objects([value, named, *kept]) if is_account(found) and not is_status(value)]


def ends_the_posts(answer: Answer) -> bool:
    """Whether this is the empty page behind the last of an account's posts, none of them left out."""
    parts = parts_of(answer.url)
    chosen = _CHOICES.intersection(parse_qs(parts.query))
    return answer.value == [] and _POSTS.search(parts.path) is not None and not chosen


def people_in(answer: Answer) -> Iterator[tuple[str, Data]]:
    """Everybody of a list of people, with how they are linked to the owner."""
    if answer.relation:
        yield from ((answer.relation, person) for person in objects(answer.value) if is_account(person))


def signed_in(found: Sequence[Answer]) -> Data | None:
    """The account that was signed in: named by the page, or shown what only its owner is shown."""
    for answer in found:
        accounts = [account for account in accounts_in(answer) if is_own_answer(account)]
        mine = id_in(part_of(answer.value, "meta"), "me")
        named = part_of(answer.value, "accounts", mine) if mine else None
        if accounts or is_account(named):
            return accounts[0] if accounts else named
    return None
