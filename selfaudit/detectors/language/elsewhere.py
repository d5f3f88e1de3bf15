"""What is said of nobody from school: of companies, referees, people in stories, things; or in fun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from selfaudit.detectors.language.context import Setting
from selfaudit.detectors.language.drafts import Draft
from selfaudit.detectors.language.lexicon import cue, entries
from selfaudit.detectors.language.people import PERSONS
from selfaudit.model.detections import Target

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_COMPANY, _ON_THE_PITCH = cue("company"), cue("on_the_pitch")
_IN_A_STORY, _FROM_WORK = cue("in_a_story"), cue("from_work")
_LAUGHING, _FOND, _NO_HEAD = cue("laughing"), cue("fond"), cue("no_head")
AT_SCHOOL = frozenset({"LEADER", "COLLEAGUE", "PUPIL", "PARENT", "SCHOOL"})
_ONE_OF_THEM = frozenset({"GROUP", "THIRD", "THEY"})
_THREATS = frozenset({"threat", "wish", "heard_threat"})
_CALLED = frozenset({"insult", "fault", "incompetence", "mocking", "leaning", "heard_derogatory"})


def is_of_nobody_at_school(doc: Doc, draft: Draft) -> bool:
    """Whether a remark that runs somebody down is about nobody whom a policy is about."""
    if draft.kind in _THREATS:
        return _threatens_in_a_story(doc, draft)
    if draft.kind not in _CALLED:
        return False
    return (
        _said_to_a_company(doc, draft)
        or _said_in_a_story(doc)
        or _said_fondly(doc, draft)
        or _said_of_a_cold(doc, draft)
    )


def _said_to_a_company(doc: Doc, draft: Draft) -> bool:
    """As in "Northern Rail, you are a disgrace"."""
    sentence = doc[draft.stretches[0][0]].sent
    spoken_to = draft.target is Target.READER and not tags_of(sentence) & AT_SCHOOL
    return spoken_to and bool(_COMPANY.search(sentence.text))


def is_on_the_pitch(doc: Doc, draft: Draft) -> bool:
    """Whether a referee or a player is run down, and nobody else is in the post."""
    playing = draft.kind in _CALLED and bool(_ON_THE_PITCH.search(doc.text.lower()))
    return playing and not tags_of(doc) & (AT_SCHOOL | {"NAME", "GROUP"})


def _said_in_a_story(doc: Doc) -> bool:
    """As in "Snape is the worst teacher"; not as in "our deputy is Snape"."""
    text = doc.text.lower()
    return bool(_IN_A_STORY.search(text)) and not _FROM_WORK.search(text)


def _threatens_in_a_story(doc: Doc, draft: Draft) -> bool:
    """As in "I'd have murdered Diane as well #thetraitors"."""
    sentence = doc[draft.stretches[0][0]].sent
    return bool(_IN_A_STORY.search(sentence.text.lower())) and not tags_of(doc) & (AT_SCHOOL | {"READER"})


def _said_fondly(doc: Doc, draft: Draft) -> bool:
    """As in "shut up you silly sausage"."""
    if draft.target is not Target.READER or tags_of(doc) & AT_SCHOOL:
        return False
    return bool(_FOND.search(doc.text.lower())) and not any(token.norm_ in _harsh() for token in doc)


def _said_of_a_cold(doc: Doc, draft: Draft) -> bool:
    """As in "stupid head cold", with nobody in the sentence."""
    sentence = doc[draft.stretches[0][0]].sent
    somebody = tags_of(sentence) & (PERSONS | {"SCHOOL"})
    return draft.kind == "heard_derogatory" and not somebody and bool(_NO_HEAD.search(sentence.text.lower()))


def is_banter(doc: Doc, draft: Draft, setting: Setting) -> bool:
    """A name called with love or laughter, in a post with nobody in it but whom it speaks to."""
    if tags_of(doc) & (AT_SCHOOL | _ONE_OF_THEM):
        return False
    if draft.kind == "swear":
        return setting.warm and all(is_a_name_called(doc, *stretch) for stretch in draft.stretches)
    spoken_to = draft.kind == "heard_derogatory" and draft.target is Target.READER
    return spoken_to and bool(_LAUGHING.search(doc.text.lower()))


def is_a_name_called(doc: Doc, start: int, end: int) -> bool:
    """Whether a swear word is a name for a person as well, as "twat" is."""
    return doc[start:end].text.lower() in _names_called()


def tags_of(words: Doc | Span) -> set[str]:
    """Who stands in the words."""
    return {token.tag_ for token in words}


@cache
def _names_called() -> frozenset[str]:
    return frozenset(form for entry in entries() if entry.kind == "insult" for form in entry.forms)


@cache
def _harsh() -> frozenset[str]:
    """Words that are nobody's fond ones."""
    return frozenset(form for entry in entries() if entry.grade for form in entry.forms)
