"""Whether a text gives away what was told or learned in confidence (501.5)."""

from __future__ import annotations

from collections.abc import Iterator

from checks._pictured import BESIDE, words_in_pictures
from checks._remarks import NEEDS, evidence_of, noticed, own
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.vocabulary import Detector, Severity

_WORDS = Words(
    topic="Confidential matters",
    clear="No text was found that seems to give away a confidential matter",
    review="Some texts may touch on confidential matters",
    concern="Some texts seem to give away confidential matters",
    why=(
        "The policy asks that what is private about pupils, families, colleagues, the school and yourself "
        "stays private. People who know the place can often tell who is meant, even without a name."
    ),
    advice=(
        "Delete it, or take out what could tell a reader who or what is meant. If it was about a pupil or a "
        "family, tell your line manager that it had been posted."
    ),
)


def _find(case: Case) -> Iterator[Evidence]:
    return evidence_of(case, {Topic.CONFIDENTIAL}, own, noticed)


CHECK = Check(
    id="confidential_matters",
    words=_WORDS,
    severity=Severity.MODERATE,
    needs=NEEDS,
    detectors=frozenset({Detector.LANGUAGE}),
    beside=BESIDE,
    find=_find,
    beyond=words_in_pictures,
    of_others=False,
)
