"""One policy.toml from its bytes to a Policy, or to everything that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from selfaudit.model.policy import Approval, Contact, Logo, Policy, Principle, School
from selfaudit.policy.complaints import Complaint
from selfaudit.policy.lines import Place, line_of, lines_of, statements
from selfaudit.policy.shape import SCHEMA, PolicyFile, Surroundings
from selfaudit.policy.wording import meant_place, newer, sentence_for, syntax_sentence

LARGEST_FILE = 250_000
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Source:
    """The file as it was found: its name for people, its content, the pack's folder and id."""

    name: str
    content: bytes
    folder: Path
    pack: str


@dataclass(frozen=True, slots=True)
class _Fault:
    """Something wrong, before its line is known."""

    place: Place
    text: str


def read(source: Source, known_checks: frozenset[str]) -> Policy | tuple[Complaint, ...]:
    """The policy, or every complaint about the file, in the order of its lines."""
    try:
        text = source.content.decode("utf-8-sig")
        plain = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = source.content.count(b"\n", 0, error.start) + 1
        return (Complaint(source.name, line, "this is not UTF-8 text; save the file as UTF-8"),)
    except (ValueError, RecursionError) as error:
        return (_syntax(source.name, text, str(error)),)
    outcome = _judge(plain, Surroundings(source.folder, known_checks))
    if isinstance(outcome, PolicyFile):
        return _policy(outcome, source.pack)
    lines = lines_of(text)
    found = {Complaint(source.name, line_of(fault.place, lines), fault.text) for fault in outcome}
    return tuple(sorted(found))


def _judge(plain: dict[str, Any], surroundings: Surroundings) -> PolicyFile | list[_Fault]:
    schema = plain.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        return [_Fault(("schema",), newer(schema))]
    faults = list(_twice(plain, "principle", "paragraph")) + list(_twice(plain, "logo", "name"))
    try:
        file = PolicyFile.model_validate(plain, context=surroundings)
    except ValidationError as error:
        return faults + [_Fault(each["loc"], sentence_for(each)) for each in _each_slip_once(error.errors())]
    faults += _idle_approvals(file)
    return faults or file


def _each_slip_once(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """A misspelt key is unknown, and missing under its right name; only the first is worth saying."""
    meant = {meant_place(each["loc"]) for each in errors if each["type"] == "extra_forbidden"}
    return (each for each in errors if each["type"] != "missing" or each["loc"] not in meant)


def _twice(plain: dict[str, Any], table: str, key: str) -> Iterator[_Fault]:
    """Later tables that carry an earlier one's name; looked for in unchecked data, so carefully."""
    entries = plain.get(table)
    seen: set[str] = set()
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        value = entry.get(key) if isinstance(entry, dict) else None
        if isinstance(value, str):
            if value.strip() in seen:
                text = f'the {key} "{value}" is used by an earlier [[{table}]] already; each needs its own'
                yield _Fault((table, index, key), text)
            seen.add(value.strip())


def _idle_approvals(file: PolicyFile) -> Iterator[_Fault]:
    asked = {check for principle in file.principle for check in principle.checks}
    for index, approval in enumerate(file.approval):
        if approval.check not in asked:
            text = f'no [[principle]] asks for the check "{approval.check}", so this approval has no effect'
            yield _Fault(("approval", index, "check"), text)


def _syntax(name: str, text: str, problem: str) -> Complaint:
    at = _AT_LINE.search(problem)
    problem = problem.split(" (at ", maxsplit=1)[0]
    line = int(at[1]) if at else [number for number, _ in statements(text)][-1]
    return Complaint(name, line, syntax_sentence(problem, text.split("\n")[line - 1]))


def _policy(file: PolicyFile, pack: str) -> Policy:
    return Policy(
        id=pack,
        title=file.title,
        version=file.version,
        reviewed=file.reviewed,
        school=School(
            name=file.school.name,
            names=file.school.names,
            domains=tuple(dict.fromkeys(file.school.domains)),
            logos=tuple(Logo(logo.name, logo.file) for logo in file.logo),
        ),
        contacts=tuple(Contact(each.name, each.when, each.how) for each in file.contact),
        principles=tuple(
            Principle(each.paragraph, each.title, each.checks, each.question) for each in file.principle
        ),
        approvals=tuple(
            Approval(each.check, each.by, each.on, each.until, each.covers) for each in file.approval
        ),
    )
