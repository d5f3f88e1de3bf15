"""Whether a sentence leans against somebody from school, without any one phrase that says so outright."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from selfaudit.detectors.language.context import negated
from selfaudit.detectors.language.homonyms import NOBODY
from selfaudit.detectors.language.lexicon import rows
from selfaudit.detectors.language.said_of import Said, antecedent, said_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_NEAR = 9
_FROM_SCHOOL = frozenset({"LEADER", "COLLEAGUE", "PUPIL", "PARENT", "NAME", "SCHOOL"})
_PRONOUNS = frozenset({"THIRD", "THEY"})
_NOT_THEM = frozenset({"SELF", "FAMILY", "SPORT", "PUBLIC"})


class Leanings:
    """Finds words that lean against somebody from school who stands near them."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import PhraseMatcher

        self._words = PhraseMatcher(nlp.vocab, attr="NORM")
        for leaning, words in rows("leanings.tsv"):
            self._words.add(leaning, [nlp.make_doc(word) for word in words.split("|")])

    def praises(self, doc: Doc) -> bool:
        """Whether good words stand in it that no "not" takes back, and no bad ones."""
        spans = self._words(doc, as_spans=True)
        said = {span.label_ for span in spans if span.label_ == "negative" or not negated(doc, span.start)}
        return said == {"positive"}

    def find(self, doc: Doc) -> Iterator[tuple[tuple[int, int], str]]:
        """Each leaning word with the tag of the one it leans against."""
        spans = self._words(doc, as_spans=True)
        liked = {
            span.sent.start for span in spans if span.label_ == "positive" and not negated(doc, span.start)
        }
        for span in spans:
            if span.label_ == "negative" and span.sent.start not in liked and not negated(doc, span.start):
                tag = _against(doc, span)
                said = said_of(doc, span.start, span.end, noun=False)
                if tag != NOBODY and said != Said("THING", sure=True):
                    yield (span.start, span.end), tag


def _against(doc: Doc, span: Span) -> str:
    """The nearest one in the sentence, where that is somebody from school, named there or before."""
    sentence = span.sent
    near = sorted(
        (abs(token.i - span.start), token.tag_)
        for token in doc[max(sentence.start, span.start - _NEAR) : min(sentence.end, span.end + _NEAR)]
        if token.tag_ in _FROM_SCHOOL | _NOT_THEM | _PRONOUNS
    )
    tag = antecedent(doc, span.start, near[0][1]) if near else NOBODY
    return tag if tag in _FROM_SCHOOL else NOBODY
