"""Remarks that no rule holds, as the trained model hears them; rules say what is quoted, and of whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from selfaudit.detectors.language.aimed import aimed_at
from selfaudit.detectors.language.context import Setting, negated, quoted, suffered
from selfaudit.detectors.language.drafts import APART, Draft
from selfaudit.detectors.language.insults import insulting
from selfaudit.detectors.language.lexicon import classes, cue, kinds
from selfaudit.detectors.language.marking import LONGEST, telling, trimmed
from selfaudit.detectors.language.model.answers import Answer
from selfaudit.detectors.language.model.component import ANSWERS_KEY
from selfaudit.detectors.language.people import PERSONS, ROLES
from selfaudit.detectors.language.retelling import hopes, is_call_to_go, is_hopeful, is_scattered, retold
from selfaudit.detectors.language.said_of import of_oneself
from selfaudit.detectors.language.signs import is_real, signed
from selfaudit.detectors.language.weighing import weighed
from selfaudit.detectors.language.whole import Stretch
from selfaudit.model.detections import Target, Topic
from selfaudit.model.vocabulary import Confidence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_FEWEST, _SHORTEST = 4, 24
"""In fewer words and letters there is no whole to read."""
_SURE_OF_FEW = {Topic.THREAT: 0.85, Topic.DISCRIMINATORY: 0.85, Topic.DEROGATORY: 0.95}
"""So sure of abuse the model has to be in so few; friends call each other names in two words."""
_BESIDE = 0.6
"""A topic this much less likely than another in the same text is heard along with it, where it is an echo."""
_ECHOES = frozenset({Topic.PROMOTION, Topic.SCHOOL_POLICY})
_ABUSE = frozenset({Topic.DEROGATORY, Topic.THREAT, Topic.DISCRIMINATORY})
_PRONOUNS = frozenset({"ANYONE", "THIRD", "THEY"})
_SOMEBODY = PERSONS | {"SCHOOL"}
_OF_SCHOOL = frozenset({"SCHOOL", "PUPIL", "COLLEAGUE", "LEADER"})
_INDEFINITE = frozenset({"a", "an", "another", "some"})
_HOME = frozenset({"house", "home", "household", "flat", "kitchen"})
_ADDRESS = re.compile(r"\w ?(?:@|[\[(] ?at ?[\])]) ?\w")
_NEVER_SAID = cue("never_said")
_PARTY, _TRADING = cue("party"), cue("trading")
_ADVICE, _GET_WELL = cue("general_advice"), cue("get_well")
_BREAKS = frozenset({"although", "if", "though", "unless", "until", "when", "whenever", "while"})
_CONDITIONS = frozenset({"if", "unless", "when", "whenever"})
_KINDS = {
    Topic.DEROGATORY: "heard_derogatory",
    Topic.THREAT: "heard_threat",
    Topic.DISCRIMINATORY: "heard_discriminatory",
    Topic.DISREPUTE: "heard_disrepute",
    Topic.CONFIDENTIAL: "heard_confidential",
    Topic.PROMOTION: "heard_promotion",
    Topic.SCHOOL_POLICY: "heard_school_policy",
}


def heard(doc: Doc, drafts: list[Draft], setting: Setting) -> list[Draft]:
    """The rules' drafts, and the model's own where the rules are silent."""
    answers: list[Answer] = doc.user_data.get(ANSWERS_KEY, [])
    drafts = [*drafts, *signed(doc, setting)]
    drafts = [
        retold(doc, draft) for draft in drafts if not (is_hopeful(doc, draft) or is_scattered(doc, draft))
    ]
    if _is_short(doc):
        sure = wanted = {topic: one for one in answers for topic in one.likely if _is_plain_abuse(topic, one)}
    else:
        drafts = weighed(drafts, answers)
        sure = {topic: answer for answer in answers for topic in answer.likely}
        wanted = {topic: answer for answer in answers for topic in answer.shown} | sure
    told = {kinds()[draft.kind].topic for draft in drafts}
    added = [
        _draft(doc, answer, topic, setting, sure=topic in sure, aside=_is_aside(topic, told, sure))
        for topic, answer in wanted.items()
        if topic not in told
        and not _in_a_comment_on_rules(topic, sure)
        and not (topic in _ECHOES and _is_an_echo(answer, topic))
    ]
    return [draft for draft in (*drafts, *added) if draft and not is_real(doc, draft)]


def _is_short(doc: Doc) -> bool:
    return sum(token.is_alpha for token in doc) < _FEWEST and len(doc.text) < _SHORTEST


def _is_plain_abuse(topic: Topic, answer: Answer) -> bool:
    return topic in _SURE_OF_FEW and answer.chances[topic] >= _SURE_OF_FEW[topic]


def _is_aside(topic: Topic, told: Collection[Topic], sure: Collection[Topic]) -> bool:
    """Where a rule told something, what the model is unsure of only goes with it."""
    return bool(told) and topic not in sure and topic not in APART


def _is_an_echo(answer: Answer, topic: Topic) -> bool:
    """Whether another topic is so much likelier that this one is only heard along with it."""
    return answer.chances[topic] < _BESIDE * max(answer.chances[other] for other in _KINDS)


def _in_a_comment_on_rules(topic: Topic, sure: Collection[Topic]) -> bool:
    """Who plainly comments on a school's rule runs the school down only where that is as plain."""
    return topic is Topic.DISREPUTE and topic not in sure and Topic.SCHOOL_POLICY in sure


