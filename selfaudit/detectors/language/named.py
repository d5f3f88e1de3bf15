"""People told by how they are named: "Mr Finch", "Year 9s", "8B", "Jayden's mum", "Dave from IT"."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from selfaudit.detectors.language.homonyms import NOBODY
from selfaudit.detectors.language.lexicon import small_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FOLK = small_words("people_folk")
_TITLES = small_words("people_titles")
_YEARS = frozenset({"year", "years", "yr", "reception"})
_CODES = frozenset(f"{year}{letter}" for year in range(7, 12) for letter in "abcdefghlmnprstwxyz")
_PRIMARY_CODE = re.compile(r"[1-6][ABCEFHJLMNPRSTW]")
_BEFORE_CODES = frozenset(
    {"in", "class", "after", "with", "our", "of", "my", "teaching", "taught", "had", "and"}
)
_AFTER_CODES = frozenset(
    {"were", "was", "are", "have", "had", "is", "been", "today", "'s", "kids", "children"}
)
_PARENTS = small_words("people_parents")
_SOME = frozenset({"that", "this", "some", "one", "another", "'s", "her", "his", "the", "their"})
_OFFICES = small_words("people_offices")
_NO_NAMES = small_words("people_no_names")
_AFTER_A_DO = frozenset(
    {".", "!", "?", ",", "…", "on", "at", "was", "is", "last", "this", "tonight", "tomorrow", "next"}
)
_BEFORE_NAMES = frozenset({"our", "like", "tell", "and", "that", "poor", "old", "with", "little"})
_AFTER_NAMES = frozenset({"is", "'s", "was", "has", "who", "and"})

_FIRST_WORDS = _TITLES | _YEARS | _SOME | {"staff"}


def tag_names(doc: Doc) -> None:
    """Sets the tags of people that no list can hold."""
    for token, after in pairwise(doc):
        for rule in _RULES if _may_begin_a_name(token) else ():
            if rule(token, after):
                break


def _may_begin_a_name(token: Token) -> bool:
    """Every rule begins with a capital, a figure, one of its words or a group, as few words do."""
    first = token.text[:1]
    return first.isupper() or first.isdigit() or token.norm_ in _FIRST_WORDS or token.tag_ == "GROUP"


def _group_of_people(token: Token, after: Token) -> bool:
    """As in "black people": the noun belongs to the group."""
    if token.tag_ != "GROUP" or after.norm_ not in _FOLK:
        return False
    after.tag_ = "GROUP"
    return True


def _titled(token: Token, after: Token) -> bool:
    if token.norm_ not in _TITLES or not after.text[:1].isupper():
        return False
    token.tag_ = after.tag_ = "NAME"
    return True


def _year_group(token: Token, after: Token) -> bool:
    if token.norm_ not in _YEARS or not after.text.rstrip("s'").isdigit():
        return False
    token.tag_ = after.tag_ = "PUPIL"
    if after.i + 1 < len(after.doc) and after.nbor(1).norm_ in {"s", "'s", "boy", "girl", "lad"}:
        after.nbor(1).tag_ = "PUPIL"
    return True


def _class_code(token: Token, _after: Token) -> bool:
    if token.norm_.rstrip("s") not in _CODES:
        return False
    token.tag_ = "PUPIL"
    return True


def _primary_class_code(token: Token, after: Token) -> bool:
    """As in "5M were": of a primary school. Told from metres and millions by the words around it."""
    if not (_PRIMARY_CODE.fullmatch(token.text) or _PRIMARY_CODE.fullmatch(token.text + after.text)):
        return False
    words = [token] if len(token.text) > 1 else [token, after]
    before = token.nbor(-1).norm_ if token.i else ""
    following = token.doc[words[-1].i + 1 : words[-1].i + 2]
    if token.whitespace_ and len(words) > 1:
        return False
    if before not in _BEFORE_CODES and not any(word.norm_ in _AFTER_CODES for word in following):
        return False
    for word in words:
        word.tag_ = "PUPIL"
    return True


def _somebodys_parent(token: Token, after: Token) -> bool:
    if token.norm_ not in _SOME or after.norm_ not in _PARENTS:
        return False
    after.tag_ = "PARENT"
    return True


def _from_the_office(token: Token, after: Token) -> bool:
    """As in "Dave from IT"."""
    place = after.nbor(1).norm_ if after.i + 1 < len(after.doc) else ""
    if not _capital(token) or after.norm_ not in {"from", "in"} or place not in _OFFICES:
        return False
    token.tag_ = "NAME"
    return True


def _staff_do(token: Token, after: Token) -> bool:
    """As in "the staff do was fun": a party, told from "staff do their best" by what follows."""
    following = after.nbor(1).norm_ if after.i + 1 < len(after.doc) else "."
    if token.norm_ != "staff" or after.norm_ != "do" or following not in _AFTER_A_DO:
        return False
    token.tag_ = NOBODY
    return True


def _inside_a_sentence(token: Token, after: Token) -> bool:
    """A capital inside a sentence that is no weekday, subject or shout: perhaps somebody's name."""
    if token.is_sent_start or not _capital(token) or not token.text[1:].islower():
        return False
    near = token.nbor(-1).norm_ in _BEFORE_NAMES or after.norm_ in _AFTER_NAMES
    near = near or (token.nbor(-1).norm_ in {"not", "is"} and after.norm_.endswith("ing"))
    if near and token.norm_ not in _NO_NAMES and token.nbor(-1).text not in {".", "#"}:
        token.tag_ = "NAME"
    return near


def _capital(token: Token) -> bool:
    return token.tag_ == NOBODY and token.text[:1].isupper() and token.text.isalpha()


_RULES: tuple[Callable[[Token, Token], bool], ...] = (
    _group_of_people,
    _titled,
    _year_group,
    _class_code,
    _primary_class_code,
    _somebodys_parent,
    _from_the_office,
    _staff_do,
    _inside_a_sentence,
)
