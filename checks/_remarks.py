"""Remarks as evidence: which count, how sure, and in which order they are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from checks._excerpt import excerpt
from selfaudit.model.check import Case
from selfaudit.model.detections import Remark, Topic
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Post, seen_by
from selfaudit.model.vocabulary import Confidence, Lens, PostKind

REPOST = "You passed this on; it is not your own remark, but readers may take it as what you think."
Matters = Callable[[Post, Remark], bool]
Note = Callable[[Post, Remark], str]


def evidence_of(case: Case, topics: Collection[Topic], matters: Matters, note: Note) -> Iterator[Evidence]:
    """Own remarks before others', what strangers see first, then the surest and the gravest."""
    posts = {post.id: post for post in case.snapshot.texts()}
    found = [
        (posts[item], remark)
        for item, remarks in case.detections.remarks.items()
        if item in posts
        for remark in remarks
        if remark.topic in topics and matters(posts[item], remark)
    ]
    for post, remark in sorted(found, key=_most_telling):
        quote, marks = excerpt(post.text, remark.spans)
        yield Evidence(
            item=post.id,
            confidence=_confidence(post, remark),
            quote=quote,
            marks=marks,
            note=note(post, remark),
            lens=seen_by(post.lenses),
            url=post.url,
            time=post.time,
            severity=remark.severity,
            own=post.own,
        )


def own(post: Post, _remark: Remark) -> bool:
    """What the owner wrote or passed on."""
    return post.own or post.kind is PostKind.REPOST


def noticed(post: Post, remark: Remark) -> str:
    """What was noticed, and that it was passed on where it was."""
    return f"{remark.reason} {REPOST}" if post.kind is PostKind.REPOST else remark.reason


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
