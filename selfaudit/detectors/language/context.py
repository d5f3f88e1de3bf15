"""What stands around a remark: negation, quotation, counter-speech, lessons, football, good wishes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import cue, small_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLAUSE_ENDS = small_words("context_clause_ends")
_NOT = small_words("context_not")
_NOT_ONLY = small_words("context_not_only")
_NEGATION_REACH = 7
_REPORTED = cue("reported")
_THE_WORD_BEFORE = cue("the_word_before")
_THE_WORD_AFTER = cue("the_word_after")
_REPORTED_THAT = cue("reported_that")
_COUNTER = cue("counter")
_LESSON = cue("lesson")
_TEACHING = cue("teaching")
_SPORT = cue("sport")
_WARM = cue("warm")
_VOTING = cue("voting")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole post is like."""

    counter: bool
    lesson: bool
    teaching: bool
    sport: bool
    warm: bool
    voting: bool
    quotes: tuple[tuple[int, int], ...]


def setting_of(doc: Doc) -> Setting:
    """Reads a document once for everything that is true of it as a whole."""
    text = doc.text.lower()
    return Setting(
        counter=bool(_COUNTER.search(text)),
        lesson=bool(_LESSON.search(text)),
        teaching=bool(_TEACHING.search(text)),
        sport=bool(_SPORT.search(text)),
        warm=bool(_WARM.search(text)),
        voting=bool(_VOTING.search(text)),
        quotes=_quotes(doc.text),
    )


def quoted(doc: Doc, start: int, end: int, setting: Setting) -> bool:
    """Whether words ``start`` to ``end`` are repeated from somebody else."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    if any(left <= first and last <= right for left, right in setting.quotes):
        return True
    begin = clause_start(doc, start)
    before, after = doc[begin:start].text.lower(), doc[end : end + 5].text.lower()
    named = _THE_WORD_BEFORE.search(before) or _THE_WORD_AFTER.search(after)
    return bool(named or _REPORTED_THAT.search(before)) or _reporting(doc, begin, start)


def _reporting(doc: Doc, begin: int, start: int) -> bool:
    """As in "was called a ...", "told me I was ...", "called my friend a ...": somebody else said so."""
    near = doc[max(begin, start - 6) : start].text.lower()
    match = _REPORTED.search(near)
    if not match:
        return False
    speaker = doc[max(begin, start - 9) : start].text.lower()[: -len(near) or None]
    return not re.search(r"\b(?:i|they|we) (?:just )?$", speaker) or match[0] in {"told", "heard"}


def denies(words: Iterable[str]) -> bool:
    """Whether there is a "not" among the words."""
    return not _NOT.isdisjoint(words)


def negated(doc: Doc, start: int) -> bool:
    """Whether a "not" in the same clause takes back what follows at ``start``."""
    begin = clause_start(doc, start)
    for place in range(max(begin, start - _NEGATION_REACH), start):
        word = doc[place].norm_
        after = doc[place + 1].norm_ if place + 1 < len(doc) else ""
        if word in _NOT and not (after in _NOT_ONLY and word in {"not", "no"}):
            return word != "far" or after == "from"
    after = doc[start : start + 6].text.lower()
    return bool(re.match(r"[^,;]*(?:\bnot\b at all|\bfar from it)", after))


def clause_start(doc: Doc, place: int) -> int:
    """Where the clause that holds ``place`` begins."""
    while place > 0 and not doc[place].is_sent_start and doc[place - 1].norm_ not in _CLAUSE_ENDS:
        place -= 1
    return place


def _quotes(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches inside quotation marks; an apostrophe does not open one."""
    double = [match.span() for match in re.finditer(r'"[^"\n]{1,300}"', text)]
    single = [match.span() for match in re.finditer(r"(?<!\w)'(?=\S)[^\n]{1,200}?(?<=\S)'(?!\w)", text)]
    return tuple(double + single)
