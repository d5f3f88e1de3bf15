"""What could not be seen and why, and which questions stay open because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports import words
from reports.view.accounts import AccountView, owner_of
from reports.view.place import place_of
from selfaudit.model.findings import AuditResult, Finding, PlatformGap
from selfaudit.model.vocabulary import Lens, Outcome

_LOOKS = {
    Lens.PUBLIC: "signed out, as a stranger",
    Lens.OWNER: "signed in as you",
    None: "in any look",
}


@dataclass(frozen=True, slots=True)
class GapView:
    """Something that could not be seen: what, in whose look, how many where that is known, and why."""

    what: str
    look: str
    reason: str


@dataclass(frozen=True, slots=True)
class AccountGaps:
    """The gaps of one profile."""

    title: str
    gaps: tuple[GapView, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A check that could not be answered, and why."""

    headline: str
    where: str
    paragraph: str
    reason: str


@dataclass(frozen=True, slots=True)
class GapsView:
    """Everything that was not seen, and what it leaves open."""

    intro: str
    accounts: tuple[AccountGaps, ...]
    unanswered: tuple[Unanswered, ...]

    @property
    def count(self) -> int:
        """How many separate gaps there are."""
        return sum(len(account.gaps) for account in self.accounts)


def gaps_of(result: AuditResult, accounts: tuple[AccountView, ...]) -> GapsView:
    """The gaps by profile, those with one reason told once."""
    unlooked = {account.title: tuple(_unlooked(account)) for account in accounts}
    by_title: dict[str, list[PlatformGap]] = {title: [] for title in unlooked}
    for gap in result.gaps:
        account = owner_of(gap, accounts)
        title = account.title if account else words.platform(gap.platform)
        by_title.setdefault(title, []).append(gap)
    views = {title: (*_merged(gaps), *unlooked.get(title, ())) for title, gaps in by_title.items()}
    unanswered = tuple(
        _unanswered(finding, accounts)
        for finding in result.findings
        if finding.outcome is Outcome.NOT_CHECKED
    )
    return GapsView(
        intro=_intro(any(views.values()) or bool(unanswered)),
        accounts=tuple(AccountGaps(title, gaps) for title, gaps in views.items() if gaps),
        unanswered=unanswered,
    )


def _intro(anything: bool) -> str:
    if anything:
        return "What was not seen may hold anything. It was not counted as fine."
    return (
        "Nothing is known to have been missed. What you deleted, what others keep, and what a site "
        "does not show to you is never seen."
    )


def _merged(gaps: Iterable[PlatformGap]) -> Iterator[GapView]:
    together: dict[tuple[str, Lens | None], dict[str, int]] = {}
    for gap in gaps:
        counts = together.setdefault((gap.reason, gap.lens), {})
        counts[words.PARTS[gap.part]] = counts.get(words.PARTS[gap.part], 0) + (gap.count or 0)
    for (reason, lens), counts in together.items():
        whats = [f"{part} ({count:,} missing)" if count else part for part, count in counts.items()]
        what = words.named([whats[0], *(f"{one[0].lower()}{one[1:]}" for one in whats[1:])])
        yield GapView(what=what, look=_LOOKS[lens], reason=words.sentence(reason))


def _unlooked(account: AccountView) -> Iterator[GapView]:
    """Looks that nobody took are gaps too."""
    if account.rows and all(row.stranger.sight.silent for row in account.rows):
        yield GapView(
            "What a stranger sees", _LOOKS[Lens.PUBLIC], "Nobody looked at this profile signed out."
        )


def _unanswered(finding: Finding, accounts: tuple[AccountView, ...]) -> Unanswered:
    place = place_of(finding, accounts)
    return Unanswered(finding.headline, place.where, place.paragraph, words.sentence(finding.reason or ""))
