"""What a remark is before it is told: drafts, and the best of each topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from selfaudit.detectors.language.lexicon import kinds
from selfaudit.detectors.language.whole import Stretch
from selfaudit.model.detections import Target, Topic
from selfaudit.model.vocabulary import Confidence

_WEIGHT = (
    Topic.THREAT,
    Topic.DISCRIMINATORY,
    Topic.CONFIDENTIAL,
    Topic.DEROGATORY,
    Topic.DISREPUTE,
    Topic.OFFENSIVE,
    Topic.PROMOTION,
    Topic.SCHOOL_POLICY,
)
"""Of two topics for the same words, the earlier one is told and the other beside it."""
APART = frozenset({Topic.CONFIDENTIAL, Topic.PROMOTION, Topic.SCHOOL_POLICY})
"""These ask something else of the worker, so they are told whatever else the same words may be."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A remark in the making; ``stretches`` are token numbers, ``kind`` a name of kinds.tsv.

    ``grade`` is how strong its word is, where a word of the lexicon carries it. One that stands ``aside`` is
    not told by itself: it says what else a remark on the same words may be.
    """

    kind: str
    confidence: Confidence
    stretches: tuple[tuple[int, int], ...]
    target: Target | None
    quoted: bool = False
    grade: int | None = None
    aside: bool = False
    also: tuple[Topic, ...] = ()


def best(drafts: Iterable[Draft]) -> list[Draft]:
    """The surest draft of each topic, with what else its words may be; further ones only add their words."""
    by_topic: dict[Topic, list[Draft]] = {}
    for draft in drafts:
        by_topic.setdefault(_topic(draft), []).append(draft)
    united = [_united(by_topic[topic]) for topic in _WEIGHT if topic in by_topic]
    told = [draft for draft in united if not draft.aside]
    kept = [draft for place, draft in enumerate(told) if not _outdone(draft, place, told)]
    rest = [draft for draft in united if draft not in kept]
    return [replace(draft, also=_also(draft, rest)) for draft in kept]


def _also(draft: Draft, others: Iterable[Draft]) -> tuple[Topic, ...]:
    """What else its words may be; nothing beside a matter that stands apart."""
    if _topic(draft) in APART:
        return ()
    return tuple(_topic(other) for other in others if _within(other, draft) and not other.quoted)


def _topic(draft: Draft) -> Topic:
    return kinds()[draft.kind].topic


def _outdone(draft: Draft, place: int, drafts: list[Draft]) -> bool:
    """Whether the same words already carry another remark: a surer one, or a weightier one as sure."""
    return _topic(draft) not in APART and any(
        (other.confidence, -number) > (draft.confidence, -place)
        and _within(draft, other)
        and _topic(other) not in APART
        for number, other in enumerate(drafts)
    )


def _within(draft: Draft, other: Draft) -> bool:
    """Whether its words are the other's, at least in part."""
    return all(_overlap(stretch, other.stretches) for stretch in draft.stretches)


def _overlap(stretch: Stretch, others: tuple[Stretch, ...]) -> bool:
    return any(start < stretch[1] and stretch[0] < end for start, end in others)


def _united(drafts: list[Draft]) -> Draft:
    ranked = sorted(drafts, key=lambda draft: (not draft.quoted, draft.confidence.rank), reverse=True)
    best = ranked[0]
    alike = [draft for draft in ranked if (draft.quoted, draft.confidence) == (best.quoted, best.confidence)]
    stretches = joined(stretch for draft in alike for stretch in draft.stretches)
    target = next((draft.target for draft in alike if draft.target), None)
    grade = max((draft.grade for draft in alike if draft.grade is not None), default=None)
    aside = all(draft.aside for draft in drafts)
    return replace(best, stretches=stretches, target=target, grade=grade, aside=aside)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Overlapping stretches become one."""
    runs: list[Stretch] = []
    for start, end in sorted(set(stretches)):
        if runs and start < runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return tuple(runs)
