"""Decides what is a remark: context first, the list second."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from selfaudit.detectors.language.allowances import Allowances
from selfaudit.detectors.language.context import (
    Setting,
    clause_start,
    denies,
    negated,
    quoted,
    setting_of,
    suffered,
)
from selfaudit.detectors.language.drafts import Draft, best
from selfaudit.detectors.language.elsewhere import is_a_name_called
from selfaudit.detectors.language.frames import Frames, Hit, Written
from selfaudit.detectors.language.hearing import heard
from selfaudit.detectors.language.homonyms import is_name
from selfaudit.detectors.language.leaning import Leanings
from selfaudit.detectors.language.lexicon import GRADES, Entry, classes, cue, entries, kinds
from selfaudit.detectors.language.people import PERSONS, ROLES, TARGETS
from selfaudit.detectors.language.reasons import worded
from selfaudit.detectors.language.said_of import Said, of_oneself, opening, said_of
from selfaudit.detectors.language.senses import Senses
from selfaudit.model.detections import Target, Topic
from selfaudit.model.vocabulary import Confidence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

REMARKS_KEY = "remarks"
_MEDIUM, _STRONG = GRADES.index("medium"), GRADES.index("strong")
_AT_SCHOOL = frozenset({"LEADER", "COLLEAGUE", "PUPIL", "PARENT", "SCHOOL"})
_OF_WORK = frozenset({"conduct", "practice"})
_ABOUT_PEOPLE = frozenset({"insult", "incompetence", "mocking", "sarcasm", "fault"})
_DEFAULTS = {
    "school": Target.SCHOOL,
    "practice": Target.SCHOOL,
    "generalisation": Target.GROUP,
    "conduct": Target.SELF,
    "harm": Target.SELF,
    "unlawful": Target.SELF,
    "sexual": Target.SELF,
    "leak": Target.SCHOOL,
    "disclosure": Target.PUPIL,
}
_UNLESS_REACH = 4
_UNLESS = {
    "policy": cue("other_house"),
    "campaign": cue("any_vote"),
    "leak": cue("surprise"),
    "disclosure": cue("told_of_elsewhere"),
}
"""What makes a frame of this kind mean nothing, wherever it stands in the post."""


class Judge:
    """The pipeline component: leaves the document's remarks in ``user_data``, offsets into its own text."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import PhraseMatcher

        def words(phrase: str) -> tuple[str, ...]:
            return tuple(token.norm_ for token in nlp.make_doc(phrase))

        self._frames, self._senses = Frames(words), Senses(words)
        self._leanings = Leanings(nlp)
        self._allowances = Allowances(self._leanings)
        self._words = PhraseMatcher(nlp.vocab, attr="NORM")
        self._entries = {f"{entry.kind}:{entry.word}": entry for entry in entries()}
        for key, entry in self._entries.items():
            self._words.add(key, [nlp.make_doc(form) for form in entry.forms])

    def __call__(self, doc: Doc) -> Doc:
        """The same document, judged."""
        setting, written = setting_of(doc), Written(doc)
        everyday = self._senses.everyday(doc, written)
        drafts = [*self._by_words(doc, setting, everyday), *self._by_frames(doc, setting, written)]
        drafts = heard(doc, drafts or list(self._by_leaning(doc, setting)), setting)
        drafts = self._allowances(doc, drafts, setting, everyday)
        doc.user_data[REMARKS_KEY] = tuple(worded(doc, draft) for draft in best(drafts))
        return doc

    def _by_words(self, doc: Doc, setting: Setting, everyday: Collection[int]) -> Iterator[Draft]:
        for span in self._words(doc, as_spans=True):
            entry = self._entries[span.label_]
            named = is_name(doc, span.start, span.end, of_places=entry.kind != "slur")
            sworn = not (entry.kind == "slur" and span.start in everyday)
            if sworn and not named and not _something_else(doc, span.start, span.end, entry):
                draft = _judge_word(doc, span.start, span.end, entry, setting)
                yield from (_checked(doc, draft, setting) if draft else ())

    def _by_frames(self, doc: Doc, setting: Setting, written: Written) -> Iterator[Draft]:
        for hit in self._frames.find(written):
            if not _beside_the_point(doc, hit, setting):
                yield from _checked(doc, _framed(doc, hit), setting)

    def _by_leaning(self, doc: Doc, setting: Setting) -> Iterator[Draft]:
        """Only where nothing plainer was found, and never more than unsure."""
        if setting.warm or setting.lesson or setting.teaching or setting.sport or setting.counter:
            return
        for stretch, tag in self._leanings.find(doc):
            kind = "leaning_school" if tag == "SCHOOL" else "leaning"
            thing = said_of(doc, *stretch, noun=True, deed=True) == Said("THING", sure=True)
            if not thing and not of_oneself(doc, *stretch):
                yield from _checked(doc, Draft(kind, Confidence.UNSURE, (stretch,), TARGETS[tag]), setting)


