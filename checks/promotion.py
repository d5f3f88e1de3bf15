"""Whether a text promotes a business or a political interest (501.3)."""

from __future__ import annotations

from collections.abc import Iterator

from checks._pictured import BESIDE, words_in_pictures
from checks._remarks import NEEDS, evidence_of, noticed, own
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.vocabulary import Detector, Severity

_WORDS = Words(
    topic="Promotion of a business or a campaign",
    clear="No text was found that seems to promote a business or a campaign",
    review="Some texts may promote a business or a campaign",
    concern="Some texts seem to promote a business or a campaign",
    why=(
        "The policy asks that private use of networks on school equipment promotes no financial, commercial, "
        "business or political interest. Which device was used, and whether it matters, only you can tell."
    ),
    advice=(
        "Keep a side business or a campaign apart from your work: no school equipment, no mention of the "
        "school. Union activity and lawful beliefs are your own."
    ),
)


def _find(case: Case) -> Iterator[Evidence]:
    return evidence_of(case, {Topic.PROMOTION}, own, noticed)


CHECK = Check(
    id="promotion",
    words=_WORDS,
    severity=Severity.ADVICE,
    needs=NEEDS,
    detectors=frozenset({Detector.LANGUAGE}),
    beside=BESIDE,
    find=_find,
    beyond=words_in_pictures,
    of_others=False,
)
