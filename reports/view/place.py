"""Where a finding belongs: on which profile, and under which paragraph of the policy."""

from __future__ import annotations

from dataclasses import dataclass

from reports import words
from reports.view.accounts import AccountView, owner_of
from selfaudit.model.findings import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """The profile in words, the paragraph in words, and the profile itself where it is known."""

    where: str
    paragraph: str
    account: AccountView | None


def place_of(finding: Finding, accounts: tuple[AccountView, ...]) -> Place:
    """Where the finding belongs."""
    account = owner_of(finding, accounts)
    where = account.title if account else words.platform(finding.platform)
    return Place(where, paragraph(finding.principle, finding.principle_title), account)


def paragraph(number: str | None, title: str | None) -> str:
    """A paragraph of the policy with its short title; says so where the policy has none."""
    if not number:
        return title or "No paragraph of the policy; good practice"
    return f"Paragraph {number}: {title}" if title else f"Paragraph {number}"
