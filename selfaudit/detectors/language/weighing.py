"""How far a rule's remark is believed, by what the trained model makes of the same text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.lexicon import GRADES, kinds
from selfaudit.detectors.language.model.answers import Answer
from selfaudit.model.detections import Target, Topic
from selfaudit.model.vocabulary import Confidence

_OUTRIGHT = frozenset({"swear", "campaign", "harm", "unfit", "disclosure", "leak"})
"""Kinds that the model was taught too little of, or on which a list knows better."""
_FOR_A_LOOK = frozenset({"slur", "business", "conduct", "private", "sexual", "unlawful"})
"""Kinds that are told all the same, but no surer than the model is."""
_LITTLE = 1 / 3
"""Insults, mockery, threats by rules on posts held back: none of 11 right with less, 5 of 10 with more."""
_VAGUE = frozenset({None, Target.OTHER})
_IN_CARE = frozenset({Target.PUPIL, Target.PARENT})
_MEDIUM = GRADES.index("medium")


def weighed(drafts: list[Draft], answers: Collection[Answer]) -> list[Draft]:
    """The rules' remarks: unsure where the model hears little, gone where it hears next to nothing."""
    if answers and all(answer.doubted for answer in answers):
        drafts = [draft for draft in drafts if _certain(draft)]
    return [_weighed(draft, answers) for draft in drafts]


def _weighed(draft: Draft, answers: Collection[Answer]) -> Draft:
    """Sure where both are and it is told of whom, unsure where the model hears little."""
    if not (_is_outright(draft) or _believed(draft, answers)):
        return replace(draft, confidence=Confidence.UNSURE)
    agreed = any(kinds()[draft.kind].topic in answer.likely for answer in answers)
    if agreed and draft.target not in _VAGUE and not draft.quoted:
        return replace(draft, confidence=Confidence.LIKELY)
    return draft


def _believed(draft: Draft, answers: Collection[Answer]) -> bool:
    """Whether the model hears something too: hostility to a group where it is that, else anything."""
    hostile = kinds()[draft.kind].topic is Topic.DISCRIMINATORY
    chances = [one.chances[Topic.DISCRIMINATORY] if hostile else one.anything for one in answers]
    return max(chances, default=1.0) >= _LITTLE


def _certain(draft: Draft) -> bool:
    """Whether a rule's remark stands, whatever the model makes of the text."""
    return _is_outright(draft) or draft.kind in _FOR_A_LOOK


def _is_outright(draft: Draft) -> bool:
    """Whether it is as sure as the rule says: the model knows no school by its name, and hears few words."""
    if draft.kind in _OUTRIGHT or draft.target is Target.SCHOOL:
        return True
    said = draft.kind in {"insult", "fault"}
    plain = (draft.grade or 0) >= _MEDIUM and draft.confidence is not Confidence.UNSURE
    return said and (draft.target is Target.COLLEAGUE or (plain and draft.target in _IN_CARE))
