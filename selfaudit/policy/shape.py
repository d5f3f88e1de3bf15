"""The shape of a policy.toml: the one place that says what may stand where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

from selfaudit.policy.complaints import suggestion
from selfaudit.policy.facts import a_domain, a_logo

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a pack is read against: its folder, and the checks that there are."""

    folder: Path
    known_checks: frozenset[str]


def _wrong(info: ValidationInfo, what: str) -> ValueError:
    """A complaint that begins with the key; pydantic gathers only `ValueError`, wrong types included."""
    return ValueError(f'"{info.field_name}" {what}')


def _surroundings(info: ValidationInfo) -> Surroundings:
    if not isinstance(info.context, Surroundings):
        raise TypeError("a pack is read against its surroundings")
    return info.context


def _words(value: Any, info: ValidationInfo) -> str:
    if not isinstance(value, str):
        raise _wrong(info, 'should be in straight quotes, as in "501.10"')
    if not value.strip():
        raise _wrong(info, "is empty; write something between the quotes")
    return value.strip()


def _day(value: Any, info: ValidationInfo) -> date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _wrong(info, "should be a date with the year first, as in 2025-09-01")
    return value


def _check(value: str, info: ValidationInfo) -> str:
    known = _surroundings(info).known_checks
    if value not in known:
        raise ValueError(f'the check "{value}" is not known{suggestion(value, known)}')
    return value


def _logo_file(value: str, info: ValidationInfo) -> Path:
    return a_logo(value, _surroundings(info).folder)


def _some(value: Any) -> Any:
    if value == []:
        raise ValueError("there is no [[principle]] yet; a pack needs at least one")
    return value


Words = Annotated[str, BeforeValidator(_words)]
Day = Annotated[date, BeforeValidator(_day)]
CheckId = Annotated[Words, AfterValidator(_check)]
Domain = Annotated[Words, AfterValidator(a_domain)]
LogoFile = Annotated[Path, BeforeValidator(_logo_file), BeforeValidator(_words)]


class Table(BaseModel):
    """A table of the file; nothing may stand in it that is not named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LogoTable(Table):
    """``[[logo]]``."""

    name: Words
    file: LogoFile


class SchoolTable(Table):
    """``[school]``."""

    name: Words
    names: tuple[Words, ...] = ()
    domains: tuple[Domain, ...] = ()


class ContactTable(Table):
    """``[[contact]]``."""

    name: Words
    when: Words
    how: Words = ""


class PrincipleTable(Table):
    """``[[principle]]``."""

    paragraph: Words
    title: Words
    checks: tuple[CheckId, ...] = ()
    question: Words | None = None

    @model_validator(mode="after")
    def _looked_at(self) -> PrincipleTable:
        if not self.checks and not self.question:
            raise ValueError('this principle needs "checks", a "question", or both')
        if len(set(self.checks)) < len(self.checks):
            raise ValueError("this principle names a check twice; once is enough")
        return self


class ApprovalTable(Table):
    """``[[approval]]``."""

    check: CheckId
    by: Words
    on: Day
    until: Day | None = None
    covers: Words = ""

    @model_validator(mode="after")
    def _in_order(self) -> ApprovalTable:
        if self.until is not None and self.until < self.on:
            raise ValueError('"until" is earlier than "on"; the permission would never stand')
        return self


class PolicyFile(Table):
    """The whole file."""

    format: int = Field(alias="schema", ge=1, le=SCHEMA, strict=True)
    title: Words
    version: Words = ""
    reviewed: Day | None = None
    school: SchoolTable
    logo: tuple[LogoTable, ...] = ()
    contact: tuple[ContactTable, ...] = ()
    principle: Annotated[tuple[PrincipleTable, ...], BeforeValidator(_some)]
    approval: tuple[ApprovalTable, ...] = ()


TABLES: dict[str, type[Table]] = {
    "": PolicyFile,
    "school": SchoolTable,
    "logo": LogoTable,
    "contact": ContactTable,
    "principle": PrincipleTable,
    "approval": ApprovalTable,
}


def keys_of(table: str) -> tuple[str, ...]:
    """The names that may stand in this table; ``""`` is the file itself."""
    return tuple(field.alias or name for name, field in TABLES[table].model_fields.items())
