"""Settings pages read as a person reads them: a question, and the answer that stands below or beside it.

For sites whose settings carry no data that we know of. Only words that the table knows count as an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.switches import Switch
from selfaudit.platforms.reading import visible_text

_BELOW = 4
_ASKS = re.compile(r"(who|do|does|allow|show|review|include)\b.*|.*\?", re.IGNORECASE)
"""The next switch: what stands below it is no answer to the one above."""
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
            answer = _first_answer(lines[number + 1 : number + 1 + _BELOW], known)
            if answer:
                return answer
    return None


def _first_answer(below: Sequence[str], known: Mapping[str, str]) -> str | None:
    for line in below:
        entry = line.strip().replace("\u2019", "'").replace("\u2026", "...")
        if entry.casefold() in known:
            return known[entry.casefold()]
        if _ASKS.fullmatch(entry):
            return None
    return None


def asked_switch(
    name: str,
    label: str,
    question: str,
    choices: tuple[str | tuple[str, ...], ...],
    *,
    where: str,
    url: str,
    highest: str = "",
    unranked: tuple[str, ...] = (),
) -> Switch:
    """A switch that is read from the lines of a settings page.

    Its choices go from the most private to the least; one with several spellings is a tuple of them. The
    ``highest`` is the first, unless another is private enough.
    """
    spelt = [(choice,) if isinstance(choice, str) else choice for choice in choices]
    words: dict[Any, str] = {spelling: spellings[0] for spellings in spelt for spelling in spellings}
    said = (*words, *unranked)

    def read(lines: Any) -> str | None:
        return said_below(lines, question, said) if isinstance(lines, list) else None

    first = spelt[0][0]
    return Switch(name, label, words, highest or first, where, url, read, unranked=unranked)
