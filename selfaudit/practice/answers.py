"""The answer key: what the checks must find on the practice network, and what they must leave alone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from pydantic import TypeAdapter

from selfaudit.model.vocabulary import Lens, Outcome


@dataclass(frozen=True, slots=True)
class Expected:
    """One piece of evidence that must be there, and what it amounts to alone."""

    check: str
    item: str
    outcome: Outcome
    lens: Lens
    why: str


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An item that resembles what a check looks for, and why it must not be flagged by it."""

    check: str
    item: str
    why: str


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """Whatever is found and is not ``expected`` is a false alarm."""

    expected: tuple[Expected, ...]
    look_alike: tuple[LookAlike, ...]

    def items_of(self, check: str) -> frozenset[str]:
        """The ids of the items that this check must flag."""
        return frozenset(entry.item for entry in self.expected if entry.check == check)

    def look_alikes_of(self, check: str) -> frozenset[str]:
        """The ids of the items that this check must leave alone though they tempt it."""
        return frozenset(entry.item for entry in self.look_alike if entry.check == check)


def answer_key() -> AnswerKey:
    """Read the key that comes with the practice network."""
    text = (files(__package__) / "answers.toml").read_text(encoding="utf-8")
    return TypeAdapter(AnswerKey).validate_python(tomllib.loads(text))
