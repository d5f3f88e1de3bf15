"""Data inside a page's scripts, wrapped in program code or not, and several documents in one answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup

_START = '{"'
_MOST_TRIES = 400
_CARRIERS = ('"__bbox"', "window._sharedData =", "window.__additionalDataLoaded('")
_GUARDS = ("for (;;);", ")]}'")


@dataclass(frozen=True, slots=True)
class Found:
    """The JSON values of a page or an answer; ``damaged`` where some of it is broken or cut short."""

    values: tuple[Any, ...] = ()
    damaged: bool = False


def in_scripts(soup: BeautifulSoup) -> Found:
    """Every JSON object that stands in a script of the page, in the order of the page.

    Program code is full of what only looks like data; a script counts as damaged where it carries data by
    its type or by the mark that scripts of prepared answers have.
    """
    values: list[Any] = []
    damaged = False
    for script in soup.find_all("script"):
        text = script.get_text()
        found = in_text(text)
        values.extend(found.values)
        carries = script.get("type") == "application/json" or any(mark in text for mark in _CARRIERS)
        damaged |= carries and found.damaged
    return Found(tuple(values), damaged)


def in_answer(body: bytes) -> Found:
    """The JSON documents of a data answer: one, or one a line as streams send them."""
    text = body.decode("utf-8", "replace").strip()
    for guard in _GUARDS:
        text = text.removeprefix(guard)
    try:
        return Found((json.loads(text, strict=False),))
    except (ValueError, RecursionError):
        found = in_text(text)
    return Found(found.values, damaged=found.damaged or not found.values)


def in_text(text: str) -> Found:
    """Every outermost JSON object of a text that may be program code or cut short.

    Where the outermost one is broken, the whole ones inside it are still read; after a number of failures
    the rest of the text is left alone, so that a hostile page costs no more than an honest one.
    """
    decoder, found = json.JSONDecoder(strict=False), []
    at, tries = text.find(_START), 0
    while at >= 0 and tries < _MOST_TRIES:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            tries, end = tries + 1, at + 1
        else:
            found.append(value)
        at = text.find(_START, end)
    return Found(tuple(found), damaged=tries > 0)


def each(value: Any, skip: frozenset[str] = frozenset()) -> Iterator[dict[str, Any] | list[Any]]:
    """Every object and list inside a JSON value in the order of the text, not below names in ``skip``."""
    waiting = list(reversed(value)) if isinstance(value, tuple) else [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            yield here
            waiting.extend(reversed([inner for name, inner in here.items() if name not in skip]))
        elif isinstance(here, list):
            yield here
            waiting.extend(reversed(here))


def each_object(value: Any, skip: frozenset[str] = frozenset()) -> Iterator[dict[str, Any]]:
    """The objects among `each`."""
    return (found for found in each(value, skip) if isinstance(found, dict))


@dataclass(frozen=True, slots=True)
class Stretch:
    """One answer of a list that comes in stretches.

    Attributes:
        start: the mark that it was asked for with; ``""`` for the first, ``None`` when that is not known.
        end: the mark to ask the next one with.
        more: whether the site says that there is more.
    """

    start: str | None
    end: str | None
    more: bool | None


def came_to_the_end(stretches: Iterable[Stretch]) -> bool:
    """Whether the stretches join from the first to the one which the site says is the last."""
    known = [stretch for stretch in stretches if stretch.start is not None]
    reached, fresh = {""}, {""}
    while fresh:
        here = [stretch for stretch in known if stretch.start in fresh]
        if any(stretch.more is False for stretch in here):
            return True
        fresh = {stretch.end for stretch in here if stretch.end} - reached
        reached |= fresh
    return False
