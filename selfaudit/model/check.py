"""A check: its words, its needs, one pure question; the only place where evidence becomes an outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from selfaudit.model.detections import Detections
from selfaudit.model.findings import Evidence, Finding, keyed
from selfaudit.model.policy import Approval, Policy
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Confidence, Detector, Lens, Outcome, Part, Severity
from selfaudit.model.written import Pictured, texts_in_pictures

NOTHING_OF_THE_SORT = "This kind of site has nothing of the sort."


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a check may look at. No file, clock, browser or network.

    ``false_alarms`` are the keys of evidence that the person said is none.
    """

    snapshot: Snapshot
    detections: Detections
    policy: Policy
    today: date
    false_alarms: frozenset[str] = frozenset()

    def pictured(self) -> Iterator[Pictured]:
        """The texts that were read in the profile's pictures."""
        return texts_in_pictures(self.snapshot, self.detections.written)


@dataclass(frozen=True, slots=True)
class Words:
    """What people read. Each headline is the state of things, never a verdict on the person.

    Attributes:
        topic: a noun phrase, as in "School logo".
        clear, review, concern: the headline for each outcome, a short sentence without a full stop.
        why: why it matters, one or two sentences.
        advice: what to do about it, one or two sentences.
    """

    topic: str
    clear: str
    review: str
    concern: str
    why: str
    advice: str


def _always_ready(_case: Case) -> str | None:
    return None


def _nothing(_case: Case) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Check:
    """One question about a profile.

    Attributes:
        id: equals the file name.
        severity: how bad it would be, were it so; evidence may raise or lower it.
        needs: parts whose gap forbids "clear".
        detectors: detectors whose silence forbids "clear".
        find: the question itself; yields evidence, the most telling first.
        needs_public: parts that the stranger's lens too must have seen before "clear" can be said.
        beside: detectors that are asked too, whose silence forbids nothing; ``beyond`` tells it.
        unready: why the check cannot be answered at all in this case, or ``None``.
        unseen: what this check in particular could not see, each as a phrase; forbids "clear".
        beyond: what no answer of this check speaks of, each as a sentence; told, and forbids nothing.
        of_others: whether other people's words must have been seen before "clear" can be said.
    """

    id: str
    words: Words
    severity: Severity
    needs: frozenset[Part]
    find: Callable[[Case], Iterable[Evidence]]
    detectors: frozenset[Detector] = frozenset()
    beside: frozenset[Detector] = frozenset()
    needs_public: frozenset[Part] = frozenset()
    unready: Callable[[Case], str | None] = _always_ready
    unseen: Callable[[Case], Iterable[str]] = _nothing
    beyond: Callable[[Case], Iterable[str]] = _nothing
    of_others: bool = True

    def run(self, case: Case) -> Finding:
        """Certainty parts concern from review; a gap in what is needed is told, and forbids clear."""
        found = keyed(self.find(case), self.id, case.snapshot.platform)
        beyond = tuple(self.beyond(case))
        if not found and self._does_not_apply(case):
            return self._finding(case, Outcome.NOT_APPLICABLE, reason=" ".join(beyond) or NOTHING_OF_THE_SORT)
        evidence = tuple(piece for piece in found if piece.key not in case.false_alarms)
        left_out = len(found) - len(evidence)
        approval = case.policy.approval_for(self.id, case.today) if evidence else None
        standing = () if approval else evidence
        reasons = self._blind_spots(case)
        told = (
            _approved(approval) if approval else "",
            _left_out(left_out),
            _sentence(reasons, _NOT_ALL if standing else ""),
            *beyond,
        )
        outcome = _outcome_of(standing, reasons)
        finding = self._finding(case, outcome, evidence, " ".join(filter(None, told)) or None, approval)
        if left_out and outcome is Outcome.CLEAR and not approval:
            return replace(finding, headline=f"{self.words.topic}: nothing but what you called a false alarm")
        return finding

    def _does_not_apply(self, case: Case) -> bool:
        """Whether nothing of what it asks about can be here, nor in the words of pictures."""
        if self.beside and (case.detections.written or self._unread_pictures(case)):
            return False
        return self._lacks_all(case)

    def _lacks_all(self, case: Case) -> bool:
        return bool(self.needs) and self.needs <= set(case.snapshot.lacks)

    def _unread_pictures(self, case: Case) -> tuple[str, ...]:
        """Why pictures were not read, where they are all that this check could have looked at."""
        alone = self._lacks_all(case) and case.snapshot.has(Part.IMAGES)
        return case.detections.missing(self.beside) if alone else ()

    def _blind_spots(self, case: Case) -> tuple[str, ...]:
        """Why "nothing found" would not mean "nothing there"."""
        unready = self.unready(case)
        if unready:
            return (unready,)
        snapshot, needs = case.snapshot, self.needs - set(case.snapshot.lacks)
        needs_public = self.needs_public - set(snapshot.lacks)
        gaps = snapshot.gaps_in(needs) + snapshot.gaps_in(needs_public, Lens.PUBLIC)
        gaps = tuple(gap for gap in gaps if self.of_others or not gap.of_others)
        reasons = tuple(f"{gap.part.words}: {gap.reason}" for gap in gaps)
        told = {gap.part for gap in gaps}
        reasons += tuple(_unread(part) for part in sorted(needs - told) if _unknown(snapshot, part))
        reasons += _lenses_missing(snapshot, needs, needs_public) + tuple(self.unseen(case))
        return reasons + case.detections.missing(self.detectors) + self._unread_pictures(case)

    def _finding(
        self,
        case: Case,
        outcome: Outcome,
        evidence: tuple[Evidence, ...] = (),
        reason: str | None = None,
        approval: Approval | None = None,
    ) -> Finding:
        principle = case.policy.principle_of(self.id)
        owner = case.snapshot.owner
        return Finding(
            check=self.id,
            platform=case.snapshot.platform,
            account=owner.handle or owner.name,
            outcome=outcome,
            severity=max((piece.severity or self.severity for piece in evidence), default=self.severity),
            headline=self._headline(outcome, approval),
            why=self.words.why,
            advice=self.words.advice,
            principle=principle.paragraph if principle else None,
            principle_title=principle.title if principle else None,
            reason=reason,
            approval=approval,
            evidence=evidence,
        )

    def _headline(self, outcome: Outcome, approval: Approval | None) -> str:
        match outcome:
            case Outcome.CONCERN:
                return self.words.concern
            case Outcome.NEEDS_REVIEW:
                return self.words.review
            case Outcome.CLEAR:
                return f"{self.words.concern}, with written approval" if approval else self.words.clear
            case Outcome.NOT_CHECKED:
                return f"{self.words.topic}: could not be checked"
            case Outcome.NOT_APPLICABLE:
                return f"{self.words.topic}: does not apply here"


