"""A policy pack, the checks and the detectors, made ready once to hold any number of snapshots against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from selfaudit import false_alarms, storage
from selfaudit.model.findings import AuditResult
from selfaudit.model.policy import Policy
from selfaudit.model.progress import Progress
from selfaudit.remembering import remembering

if TYPE_CHECKING:
    from selfaudit.audit import Detectors, Held
    from selfaudit.detectors.language.readings import Remember

Judge = Callable[["Sequence[Held]", Progress], AuditResult]


def judging(pack: str, now: datetime | None = None, *, remember: bool = False) -> Judge:
    """What holds snapshots against this pack; with ``remember``, what is read of texts is kept beside them.

    Raises:
        PolicyError: the pack cannot be used.
    """
    from checks import CHECKS
    from selfaudit.audit import run_audit
    from selfaudit.policy import is_stale

    now = now or datetime.now(UTC)
    policy, detectors = policy_of(pack), _detectors(now, remembering if remember else None)

    def judge(held: Sequence[Held], progress: Progress) -> AuditResult:
        return run_audit(
            held,
            policy,
            CHECKS,
            detectors,
            now=now,
            progress=progress,
            stale=is_stale(policy, now.date()),
            version=version("selfaudit"),
            false_alarms=false_alarms.kept(),
        )

    return judge


def policy_of(pack: str) -> Policy:
    """The pack of this name or in this folder.

    Raises:
        PolicyError: the pack cannot be used.
    """
    from checks import CHECKS
    from selfaudit.policy import load_policy

    known = frozenset(one.id for one in CHECKS)
    return load_policy(pack, known_checks=known, own_packs=storage.home() / "policies")


def _detectors(now: datetime, remember: Remember | None) -> Detectors:
    from selfaudit.audit import Detectors
    from selfaudit.detectors.images import Logos
    from selfaudit.detectors.language import LanguageReader
    from selfaudit.detectors.names import PupilSigns

    return Detectors(LanguageReader(remember), Logos(), PupilSigns(today=now.date()))
