"""The top of the report: whose eyes it is for, what came up in one line, and which policy was used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports import moments, words
from reports.view.findings import FindingSection, Kind
from reports.view.gaps import GapsView
from selfaudit.model.findings import AuditResult, PolicyCard


@dataclass(frozen=True, slots=True)
class Jump:
    """One part of the summary, and the section that it leads to."""

    number: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class OpeningView:
    """Title, notice and summary."""

    title: str
    notice_title: str
    notice: str
    summary: tuple[Jump, ...]
    summary_note: str
    links_note: str
    made: str


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The policy that was used, and a warning when its text may be out of date."""

    title: str
    school: str
    version: str
    dated: str
    warning: str


def opening_of(
    result: AuditResult, sections: tuple[FindingSection, ...], gaps: GapsView, questions: bool
) -> OpeningView:
    """The top of the report."""
    return OpeningView(
        title="What your profiles show",
        notice_title="This page is for you alone.",
        notice="It was made on this computer and sent nowhere. Your school does not get it and is not told "
        "that you looked. Think before you print it or open it on a school device, which may be monitored.",
        summary=tuple(_summary(sections, gaps)),
        summary_note=_summary_note(sections, gaps, questions),
        links_note=_LINKS if _some_lead_here(sections) else "",
        made=moments.minute(result.made_at),
    )


_LINKS = (
    "Some links below lead to a program on this computer, such as the practice network. They worked only "
    "while it ran: when it has ended, they cannot be opened, and nothing is wrong."
)


def _some_lead_here(sections: tuple[FindingSection, ...]) -> bool:
    lists = [part for section in sections for one in section.findings for part in (one.own, one.others)]
    pieces = [piece for part in lists for piece in (*part.shown, *part.more)]
    return any(piece.link and piece.link.here for piece in pieces)


_COUNTED = {
    Kind.CONCERN: ("thing to look at first", "things to look at first"),
    Kind.REVIEW: ("to look at yourself", "to look at yourself"),
    Kind.APPROVED: ("approved in writing", "approved in writing"),
    Kind.CLEAR: ("with nothing found", "with nothing found"),
}


def _summary(sections: tuple[FindingSection, ...], gaps: GapsView) -> Iterator[Jump]:
    for section in sections:
        number = len(section.findings)
        if number:
            one, many = _COUNTED[section.kind]
            yield Jump(str(number), one if number == 1 else many, section.kind.value)
    if gaps.unanswered:
        yield Jump(str(len(gaps.unanswered)), "could not be checked", "not-seen")


def _summary_note(sections: tuple[FindingSection, ...], gaps: GapsView, questions: bool) -> str:
    concerns = any(section.findings for section in sections if section.kind is Kind.CONCERN)
    said = [] if concerns else ["No concern came up in what was seen; that is no proof that there is none."]
    if gaps.count:
        unseen = words.counted(gaps.count, "thing", "things")
        said.append(
            f"{unseen} could not be seen, and {'is' if gaps.count == 1 else 'are'} not counted as fine."
        )
    if questions:
        said.append("Some questions only you can answer; they stand further down.")
    return " ".join(said)


def policy_of(result: AuditResult) -> PolicyView:
    """The policy in words."""
    policy = result.policy
    dated = moments.day_of(policy.reviewed) if policy.reviewed else ""
    return PolicyView(
        policy.title, policy.school, policy.version, dated, _stale(policy, dated) if policy.stale else ""
    )


def _stale(policy: PolicyCard, dated: str) -> str:
    age = (
        f"This text is dated {dated}, more than a year before this report." if dated else "This text is old."
    )
    return f"{age} Ask {policy.school} whether there is a newer one before you rely on it."
