"""Insults of the lexicon as such, whomever they are said of: the words that show a person most."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import entries

if TYPE_CHECKING:
    from spacy.tokens import Doc


def insulting(doc: Doc) -> tuple[int, int] | None:
    """The first insult of the lexicon in the text, whomever a rule could or could not link it to."""
    known, there = _insults(), {token.norm_ for token in doc}
    for token in doc:
        for form, unless in known.get(token.norm_, ()):
            words = doc[token.i : token.i + len(form)]
            if tuple(word.norm_ for word in words) == form and unless.isdisjoint(there):
                return token.i, token.i + len(form)
    return None


@cache
def _insults() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for entry in entries():
        for form in entry.forms if entry.kind == "insult" else ():
            words = tuple(form.split())
            found.setdefault(words[0], []).append((words, entry.unless))
    return found
