"""A policy as a listing for people: each paragraph, and whether a program or a person looks at it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from selfaudit.model.policy import Approval, Contact, Policy, Principle, School

_WIDTH = 78
_INDENT = " " * 4


def listing(policy: Policy, topics: Mapping[str, str], *, stale: bool = False) -> str:
    """The policy in plain text; ``topics`` names each check as people know it."""
    sections = (
        ("", _about(policy, stale=stale)),
        ("The school", _school(policy.school)),
        ("What the policy asks, and how it is looked at", _principles(policy.principles, topics)),
        ("Permissions in writing", (_approval(each, topics) for each in policy.approvals)),
        ("Whom to ask", (_contact(each) for each in policy.contacts)),
        ("", (totals(policy),)),
    )
    return "\n\n".join("\n".join(_lines(title, body)) for title, body in _filled(sections)) + "\n"


def totals(policy: Policy) -> str:
    """How much of the policy a program looks at, and how much only a person can judge."""
    only = [each.paragraph for each in policy.principles if not each.checks]
    asked = f" Only a person can judge: {', '.join(only)}." if only else ""
    return (
        f"{_count(len(policy.principles), 'principle')}, {_count(len(policy.check_ids), 'check')},"
        f" {_count(sum(1 for each in policy.principles if each.question), 'question')}.{asked}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _filled(sections: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for title, body in sections:
        if rows := tuple(body):
            yield title, rows


def _lines(title: str, body: tuple[str, ...]) -> Iterator[str]:
    if title:
        yield title
    yield from body


def _about(policy: Policy, *, stale: bool) -> Iterator[str]:
    yield policy.title
    version = f"version {policy.version}" if policy.version else "no version given"
    reviewed = f"reviewed {policy.reviewed}" if policy.reviewed else "no date of review given"
    yield f"Pack {policy.id}: {version}, {reviewed}"
    if stale:
        yield "The review is more than a year old. Ask the school whether there is a newer text."


def _school(school: School) -> Iterator[str]:
    yield _row("name", school.name)
    yield _row("also called", ", ".join(school.names) or "no other names given")
    yield _row("work e-mail", ", ".join(school.domains) or "no domain given: work addresses cannot be found")
    logos = ", ".join(f"{logo.name} ({logo.file.name})" for logo in school.logos)
    yield _row("logos", logos or "no picture given: logos cannot be found")


def _principles(principles: Iterable[Principle], topics: Mapping[str, str]) -> Iterator[str]:
    for each in principles:
        yield f"\n{_row(each.paragraph, each.title)}"
        for check in each.checks:
            yield _deeper(f"checked: {topics.get(check, check)} ({check})")
        if each.question:
            yield _deeper(f"{'also asked' if each.checks else 'a question for you only'}: {each.question}")


def _approval(approval: Approval, topics: Mapping[str, str]) -> str:
    until = f" until {approval.until}" if approval.until else ""
    covers = f", for {approval.covers}" if approval.covers else ""
    return _row(topics.get(approval.check, approval.check), f"by {approval.by}, {approval.on}{until}{covers}")


def _contact(contact: Contact) -> str:
    rows = (f"{_INDENT}{contact.name}", _deeper(contact.when), _deeper(contact.how) if contact.how else "")
    return "\n".join(row for row in rows if row)


def _row(name: str, words: str) -> str:
    return _wrapped(f"{name:<13} {words}", _INDENT, _INDENT + " " * 14)


def _deeper(words: str) -> str:
    return _wrapped(words, " " * 18, " " * 20)


def _wrapped(words: str, first: str, then: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent=first, subsequent_indent=then, break_long_words=False)