def _something_else(doc: Doc, start: int, end: int, entry: Entry) -> bool:
    near = doc[max(0, start - _UNLESS_REACH) : end + _UNLESS_REACH]
    return bool(entry.unless) and any(token.norm_ in entry.unless for token in near)


def _judge_word(doc: Doc, start: int, end: int, entry: Entry, setting: Setting) -> Draft | None:
    stretch = ((start, end),)
    match entry.kind:
        case "swear" if entry.grade >= _MEDIUM:
            sure = Confidence.LIKELY if entry.grade >= _STRONG else Confidence.UNSURE
            return Draft("swear", sure, stretch, None, grade=entry.grade)
        case "slur":
            return _slur(doc, start, end, entry)
        case "insult" | "fault":
            said = _compared(doc, start, end) or said_of(
                doc, start, end, noun=entry.kind == "insult", deed=entry.deed
            )
            if negated(doc, start) or not _counts(said, entry, setting, plural=_is_plural(doc, end)):
                return None
            target = TARGETS.get(said.tag)
            return Draft(_kind_for(said, entry), _sureness(said, entry), stretch, target, grade=entry.grade)
    return None


def _is_plural(doc: Doc, end: int) -> bool:
    return doc[end - 1].norm_.endswith("s")


def _compared(doc: Doc, start: int, end: int) -> Said | None:
    """In "nobody is as useless as our head" it is said of the head."""
    if not start or end == len(doc) or (doc[start - 1].norm_, doc[end].norm_) != ("as", "as"):
        return None
    before = doc[clause_start(doc, start) : start]
    if not denies(token.norm_ for token in before):
        return None
    tags = [token.tag_ for token in (*before, *doc[end + 1 : end + 4])]
    return next((Said(tag, sure=True) for tag in reversed(tags) if tag in ROLES | {"GROUP", "SCHOOL"}), None)


def _slur(doc: Doc, start: int, end: int, entry: Entry) -> Draft | None:
    said = said_of(doc, start, end, noun=True)
    own = said.tag == "SELF"
    if own and (said.sure or not _is_plural(doc, end)):
        return None
    if entry.needs_person and not (said.sure and said.tag in PERSONS):
        return None
    sure = not negated(doc, start) and entry.grade >= _MEDIUM
    target = None if own else TARGETS.get(said.tag)
    kind = "slur_in_one_sense" if entry.unless or entry.needs_person else "slur"
    return Draft(kind, Confidence.LIKELY if sure else Confidence.UNSURE, ((start, end),), target)


def _counts(said: Said, entry: Entry, setting: Setting, plural: bool) -> bool:
    """Whether an insult or a fault said of this one is a remark that the policy is about."""
    if said.tag == "SELF" and not said.sure and plural:
        return True
    if said.tag in {"SELF", "THING", "FAMILY", "SPORT"}:
        return False
    if said.tag == "PUBLIC":
        return entry.kind == "insult" and entry.grade >= _STRONG
    if setting.warm and (said.tag not in _AT_SCHOOL or entry.grade < _MEDIUM):
        return False
    if setting.sport and said.tag not in _AT_SCHOOL:
        return False
    if said.sure and said.tag in PERSONS | {"SCHOOL"}:
        return not (entry.kind == "fault" and entry.grade < _MEDIUM and said.tag in {"READER", "THEY"})
    return entry.kind == "insult" and entry.grade >= _MEDIUM and not entry.unless


def _kind_for(said: Said, entry: Entry) -> str:
    if said.sure and said.tag == "SCHOOL":
        return "school"
    return "generalisation" if said.sure and said.tag == "GROUP" else entry.kind


def _sureness(said: Said, entry: Entry) -> Confidence:
    linked = said.sure and said.tag in ROLES | {"THIRD", "READER", "SCHOOL", "GROUP"}
    return (
        Confidence.LIKELY
        if linked and (entry.kind == "insult" or entry.grade >= _MEDIUM)
        else Confidence.UNSURE
    )


