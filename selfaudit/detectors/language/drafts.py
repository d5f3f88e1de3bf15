"""What a remark is before it is told: drafts, the best of each topic, and their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import kinds
from selfaudit.detectors.language.marking import finished
from selfaudit.detectors.language.model.answers import Answer
from selfaudit.detectors.language.model.component import ANSWERS_KEY
from selfaudit.detectors.language.whole import Stretch
from selfaudit.model.detections import Remark, Target, Topic
from selfaudit.model.vocabulary import Confidence, Severity

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
"""Of two topics for the same words, the earlier one is told."""
_WHOM = {
    Target.SCHOOL: "the school",
    Target.COLLEAGUE: "a colleague or a leader",
    Target.PUPIL: "pupils",
    Target.PARENT: "parents",
    Target.GROUP: "a group of people",
    Target.READER: "the person it speaks to",
    Target.SELF: "yourself",
}
_NEARNESS = {
    None: 0,
    Target.SELF: 0,
    Target.SCHOOL: 2,
    Target.COLLEAGUE: 2,
    Target.PARENT: 2,
    Target.PUPIL: 3,
}
"""A word weighs more the nearer to the school's care whom it is said of; as much again as a grade more."""
_SOMEBODY = 1
_MODERATE, _SERIOUS = 2, 5
"""So the weakest word about a colleague is moderate, the strongest serious; of a pupil, a strong one is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A remark in the making; ``stretches`` are token numbers, ``kind`` a name of kinds.tsv.

    ``grade`` is how strong its word is, where a word of the lexicon carries it.
    """

    kind: str
    confidence: Confidence
    stretches: tuple[tuple[int, int], ...]
    target: Target | None
    quoted: bool = False
    grade: int | None = None


def best(drafts: Iterable[Draft]) -> list[Draft]:
    """The surest draft of each topic; further ones of the topic only add their words to it."""
    known = kinds()
    by_topic: dict[Topic, list[Draft]] = {}
    for draft in drafts:
        by_topic.setdefault(known[draft.kind].topic, []).append(draft)
    united = [_united(by_topic[topic]) for topic in _WEIGHT if topic in by_topic]
    return [draft for place, draft in enumerate(united) if not _outdone(draft, place, united)]


def _outdone(draft: Draft, place: int, drafts: list[Draft]) -> bool:
    """Whether the same words already carry another remark: a surer one, or a weightier one as sure."""
    return any(
        (other.confidence, -number) > (draft.confidence, -place)
        and all(_overlap(stretch, other.stretches) for stretch in draft.stretches)
        for number, other in enumerate(drafts)
    )


def _overlap(stretch: Stretch, others: tuple[Stretch, ...]) -> bool:
    return any(start < stretch[1] and stretch[0] < end for start, end in others)


def _united(drafts: list[Draft]) -> Draft:
    ranked = sorted(drafts, key=lambda draft: (not draft.quoted, draft.confidence.rank), reverse=True)
    best = ranked[0]
    alike = [draft for draft in ranked if (draft.quoted, draft.confidence) == (best.quoted, best.confidence)]
    stretches = _joined(stretch for draft in alike for stretch in draft.stretches)
    target = next((draft.target for draft in alike if draft.target), None)
    grade = max((draft.grade for draft in alike if draft.grade is not None), default=None)
    return replace(best, stretches=stretches, target=target, grade=grade)


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Overlapping stretches become one."""
    joined: list[Stretch] = []
    for start, end in sorted(set(stretches)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _severity(draft: Draft) -> Severity:
    """How much it would matter: by the word's grade and whom it is said of, else by its kind."""
    usual = kinds()[draft.kind].severity
    if draft.grade is None or usual is Severity.SERIOUS:
        return usual
    weight = draft.grade + _NEARNESS.get(draft.target, _SOMEBODY)
    if weight >= _SERIOUS:
        return Severity.SERIOUS
    return Severity.MODERATE if weight >= _MODERATE else Severity.ADVICE


def _sensible(draft: Draft) -> str:
    """Only who has a job can be unfit for it: of all others the same words run them down."""
    at_work = draft.target in {Target.COLLEAGUE, Target.OTHER}
    return "fault" if draft.kind == "incompetence" and not at_work else draft.kind


def worded(doc: Doc, draft: Draft) -> Remark:
    """The remark, with offsets into the document's own text and a sentence for a person."""
    kind = kinds()[_sensible(draft)]
    reason = kind.reason.format(whom=_WHOM.get(draft.target, "someone") if draft.target else "someone")
    if draft.quoted:
        reason += " It may be repeating somebody else's words."
    return Remark(
        topic=kind.topic,
        spans=tuple(
            (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            for start, end in _joined(finished(doc, stretch) for stretch in draft.stretches)
        ),
        confidence=draft.confidence,
        severity=_severity(draft),
        reason=reason,
        target=draft.target,
        quoted=draft.quoted,
        score=_score(doc, kind.topic),
    )


def _score(doc: Doc, topic: Topic) -> float | None:
    """The model's chance for the topic, where it was asked: the highest of the text's parts."""
    answers: list[Answer] = doc.user_data.get(ANSWERS_KEY, [])
    return max((answer.chances[topic] for answer in answers), default=None)
