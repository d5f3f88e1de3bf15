"""What is wrong with a pack: which file, which line, what was expected. In words for a school office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """One thing to put right."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.text}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that this one was most likely meant to be."""
    return next(iter(get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.5)), None)


def suggestion(word: str, known: Iterable[str], offer: str = "what can stand here") -> str:
    """``; did you mean "…"?`` with the nearest known word, or all known words after the ``offer``."""
    options = sorted(known)
    if near := nearest(word, options):
        return f'; did you mean "{near}"?'
    return f"; {offer}: {', '.join(options)}." if options else "."
