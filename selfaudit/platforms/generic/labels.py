"""Settings pages read as a person reads them: a question, and the answer that stands below or beside it.

For sites whose settings carry no data that we know of. Only words that the table knows count as an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.switches import Switch
from selfaudit.platforms.reading import visible_text

_BELOW = 4
_STATES = {"true": "On", "false": "Off"}


def lines_of(soup: BeautifulSoup) -> list[str]:
    """What the page says, line by line; a switch that is on or off is followed by a line that says so."""
    lines = written_text(soup.body or soup).split("\n")
    for tag in soup.select("[role=switch][aria-checked], input[type=checkbox]"):
        label, state = _label(soup, tag), _state(tag)
        if label and state:
            lines = [label, state, *lines]
    return lines


def _state(tag: Tag) -> str | None:
    told = str(tag.get("aria-checked", "")).lower()
    return _STATES.get(told) or (
        ("On" if tag.has_attr("checked") else "Off") if tag.name == "input" else None
    )


def _label(soup: BeautifulSoup, tag: Tag) -> str:
    named = str(tag.get("aria-label", "")).strip()
    by = [visible_text(other) for name in _named_by(tag) for other in soup.find_all(id=name, limit=1)]
    around = tag.find_parent("label")
    return named or " ".join(filter(None, by)) or visible_text(around)


def _named_by(tag: Tag) -> list[str]:
    return str(tag.get("aria-labelledby", "")).split()


def said_below(lines: Sequence[str], question: str, words: Sequence[str]) -> str | None:
    """The first of these words that stands alone on one of the next lines below the question."""
    asked = re.compile(question, re.IGNORECASE)
    known = {word.casefold(): word for word in words}
    for number, line in enumerate(lines):
        if asked.fullmatch(line.strip().rstrip("?").replace("\u2019", "'")):
            below = (entry.strip().casefold() for entry in lines[number + 1 : number + 1 + _BELOW])
            answer = next((known[entry] for entry in below if entry in known), None)
            if answer:
                return answer
    return None


def asked_switch(
    name: str,
    label: str,
    question: str,
    words: tuple[str, ...],
    *,
    where: str,
    url: str,
) -> Switch:
    """A switch that is read from the lines of a settings page; the first of its words is the most private."""

    def read(lines: Any) -> str | None:
        return said_below(lines, question, words) if isinstance(lines, list) else None

    return Switch(name, label, {word: word for word in words}, words[0], where, url, read)
