"""What stands around a remark: negation, quotation, reporting, counter-speech, lessons, football, good wishes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLAUSE_ENDS = frozenset(
    {",", ";", ":", "-", "–", "—", "(", ")", "#", "but", "because", "although", "|", "/", "…"}
)
_NOT = frozenset(["not", "never", "no", "nobody", "none", "without", "hardly", "neither", "nor", "cannot", "aint", "far"])
_NOT_ONLY = frozenset(["only", "just", "being", "sure", "wonder", "matter", "doubt", "one", "surprise", "surprised", "even"])
_NEGATION_REACH = 7
_REPORTED = re.compile(
    r"\b(?:call(?:ed|ing|s)?|label(?:led|s)?|told|accused|describ(?:ed|es|ing)|dubbed"
    r"|heard (?:the word|someone|somebody|kids|a))\b"
)
_THE_WORD_BEFORE = re.compile(
    r"(?:\b(?:the|that|this) (?:\w+ )?(?:words?|term|phrase|insult|slur|expression|name)|\bname calling)\W*$"
)
_THE_WORD_AFTER = re.compile(
    r"^\W*(?:is|was|as) an? (?:insult|slur|joke word|bad word|swear word)\b"
)
_COUNTER = re.compile(
    r"\bnever (?:ok|okay|acceptable|right|funny|be|call|use|say)\b|\b(?:not|isn't|n't|is not) (?:ok|okay|acceptable|on|funny|a joke)\b"
    r"|\bunacceptable\b|\bno (?:place|room|excuse) (?:in|for)\b|\bstand(?:ing)? up to\b|\bspeak(?:ing)? up\b|\bcall(?:ing)? (?:it|this|that) out\b"
    r"|\b(?:stop|please (?:don't|do not|stop)|quit|wish people would stop) (?:calling|using|saying|call|use|say|making|telling)\b"
    r"|\b(?:no ?one|nobody|no child|no teacher|no pupil|no person|no kid) (?:should|deserves|is|ever|needs)\b|\bshould(?:n't| not| never)? (?:ever )?be (?:called|told|made)\b"
    r"|\bdisgust(?:ed|ing) (?:that|to hear|by|at|me)\b|\b(?:words (?:do |can )?hurt|hurtful|offensive|harmful|appalled|horrified|heartbreaking|outdated)\b"
    r"|\banti ?-?(?:bullying|racism|racist|hate)\b|\b(?:racism|homophobia|sexism|ableism|misogyny|antisemitism|prejudice|transphobia|islamophobia|xenophobia|stereotypes?|discrimination)\b"
    r"|\bwhy (?:do|does|is|are) (?:people|anyone|it|some people)\b|\b(?:glad|good) (?:it's|its|that's|to see it) (?:going|gone)\b|\bstop saying\b|\breport(?:ed)? (?:it|him|them|abuse|hate)\b"
)
_LESSON = re.compile(
    r"\b(?:histor(?:y|ic|ical)|novel|poems?|poetry|shakespeare|macbeth|othello|hamlet|mockingbird|of mice and men|literature"
    r"|holocaust|slavery|slave trade|nazi|ww[12i]+|reclaimed|etymology|dictionary|linguistics|museums?|documentary"
    r"|(?:discuss(?:ed|ing)?|debat(?:ed|e|ing)|stud(?:ied|y|ying)|talk(?:ed|ing)? about|learn(?:ed|t|ing)? about) (?:why|how|the))\b"
)
_TEACHING = re.compile(
    r"\b(?:learn(?:ed|t|ing|s)|studied|studying|theatre|drama|exam|gcse|assembly on|assembly about|war|workshop|topic|film"
    r"|movie|book|books|play|researched|discussing|discussed|debate|story|stories|panto|nativity|victorians?|vikings?|romans?|tudors?)\b"
)
_SPORT = re.compile(
    r"\b\d+ ?[-–] ?\d+\b|\b(?:match|ref|referee|league|goal|goals|half time|(?:first|second) half|striker|keeper|defence|midfield|penalty|var|offside|fc|utd"
    r"|cup final|fa cup|world cup|euros|premier|relegation|champions|semi|innings|wicket|wickets|cricket|rugby|scrum|darts|under \d+s|football|fixture|away end|toon|spurs"
    r"|arsenal|chelsea|england|up front|unplayable|pitch|boxing|match of the day|season)\b"
)
_WARM = re.compile(
    r"\b(?:happy (?:\d+\w* )?(?:birthday|anniversary|retirement|\d+\w*)|love (?:you|u|ya|him to bits|her to bits|them|them all|him|her)|congrat\w*|well done|legend|best (?:mate|friend)"
    r"|miss (?:you|him|her|them)|proud of|thank you|get well|can't wait to see|lots of love|my (?:husband|wife|hubby|brother|sister|son|daughter|mum|dad|dog|cat|best friend|mate))\b|❤|😍|🥰|💕|\bx{1,4}\b(?!\w)|\bmwah\b"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole post is like."""

    counter: bool
    lesson: bool
    teaching: bool
    sport: bool
    warm: bool
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
    return bool(named) or _reporting(doc, begin, start)


def _reporting(doc: Doc, begin: int, start: int) -> bool:
    """ "was called a ...", "told me I was ...", "called my friend a ...": somebody else said so."""
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
