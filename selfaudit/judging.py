"""A policy pack, the checks and the detectors, made ready once to hold any number of snapshots against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from selfaudit import false_alarms, storage
from selfaudit.model.findings import AuditResult
from selfaudit.model.policy import Policy
from selfaudit.model.progress import Progress
from selfaudit.remembering import remembering

if TYPE_CHECKING:
    from selfaudit.audit import Detectors, Held

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
    policy, detectors = policy_of(pack), _detectors(now, remember=remember)

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


def _detectors(now: datetime, *, remember: bool) -> Detectors:
    from selfaudit.audit import Detectors
    from selfaudit.detectors.images import Logos, Words
    from selfaudit.detectors.language import LanguageReader
    from selfaudit.detectors.names import PupilSigns

    texts = remembering if remember else None
    pictures = partial(remembering, name=storage.REMEMBERED_OF_PICTURES) if remember else None
    return Detectors(LanguageReader(texts), Logos(), PupilSigns(today=now.date()), Words(pictures))
