"""What was noticed in something that is not posted yet, in a few lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from reports.untrusted import harmless, segments
from reports.view.place import paragraph
from reports.words import sentence
from selfaudit.model.check import NOTHING_OF_THE_SORT
from selfaudit.model.findings import AuditResult, Evidence, Finding
from selfaudit.model.vocabulary import Outcome

_WIDTH = 88
_LONGEST_QUOTE = 300
_TITLES = {
    Outcome.CONCERN: "Look at this before you post it",
    Outcome.NEEDS_REVIEW: "Please look yourself; it may well be nothing",
    Outcome.NOT_CHECKED: "Could not be checked",
}
QUIET = "Nothing was noticed."
QUIET_IN_PART = "Nothing was noticed in what could be checked."
NOT_PROOF = (
    "A program misses what people see at once. Read it once more as a pupil, a parent or your "
    "headteacher would."
)


def draft_as_text(result: AuditResult) -> str:
    """The findings in short: what, which paragraph, the words that carry it, and why. Never a verdict."""
    findings = harmless(result).findings
    parts = [
        line
        for outcome, title in _TITLES.items()
        for line in _section(title, [one for one in findings if one.outcome is outcome])
    ]
    noticed = any(one.outcome in (Outcome.CONCERN, Outcome.NEEDS_REVIEW) for one in findings)
    unread = any(one.outcome is Outcome.NOT_CHECKED for one in findings)
    lines = parts if noticed else [*_wrapped(QUIET_IN_PART if unread else QUIET), *parts]
    closing = [line for said in (*_said_of_quiet(findings), NOT_PROOF) for line in _wrapped(said)]
    return "\n".join([*lines, "", *closing]).strip("\n") + "\n"


def _said_of_quiet(findings: Sequence[Finding]) -> Iterable[str]:
    """What quiet answers do not speak of, such as words in a picture: each once, if not told above."""
    told = " ".join(one.reason or "" for one in findings if one.outcome in _TITLES)
    quiet = (one.reason for one in findings if one.outcome not in _TITLES and not one.approval)
    return dict.fromkeys(said for said in quiet if said and said != NOTHING_OF_THE_SORT and said not in told)


def _section(title: str, findings: list[Finding]) -> Iterator[str]:
    if findings:
        yield from ("", title)
    for finding in findings:
        yield from _wrapped(finding.headline, "* ")
        yield from _wrapped(paragraph(finding.principle, finding.principle_title), "  ")
        for piece in finding.evidence:
            yield from _wrapped(_told(piece), "  - ")
        if finding.evidence or not finding.reason:
            yield from _wrapped(sentence(finding.why), "  ")
        if finding.reason:
            yield from _wrapped(finding.reason, "  ")


def _told(piece: Evidence) -> str:
    """The words that carry it in [brackets], or the picture's name, and what was noticed."""
    marked = segments(piece.quote or "", piece.marks, _LONGEST_QUOTE)
    quote = "".join(f"[{part.text}]" if part.marked else part.text for part in marked)
    return f"“{quote}” {sentence(piece.note)}" if quote.strip() else f"{piece.item}: {sentence(piece.note)}"


def _wrapped(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()), _WIDTH, initial_indent=first, subsequent_indent=" " * len(first)
    )
