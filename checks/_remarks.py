"""Remarks as evidence: which count, how sure, and in which order they are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from checks._excerpt import excerpt
from checks._pictured import in_picture
from selfaudit.model.check import Case
from selfaudit.model.detections import Remark, Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Post, seen_by
from selfaudit.model.vocabulary import Confidence, Lens, Part

SHARED = (
    "These are somebody else's words, which you shared: people may take them as your view. "
    "You can undo the share."
)
NEEDS = frozenset({Part.BIO, Part.POSTS, Part.COMMENTS})
"""What a remark may stand in: the worker's own comments are their words too."""
Matters = Callable[[Post, Remark], bool]
Note = Callable[[Post, Remark], str]


def evidence_of(case: Case, topics: Collection[Topic], matters: Matters, note: Note) -> Iterator[Evidence]:
    """Own remarks before shared ones and others', what strangers see first, the surest and the gravest."""
    pictured = {text.post.id: text for text in case.pictured()}
    posts = {post.id: post for post in case.snapshot.texts()}
    posts |= {item: text.post for item, text in pictured.items()}
    found = [
        (posts[item], remark)
        for item, remarks in case.detections.remarks.items()
        if item in posts
        for remark in remarks
        if remark.topic in topics
        and matters(posts[item], remark)
        and (item not in pictured or _tells(remark))
    ]
    for post, remark in sorted(found, key=_most_telling):
        evidence = _evidence(post, remark, note(post, remark))
        yield in_picture(evidence, pictured[post.id], remark.spans) if post.id in pictured else evidence


def _evidence(post: Post, remark: Remark, note: str) -> Evidence:
    quote, marks = excerpt(post.text, remark.spans)
    return Evidence(
        item=post.id,
        confidence=_confidence(post, remark),
        quote=quote,
        marks=marks,
        note=note,
        lens=seen_by(post.lenses),
        url=post.url,
        time=post.time,
        severity=remark.severity,
        own=post.owners_doing,
    )


def _tells(remark: Remark) -> bool:
    """Whether it is more than a guess: posters and screenshots are full of other people's words.

    Of a register or a report on a child, even a guess is worth a look.
    """
    guess = remark.confidence is Confidence.UNSURE and remark.topic is not Topic.CONFIDENTIAL
    return not guess and not remark.quoted


def own(post: Post, _remark: Remark) -> bool:
    """What the owner wrote or passed on."""
    return post.owners_doing


def noticed(post: Post, remark: Remark) -> str:
    """What was noticed, and that it was passed on where it was."""
    return f"{remark.reason} {SHARED}" if post.shared else remark.reason


def _most_telling(pair: tuple[Post, Remark]) -> tuple[bool, bool, bool, int, int]:
    post, remark = pair
    return (
        not post.owners_doing,
        post.shared,
        Lens.PUBLIC not in post.lenses,
        -_confidence(post, remark).rank,
        -remark.severity.rank,
    )


def _confidence(post: Post, remark: Remark) -> Confidence:
    """What somebody else said, here or elsewhere, is for a person to judge."""
    others = remark.quoted or not post.own or post.shared
    return Confidence.UNSURE if others else remark.confidence
