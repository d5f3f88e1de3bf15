"""Whom a remark that was heard as a whole is about: the subject of the marked words decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from selfaudit.detectors.language.homonyms import NOBODY
from selfaudit.detectors.language.insults import insulting
from selfaudit.detectors.language.lexicon import classes
from selfaudit.detectors.language.marking import is_verb
from selfaudit.detectors.language.people import PERSONS, ROLES, TARGETS
from selfaudit.detectors.language.said_of import antecedent, subject
from selfaudit.model.detections import Target, Topic

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_OTHERS = {"PUBLIC": Target.OTHER, "FAMILY": Target.OTHER, "SPORT": Target.OTHER}
_NAMED = ROLES | {"SCHOOL"}
_VAGUE = frozenset({"ANYONE", "THING", NOBODY})
_BELONGING = frozenset({"'s", "'"})
_TO_ONE_READER = frozenset({"are", "'re", "r", "were", "must", "need", "should", "will", "'ll"})
_PLACES = frozenset({"building", "place"})


def aimed_at(doc: Doc, stretch: tuple[int, int], topic: Topic) -> Target | None:
    """Whom it is about, as far as the text tells."""
    if topic in {Topic.PROMOTION, Topic.SCHOOL_POLICY}:
        return None
    if topic is Topic.DISCRIMINATORY:
        return Target.GROUP
    if topic is Topic.DISREPUTE:
        return _of_the_school_or_oneself(doc, stretch)
    if topic is Topic.CONFIDENTIAL:
        return _told_about(doc, stretch)
    return of_the_subject(doc, stretch) or _named(doc, stretch) or _anybody(doc, stretch)


def of_the_subject(doc: Doc, stretch: tuple[int, int]) -> Target | None:
    """Whom "is", "can't" or "has" within the marked words is said of."""
    start, end = stretch
    verb = next((token.i for token in doc[start:end] if is_verb(token)), None)
    if verb is None:
        return None
    tag = antecedent(doc, verb, subject(doc, verb))
    if tag == "READER" and doc[verb].norm_ not in _TO_ONE_READER:
        return None
    return None if tag in _VAGUE | {"SELF"} else {**TARGETS, **_OTHERS}.get(tag)


def _named(doc: Doc, stretch: tuple[int, int]) -> Target | None:
    """Who is named: in the marked words, before them, after them; in the sentences around."""
    start, end = stretch
    sentence = doc[start].sent
    inside, before = doc[start:end], doc[sentence.start : start]
    said = insulting(doc)
    if said and start <= said[0] < end and doc[said[0]].tag_ in ROLES:
        return TARGETS[doc[said[0]].tag_]
    spoken_to = any(token.tag_ == "READER" for token in inside)
    if tag := _first(inside, _NAMED):
        return TARGETS[tag]
    around = (
        _first(reversed(list(before)), _NAMED),
        _first(doc[end : sentence.end], _NAMED),
        _just_named(doc, sentence.start, doc[end - 1]),
        _first(doc[sentence.end :], _NAMED),
    )
    named = next((TARGETS[tag] for tag in around if tag), None)
    return Target.READER if spoken_to and (named is None or _is_addressed(inside)) else named


def _just_named(doc: Doc, start: int, word: Token) -> str | None:
    """Who was named last in the sentences before; of "muppets", the last of those who are several."""
    earlier = antecedent(doc, start, "THEY" if word.norm_.endswith("s") else "THIRD")
    return earlier if earlier in _NAMED else _first(reversed(list(doc[:start])), _NAMED)


def _is_addressed(words: Span) -> bool:
    """Not as in "you couldn't make it up", which is said to nobody."""
    return not any(
        word.tag_ == "READER" and word.nbor(1).norm_ in {"can", "could", "know", "may", "might", "would"}
        for word in words
        if word.i + 1 < len(word.doc)
    )


def _anybody(doc: Doc, stretch: tuple[int, int]) -> Target | None:
    tag = _first([*doc[slice(*stretch)], *doc[stretch[0]].sent], PERSONS)
    return TARGETS[tag] if tag else None


def _first(tokens: Iterable[Token], wanted: frozenset[str]) -> str | None:
    return next((token.tag_ for token in tokens if token.tag_ in wanted and not _belongs(token)), None)


def _belongs(token: Token) -> bool:
    """As in "the Year 2 WhatsApp mams", "the school gate", "Jayden's mum": only whose or which it is."""
    doc, place = token.doc, token.i + 1
    if token.norm_ == "school" and place < len(doc) and doc[place].norm_ in classes()["schoolthings"]:
        return True
    while place < len(doc) and place <= token.i + 3 and not doc[place].is_sent_start:
        word = doc[place]
        if word.tag_ in PERSONS | {"SCHOOL"} and word.tag_ != token.tag_:
            return word.tag_ in _NAMED
        if not (word.norm_ in _BELONGING or word.text[:1].isdigit() or _noun(word)):
            return False
        place += 1
    return False


def _noun(word: Token) -> bool:
    """A word that may stand between two that name somebody: a name, not a verb."""
    return word.tag_ in _NAMED or (word.is_alpha and word.text[0].isupper() and not word.is_stop)


def _of_the_school_or_oneself(doc: Doc, stretch: tuple[int, int]) -> Target | None:
    start, end = stretch
    of_subject = of_the_subject(doc, stretch)
    if of_subject in {Target.SCHOOL, Target.COLLEAGUE}:
        return of_subject
    tags = [token.tag_ for token in doc[start:end]]
    if "SCHOOL" in tags or any(token.norm_ in _PLACES for token in doc[start:end]):
        return Target.SCHOOL
    if "SELF" in tags or "LEADER" not in tags:
        written = {token.tag_ for token in doc}
        return Target.SCHOOL if "SCHOOL" in written and "SELF" not in written else Target.SELF
    return Target.COLLEAGUE


def _told_about(doc: Doc, stretch: tuple[int, int]) -> Target | None:
    """Codes are the school's; "you" and "anyone" are only who reads it."""
    if any(token.norm_ in classes()["codes"] for token in doc[stretch[0]].sent):
        return Target.SCHOOL
    found = of_the_subject(doc, stretch)
    if found not in {None, Target.READER, Target.OTHER}:
        return found
    wide = _named(doc, stretch)
    return wide if wide is not Target.READER else None
