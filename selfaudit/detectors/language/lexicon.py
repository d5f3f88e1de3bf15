"""The word lists of this package: graded words, people, word classes, kinds of remark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from selfaudit.model.detections import Topic
from selfaudit.model.vocabulary import Severity

GRADES = ("mild", "medium", "strong", "strongest")


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of the lexicon, with its further forms.

    Attributes:
        grade: its place in `GRADES`.
        kind: ``swear``, ``insult``, ``fault`` or ``slur``.
        needs_person: it counts only when it is said of a person.
        deed: it is said of what people do as often as of people.
        unless: words near it that make it something else.
    """

    word: str
    grade: int
    kind: str
    needs_person: bool
    deed: bool
    unless: frozenset[str]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of remark comes to. ``reason`` has a place for ``{whom}``."""

    topic: Topic
    severity: Severity
    reason: str


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one list, without its notes and its heading."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("# ")]
    return (line.split("\t") for line in lines[1:])


@cache
def entries() -> tuple[Entry, ...]:
    """Every word of the lexicon."""
    return tuple(
        Entry(
            word=word,
            grade=GRADES.index(grade),
            kind=kind,
            needs_person=needs in {"person", "deed"},
            deed=needs == "deed",
            unless=frozenset(_several(unless)),
            forms=(word, *_several(also)),
        )
        for word, grade, kind, needs, unless, also in rows("lexicon.tsv")
    )


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of remark by name."""
    return {
        name: Kind(Topic(topic), Severity(severity), reason)
        for name, topic, severity, reason in rows("kinds.tsv")
    }


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """The word classes that frames name."""
    return {name: tuple(words.split("|")) for name, words in rows("classes.tsv")}


@cache
def people() -> dict[str, tuple[str, ...]]:
    """The words that stand for somebody, by tag."""
    return {tag: tuple(words.split("|")) for tag, words in rows("people.tsv")}


@cache
def small_words(name: str) -> frozenset[str]:
    """A set of small words that a rule turns on."""
    return frozenset(next(held for key, held in rows("grammar.tsv") if key == name).split())


def _several(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split("|"))


@cache
def cue(name: str) -> re.Pattern[str]:
    """What tells one setting of a remark, as one expression."""
    return re.compile("|".join(expression for key, expression in rows("cues.tsv") if key == name))


def letters(when: str) -> dict[int, str]:
    """Letters that are read as others, as a translation table."""
    return {ord(written): read for key, written, read in rows("letters.tsv") if key == when}


@cache
def languages() -> dict[str, str]:
    """What languages are called, by their code."""
    return {row[0]: row[1] for row in rows("languages.tsv")}
