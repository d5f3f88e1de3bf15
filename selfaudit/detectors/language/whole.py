"""Marks snapped to whole words and whole names: no half of "can't", of "Preston Grange" or of "£900"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selfaudit.detectors.language.people import ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Stretch = tuple[int, int]
_MONEY = frozenset({"£", "$", "€"})
_NUMBERED = frozenset({"class", "reception", "room", "stage", "year", "years", "yr"})
_ROLES = ROLES | {"SCHOOL"}


def whole(doc: Doc, stretch: Stretch) -> Stretch:
    """The stretch without half a "can't" and without half a name at either side."""
    start, end = stretch
    while start > 0 and (_one_word(doc, start) or _one_name(doc, start) or _one_role(doc, start)):
        start -= 1
    while end < len(doc) and (_one_word(doc, end) or _one_name(doc, end)):
        end += 1
    return start, end


def _one_word(doc: Doc, place: int) -> bool:
    """Whether nothing but letters, an apostrophe or a hyphen joins a word to the one before it."""
    before, after = doc[place - 1], doc[place]
    if before.whitespace_ or after.is_sent_start:
        return False
    if before.text in _MONEY:
        return after.text[:1].isdigit()
    return _in_a_word(before.text[-1:]) and _in_a_word(after.text[:1])


def _in_a_word(letter: str) -> bool:
    return letter.isalpha() or letter in {"'", "-"}


def _one_name(doc: Doc, place: int) -> bool:
    """As in "Preston Grange", "Year 2": two words that only together say who it is."""
    before, after = doc[place - 1], doc[place]
    if after.is_sent_start:
        return False
    if before.norm_ in _NUMBERED and after.text[:1].isdigit():
        return True
    return is_capital(before) and is_capital(after) and not in_capitals(after.sent)


def _one_role(doc: Doc, place: int) -> bool:
    """As in "head teacher", "Year 2 mums"."""
    before, after = doc[place - 1], doc[place]
    return before.tag_ in _ROLES and after.tag_ in _ROLES and not after.is_sent_start


def is_capital(token: Token) -> bool:
    """Whether a word with a capital may be part of a name."""
    return token.is_alpha and token.text[0].isupper() and not token.is_stop and len(token.text) > 1


def in_capitals(sentence: Span) -> bool:
    """Whether capitals tell nothing there, as in a headline."""
    words = [word for word in sentence if word.is_alpha]
    return 2 * sum(word.text[0].isupper() for word in words) > len(words)
