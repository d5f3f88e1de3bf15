"""The engine: detectors over each snapshot, then the policy's checks, then what was and was not seen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from selfaudit.model.check import Case, Check
from selfaudit.model.detections import (
    Detected,
    Detections,
    LanguageDetector,
    LogoDetector,
    Material,
    PupilDetector,
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
from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.vocabulary import Detector, Lens, Outcome, Part, PostKind

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Detectors:
    """The detectors to use, each behind its protocol."""

    language: LanguageDetector
    logos: LogoDetector
    pupils: PupilDetector


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
) -> AuditResult:
    """Hold every snapshot against the policy.

    Only the checks that the policy's principles name are run, in the policy's order. ``now`` is the
    moment of the audit in UTC; approvals and ages are judged by it.
    """
    wanted = [check for name in policy.check_ids for check in checks if check.id == name]
    findings: list[Finding] = []
    for one in held:
        detections = detect(one, policy, wanted, detectors, progress)
        case = Case(one.snapshot, detections, policy, now.date())
        findings.extend(run_check(check, case) for check in wanted)
    snapshots = [one.snapshot for one in held]
    return AuditResult(
        made_at=now,
        version=version,
        policy=_card(policy, stale=stale),
        accounts=tuple(_account(snapshot) for snapshot in snapshots),
        findings=tuple(findings),
        coverage=tuple(row for snapshot in snapshots for row in coverage_of(snapshot)),
        gaps=tuple(
            PlatformGap.of(snapshot.platform, _handle(snapshot), gap)
            for snapshot in snapshots
            for gap in snapshot.gaps
        ),
        questions=tuple(_questions(policy)),
        contacts=policy.contacts,
    )


def detect(
    one: Held, policy: Policy, checks: Iterable[Check], detectors: Detectors, progress: Progress
) -> Detections:
    """Run the detectors that these checks need, each once; what one cannot read is kept as its gap."""
    needed = frozenset(name for check in checks for name in check.detectors)
    material = Material(one.snapshot, one.folder, policy, progress)
    steps: dict[Detector, tuple[str, Callable[[Material], Detected[object]]]] = {
        Detector.LANGUAGE: ("Reading the texts", detectors.language.detect),
        Detector.LOGOS: ("Looking at the pictures", detectors.logos.detect),
        Detector.PUPILS: ("Looking at friends and followers", detectors.pupils.detect),
    }
    answers: dict[Detector, Detected[object]] = {}
    for name, (message, ask) in steps.items():
        if name in needed:
            progress.say(message)
            answers[name] = _asked(name, ask, material)
    nothing: Detected[object] = Detected({})
    return Detections(
        remarks=answers.get(Detector.LANGUAGE, nothing).matches,  # type: ignore[arg-type]
        logos=answers.get(Detector.LOGOS, nothing).matches,  # type: ignore[arg-type]
        pupils=answers.get(Detector.PUPILS, nothing).matches,  # type: ignore[arg-type]
        ran=frozenset(answers),
        gaps={name: answer.gaps for name, answer in answers.items() if answer.gaps},
    )


def _asked(
    name: Detector, ask: Callable[[Material], Detected[object]], material: Material
) -> Detected[object]:
    try:
        return ask(material)
    except Exception:  # noqa: BLE001 - the border: one failing detector must not cost the whole report
        log.error("the %s detector failed", name, exc_info=True)
        return Detected({}, (f"the {name} detector failed; please report this fault",))


def run_check(check: Check, case: Case) -> Finding:
    """One check; a check that fails says so in its finding and the rest go on."""
    try:
        return check.run(case)
    except Exception:  # noqa: BLE001 - the border: one failing check must not cost the whole report
        log.error("the check %s failed", check.id, exc_info=True)
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


def coverage_of(snapshot: Snapshot) -> Iterator[Coverage]:
    """Part by part and lens by lens: how much was seen, over which time, or why nothing was."""
    for part in Part:
        if part is Part.OTHER:
            continue
        for lens in Lens:
            yield _coverage(snapshot, part, lens)


def _coverage(snapshot: Snapshot, part: Part, lens: Lens) -> Coverage:
    times = [
        post.time
        for post in snapshot.posts
        if post.time and lens in post.lenses and _is_comment(post) == (part is Part.COMMENTS)
    ]
    timed = times if part in (Part.POSTS, Part.COMMENTS) else []
    reasons = [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens in (None, lens)]
    if part in snapshot.lacks:
        reasons = ["this kind of site has nothing of the sort"]
    return Coverage(
        platform=snapshot.platform,
        account=_handle(snapshot),
        part=part,
        lens=lens,
        seen=_seen(snapshot, part, lens) if part not in snapshot.lacks else None,
        oldest=min(timed, default=None),
        newest=max(timed, default=None),
        reason="; ".join(dict.fromkeys(reasons)) or None,
    )


def _seen(snapshot: Snapshot, part: Part, lens: Lens) -> int:
    owner = snapshot.owner
    match part:
        case Part.BIO:
            return int(bool(owner.bio) and lens in owner.lenses)
        case Part.CONTACT:
            return len(owner.emails + owner.phones + owner.links) if lens in owner.lenses else 0
        case Part.POSTS:
            return sum(lens in post.lenses for post in snapshot.posts if not _is_comment(post))
        case Part.COMMENTS:
            return sum(lens in post.lenses for post in snapshot.posts if _is_comment(post))
        case Part.IMAGES:
            return sum(lens in image.lenses for image in snapshot.images)
        case Part.CONNECTIONS:
            return sum(lens in other.lenses for other in snapshot.connections)
        case Part.SETTINGS:
            return sum(setting.lens is lens for setting in snapshot.settings)
        case Part.OTHER:
            return 0


def _is_comment(post: Post) -> bool:
    return post.kind is PostKind.COMMENT


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
