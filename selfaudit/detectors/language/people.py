"""Who is spoken of: gives each word that stands for somebody a tag, which tells a remark's target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selfaudit.detectors.language.homonyms import NOBODY, second_thought
from selfaudit.detectors.language.lexicon import people
from selfaudit.detectors.language.named import tag_names
from selfaudit.model.detections import Target

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

NAMES_KEY = "school_names"
TARGETS = {
    "SELF": Target.SELF,
    "READER": Target.READER,
    "THIRD": Target.OTHER,
    "THEY": Target.OTHER,
    "ANYONE": Target.OTHER,
    "NAME": Target.OTHER,
    "LEADER": Target.COLLEAGUE,
    "COLLEAGUE": Target.COLLEAGUE,
    "PUPIL": Target.PUPIL,
    "PARENT": Target.PARENT,
    "SCHOOL": Target.SCHOOL,
    "GROUP": Target.GROUP,
}
ROLES = frozenset({"LEADER", "COLLEAGUE", "PUPIL", "PARENT", "NAME"})
PERSONS = ROLES | {"THIRD", "THEY", "READER", "ANYONE", "GROUP"}


class PeopleTagger:
    """The pipeline component: sets ``tag_`` of every word."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import PhraseMatcher

        self._phrases = PhraseMatcher(nlp.vocab, attr="NORM")
        for tag, words in people().items():
            self._phrases.add(tag, [nlp.make_doc(word) for word in words])

    def __call__(self, doc: Doc) -> Doc:
        """The same document, each word with its tag."""
        from spacy.util import filter_spans

        for token in doc:
            token.tag_ = NOBODY
        for span in filter_spans([*self._phrases(doc, as_spans=True), *_school_names(doc)]):
            for token in span:
                token.tag_ = span.label_
        for token in doc:
            token.tag_ = second_thought(token)
        tag_names(doc)
        return doc


def _school_names(doc: Doc) -> list[Span]:
    """Where the policy's own school is named."""
    lowered, spans = doc.text.lower(), []
    for name in filter(None, doc.user_data.get(NAMES_KEY, ())):
        start = lowered.find(name.lower())
        while start >= 0:
            span = doc.char_span(start, start + len(name), label="SCHOOL")
            spans += [span] if span is not None else []
            start = lowered.find(name.lower(), start + len(name))
    return spans
