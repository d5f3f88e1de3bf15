"""Data answers by which a site refused what its own page asked for, and which part is missing for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selfaudit.model.platform import WallSign
from selfaudit.model.visit import Document, Response
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.generic.walls import ABSENT, SIGNS, STATUSES, of_status
from selfaudit.platforms.reading import json_of

_FAILED = 400
_LONGEST = 20_000
_NUMBERS = ("status", "statusCode", "status_code", "code", "error", "errorCode", "http_status")
_MESSAGES = ("message", "msg", "detail", "error", "error_description", "title", "description")
_NOT_READ = frozenset(
    """
    ad ads advert adverts analytics badge badges beacon client collect config consent csp discover error event
    events experiments explore health inbox jot log logger logging logs message messages messaging metric
    metrics notification notifications onboarding ping pixel presence promoted recommendation recommendations
    recommended report reports search sponsored suggested suggestion suggestions telemetry track tracker
    tracking trend trending trends
    """.split()  # noqa: SIM905 - fifty quoted words read worse
)
"""Words in the addresses of what a page asks for beside the profile."""
_PARTS = {
    Part.CONNECTIONS: """followers follower following friends friend friendships connections connection
        subscribers subscriptions relationships follows blocks mynetwork""",
    Part.SETTINGS: "settings setting preferences preference privacy",
    Part.COMMENTS: "comments comment replies reply",
    Part.IMAGES: "photos photo images pictures picture albums album gallery",
    Part.POSTS: """posts post timeline timelines tweets tweet statuses feed feeds videos video pins boards
        updates activity publications submitted articles stories reels clips topics
        threads item list media browse""",
    Part.BIO: "profile profiles user users account accounts about bio me identity channel actor",
}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def refusal_in(response: Response, own: tuple[WallSign, ...]) -> WallSign | None:
    """Why the site refused this answer, by its status or by an error that comes instead of data."""
    status = response.status or 0
    value = json_of(response.body) if len(response.body) <= _LONGEST else None
    if status in ABSENT or (status < _FAILED and not _is_error(value)):
        return None
    said = "\n".join(_said(value)).replace("\u2019", "'")
    for sign in (*own, *SIGNS):
        if not sign.address and sign.matches(Document("", "", response.status), said):
            return sign
    numbers = (STATUSES[number] for number in _numbers(value) if number in STATUSES)
    return of_status(status) or next(numbers, None)


def part_asked_for(response: Response) -> Part | None:
    """The part of a profile that an answer would have brought, by the words of its address and question."""
    return part_named(f"{path_of(response.url)} {_question(response)}")


def part_named(words: str) -> Part | None:
    """The part that these words name; ``None`` where they name none, or something beside the profile."""
    found = {word.lower() for word in _WORD.findall(words)}
    if found & _NOT_READ:
        return None
    return next((part for part, names in _PARTS.items() if found & set(names.split())), None)


def _question(response: Response) -> str:
    """The name that a question to one address for all bears inside."""
    named = re.search(
        r"(?:fb_api_req_friendly_name=|\"operationName\"\s*:\s*\"|\"operation\"\s*:\s*\")(\w+)",
        response.request_body or "",
    )
    return named[1] if named else ""


def _is_error(value: Any) -> bool:
    """Whether an answer is nothing but an error."""
    if not isinstance(value, dict) or _holds(value.get("data")):
        return False
    failed = value.get("success") is False or value.get("ok") is False
    return failed or bool(value.get("error") or value.get("errors")) or _says_failed(value)


def _says_failed(value: dict[str, Any]) -> bool:
    return (
        text_in(value, "status").lower() in {"fail", "failed", "error", "failure"}
        or text_in(value, "stat") == "fail"
    )


def _holds(value: Any) -> bool:
    """Whether there is anything in a piece of data."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)
        elif here is not None:
            return True
    return False


def _errors(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for name in ("error", "errors"):
            yield from objects([value[name]] if isinstance(value.get(name), dict) else value.get(name))


def _said(value: Any) -> Iterator[str]:
    for one in _errors(value):
        yield from (text for name in _MESSAGES if (text := text_in(one, name)))


def _numbers(value: Any) -> Iterator[int]:
    for one in _errors(value):
        yield from (number for name in _NUMBERS if isinstance(number := part_of(one, name), int))
