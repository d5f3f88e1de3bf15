"""The school's rules as data: principles with paragraph numbers, the school's facts, approvals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Logo:
    """A crest or logo to look for: a name for people, and the picture file of the pack."""

    name: str
    file: Path


@dataclass(frozen=True, slots=True)
class School:
    """The school's facts that detectors and checks look for.

    ``domains`` are e-mail domains; an address at or under one of them is a work address.
    """

    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    logos: tuple[Logo, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to ask, inside the school or outside it."""

    name: str
    when: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Principle:
    """One paragraph of the policy, in our own short words, and how it is looked at.

    ``checks`` are check ids; ``question`` is put to the person where no program can judge.
    """

    paragraph: str
    title: str
    checks: tuple[str, ...] = ()
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """A written permission. Without ``until`` it stands until withdrawn."""

    check: str
    by: str
    on: date
    until: date | None = None
    covers: str = ""

    def stands(self, today: date) -> bool:
        """Whether the permission holds on this day."""
        return self.on <= today and (self.until is None or today <= self.until)


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy pack as loaded. ``reviewed`` is the date of its text; a year later it is stale."""

    id: str
    title: str
    school: School
    principles: tuple[Principle, ...]
    version: str = ""
    reviewed: date | None = None
    contacts: tuple[Contact, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @property
    def check_ids(self) -> tuple[str, ...]:
        """Every check that a principle asks for, in the policy's order, each once."""
        return tuple(dict.fromkeys(check for principle in self.principles for check in principle.checks))

    def principle_of(self, check: str) -> Principle | None:
        """The first principle that asks for this check."""
        return next((principle for principle in self.principles if check in principle.checks), None)

    def approval_for(self, check: str, today: date) -> Approval | None:
        """A permission for this check that stands today."""
        return next((held for held in self.approvals if held.check == check and held.stands(today)), None)
