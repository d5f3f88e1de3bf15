"""The findings in the order of their sections: concerns, please look, approved, nothing found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reports import moments, words
from reports.untrusted import Address
from reports.view.accounts import AccountView
from reports.view.evidence import EvidenceList, evidence_list
from reports.view.place import place_of
from selfaudit.model.findings import AuditResult, Finding
from selfaudit.model.policy import Approval
from selfaudit.model.vocabulary import Outcome


class Kind(StrEnum):
    """The sections of findings, in their order; the value is the anchor on the page."""

    CONCERN = "concerns"
    REVIEW = "please-look"
    APPROVED = "approved"
    CLEAR = "nothing-found"


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding, complete. ``go`` is the one place to go to, where all the evidence leads there.

    ``said`` is a written permission, the false alarms that were left out, and what could not be looked at.

    ``opens`` are the words of that link.
    """

    anchor: str
    headline: str
    where: str
    paragraph: str
    label: str
    why: str
    advice: str
    said: tuple[str, ...]
    own: EvidenceList
    others: EvidenceList
    go: Address | None
    opens: str


@dataclass(frozen=True, slots=True)
class FindingSection:
    """Findings of one kind. ``apart`` lists what does not apply, beneath what was found to be quiet."""

    kind: Kind
    title: str
    intro: str
    findings: tuple[FindingView, ...]
    apart: tuple[FindingView, ...] = ()

    @property
    def keyed(self) -> bool:
        """Whether its pieces have keys, by which they can be called false alarms."""
        lists = [evidence for finding in self.findings for evidence in (finding.own, finding.others)]
        return self.full and any(piece.key for evidence in lists for piece in evidence.shown)

    @property
    def full(self) -> bool:
        """Whether each finding is shown whole; what was quiet is a line each."""
        return self.kind is not Kind.CLEAR


_TITLES = {
    Kind.CONCERN: "To look at first",
    Kind.REVIEW: "Please look yourself",
    Kind.APPROVED: "Approved in writing",
    Kind.CLEAR: "Nothing found in what was seen",
}
_INTROS = {
    Kind.CONCERN: "Here, what was seen does not seem to fit the policy. That is about a page, not about you "
    "as a person, and most of it can be put right.",
    Kind.REVIEW: "A program cannot tell what these mean. You can. They may well be nothing.",
    Kind.APPROVED: "These would be concerns without the written permission that your policy file records. "
    "Keep that permission safe.",
    Kind.CLEAR: "Nothing of this kind came up. That is no proof that there is nothing: it says only what was "
    "seen, on that day.",
}
_APPROVED = "Approved: nothing to do while the permission stands"
_QUIET = {
    Kind.CONCERN: "No concern came up in what was seen. That is no proof that there is none: please read "
    "what could not be seen, above.",
}


def sections_of(result: AuditResult, accounts: tuple[AccountView, ...]) -> tuple[FindingSection, ...]:
    """The sections that have anything to say; concerns always have.

    What could not be checked stands with the gaps, but what an approval covers in it is shown as approved.
    """
    found: dict[Kind, list[Finding]] = {kind: [] for kind in Kind}
    for finding in result.findings:
        if kind := _kind(finding):
            found[kind].append(finding)
    apart = [finding for finding in result.findings if finding.outcome is Outcome.NOT_APPLICABLE]
    return tuple(
        FindingSection(
            kind=kind,
            title=_TITLES[kind],
            intro=_INTROS[kind] if findings or kind not in _QUIET else _QUIET[kind],
            findings=_shown(kind, _views(findings, accounts, kind.value)),
            apart=_views(apart, accounts, "does-not-apply") if kind is Kind.CLEAR else (),
        )
        for kind, findings in found.items()
        if findings or kind is Kind.CONCERN or (kind is Kind.CLEAR and apart)
    )


def _shown(kind: Kind, views: tuple[FindingView, ...]) -> tuple[FindingView, ...]:
    return tuple(_said_once(views)) if kind is Kind.CLEAR else views


def _kind(finding: Finding) -> Kind | None:
    match finding.outcome:
        case Outcome.CONCERN:
            return Kind.CONCERN
        case Outcome.NEEDS_REVIEW:
            return Kind.REVIEW
        case Outcome.CLEAR:
            return Kind.APPROVED if finding.approval else Kind.CLEAR
        case Outcome.NOT_CHECKED:
            return Kind.APPROVED if finding.approval and finding.evidence else None
        case Outcome.NOT_APPLICABLE:
            return None


def _views(
    findings: Iterable[Finding], accounts: tuple[AccountView, ...], anchor: str
) -> tuple[FindingView, ...]:
    """One's own doing first, the weightier before the lighter; otherwise as the policy has them."""
    ordered = sorted(findings, key=lambda finding: (_only_others(finding), -finding.severity.rank))
    return tuple(_view(one, accounts, f"{anchor}-{number}") for number, one in enumerate(ordered, 1))


def _said_once(views: Iterable[FindingView]) -> Iterator[FindingView]:
    """Where each finding is a line, what is said of several of one profile stands beneath the first."""
    told: set[tuple[str, str]] = set()
    for view in views:
        said = tuple(one for one in view.said if (view.where, one) not in told)
        told.update((view.where, one) for one in said)
        yield replace(view, said=said)


def _only_others(finding: Finding) -> bool:
    return bool(finding.evidence) and not any(piece.own for piece in finding.evidence)


def _view(finding: Finding, accounts: tuple[AccountView, ...], anchor: str) -> FindingView:
    place = place_of(finding, accounts)
    own = evidence_list((piece for piece in finding.evidence if piece.own), place.account)
    others = evidence_list((piece for piece in finding.evidence if not piece.own), place.account)
    go = None if finding.approval else _only_address(own)
    return FindingView(
        anchor=anchor,
        headline=finding.headline,
        where=place.where,
        paragraph=place.paragraph,
        label=_label(finding),
        why=words.sentence(finding.why),
        advice="" if finding.approval else words.sentence(finding.advice),
        said=_said(finding),
        own=own,
        others=others,
        go=go,
        opens=_opens(own) if go else "",
    )


def _label(finding: Finding) -> str:
    """How much it matters; what nobody is sure of matters only if it is so."""
    if finding.approval:
        return _APPROVED
    weight = words.SEVERITIES[finding.severity]
    if finding.outcome is Outcome.NEEDS_REVIEW:
        return f"If it is so, {weight[0].lower()}{weight[1:]}"
    return weight


def _only_address(evidence: EvidenceList) -> Address | None:
    """Where to go to act, when there is no choice to make."""
    links = {piece.link for piece in (*evidence.shown, *evidence.more)}
    return links.pop() if len(links) == 1 else None


def _opens(evidence: EvidenceList) -> str:
    said = {piece.opens for piece in (*evidence.shown, *evidence.more)}
    return said.pop() if len(said) == 1 else words.opens(words.Opened.PAGE)


def _said(finding: Finding) -> tuple[str, ...]:
    if finding.approval:
        return _approval(finding.approval)
    return (finding.reason,) if finding.reason and finding.outcome is not Outcome.NOT_APPLICABLE else ()


def _approval(approval: Approval) -> tuple[str, ...]:
    until = f"until {moments.day(approval.until)}" if approval.until else "until it is withdrawn"
    said = f"Approved in writing by {approval.by} on {moments.day(approval.on)}, {until}."
    return (said, f"It covers: {words.sentence(approval.covers)}") if approval.covers else (said,)
