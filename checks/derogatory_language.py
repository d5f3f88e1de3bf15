"""Whether remarks could be taken as derogatory, offensive, threatening or harmful to the school (501.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks._excerpt import excerpt
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import Remark, Target, Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Owner, Post, seen_by
from selfaudit.model.vocabulary import Confidence, Detector, Lens, Part, PostKind, Severity

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
        "Delete the remark, or narrow who can see it, and talk to your line manager if you are unsure. "
        "Refer other people's remarks of this kind to the headteacher at once."
    ),
)
_TOPICS = frozenset({Topic.DEROGATORY, Topic.OFFENSIVE, Topic.THREAT, Topic.DISCRIMINATORY, Topic.DISREPUTE})
_REPOST = "You passed this on; it is not your own remark, but readers may take it as what you think."
_OTHERS = "Somebody else wrote this. The policy asks you to refer such remarks to the headteacher at once."
_AIMED = (
    "It may be aimed at you: you need not deal with it alone. A senior leader, your union or the "
    "Professionals Online Safety Helpline can help."
)


def _find(case: Case) -> Iterator[Evidence]:
    """Own remarks before others', what strangers see first, then the surest and the gravest."""
    posts = {post.id: post for post in case.snapshot.texts()}
    found = [
        (posts[item], remark)
        for item, remarks in case.detections.remarks.items()
        if item in posts
        for remark in remarks
        if remark.topic in _TOPICS and _matters(posts[item], remark)
    ]
    for post, remark in sorted(found, key=_most_telling):
        quote, marks = excerpt(post.text, remark.spans)
        yield Evidence(
            item=post.id,
            confidence=_confidence(post, remark),
            quote=quote,
            marks=marks,
            note=_note(post, remark, case.snapshot.owner),
            lens=seen_by(post.lenses),
            url=post.url,
            time=post.time,
            severity=remark.severity,
            own=post.own,
        )


def _matters(post: Post, remark: Remark) -> bool:
    """Other people's words count only where they are plainly of that kind."""
    return post.own or (remark.confidence is not Confidence.UNSURE and not remark.quoted)


def _most_telling(pair: tuple[Post, Remark]) -> tuple[bool, bool, int, int]:
    post, remark = pair
    return (
        not post.own,
        Lens.PUBLIC not in post.lenses,
        -_confidence(post, remark).rank,
        -remark.severity.rank,
    )


def _confidence(post: Post, remark: Remark) -> Confidence:
    """What somebody else said, here or elsewhere, is for a person to judge."""
    others = remark.quoted or not post.own or post.kind is PostKind.REPOST
    return Confidence.UNSURE if others else remark.confidence


def _note(post: Post, remark: Remark, owner: Owner) -> str:
    notes = [remark.reason]
    if not post.own:
        notes += [_OTHERS, _AIMED] if _aimed_at(owner, post, remark) else [_OTHERS]
    elif post.kind is PostKind.REPOST:
        notes.append(_REPOST)
    return " ".join(notes)


def _aimed_at(owner: Owner, post: Post, remark: Remark) -> bool:
    """Whether somebody else's remark speaks to the owner, by "you", by name or by handle."""
    called = [owner.handle or "", *(owner.name or "").split()]
    named = any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", post.text, re.IGNORECASE)
        for name in called
        if len(name) > 1
    )
    return named or remark.target is Target.READER


CHECK = Check(
    id="derogatory_language",
    words=_WORDS,
    severity=Severity.MODERATE,
    needs=frozenset({Part.POSTS, Part.BIO}),
    detectors=frozenset({Detector.LANGUAGE}),
    find=_find,
)
