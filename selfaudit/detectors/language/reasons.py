"""What a remark tells a person: its words, how much it matters, and the sentence that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selfaudit.detectors.language.drafts import Draft, joined
from selfaudit.detectors.language.lexicon import Kind, cue, kinds
from selfaudit.detectors.language.marking import finished
from selfaudit.detectors.language.model.answers import Answer
from selfaudit.detectors.language.model.component import ANSWERS_KEY
from selfaudit.model.detections import Remark, Target, Topic
from selfaudit.model.vocabulary import Severity

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WHOM = {
    Target.SCHOOL: "the school",
    Target.COLLEAGUE: "a colleague or a leader",
    Target.PUPIL: "pupils",
    Target.PARENT: "parents",
    Target.GROUP: "a group of people",
    Target.READER: "the person it speaks to",
    Target.SELF: "yourself",
}
_AS = {
    Topic.THREAT: "a threat",
    Topic.DISCRIMINATORY: "hostile to a group of people",
    Topic.DEROGATORY: "running somebody down",
    Topic.DISREPUTE: "harmful to the school or to your professional standing",
    Topic.OFFENSIVE: "swearing or crude",
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
_MATTERS = {
    "matter_health": "somebody's health",
    "matter_care": "the care or safety of a child",
    "matter_family": "a family's affairs",
    "matter_marks": "somebody's marks",
    "matter_staff": "a staff matter",
    "matter_way_in": "a code, a key or another way in",
}
_MOST = 2
"""So many matters are named; of more the sentence would say nothing."""


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
    return Remark(
        topic=kind.topic,
        spans=tuple(
            (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            for start, end in joined(finished(doc, stretch) for stretch in draft.stretches)
        ),
        confidence=draft.confidence,
        severity=_severity(draft),
        reason=_reason(doc, draft, kind),
        target=draft.target,
        quoted=draft.quoted,
        score=_score(doc, kind.topic),
        also=draft.also,
    )


def _reason(doc: Doc, draft: Draft, kind: Kind) -> str:
    reason = kind.reason.format(whom=_WHOM.get(draft.target, "someone") if draft.target else "someone")
    if kind.topic is Topic.CONFIDENTIAL and (matters := _matters(doc, draft)):
        reason += f" It seems to be about {' and '.join(matters)}."
    if draft.also:
        reason += (
            f" The same words may also come across as {' and as '.join(_AS[topic] for topic in draft.also)}."
        )
    return f"{reason} It may be repeating somebody else's words." if draft.quoted else reason


def _matters(doc: Doc, draft: Draft) -> list[str]:
    """What a private matter is about, as far as words of its sentences tell."""
    said = " ".join({doc[start].sent.text.lower(): None for start, _ in draft.stretches})
    return [matter for name, matter in _MATTERS.items() if cue(name).search(said)][:_MOST]


def _score(doc: Doc, topic: Topic) -> float | None:
    """The model's chance for the topic, where it was asked: the highest of the text's parts."""
    answers: list[Answer] = doc.user_data.get(ANSWERS_KEY, [])
    return max((answer.chances[topic] for answer in answers), default=None)
