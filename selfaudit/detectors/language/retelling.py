"""What a rule or the model noticed, told as what it is: no threat, no fault of who is still learning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selfaudit.detectors.language.aimed import of_the_subject
from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.lexicon import classes
from selfaudit.detectors.language.people import PERSONS, TARGETS
from selfaudit.detectors.language.whole import Stretch
from selfaudit.model.detections import Target
from selfaudit.model.vocabulary import Confidence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 8
_OUGHT = frozenset({"must", "needs", "need", "ought", "should", "time", "want", "wants"})
_MYSELF_TOO = frozenset({"i'll", "will", "gonna", "else"})
_LEANINGS = frozenset({"leaning", "leaning_school"})


def retold(doc: Doc, draft: Draft) -> Draft:
    """The draft, told of who cannot do a thing, not of whom it is done to; of "you" in "nobody likes you"."""
    if draft.kind == "incompetence":
        return replace(draft, target=of_the_subject(doc, draft.stretches[0]) or draft.target)
    after = draft.stretches[0][1]
    if draft.kind not in _LEANINGS or after >= len(doc) or doc[after].is_sent_start:
        return draft
    tag, stretches = doc[after].tag_, ((draft.stretches[0][0], after + 1), *draft.stretches[1:])
    if tag not in PERSONS:
        return draft
    return replace(draft, kind="leaning", target=TARGETS[tag], stretches=stretches)


def is_hopeful(doc: Doc, draft: Draft) -> bool:
    """Whether a rule has only found what pupils cannot do yet."""
    learning = draft.kind == "incompetence" and draft.target is Target.PUPIL
    return learning and draft.confidence is Confidence.UNSURE and hopes(doc, draft.stretches[-1])


def is_scattered(doc: Doc, draft: Draft) -> bool:
    """Whether single words from here and there are all that speaks of the school, as "call" and "zoo" do."""
    tags = {token.tag_ for start, _ in draft.stretches for token in doc[start].sent}
    apart = len(draft.stretches) > 1 and all(end == start + 1 for start, end in draft.stretches)
    return draft.kind == "school" and apart and not tags & {"LEADER", "SCHOOL"}


def hopes(doc: Doc, stretch: Stretch) -> bool:
    """As in "can't read yet", "can't sing but they try"."""
    known = classes()["hopes"]
    after = doc[stretch[0] : stretch[1] + _REACH]
    words = [token.norm_ for token in after]
    trying = any(word in known for word in words)
    there = {"get", "there"} <= set(words) or {"give", "time"} <= set(words)
    return "can" in words and (trying or there)


def is_call_to_go(doc: Doc, stretch: Stretch) -> bool:
    """As in "our head should resign", unless the writer says what the writer will do."""
    words = [token.norm_ for token in doc[stretch[0]].sent]
    called = any(word in classes()["calls"] for word in words) and not _OUGHT.isdisjoint(words)
    return called and not (_MYSELF_TOO & set(words))
