"""A clown, a snake, a pig or a rat set for somebody at school, where nothing else tells a real one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from selfaudit.detectors.language.context import Setting, negated
from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.lexicon import classes, small_words
from selfaudit.detectors.language.people import TARGETS
from selfaudit.model.vocabulary import Confidence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_STAFF = frozenset({"LEADER", "COLLEAGUE", "SCHOOL"})
_LINKED = _STAFF | {"PUPIL", "PARENT", "THIRD", "READER"}
_BE = small_words("said_of_be") | {"="}
_QUALITIES = small_words("said_of_qualities") | small_words("said_of_determiners")
_OF_SIGNS = frozenset({"heard_derogatory", "insult", "mocking"})
_RUNS = frozenset({"run", "runs", "running", "leads", "lead", "leading", "manages", "managing", "owns"})


def signed(doc: Doc, setting: Setting) -> Iterator[Draft]:
    """The signs that are said of somebody, and how plainly."""
    shown = classes()["contempt"]
    if setting.warm or setting.sport or not any(token.text in shown for token in doc):
        return
    if _are_real(doc):
        return
    for start, end in _runs(doc):
        draft = _of_somebody(doc, start, end)
        if draft and not negated(doc, start):
            yield draft


def is_real(doc: Doc, draft: Draft) -> bool:
    """Whether a sign among the marked words is an animal or a clown that the post tells of."""
    shown = classes()["contempt"]
    marked = any(token.text in shown for start, end in draft.stretches for token in doc[start:end])
    return draft.kind in _OF_SIGNS and marked and _are_real(doc)


def _are_real(doc: Doc) -> bool:
    return any(token.norm_ in classes()["realones"] for token in doc)


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Each row of the same kind of signs."""
    shown, start = classes()["contempt"], None
    for token in doc:
        if token.text in shown:
            start = token.i if start is None else start
        elif start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _of_somebody(doc: Doc, start: int, end: int) -> Draft | None:
    sentence = doc[start].sent
    before = [token for token in doc[sentence.start : start] if token.norm_ not in _QUALITIES]
    after = [token for token in doc[end : sentence.end] if token.is_alpha]
    if before and before[-1].norm_ in _BE and (who := _last(before[:-1])):
        return Draft("insult", Confidence.LIKELY, ((start, end),), TARGETS[who])
    if not before and after and after[0].norm_ in _RUNS and _named(after[1:]):
        return Draft("insult", Confidence.LIKELY, ((start, end),), TARGETS["LEADER"])
    who = _alone(sentence, start, end)
    return Draft("insult", Confidence.UNSURE, ((start, end),), TARGETS[who]) if who else None


def _last(words: list[Token]) -> str | None:
    """Who stands right before "is": its subject, and no more than that in the sentence."""
    return words[-1].tag_ if words and words[-1].tag_ in _LINKED else None


def _named(words: list[Token]) -> bool:
    return any(word.tag_ in _STAFF for word in words)


def _alone(sentence: Span, start: int, end: int) -> str | None:
    """Where somebody from the staff and the signs are all there is: "SLT 🤡🤡🤡"."""
    words = [
        word
        for word in sentence
        if word.is_alpha and not start <= word.i < end and word.norm_ not in _QUALITIES
    ]
    tags = {word.tag_ for word in words}
    return words[-1].tag_ if words and tags <= _STAFF else None
