"""The end of the report: questions for the person, what quiet means, and how all of this is erased."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.view.place import paragraph
from selfaudit.model.findings import AuditResult, Question

KEPT_DAYS = 30
"""As long as the private folder keeps a run; a test holds the two together."""

_LAWFUL = (
    "Nobody's belief or union membership is a breach of anything, and none was looked for. A view on a "
    "school's policy, or a campaign, is named only for what the policy asks of it."
)
_NOT_A_VERDICT = (
    "This report is not a judgement of you, and not a certificate. Where it is quiet, that proves nothing: a "
    "program sees only what it was shown on one day. Where it is loud, a person has to look, and that person "
    "is you."
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the policy and what it asks of the person."""

    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClosingView:
    """The last words."""

    not_proof: tuple[str, ...]
    kept: str
    erase: str
    erase_command: str
    erase_more: str
    made_by: str


def questions_of(questions: Iterable[Question]) -> tuple[Paragraph, ...]:
    """The questions, those of one paragraph together."""
    asked: dict[str, list[str]] = {}
    for question in questions:
        asked.setdefault(paragraph(question.principle, question.title), []).append(question.text)
    return tuple(Paragraph(title, tuple(texts)) for title, texts in asked.items())


def closing_of(result: AuditResult) -> ClosingView:
    """What stands at the end of every report, whatever was found."""
    return ClosingView(
        not_proof=(
            _NOT_A_VERDICT,
            _LAWFUL,
        ),
        kept=f"What selfaudit keeps in its private folder is erased {KEPT_DAYS} days after it was made, the "
        "next time selfaudit is used. What you had it write to another place stays until you erase it.",
        erase="To erase everything that selfaudit wrote, now, type:",
        erase_command="selfaudit forget",
        erase_more="Copies that you made yourself, printed, or sent are yours to look after.",
        made_by=f"Made by selfaudit {result.version}".rstrip() + ".",
    )
