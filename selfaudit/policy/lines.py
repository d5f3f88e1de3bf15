"""Where each value of a TOML text stands: its line, so that a complaint can point at it.

`tomllib` keeps no positions. So the text is cut into its statements, each is read by `tomllib` alone, and
what it holds is noted under the same place that it has in the whole.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

Place = tuple[str | int, ...]
"""The steps to a value: ``("principle", 2, "checks", 0)``."""

_CLOSERS = ("]", "}", '"""', "'''")


def line_of(place: Place, lines: Mapping[Place, int]) -> int:
    """The line of this value, or of the nearest thing around it that has one."""
    while place not in lines and place:
        place = place[:-1]
    return lines.get(place, 1)


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, of every table, key and list entry of a TOML text that `tomllib` can read."""
    lines: dict[Place, int] = {}
    newest: dict[Place, int] = {}
    table: Place = ()
    for number, statement in statements(text):
        plain = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _table(plain, newest)
            for steps in range(1, len(table) + 1):
                lines.setdefault(table[:steps], number)
            continue
        for place, value in _values(plain):
            lines.setdefault(table + place, number + _offset(statement, value))
    return lines


def statements(text: str) -> Iterator[tuple[int, str]]:
    """The text, statement by statement, each with its first line; one that never ends is given whole."""
    rows = text.replace("\r\n", "\n").split("\n")
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and not _complete(rows, start, end):
            end += 1
        yield start + 1, "\n".join(rows[start:end])
        start = end


def _complete(rows: list[str], start: int, end: int) -> bool:
    if end > start + 1 and not any(closer in rows[end - 1] for closer in _CLOSERS):
        return False
    try:
        tomllib.loads("\n".join(rows[start:end]))
    except (ValueError, RecursionError):
        return False
    return True


def _table(plain: dict[str, Any], newest: dict[Place, int]) -> Place:
    """The place that a ``[table]`` or ``[[table]]`` line opens; ``newest`` counts the repeated ones."""
    place: Place = ()
    value: Any = plain
    while isinstance(value, dict) and value:
        key, value = next(iter(value.items()))
        place += (key,)
        if isinstance(value, list):
            newest[place] = newest.get(place, -1) + 1
        if place in newest:
            place += (newest[place],)
    return place


def _values(value: Any) -> Iterator[tuple[Place, Any]]:
    """Every value inside, outer ones first, without recursion."""
    waiting: list[tuple[Place, Any]] = [((), value)]
    while waiting:
        place, here = waiting.pop(0)
        if place:
            yield place, here
        if isinstance(here, dict):
            waiting.extend(((*place, key), held) for key, held in here.items())
        elif isinstance(here, list):
            waiting.extend(((*place, index), held) for index, held in enumerate(here))


def _offset(statement: str, value: Any) -> int:
    """How many lines below the start of a long list an entry stands."""
    if not isinstance(value, str) or not value or "\n" not in statement:
        return 0
    quoted = (f'"{value}"', f"'{value}'")
    rows = statement.split("\n")
    return next((at for at, row in enumerate(rows) if any(words in row for words in quoted)), 0)
