"""What the report says and in which order, decided before any mark-up: every format shows this same view."""

from __future__ import annotations

from dataclasses import dataclass

from reports.untrusted import harmless
from reports.view.accounts import AccountView, accounts_of
from reports.view.closing import ClosingView, Paragraph, closing_of, questions_of
from reports.view.findings import FindingSection, sections_of
from reports.view.gaps import GapsView, gaps_of
from reports.view.help import HelpView, help_of
from reports.view.opening import OpeningView, PolicyView, opening_of, policy_of
from selfaudit.model.findings import AuditResult

__all__ = ["ReportView", "view_of"]


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report, top to bottom."""

    opening: OpeningView
    policy: PolicyView
    accounts: tuple[AccountView, ...]
    gaps: GapsView
    sections: tuple[FindingSection, ...]
    questions: tuple[Paragraph, ...]
    help: HelpView
    closing: ClosingView


def view_of(result: AuditResult) -> ReportView:
    """The report on a result; whatever others wrote into it is made harmless first."""
    result = harmless(result)
    accounts = accounts_of(result)
    gaps = gaps_of(result, accounts)
    sections = sections_of(result, accounts)
    questions = questions_of(result.questions)
    return ReportView(
        opening=opening_of(result, sections, gaps, bool(questions)),
        policy=policy_of(result),
        accounts=accounts,
        gaps=gaps,
        sections=sections,
        questions=questions,
        help=help_of(result.contacts),
        closing=closing_of(result),
    )
