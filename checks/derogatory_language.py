"""Whether remarks could be taken as derogatory, offensive, threatening or harmful to the school (501.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks._pictured import BESIDE, words_in_pictures
from checks._remarks import NEEDS, evidence_of, noticed
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import Remark, Target, Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Owner, Post
from selfaudit.model.vocabulary import Confidence, Detector, Severity

_WORDS = Words(
    topic="Derogatory or offensive remarks",
    clear="No remark was found that reads as derogatory, offensive or harmful to the school",
    review="Some remarks may need a second look",
    concern="Some remarks could be taken as derogatory, offensive or harmful to the school",
    why=(
        "The policy asks that remarks are never derogatory or offensive, do not reflect badly on anybody's "
        "professionalism and do not bring the school into disrepute. "
        "Readers do not hear the tone they were meant in."
    ),
    advice=(
        "Delete the remark, undo the share, or narrow who can see it, and talk to your line manager if you "
        "are unsure. Refer other people's remarks of this kind to the headteacher at once."
    ),
)
_TOPICS = frozenset({Topic.DEROGATORY, Topic.OFFENSIVE, Topic.THREAT, Topic.DISCRIMINATORY, Topic.DISREPUTE})
_OTHERS = "Somebody else wrote this. The policy asks you to refer such remarks to the headteacher at once."
_AIMED = (
    "It may be aimed at you: you need not deal with it alone. A senior leader, your union or the "
    "Professionals Online Safety Helpline can help."
)


def _find(case: Case) -> Iterator[Evidence]:
    """Own and shared remarks and, told apart, those of others on one's pages."""
    return evidence_of(case, _TOPICS, _matters, lambda post, remark: _note(post, remark, case.snapshot.owner))


def _matters(post: Post, remark: Remark) -> bool:
    """Words that other people put there count only where they are plainly of that kind."""
    return post.owners_doing or (remark.confidence is not Confidence.UNSURE and not remark.quoted)


def _note(post: Post, remark: Remark, owner: Owner) -> str:
    if post.owners_doing:
        return noticed(post, remark)
    notes = [remark.reason, _OTHERS]
    return " ".join([*notes, _AIMED] if _aimed_at(owner, post, remark) else notes)


def _aimed_at(owner: Owner, post: Post, remark: Remark) -> bool:
    """Whether somebody else's remark speaks to the owner, by "you", by name or by handle."""
    called = [owner.handle or "", *(owner.name or "").split()]
    named = any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", post.text, re.IGNORECASE)
        for name in called
        if len(name) > 1
    )
    return named or remark.target is Target.READER


def _beyond(case: Case) -> Iterator[str]:
    """The words in pictures, and those of others, which an export never holds."""
    yield from words_in_pictures(case)
    if any(gap.of_others for gap in case.snapshot.gaps):
        yield "What others wrote under your posts is not in an export, so it was not looked at."


CHECK = Check(
    id="derogatory_language",
    words=_WORDS,
    severity=Severity.MODERATE,
    needs=NEEDS,
    detectors=frozenset({Detector.LANGUAGE}),
    beside=BESIDE,
    find=_find,
    beyond=_beyond,
    of_others=False,
)