def _draft(
    doc: Doc, answer: Answer, topic: Topic, setting: Setting, *, sure: bool, aside: bool
) -> Draft | None:
    """The model's own remark; what stands around it may undo it, and repeated words are unsure.

    A private matter is given away in whosever words.
    """
    run = _carrying(doc, answer, topic)
    repeated = topic is not Topic.CONFIDENTIAL and quoted(doc, *run, setting)
    stretch = telling(doc, _with_the_insult(doc, run, topic))
    target = aimed_at(doc, stretch, topic)
    if topic in _ABUSE and (_never_said(doc, run) or _undone(doc, setting, sure=sure, repeated=repeated)):
        return None
    if topic in _ABUSE and repeated and suffered(doc, *run, target):
        return None
    learning = topic is Topic.DEROGATORY and target is Target.PUPIL and hopes(doc, stretch)
    if _is_nothing(doc, run, topic, setting, sure=sure) or (learning and not sure):
        return None
    called = topic is Topic.THREAT and is_call_to_go(doc, stretch)
    kind = _promoting(doc) if topic is Topic.PROMOTION else _KINDS[Topic.DEROGATORY if called else topic]
    certain = sure and not repeated and not learning
    confidence = Confidence.LIKELY if certain else Confidence.UNSURE
    return Draft(kind, confidence, (stretch,), target, quoted=repeated, aside=aside)


def _promoting(doc: Doc) -> str:
    """What is promoted, where words of the post tell."""
    said = doc.text.lower()
    if _PARTY.search(said):
        return "campaign"
    return "business" if _TRADING.search(said) else _KINDS[Topic.PROMOTION]


def _is_nothing(doc: Doc, run: Stretch, topic: Topic, setting: Setting, *, sure: bool) -> bool:
    """Whether what stands around it makes it no remark of its topic."""
    if topic in {Topic.DEROGATORY, Topic.DISREPUTE} and not sure and _of_a_stranger(doc):
        return True
    if topic in _ABUSE and not sure and _GET_WELL.search(doc.text.lower()):
        return True
    if topic is Topic.PROMOTION:
        return setting.voting
    if topic is Topic.SCHOOL_POLICY:
        return _at_home(doc)
    if topic is Topic.CONFIDENTIAL:
        said = doc.text.lower()
        return _is_address(doc, run) or (not sure and bool(_ADDRESS.search(said) or _ADVICE.search(said)))
    return topic is Topic.DISREPUTE and not sure and _taken_back(doc)


def _taken_back(doc: Doc) -> bool:
    """As in "I don't think our school is failing"."""
    bad = classes()["schoolbad"]
    return any(token.norm_ in bad and negated(doc, token.i) for token in doc)


