"""The pipeline component that asks the model, a few sentences at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from selfaudit.detectors.language.model.answers import Answer, Model, ModelMissing

if TYPE_CHECKING:
    from spacy.tokens import Doc

ANSWERS_KEY = "answers"
_WINDOW = 280
"""So many characters are asked about together: as long as most posts that the model learned from."""


class Hearing:
    """Leaves the model's answers in ``user_data``; without a model none, and ``missing`` says why."""

    def __init__(self) -> None:
        self.missing: str | None = None
        self.model: Model | None = None
        try:
            self.model = Model()
        except ModelMissing as error:
            self.missing = str(error)

    def __call__(self, doc: Doc) -> Doc:
        """The same document, with an answer for each few sentences of it."""
        if self.model:
            doc.user_data[ANSWERS_KEY] = [
                self._asked(self.model, doc.text, *window) for window in windows(doc)
            ]
        return doc

    @staticmethod
    def _asked(model: Model, text: str, start: int, end: int) -> Answer:
        answer = model.ask(text[start:end])
        moved = (replace(part, start=part.start + start, end=part.end + start) for part in answer.parts)
        return replace(answer, parts=tuple(moved))


def windows(doc: Doc) -> Iterator[tuple[int, int]]:
    """Whole sentences, as many as fit; a sentence too long for that is cut between words."""
    start = end = 0
    for first, last in _units(doc):
        if end > start and last - start > _WINDOW:
            yield start, end
            start = first
        end = last
    if doc.text[start:end].strip():
        yield start, end


def _units(doc: Doc) -> Iterator[tuple[int, int]]:
    """Sentences, or the words of a sentence that is too long."""
    for sentence in doc.sents:
        if sentence.end_char - sentence.start_char <= _WINDOW:
            yield sentence.start_char, sentence.end_char
        else:
            yield from ((token.idx, token.idx + len(token)) for token in sentence)
