"""Reddit's data answers: people, posts and comments, lists in stretches, and the switches of the account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qs

from selfaudit.model.visit import Visit
from selfaudit.platforms.generic.answers import Answer, answers_of, parts_of
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.reading import walk_json

Data = dict[str, Any]
SITE = "https://www.reddit.com"
POST, COMMENT, PERSON, MORE = "t3", "t1", "t2", "more"
_LIST = re.compile(r"/user/[^/]+/(submitted|comments|overview)(?:/?\.json)?/?$")
_ONLY_OWN = ("inbox_count", "has_mail", "pref_show_presence", "seen_layout_switch", "coins")
_PREFERENCES = ("hide_from_robots", "accept_pms", "public_votes")


def answers(visits: Iterable[Visit]) -> list[Answer]:
    """Every data answer."""
    return list(answers_of(visits))


def people_in(answer: Answer) -> list[Data]:
    """The account that an answer is about, with or without its wrapping."""
    value = answer.value
    wrapped = part_of(value, "data") if text_in(value, "kind") == PERSON else None
    return [one for one in objects([wrapped, value]) if is_person(one)]


def is_person(value: Any) -> bool:
    """Whether this is an account as Reddit describes one."""
    return bool(text_in(value, "name")) and "link_karma" in value and "comment_karma" in value


def is_own_record(person: Data) -> bool:
    """Whether this account carries what only its owner is shown."""
    return any(person.get(name) is not None for name in _ONLY_OWN)


def says_nobody(answer: Answer) -> bool:
    """Whether Reddit was asked who is signed in and named nobody."""
    data = part_of(answer.value, "data") or answer.value
    asked = answer.path.rstrip("/").removesuffix(".json").endswith("/api/v1/me")
    return asked and isinstance(data, dict) and not text_in(data, "name")


def things_in(answer: Answer, *kinds: str) -> Iterator[tuple[str, Data]]:
    """Every post or comment of these kinds, in threads too, with its kind."""
    for holder in walk_json(answer.value):
        kind, data = text_in(holder, "kind"), holder.get("data")
        if kind in kinds and isinstance(data, dict) and (kind == MORE or text_in(data, "author")):
            yield kind, data


def fullname(kind: str, data: Data) -> str | None:
    """The name that Reddit gives a thing everywhere."""
    name, short = text_in(data, "name"), id_in(data)
    return name if name.startswith(f"{kind}_") else f"{kind}_{short}" if short else None


def preferences_in(answer: Answer) -> Data | None:
    """The account's own switches."""
    value = answer.value
    return value if isinstance(value, dict) and all(name in value for name in _PREFERENCES) else None


def friends_in(answer: Answer) -> Iterator[tuple[str, Data]]:
    """Everybody on the account's own lists of people, with how they are linked to it."""
    relation = "blocked" if "blocked" in answer.path else "following"
    for holder in walk_json(answer.value):
        if text_in(holder, "kind") == "UserList":
            yield from ((relation, one) for one in objects(part_of(holder, "data", "children")))


def folded(found: Iterable[Answer]) -> int:
    """How many comments Reddit kept folded away."""
    more = (data for answer in found for _, data in things_in(answer, MORE))
    return sum(number_in(data, "count") or 0 for data in more)


def read_to_the_end(found: Iterable[Answer], name: str) -> bool:
    """Whether the stretches of this list of the profile follow on each other from its start to its end."""
    follows: dict[str, Any] = {}
    for answer in found:
        place = _LIST.search(answer.path)
        if place and place[1] == name and text_in(answer.value, "kind") == "Listing":
            follows[_after(answer.url)] = part_of(answer.value, "data", "after")
    here: Any = ""
    for _step in range(len(follows)):
        if here not in follows:
            return False
        here = follows[here]
        if here is None:
            return True
        if not isinstance(here, str):
            return False
    return False


def _after(address: str) -> str:
    try:
        return parse_qs(parts_of(address).query).get("after", [""])[0]
    except ValueError:
        return ""


def is_answer(answer: Answer) -> bool:
    """Whether a lone data answer is Reddit's, by its shape."""
    value = answer.value
    heads = value if isinstance(value, list) else [value]
    listing = any(text_in(head, "kind") in {"Listing", "UserList"} for head in heads)
    things = listing and any(isinstance(part_of(head, "data", "children"), list) for head in heads)
    return things or bool(people_in(answer)) or preferences_in(answer) is not None
