"""Which words of a sentence are marked: the ones that say something."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.homonyms import NOBODY
from selfaudit.detectors.language.lexicon import classes
from selfaudit.detectors.language.whole import Stretch, in_capitals, is_capital, whole

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST = 9
"""More words than this are never marked: the shortest quotation that shows it is enough."""
_MORE, _LESS = 3, 2
"""How few words around a mark are taken in, so that it is a clause; and how few are a scrap of one."""
_WHOSE = frozenset({"her", "his", "my", "our", "that", "the", "their", "these", "this", "those", "your"})
_CLOSING = frozenset(",.!?;:…()")


def telling(doc: Doc, stretch: Stretch) -> Stretch:
    """The stretch made to say something: with what follows "is", without words that only lead on."""
    start, end = stretch
    sentence = doc[start].sent
    if _stops_short(doc, start, end):
        end = _onwards(doc, start, end, sentence.end)
    if not _says_something(doc[start:end]) or _begins_inside(doc, start):
        start = _back(doc, start, end, sentence.start)
    elif end - start > 1:
        start, end = _rounded(doc, start, end, sentence)
    start, end = whole(doc, trimmed(doc, *_without_scraps(doc, *whole(doc, (start, end)))))
    belongs = start > sentence.start and end - start < LONGEST and doc[start - 1].norm_ in _WHOSE
    return start - belongs, end


def finished(doc: Doc, stretch: Stretch) -> Stretch:
    """A stretch that a rule found, with what its last "can't" or "is" is said of."""
    start, end = stretch
    if end - start < _LESS or not is_verb(doc[end - 1]) or _ends(doc, end):
        return whole(doc, stretch)
    ahead = _onwards(doc, start, end, doc[start].sent.end)
    return whole(doc, (start, max(end, trimmed(doc, start, ahead)[1])))


def _rounded(doc: Doc, start: int, end: int, sentence: Span) -> Stretch:
    """With the few words that are left of its clause, where there is room for them."""
    last = _next(doc, end, min(sentence.end, end + _MORE, start + LONGEST))
    first = start
    while first > max(sentence.start, start - _MORE, last - LONGEST) and not _closes(doc[first - 1]):
        first -= 1
    return (first if _opens(doc, first) else start), last


def _next(doc: Doc, end: int, limit: int) -> int:
    """Where the clause ends, if that is before the limit."""
    place = end
    while place < limit and not _closes(doc[place]):
        place += 1
    return place if _ends(doc, place) and not _closes(doc[end - 1]) else end


def _without_scraps(doc: Doc, start: int, end: int) -> Stretch:
    """Without a word or two before or beyond a comma, torn off a clause that goes on."""
    commas = [place for place in range(start + 1, end - 1) if doc[place].text == ","]
    if not _opens(doc, start):
        first = next((place + 1 for place in commas if place <= start + _LESS), start)
        start = first if _says_something(doc[first:end], named=False) else start
    if not _ends(doc, end):
        last = next((place for place in commas if place >= end - 1 - _LESS and place > start), end)
        end = last if _says_something(doc[start:last], named=False) else end
    return start, end


def _opens(doc: Doc, place: int) -> bool:
    return place == 0 or bool(doc[place].is_sent_start) or _closes(doc[place - 1])


def _ends(doc: Doc, place: int) -> bool:
    return place == len(doc) or bool(doc[place].is_sent_start) or _closes(doc[place])


def _stops_short(doc: Doc, start: int, end: int) -> bool:
    """As in "our head is", "another dad that thinks he": of whom, but not what."""
    said = doc[start:end]
    return _opens_more(doc[end - 1]) or not _says_something(said) or _only_names(said)


def _opens_more(token: Token) -> bool:
    return is_verb(token) and not (token.i + 1 < len(token.doc) and token.nbor(1).is_sent_start)


def _only_names(words: Span) -> bool:
    return not any(_holds(word) and _is_said(word) for word in words)


def _onwards(doc: Doc, start: int, end: int, limit: int) -> int:
    """To the end of the clause, and past it while nothing is said; only as far as there is room."""
    limit = min(limit, start + LONGEST)
    while end < limit and not (_closes(doc[end]) and _says_something(doc[start:end], named=False)):
        end += 1
    return end


def _begins_inside(doc: Doc, start: int) -> bool:
    """As in "be heads" of "women shouldn't be heads"."""
    return is_verb(doc[start]) and not doc[start].is_sent_start


def _back(doc: Doc, start: int, end: int, limit: int) -> int:
    """To the beginning of the clause, where there is room for it."""
    place = start
    while place > max(limit, end - LONGEST) and not _closes(doc[place - 1]):
        place -= 1
    return place


def _closes(token: Token) -> bool:
    return token.norm_ in classes()["clausebreak"] or token.text in _CLOSING


def _says_something(words: Span, *, named: bool = True) -> bool:
    """Whether there is more than small words; without ``named``, more than of whom it is, too."""
    small = classes()["saysnothing"]
    return any(_holds(word) and word.norm_ not in small and (named or _is_said(word)) for word in words)


def _is_said(word: Token) -> bool:
    """Whether a word is more than of whom it is: neither a person nor, inside a sentence, a name."""
    named = is_capital(word) and not word.is_sent_start and not in_capitals(word.sent)
    return word.tag_ == NOBODY and not named


def _holds(word: Token) -> bool:
    if word.text[:1].isalnum():
        return not word.is_stop and len(word.text) > 1
    return word.text in classes()["contempt"]


def trimmed(doc: Doc, start: int, end: int) -> Stretch:
    """Without spaces, stops and signs at either side, and without words that lead on or join."""
    leading, joining = classes()["leadson"], classes()["joins"]
    signs = classes()["contempt"]
    first, last = start, end
    while last - first > 1 and not (_stands(doc[last - 1], leading, signs) and not _hangs(doc, last)):
        last -= 1
    while last - first > 1 and not _stands(doc[first], joining, signs):
        first += 1
    return (first, last) if _says_something(doc[first:last]) else _without_signs(doc, start, end)


def _hangs(doc: Doc, end: int) -> bool:
    """As in "and she's": a verb that says nothing yet, with more to come."""
    return is_verb(doc[end - 1]) and doc[end - 1].norm_ != "not" and not _ends(doc, end)


def _stands(token: Token, small: tuple[str, ...], signs: tuple[str, ...]) -> bool:
    written = token.text[:1].isalnum() or token.text in {"n't", "'s"} or token.text in signs
    return written and token.norm_ not in small


def _without_signs(doc: Doc, start: int, end: int) -> Stretch:
    while end - start > 1 and not doc[end - 1].is_alpha:
        end -= 1
    while end - start > 1 and not doc[start].is_alpha:
        start += 1
    return start, end


def is_verb(token: Token) -> bool:
    """Whether it is a verb like "is" or "can't"; not the "'s" of "Jayden's mum"."""
    if token.norm_ != "'s" or not token.i or token.i + 1 == len(token.doc):
        return token.norm_ in _verbs()
    return token.nbor(-1).is_stop or token.nbor(1).is_stop or token.nbor(1).norm_.endswith("ing")


@cache
def _verbs() -> frozenset[str]:
    return frozenset({*classes()["be"], *classes()["helps"]})