def _outcome_of(evidence: tuple[Evidence, ...], reasons: tuple[str, ...]) -> Outcome:
    if not evidence:
        return Outcome.NOT_CHECKED if reasons else Outcome.CLEAR
    unsure = all(piece.confidence is Confidence.UNSURE for piece in evidence)
    return Outcome.NEEDS_REVIEW if unsure else Outcome.CONCERN


def _lenses_missing(
    snapshot: Snapshot, needs: frozenset[Part], needs_public: frozenset[Part]
) -> tuple[str, ...]:
    """A lens that never looked leaves no gap behind; its absence is one."""
    reasons: tuple[str, ...] = ()
    public = snapshot.looked_through(Lens.PUBLIC)
    if needs and public and not snapshot.looked_through(Lens.OWNER):
        reasons += ("only what a stranger can see was looked at, not what you see signed in",)
    if needs_public and not public and not snapshot.gaps_in(needs_public, Lens.PUBLIC):
        reasons += ("what a stranger sees, signed out, was not looked at",)
    return reasons


_BESIDE = {Part.COMMENTS: Part.POSTS, Part.CONTACT: Part.BIO}
"""Parts that stand among another: where that one was seen and these are empty, there are none."""


def _unknown(snapshot: Snapshot, part: Part) -> bool:
    """Whether nothing says that anybody saw this part: it is empty, and nobody read it to its end."""
    if snapshot.has(part) or part in snapshot.read:
        return False
    beside = _BESIDE.get(part)
    return beside is None or _unknown(snapshot, beside)


def _unread(part: Part) -> str:
    return f"{part.words}: nothing of this was in what was read"


def _approved(approval: Approval) -> str:
    until = f", until {_day(approval.until)}" if approval.until else ""
    covers = f" It covers: {approval.covers.rstrip('.')}." if approval.covers else ""
    return f"Approved in writing by {approval.by} on {_day(approval.on)}{until}.{covers}"


def _left_out(count: int) -> str:
    """That the person's own answers were heeded, since what is left out must not be forgotten."""
    match count:
        case 0:
            return ""
        case 1:
            return "You called 1 place a false alarm; it is left out here."
        case _:
            return f"You called {count} places false alarms; they are left out here."


def _day(day: date) -> str:
    """The day as people write it; "%-d" would do, but Windows does not know it."""
    return f"{day.day} {day:%B %Y}"


_NOT_ALL = "Besides, not everything could be looked at: "


def _sentence(reasons: Iterable[str], before: str) -> str:
    """The reasons, each once, as one sentence; nothing where there is none."""
    text = "; ".join(dict.fromkeys(reason.rstrip(".") for reason in reasons))
    return f"{before}{text if before else f'{text[:1].upper()}{text[1:]}'}." if text else ""
