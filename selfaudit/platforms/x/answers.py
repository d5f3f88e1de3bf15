"""What X's data answers and its pages' script tell: who is signed in, whom they are about, errors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.x.addresses import asked_about, operation
from selfaudit.platforms.x.people import Data, Person, person_of
from selfaudit.platforms.x.timelines import is_list

_STATE, _META = "window.__INITIAL_STATE__=", "window.__META_DATA__="
_ERRORS = {
    29: "X took too long to answer",
    88: "X said that it had been asked too much in a short time",
    130: "X was too busy to answer",
    131: "X had a fault of its own",
    32: "X did not take the browser for signed in",
    63: "X has suspended this account",
    64: "X has suspended this account",
    326: "X wants the account's owner to prove who they are first",
}
_ELSEWHERE = frozenset({"HomeTimeline", "HomeLatestTimeline", "SearchTimeline", "Likes", "Bookmarks"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One data answer, where it came from and when."""

    url: str
    value: Any
    at: datetime | None = None

    @property
    def operation(self) -> str:
        """Which question it answers; ``""`` when that is not told."""
        return operation(self.url)

    @property
    def about(self) -> str | None:
        """The id of the account that was asked about, where the address tells."""
        return asked_about(self.url)

    @property
    def of_profile(self) -> bool:
        """Whether this is no list that X puts together from everywhere."""
        return self.operation not in _ELSEWHERE


def script_of(soup: BeautifulSoup) -> dict[str, Any]:
    """The state and the notes that X's page carries in a script, as ``state`` and ``meta``."""
    found: dict[str, Any] = {}
    for script in soup.find_all("script", src=False):
        text = script.get_text()
        for name, mark in (("state", _STATE), ("meta", _META)):
            place = text.find(mark)
            value = _value_at(text, place + len(mark)) if place >= 0 else None
            if isinstance(value, dict):
                found[name] = value
    return found


def _value_at(text: str, start: int) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def signed_in_by(script: dict[str, Any]) -> Person | None:
    """Who was signed in, by the page's own script."""
    state = script.get("state")
    identity = id_in(part_of(state, "session"), "user_id")
    settings = switches_of_script(script)
    if not identity and not text_in(settings, "screen_name"):
        return None
    record = part_of(state, "entities", "users", "entities", identity) if identity else None
    known = person_of(record)
    return known or Person(id=identity, handle=text_in(settings, "screen_name"))


def nobody_by(script: dict[str, Any]) -> bool:
    """Whether the page's own script says that nobody was signed in."""
    return part_of(script.get("meta"), "isLoggedIn") is False


def switches_of_script(script: dict[str, Any]) -> Any:
    """The account's switches, as the page's own script carries them."""
    return part_of(script.get("state"), "settings", "remote", "settings")


def viewer_in(value: Any) -> Person | None:
    """Who is signed in, by the answer that tells the page so."""
    for name in ("user_results", "user_result"):
        found = person_of(part_of(value, "data", "viewer", name, "result"))
        if found:
            return found
    return None


def account_switches(value: Any) -> Data | None:
    """The account's switches, where an answer is just that. Only the signed-in owner is told these."""
    is_ours = isinstance(value, dict) and "allow_media_tagging" in value and "screen_name" in value
    return value if is_ours else None


def described(value: Any) -> Iterator[Data]:
    """The records of the accounts that an answer is about; never those of a list."""
    data = part_of(value, "data")
    for path in (
        ("user", "result"),
        ("user_result_by_screen_name", "result"),
        ("viewer", "user_results", "result"),
        ("viewer", "user_result", "result"),
    ):
        found = part_of(data, *path)
        if person_of(found):
            yield found


def fault_in(answer: Answer) -> str | None:
    """Why X did not give what was asked for, or ``None``; it says so with an ordinary status."""
    value = answer.value
    if not isinstance(value, dict):
        return None
    for error in objects(value.get("errors")):
        if not _is_whole(value):
            code = error.get("code") if isinstance(error.get("code"), int) else None
            return _ERRORS.get(code or 0, "X answered with an error instead")
    typename = text_in(part_of(value, "data", "user", "result"), "__typename")
    if typename == "UserUnavailable":
        return "X does not show this account"
    if answer.operation == "UserByScreenName" and not part_of(value, "data", "user", "result"):
        return "X says that there is no account of this name"
    if re.fullmatch(r"User(Tweets|Media|Originals|Replies)\w*", answer.operation) and not is_list(value):
        return "this answer has a form that this version does not know"
    return None


def _is_whole(value: Data) -> bool:
    """Errors may come along with data that is there all the same."""
    return is_list(value) or any(described(value))


def is_answer(answer: Answer) -> bool:
    """Whether a data answer is X's."""
    value = answer.value
    if not isinstance(value, dict):
        return False
    shaped = _is_whole(value) or viewer_in(value) is not None or account_switches(value) is not None
    asked = bool(answer.operation) and ("data" in value or "errors" in value)
    return shaped or asked