def _beside_the_point(doc: Doc, hit: Hit, setting: Setting) -> bool:
    """Whether a frame is undone by what stands around it."""
    kind, (start, end) = hit.frame.kind, hit.stretches[0]
    if hit.frame.sure != "plain" and negated(doc, start):
        return True
    if not hit.frame.denying and denies(token.norm_ for token in doc[start:end]):
        return True
    if kind in _UNLESS and _UNLESS[kind].search(doc.text.lower()):
        return True
    if kind in _OF_WORK and not _at_work(doc):
        return True
    if kind == "insult" and said_of(doc, start, end, noun=True) == Said("THING", sure=True):
        return True
    if opening(doc, start, end) == Said("THING", sure=True):
        return True
    if kind in {"insult", "incompetence"} and of_oneself(doc, start, end):
        return True
    if kind in _ABOUT_PEOPLE:
        subject = None if _names_somebody(doc, hit) else _subject_tag(doc, start)
        return setting.warm or subject in {"SELF", "FAMILY", "SPORT", "PUBLIC"}
    return kind in {"threat", "wish"} and (setting.sport or _for_fun(doc, start, end))


def _at_work(doc: Doc) -> bool:
    """Whether the post is about work at all."""
    words = frozenset(classes()["atwork"])
    return any(token.tag_ in _AT_SCHOOL or token.norm_ in words for token in doc)


def _names_somebody(doc: Doc, hit: Hit) -> bool:
    return any(token.tag_ in PERSONS for start, end in hit.stretches for token in doc[start : end + 2])


def _subject_tag(doc: Doc, start: int) -> str | None:
    """Who is being spoken of just before a frame."""
    begin = clause_start(doc, start)
    tags = [
        token.tag_
        for token in doc[begin:start]
        if token.tag_ in PERSONS | {"SELF", "FAMILY", "SPORT", "PUBLIC"}
    ]
    return tags[-1] if tags else None


def _for_fun(doc: Doc, start: int, end: int) -> bool:
    """Harm done to a dish, a deadline or one's own family: a manner of speaking."""
    tags = {token.tag_ for token in doc[start:end]}
    return "FAMILY" in tags or bool(
        tags & {"SELF"} and {"myself"} & {token.norm_ for token in doc[start:end]}
    )


def _framed(doc: Doc, hit: Hit) -> Draft:
    nobody = hit.frame.kind in _ABOUT_PEOPLE and not any(token.tag_ in PERSONS for token in doc)
    said = opening(doc, *hit.stretches[0])
    unsure = nobody or hit.frame.sure == "unsure" or (said is not None and not _linked(said))
    confidence = Confidence.UNSURE if unsure else Confidence.LIKELY
    fixed = _DEFAULTS.get(hit.frame.kind)
    target = fixed or (TARGETS.get(said.tag) if said else _target(doc, hit))
    kind = "school" if hit.frame.kind == "insult" and target is Target.SCHOOL else hit.frame.kind
    return Draft(kind, confidence, hit.stretches, target)


def _linked(said: Said) -> bool:
    """Whether it is plainly said of people or of the school, not of a government or of things there."""
    return said.sure and said.tag != "PUBLIC"


def _target(doc: Doc, hit: Hit) -> Target | None:
    inside = [token.tag_ for start, end in hit.stretches for token in doc[start:end]]
    sentence = [token.tag_ for token in doc[hit.stretches[0][0]].sent]
    ranked = [tag for tags in (inside, sentence) for tag in tags if tag in ROLES | {"SCHOOL"}]
    weaker = [tag for tags in (inside, sentence) for tag in tags if tag in PERSONS]
    return TARGETS[(ranked or weaker)[0]] if ranked or weaker else None


def _checked(doc: Doc, draft: Draft, setting: Setting) -> Iterator[Draft]:
    """Repeated words are at most unsure; repeated to object to them, to teach, or as suffered, nothing.

    A private matter is given away in whosever words.
    """
    start, end = draft.stretches[0]
    private = kinds()[draft.kind].topic is Topic.CONFIDENTIAL
    if private or not quoted(doc, start, end, setting):
        yield draft
    elif not (setting.counter or setting.lesson or _is_suffered(doc, draft)):
        yield replace(draft, confidence=Confidence.UNSURE, quoted=True)


def _is_suffered(doc: Doc, draft: Draft) -> bool:
    """Whether it was said to the writer or their own; a mere swear word stands in the post all the same."""
    stretch = draft.stretches[0]
    return (draft.kind != "swear" or is_a_name_called(doc, *stretch)) and suffered(
        doc, *stretch, draft.target
    )
