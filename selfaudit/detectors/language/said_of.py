"""Of whom a word is said: "the head is useless" is about a person, "the printer is useless" is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfaudit.detectors.language.homonyms import NOBODY
from selfaudit.detectors.language.lexicon import classes, small_words
from selfaudit.detectors.language.people import PERSONS, ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BE = small_words("said_of_be")
_STOPS = small_words("said_of_stops")
_BETWEEN = small_words("said_of_between")
_LEADING = small_words("said_of_leading")
_DETERMINERS = small_words("said_of_determiners")
_QUANTITIES = small_words("said_of_quantities")
_QUALITIES = small_words("said_of_qualities")
_PLACES = small_words("said_of_places")
_FOLLOWING = small_words("said_of_following")
_PRONOUNS = frozenset({"READER", "SELF", "THEY", "THIRD"})
_OTHERS = PERSONS | {"SCHOOL", "FAMILY", "PUBLIC", "SPORT"}
_ABOUT_IT = frozenset({"about", "against", "by", "for", "of", "on", "to"})
"""What is said of "cuts to our school" is said of the cuts; "behaviour at our school" is half its own."""
_TO_SAY = frozenset({"hear", "know", "say", "see", "think"})
_WORST = frozenset({"worst", "most"})
_BEFORE_ONESELF = frozenset({"a", "an", "the", "such", "so", "very", "right", *_WORST}) | _QUALITIES - {
    "my",
    "of",
    "our",
    "that",
    "these",
    "this",
    "those",
}
_REACH = 6
_FEW = 3
_STRESSING = _QUALITIES - {"my", "our", "of"} | {"pure", "right", "what"}
_PLURALS = frozenset({"children", "management", "men", "people", "slt", "smt", "staff", "women"})


@dataclass(frozen=True, slots=True)
class Said:
    """Of whom: a tag of people.py, ``THING`` for things, or `NOBODY` where nothing links the word to anyone.

    ``sure`` is whether the sentence itself makes the link, rather than mere nearness.
    """

    tag: str
    sure: bool = False


def said_of(doc: Doc, start: int, end: int, noun: bool, *, deed: bool = False) -> Said:
    """Who or what words ``start`` to ``end`` are said of.

    ``noun``: the words name, rather than describe. ``deed``: they name what is done as often as who does it,
    as "a disgrace" does.
    """
    if of_oneself(doc, start, end):
        return Said("SELF", sure=True)
    ahead = _ahead(doc, end, noun, deed)
    if ahead:
        return Said(ahead, sure=True)
    if not noun and _describes_next(doc, end):
        return Said("THING", sure=True)
    behind = _behind(doc, start)
    if behind:
        return Said(antecedent(doc, start, behind), sure=True)
    if noun and _is_all_there_is(doc, start, end):
        return Said("ANYONE", sure=True)
    if noun and _exclaimed(doc, start, deed):
        return Said(antecedent(doc, start, "THIRD"), sure=True)
    return Said(_nearby(doc, start, end)) if noun else Said(NOBODY)


def of_oneself(doc: Doc, start: int, end: int) -> bool:
    """As in "I'm a useless teacher", "feeling like the worst TA", "worst teacher ever: me"."""
    begin = start
    while begin > 0 and doc[begin - 1].norm_ in _BEFORE_ONESELF and not doc[begin].is_sent_start:
        begin -= 1
    named = {word.norm_ for word in doc[begin:end]}
    if begin and not doc[begin].is_sent_start and named & {"a", "an", "such", "the", *_WORST}:
        likened = doc[begin - 1].norm_ == "like" and named & {"a", "an", *_WORST}
        if _is_about_me(doc, begin - 2 if likened else begin - 1):
            return True
    return _it_is_me(doc, end)


def _is_about_me(doc: Doc, verb: int) -> bool:
    """Whether a word like "am" or "feel" is said by the writer of the writer, with or without "I"."""
    if verb > 0 and doc[verb].tag_ == "SELF":
        return doc[verb - 1].norm_ in _BE
    if verb < 0 or doc[verb].norm_ not in _BE | {"feel", "feels", "feeling", "felt"}:
        return False
    opens = verb == 0 or doc[verb].is_sent_start or doc[verb - 1].text in _STOPS
    return doc[verb].norm_ in {"feeling", "felt", "been", "am"} if opens else subject(doc, verb) == "SELF"


def _it_is_me(doc: Doc, end: int) -> bool:
    """As in "worst teacher award goes to me": the sentence ends with who it is."""
    for token in doc[end : end + 7]:
        if token.is_sent_start and token.i > end:
            return False
        if token.norm_ in {"me", "myself"} and doc[token.i - 1].norm_ in {"to", "is", ":", "=", "-"}:
            return token.i + 1 == len(doc) or not doc[token.i + 1].is_alpha
    return False


def _is_all_there_is(doc: Doc, start: int, end: int) -> bool:
    """As in "Idiots", "What a moron!": a post that is an insult and no more; an animal may be one."""
    others = [token for token in doc if token.is_alpha and not start <= token.i < end]
    animal = doc[start].norm_.removesuffix("s") in classes()["beasts"]
    if animal or len(others) > _FEW:
        return False
    return all(token.tag_ == NOBODY and token.norm_ in _STRESSING for token in others)


def _exclaimed(doc: Doc, start: int, deed: bool) -> bool:
    """As in "Stupid cow." after a sentence about somebody: the words stand alone.

    After a sentence that tells what somebody did, "a disgrace" is what was done.
    """
    begin = doc[start].sent.start
    return (
        0 < begin < start <= begin + 3
        and antecedent(doc, begin, "THIRD") != "THIRD"
        and all(token.tag_ == NOBODY and token.is_alpha for token in doc[begin:start])
        and _BETWEEN.isdisjoint(token.norm_ for token in doc[begin:start])
        and not (deed and any(map(_tells, doc[begin - 1].sent)))
    )


def _tells(token: Token) -> bool:
    """Whether a word is more than the name of somebody."""
    return token.is_alpha and token.tag_ == NOBODY and token.norm_ not in _DETERMINERS | _QUALITIES


def _ahead(doc: Doc, end: int, noun: bool, deed: bool) -> str | None:
    """As in "useless head", "the muppets in the office"."""
    skipped = _QUALITIES | (_PLACES if noun else frozenset())
    for token in doc[end : end + 5]:
        if (token.is_sent_start and token.i > end) or _begins_a_clause(token, deed):
            return None
        if token.tag_ in _OTHERS - _PRONOUNS:
            return "COLLEAGUE" if noun and token.tag_ == "SCHOOL" else token.tag_
        if token.norm_ not in skipped and token.tag_ != "THING":
            return None
    return None


def _begins_a_clause(token: Token, deed: bool) -> bool:
    """As in "a joke and our head knows it", "a disgrace that TAs pay", unlike "a useless and lazy head"."""
    if token.norm_ != "and" and not (deed and token.norm_ == "that"):
        return False
    after = token.doc[token.i + 1 : token.i + 2]
    return any(word.norm_ in _DETERMINERS or word.tag_ in PERSONS - {"GROUP"} | {"SCHOOL"} for word in after)


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
            return subject(doc, place)
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


def subject(doc: Doc, verb: int) -> str:
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
    if doc[place].tag_ in _PRONOUNS:
        return doc[place].tag_
    begin = _phrase_start(doc, place)
    if begin > 0 and not doc[begin].is_sent_start:
        if _is_done(doc, begin - 1):
            return "THING"
        if doc[begin - 1].norm_ in _BETWEEN:
            return _head(doc, begin - 2, doc[place].tag_)
    tag = doc[place].tag_
    return "THING" if tag == NOBODY else tag


def _head(doc: Doc, head: int, tag: str) -> str:
    """Of "the head of maths", the head; of "half of the kids", the kids, whose ``tag`` it is."""
    if head < 0 or doc[head].text in _STOPS or doc[head + 1].is_sent_start:
        return "THING" if tag == NOBODY else tag
    if doc[head].norm_ in _QUANTITIES:
        return tag
    outer = doc[head].tag_
    if outer in _OTHERS:
        return outer
    about = tag == NOBODY or doc[head + 1].norm_ in _ABOUT_IT
    return "THING" if about or _has_article(doc, head) else tag


def _is_done(doc: Doc, verb: int) -> bool:
    """As in "a plan to close", "closing": what follows is what is done to, not who does."""
    word = doc[verb]
    if word.tag_ != NOBODY or word.norm_ in _QUANTITIES | _TO_SAY:
        return False
    opens = bool(word.is_sent_start) and word.norm_.endswith("ing")
    return opens or (verb > 0 and doc[verb - 1].norm_ == "to" and word.is_lower)


def opening(doc: Doc, start: int, end: int) -> Said | None:
    """Of whom a stretch is said that opens with who and "is": "our school is a joke"; `None` for others."""
    if end < start + 2 or doc[start].tag_ not in _OTHERS or doc[start + 1].norm_ not in _BE:
        return None
    whom = subject(doc, start + 1)
    begin = _phrase_start(doc, start)
    of_a_part = begin > 0 and doc[begin - 1].norm_ in _BETWEEN - _ABOUT_IT | {"by"}
    if whom == "THING" and doc[start].tag_ == "SCHOOL" and of_a_part:
        return Said("SCHOOL")
    return Said(whom, sure=True)


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
    named = [token for token in doc[:start] if token.tag_ in wanted]
    alike = [token for token in named if _is_many(token) == (tag == "THEY")]
    return (alike or named)[-1].tag_ if named else tag


def _is_many(token: Token) -> bool:
    """Whether "they" rather than "she" stands for it."""
    word = token.norm_
    plain = word.endswith("s") and not word.endswith(("ss", "'s"))
    return plain or word in _PLURALS or token.tag_ == "GROUP" or any(letter.isdigit() for letter in word)


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
