"""The engine: detectors over each snapshot, then the policy's checks, then what was and was not seen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from selfaudit.coverage import coverage_of
from selfaudit.model.check import Case, Check
from selfaudit.model.detections import (
    Detected,
    Detections,
    LanguageDetector,
    LogoDetector,
    Match,
    Material,
    PupilDetector,
    WordsDetector,
)
from selfaudit.model.findings import (
    AuditedAccount,
    AuditResult,
    Coverage,
    Finding,
    PlatformGap,
    PolicyCard,
    Question,
)
from selfaudit.model.policy import Policy
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Detector, Outcome

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Detectors:
    """The detectors to use, each behind its protocol."""

    language: LanguageDetector
    logos: LogoDetector
    pupils: PupilDetector
    words: WordsDetector


@dataclass(frozen=True, slots=True)
class Held:
    """A snapshot and the folder that its pictures lie in; no folder, no pictures."""

    snapshot: Snapshot
    folder: Path | None = None


def run_audit(
    held: Sequence[Held],
    policy: Policy,
    checks: Sequence[Check],
    detectors: Detectors,
    *,
    now: datetime,
    progress: Progress,
    stale: bool = False,
    version: str = "",
    false_alarms: frozenset[str] = frozenset(),
) -> AuditResult:
    """Hold every snapshot against the policy.

    Only the checks that the policy's principles name are run, in the policy's order. ``now`` is the
    moment of the audit in UTC; approvals and ages are judged by it. Evidence whose key is among
    ``false_alarms`` is left out, and that is said.
    """
    wanted = [check for name in policy.check_ids for check in checks if check.id == name]
    findings: list[Finding] = []
    for profile, one in enumerate(held):
        detections = detect(one, policy, wanted, detectors, progress)
        case = Case(one.snapshot, detections, policy, now.date(), false_alarms)
        findings.extend(replace(run_check(check, case), profile=profile) for check in wanted)
    snapshots = [one.snapshot for one in held]
    return AuditResult(
        made_at=now,
        version=version,
        policy=_card(policy, stale=stale),
        accounts=tuple(_account(snapshot) for snapshot in snapshots),
        findings=tuple(findings),
        coverage=tuple(_coverage(snapshots)),
        gaps=tuple(_gaps(snapshots)),
        questions=tuple(_questions(policy)),
        contacts=policy.contacts,
    )


def detect(
    one: Held, policy: Policy, checks: Iterable[Check], detectors: Detectors, progress: Progress
) -> Detections:
    """Run the detectors that these checks need, each once; what one cannot read is kept as its gap."""
    needed = frozenset(name for check in checks for name in check.detectors | check.beside)
    material = Material(one.snapshot, one.folder, policy, progress)

    def ask(name: Detector, step: str, look: Callable[[Material], Detected[Match]]) -> Detected[Match]:
        if name not in needed:
            return Detected({})
        progress.say(step)
        return _answer(name, look, material)

    words = ask(Detector.WORDS, "Reading the words in the pictures", detectors.words.detect)
    material = replace(material, written=words.matches)
    remarks = ask(Detector.LANGUAGE, "Reading the texts", detectors.language.detect)
    logos = ask(Detector.LOGOS, "Looking at the pictures", detectors.logos.detect)
    pupils = ask(Detector.PUPILS, "Looking at friends and followers", detectors.pupils.detect)
    return Detections(
        remarks=remarks.matches,
        logos=logos.matches,
        pupils=pupils.matches,
        written=words.matches,
        ran=needed,
        gaps={
            Detector.LANGUAGE: remarks.gaps,
            Detector.LOGOS: logos.gaps,
            Detector.PUPILS: pupils.gaps,
            Detector.WORDS: words.gaps,
        },
    )


def _answer(
    name: Detector, look: Callable[[Material], Detected[Match]], material: Material
) -> Detected[Match]:
    try:
        return look(material)
    except Exception:  # the border: one failing detector must not cost the whole report
        log.exception("the %s detector failed", name)
        return Detected({}, (f"the {name} detector failed; please report this fault",))


def run_check(check: Check, case: Case) -> Finding:
    """One check; a check that fails says so in its finding and the rest go on."""
    try:
        return check.run(case)
    except Exception:  # the border: one failing check must not cost the whole report
        log.exception("the check %s failed", check.id)
        return Finding(
            check=check.id,
            platform=case.snapshot.platform,
            account=_handle(case.snapshot),
            outcome=Outcome.NOT_CHECKED,
            severity=check.severity,
            headline=f"{check.words.topic}: could not be checked",
            why=check.words.why,
            advice=check.words.advice,
            reason="This check failed. The fault is in selfaudit, not in your profile; please report it.",
        )


def _handle(snapshot: Snapshot) -> str | None:
    return snapshot.owner.handle or snapshot.owner.name


def _account(snapshot: Snapshot) -> AuditedAccount:
    return AuditedAccount(
        platform=snapshot.platform,
        door=snapshot.door,
        site=snapshot.site,
        name=snapshot.owner.name,
        handle=snapshot.owner.handle,
        proof=snapshot.proof,
        taken_at=snapshot.taken_at,
        addresses=snapshot.addresses,
    )


def _coverage(snapshots: Sequence[Snapshot]) -> Iterator[Coverage]:
    for profile, snapshot in enumerate(snapshots):
        for row in coverage_of(snapshot):
            yield replace(row, profile=profile)


def _gaps(snapshots: Sequence[Snapshot]) -> Iterator[PlatformGap]:
    for profile, snapshot in enumerate(snapshots):
        for gap in snapshot.gaps:
            yield PlatformGap.of(snapshot.platform, _handle(snapshot), gap, profile)


def _card(policy: Policy, *, stale: bool) -> PolicyCard:
    return PolicyCard(
        id=policy.id,
        title=policy.title,
        school=policy.school.name,
        version=policy.version,
        reviewed=policy.reviewed.isoformat() if policy.reviewed else None,
        stale=stale,
    )


def _questions(policy: Policy) -> Iterator[Question]:
    for principle in policy.principles:
        if principle.question:
            yield Question(principle.paragraph, principle.title, principle.question)