def _of_a_stranger(doc: Doc) -> bool:
    """As in "a man asking if his hire car would float": nobody is named but somebody whom one came across."""
    tags = {token.tag_ for token in doc}
    if "SELF" in tags or not tags & _SOMEBODY <= _PRONOUNS:
        return False
    people = [token for token in doc if token.tag_ == "ANYONE" and token.norm_ != "lot"]
    return any(token.i and doc[token.i - 1].norm_ in _INDEFINITE for token in people)


def _at_home(doc: Doc) -> bool:
    """Rules of one's own house, with nobody and nothing of a school in them."""
    return any(token.norm_ in _HOME for token in doc) and not {token.tag_ for token in doc} & _OF_SCHOOL


def _is_address(doc: Doc, stretch: Stretch) -> bool:
    """An address gives nothing away but itself; whether it is the school's is another question."""
    around = doc[max(0, stretch[0] - 1) : stretch[1] + 1].text
    return _ADDRESS.search(around) is not None


def _never_said(doc: Doc, run: Stretch) -> bool:
    """As in "never said he was an idiot"."""
    return bool(_NEVER_SAID.search(doc[doc[run[0]].sent.start : run[1]].text.lower()))


def _undone(doc: Doc, setting: Setting, *, sure: bool, repeated: bool) -> bool:
    """Words repeated to object to them or to teach; where the model is unsure, whatever makes it unlikely."""
    against = setting.counter or setting.lesson
    return (repeated and against) or (not sure and (against or _unlikely(doc, setting)))


def _unlikely(doc: Doc, setting: Setting) -> bool:
    """Sport; posts that name nobody but oneself and one's own."""
    tags = {token.tag_ for token in doc}
    named = tags & _SOMEBODY
    own = ("SELF" in tags and named <= {"ANYONE"}) or ("FAMILY" in tags and named <= _PRONOUNS)
    return own or (setting.sport and not tags & ROLES)


def _carrying(doc: Doc, answer: Answer, topic: Topic) -> Stretch:
    """The run of words within one clause that has the largest share in the answer."""
    head = list(answer.chances).index(topic)
    shares = [0.0] * len(doc)
    mean = sum(part.shares[head] for part in answer.parts) / max(1, len(answer.parts))
    for part in answer.parts:
        word = _word_at(doc, part.start)
        shares[word] += part.shares[head] - mean
    if topic is Topic.CONFIDENTIAL:
        shares = _without_conditions(doc, shares)
    runs = [run for sentence in doc.sents for run in _runs(sentence, shares)]
    _, start, end = max(runs, default=(0.0, 0, len(doc)))
    return trimmed(doc, start, end)


def _without_conditions(doc: Doc, shares: list[float]) -> list[float]:
    """As in "if you need it": it tells nothing away, however much it weighs."""
    kept, lowest = list(shares), min(shares, default=0.0)
    within = False
    for token in doc:
        within = token.norm_ in _CONDITIONS or (within and not token.is_sent_start and token.text != ",")
        kept[token.i] = min(lowest, 0.0) if within else kept[token.i]
    return kept


def _with_the_insult(doc: Doc, run: Stretch, topic: Topic) -> Stretch:
    """A word that is an insult to everybody shows a person more than the words that weighed most."""
    said = insulting(doc) if topic is Topic.DEROGATORY else None
    if said is None or of_oneself(doc, *said):
        return run
    if not run[0] <= said[0] < run[1]:
        return said
    after = next((token.i for token in doc[said[1] : run[1]] if token.text == ","), run[1])
    return run[0], max(after, said[1])


def _word_at(doc: Doc, place: int) -> int:
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if doc[middle].idx <= place else (low, middle - 1)
    return low


def _runs(sentence: Span, shares: list[float]) -> Iterator[tuple[float, int, int]]:
    """Each run of words up to the longest that is marked, with its share."""
    for start in range(sentence.start, sentence.end):
        total = 0.0
        for end in range(start + 1, min(sentence.end, start + LONGEST) + 1):
            if end - start > 1 and sentence.doc[end - 1].norm_ in _BREAKS:
                break
            total += shares[end - 1]
            yield total, start, end
