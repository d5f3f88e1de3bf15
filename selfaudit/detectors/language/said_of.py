"""Of whom a word is said: "the head is useless" is about a person, "the printer is useless" is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfaudit.detectors.language.homonyms import NOBODY
from selfaudit.detectors.language.lexicon import small_words
from selfaudit.detectors.language.people import PERSONS, ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BE = small_words("said_of_be")
_STOPS = small_words("said_of_stops")
_BETWEEN = small_words("said_of_between")
_LEADING = small_words("said_of_leading")
_DETERMINERS = small_words("said_of_determiners")
_QUANTITIES = small_words("said_of_quantities")
_QUALITIES = small_words("said_of_qualities")
_PLACES = small_words("said_of_places")
_FOLLOWING = small_words("said_of_following")
_REACH = 6


@dataclass(frozen=True, slots=True)
class Said:
    """Of whom: a tag of people.py, ``THING`` for things, or `NOBODY` where nothing links the word to anyone.

    ``sure`` is whether the sentence itself makes the link, rather than mere nearness.
    """

    tag: str
    sure: bool = False


def said_of(doc: Doc, start: int, end: int, noun: bool) -> Said:
    """Who or what words ``start`` to ``end`` are said of. ``noun``: the words name, rather than describe."""
    ahead = _ahead(doc, end, noun)
    if ahead:
        return Said(ahead, sure=True)
    if not noun and _describes_next(doc, end):
        return Said("THING", sure=True)
    behind = _behind(doc, start)
    if behind:
        return Said(antecedent(doc, start, behind), sure=True)
    if noun and _exclaimed(doc, start):
        return Said(antecedent(doc, start, "THIRD"), sure=True)
    return Said(_nearby(doc, start, end)) if noun else Said(NOBODY)


def _exclaimed(doc: Doc, start: int) -> bool:
    """As in "Stupid cow." after a sentence about somebody: the words stand alone."""
    begin = doc[start].sent.start
    return (
        0 < begin < start <= begin + 3
        and antecedent(doc, begin, "THIRD") != "THIRD"
        and all(token.tag_ == NOBODY and token.is_alpha for token in doc[begin:start])
    )


def _ahead(doc: Doc, end: int, noun: bool) -> str | None:
    """As in "useless head", "the muppets in the office"."""
    skipped = _QUALITIES | (_PLACES if noun else frozenset())
    for token in doc[end : end + 5]:
        if token.is_sent_start and token.i > end:
            return None
        if token.tag_ in PERSONS - {"THIRD", "THEY", "READER"} or token.tag_ in {
            "SCHOOL",
            "PUBLIC",
            "FAMILY",
            "SPORT",
        }:
            return "COLLEAGUE" if noun and token.tag_ == "SCHOOL" else token.tag_
        if token.norm_ not in skipped and token.tag_ != "THING":
            return None
    return None


def _describes_next(doc: Doc, end: int) -> bool:
    """Whether a quality belongs to the thing named right after it: "useless oven"."""
    if end >= len(doc) or doc[end].is_sent_start:
        return False
    following = doc[end]
    return following.is_alpha and following.norm_ not in _FOLLOWING and following.tag_ == NOBODY


def _behind(doc: Doc, start: int) -> str | None:
    """The subject of "is": "Mr X is a ...", "you are ...", "you absolute ..."."""
    for place in range(start - 1, max(-1, start - _REACH - 1), -1):
        token = doc[place]
        if token.tag_ == "READER":
            return "READER"
        if token.norm_ in _BE:
            return _subject(doc, place)
        if token.tag_ in ROLES and token.norm_ not in _QUALITIES and place == start - 1:
            return None
        if token.norm_ in _BETWEEN - {"of"} or token.text in _STOPS - {","} or token.is_sent_start:
            return None
        if token.tag_ in PERSONS | {"SELF"} and token.norm_ not in _QUALITIES:
            return (
                token.tag_
                if token.norm_ in {"him", "her", "them", "me", "himself", "herself", "you"}
                else None
            )
    return None


def _subject(doc: Doc, verb: int) -> str:
    """The tag of what stands before "is", past adverbs; of its head in "the head of maths"."""
    place = verb - 1
    while place > 0 and doc[place].text in "'\"":
        place -= 1
    while (
        place >= 0
        and doc[place].norm_ in _LEADING
        and doc[place].tag_ != "SELF"
        and not doc[place].is_sent_start
    ):
        place -= 1
    if place < 0 or doc[place].text in _STOPS:
        after = doc[verb + 1] if verb + 1 < len(doc) else None
        return after.tag_ if after is not None and after.tag_ in PERSONS else NOBODY
    if doc[place].norm_ in {"who", "that", "which"}:
        return _before_who(doc, place)
    begin = _phrase_start(doc, place)
    if begin > 0 and doc[begin - 1].norm_ in _BETWEEN and not doc[begin].is_sent_start:
        head = begin - 2
        if head >= 0 and doc[head].norm_ in _QUANTITIES:
            return doc[place].tag_
        if head >= 0 and doc[head].text not in _STOPS and not doc[begin - 1].is_sent_start:
            outer = doc[head].tag_
            if outer in PERSONS | {"SCHOOL", "FAMILY", "PUBLIC", "SPORT"} or doc[place].tag_ == NOBODY:
                return outer if outer != NOBODY else "THING"
            return "THING" if _has_article(doc, head) else doc[place].tag_
    tag = doc[place].tag_
    return "THING" if tag == NOBODY else tag


def _phrase_start(doc: Doc, place: int) -> int:
    begin = place
    while begin > 0 and not doc[begin].is_sent_start and place - begin < 4:  # noqa: PLR2004 - a short phrase
        if (
            doc[begin].norm_ in _DETERMINERS
            or doc[begin - 1].norm_ in _BETWEEN
            or doc[begin - 1].text in _STOPS
        ):
            return begin
        begin -= 1
    return begin


def _has_article(doc: Doc, place: int) -> bool:
    return any(token.norm_ in _DETERMINERS for token in doc[max(0, place - 3) : place])


def _before_who(doc: Doc, place: int) -> str:
    tags = [
        token.tag_ for token in doc[max(0, place - 5) : place] if token.tag_ in PERSONS | {"FAMILY", "PUBLIC"}
    ]
    return tags[-1] if tags else ("ANYONE" if doc[place].norm_ == "who" else "THING")


def antecedent(doc: Doc, start: int, tag: str) -> str:
    """Whom "he", "she" or "they" stands for: the last one named before."""
    if tag not in {"THIRD", "THEY"}:
        return tag
    wanted = ROLES | {"FAMILY", "SPORT", "PUBLIC"} | ({"GROUP"} if tag == "THEY" else set())
    named = [token.tag_ for token in doc[:start] if token.tag_ in wanted]
    return named[-1] if named else tag


def _nearby(doc: Doc, start: int, end: int) -> str:
    """Anyone named in the same sentence, nearest first."""
    sentence = doc[start].sent
    wanted = ROLES | {"FAMILY", "SPORT", "PUBLIC", "SELF", "THIRD", "READER"}
    tags = sorted(
        (min(abs(token.i - start), abs(token.i - end)), token.tag_)
        for token in sentence
        if token.tag_ in wanted
    )
    return tags[0][1] if tags else NOBODY
