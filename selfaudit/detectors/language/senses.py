"""Words that are slurs in one sense alone: where "fags" are cigarettes and a "dyke" keeps out the sea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selfaudit.detectors.language.frames import Frames, Words, Written
from selfaudit.detectors.language.lexicon import entries
from selfaudit.detectors.language.people import PERSONS
from selfaudit.detectors.language.said_of import said_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Senses:
    """Finds slurs that stand in their everyday sense."""

    def __init__(self, words: Words) -> None:
        self._frames = Frames(words, "senses.tsv")
        self._forms = {entry.word: frozenset(entry.forms) for entry in entries() if entry.kind == "slur"}

    def everyday(self, doc: Doc, written: Written) -> frozenset[int]:
        """The places of the words that are none here."""
        return frozenset(
            place
            for hit in self._frames.find(written)
            for place in range(*hit.stretches[0])
            if doc[place].norm_ in self._forms[hit.frame.kind]
            if hit.frame.sure == "plain" or not _of_somebody(doc, place)
        )


def _of_somebody(doc: Doc, place: int) -> bool:
    said = said_of(doc, place, place + 1, noun=True)
    return said.sure and said.tag in PERSONS
