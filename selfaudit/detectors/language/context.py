"""What stands around a remark: negation, quotation, counter-speech, lessons, football, good wishes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfaudit.detectors.language.lexicon import cue, small_words
from selfaudit.model.detections import Target

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLAUSE_ENDS = small_words("context_clause_ends")
_NOT = small_words("context_not")
_BE = small_words("said_of_be")
_NEW_CLAUSE = small_words("context_new_clause")
_NEGATION_REACH = 7
_MYSELF = re.compile(r"\b(?:i|we)(?:'ve|'d|'ll)?(?: just| once| always)? $")
_AFFIRMING = cue("affirming")
_REPORTED = cue("reported")
_THE_WORD_BEFORE = cue("the_word_before")
_THE_WORD_AFTER = cue("the_word_after")
_SAYS = cue("says")
_THE_SAYING = cue("the_saying")
_OWN_TELLING, _TOLD_BY, _COMPLAINING = cue("own_telling"), cue("told_by"), cue("complaining")
_OTHERS_SAY = cue("others_say")
_I_SAY = cue("i_say")
_CLAUSE = cue("said_clause")
_OWN_AGAIN = cue("own_again")
_LABELLED = cue("labelled")
_TO_ME, _TO_ME_AFTER, _OF_OURS = cue("to_me"), cue("to_me_after"), cue("of_ours")
_TO_ONESELF = frozenset({None, Target.READER, Target.SELF})
_ENDORSED = cue("endorsed")
_DISCLAIMED = cue("disclaimed")
_QUOTES = re.compile(
    r"""
    (?<!\w)["„][^"„\n]{1,300}"                                      # within a line; 5" is no mark
    |(?<!\w)["„](?=\S)(?:[^"„]|(?<=\n)"){1,1000}?(?<=\S)"(?!\w)    # over several, where each may open anew
    |(?<!\w)['\u201a](?=\S)[^\n]{1,200}?(?<=\S)'(?!\w)                  # an apostrophe opens nothing
    |^[ ]?>(?![ ]?[\d:;])[^\n]*                                     # as mail and message boards quote
    |\bRT[ ]@(?s:.)*                                               # passed on, to its end
    """,
    re.VERBOSE | re.MULTILINE,
)
_COUNTER, _NEVER_SAID = cue("counter"), cue("never_said")
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
    endorsed: bool
    teaching: bool
    sport: bool
    warm: bool
    voting: bool
    quotes: tuple[tuple[int, int], ...]


def setting_of(doc: Doc) -> Setting:
    """Reads a document once for everything that is true of it as a whole."""
    text = doc.text.lower()
    endorsed = bool(_ENDORSED.search(text))
    against = _COUNTER.search(_DISCLAIMED.sub(" ", text)) or _NEVER_SAID.search(text)
    return Setting(
        counter=not endorsed and bool(against),
        lesson=not endorsed and bool(_LESSON.search(text)),
        endorsed=endorsed,
        teaching=bool(_TEACHING.search(text)),
        sport=bool(_SPORT.search(text)),
        warm=bool(_WARM.search(text)),
        voting=bool(_VOTING.search(text)),
        quotes=tuple(match.span() for match in _QUOTES.finditer(doc.text)),
    )


def quoted(doc: Doc, start: int, end: int, setting: Setting) -> bool:
    """Whether words ``start`` to ``end`` are repeated from somebody else."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    if any(left <= first and last <= right for left, right in setting.quotes):
        return True
    begin = clause_start(doc, start)
    before, after = doc[begin:start].text.lower(), doc[end : end + 5].text.lower()
    named = _THE_WORD_BEFORE.search(before) or _THE_WORD_AFTER.search(after)
    return (
        bool(named)
        or _reporting(doc, begin, start)
        or (not setting.endorsed and _said_by_another(doc, start))
    )


def suffered(doc: Doc, start: int, end: int, target: Target | None) -> bool:
    """Whether repeated words were said to the writer or their own: "a parent told me: you are a ..."."""
    before, after = _before(doc, start), doc[end : end + 8].text.lower()
    spoken_to = any(token.tag_ == "READER" for token in doc[start:end])
    to_me = (target in _TO_ONESELF or spoken_to) and _TO_ME.search(before)
    to_ours = _OF_OURS.search(before) or _TO_ME_AFTER.search(after)
    return bool(to_me or to_ours) and not _I_SAY.search(before)


def _reporting(doc: Doc, begin: int, start: int) -> bool:
    """As in "was called a ...", "told me I was ...", "called my friend a ...": somebody else said so."""
    clause, near = (doc[first:start].text.lower() for first in (begin, max(begin, start - 6)))
    match = _REPORTED.search(near)
    if not match or (
        _OWN_TELLING.search(_before(doc, start)) and not _TOLD_BY.search(doc[start].sent.text.lower())
    ):
        return False
    speaker = clause[: len(clause) - len(near) + match.start()]
    return not _MYSELF.search(speaker) or match[0].startswith("heard")


def _said_by_another(doc: Doc, start: int) -> bool:
    """As in "a parent said our head is ...", "Parent to me: ..."; not as in "I said ..."."""
    before = _before(doc, start)
    complaining = _COMPLAINING.search(doc[start].sent.text.lower())
    if _LABELLED.search(before) or (_THE_SAYING.search(before) and not complaining):
        return not _I_SAY.search(before)
    said = list(_SAYS.finditer(before))
    if not said:
        return False
    speaker, told = before[: said[-1].start()], before[said[-1].end() :]
    return (
        bool(_OTHERS_SAY.search(speaker) and _CLAUSE.match(told))
        and not _I_SAY.search(before[: said[-1].end()])
        and not _OWN_AGAIN.search(told)
    )


def _before(doc: Doc, start: int) -> str:
    """What stands before a word in its own sentence, in small letters."""
    return doc[doc[start].sent.start : start].text_with_ws.lower()


def denies(words: Iterable[str]) -> bool:
    """Whether there is a "not" among the words."""
    return not _NOT.isdisjoint(words)


def negated(doc: Doc, start: int) -> bool:
    """Whether a "not" in the same clause takes back what follows at ``start``."""
    begin = max(_own_clause(doc, start), start - _NEGATION_REACH)
    for place in range(begin, start):
        word = doc[place].norm_
        if word in _NOT and not _affirming(doc, place):
            return word != "far" or doc[place + 1].norm_ == "from"
    after = doc[start : start + 6].text.lower()
    return bool(re.match(r"[^,;]*(?:\bnot\b at all|\bfar from it)", after))


def _affirming(doc: Doc, place: int) -> bool:
    """Whether the "not" at ``place`` belongs to words that affirm: "can't believe how", "not only"."""
    sentence = doc[place].sent
    at = doc[place].idx - sentence.start_char
    return any(match.start() <= at < match.end() for match in _AFFIRMING.finditer(sentence.text.lower()))


def clause_start(doc: Doc, place: int) -> int:
    """Where the clause that holds ``place`` begins."""
    while place > 0 and not doc[place].is_sent_start and doc[place - 1].norm_ not in _CLAUSE_ENDS:
        place -= 1
    return place


def _own_clause(doc: Doc, start: int) -> int:
    """Where the clause begins, also after an "and" with a subject and a verb of its own."""
    begin = clause_start(doc, start)
    for place in range(start - 1, begin, -1):
        if doc[place].norm_ in _NEW_CLAUSE:
            return begin if _BE.isdisjoint(token.norm_ for token in doc[place + 1 : start]) else place
    return begin
