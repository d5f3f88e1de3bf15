"""Words that a program read in pictures: as evidence, and how far that reading goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from selfaudit.model.check import Case
from selfaudit.model.findings import Evidence
from selfaudit.model.vocabulary import Confidence, Detector
from selfaudit.model.written import Pictured

BESIDE = frozenset({Detector.WORDS})
MAY_BE_WRONG = (
    "These words stand in a picture. A program read them and may have misread them, "
    "and they may be somebody else's: look for yourself."
)


def in_picture(
    evidence: Evidence,
    text: Pictured,
    spans: Iterable[tuple[int, int]],
    at_most: Confidence = Confidence.UNSURE,
) -> Evidence:
    """The evidence with its place in the picture; what a program made out is mostly for a person to judge."""
    return replace(
        evidence,
        item=text.image.id,
        confidence=min(evidence.confidence, at_most),
        region=text.written.place_of(spans),
        note=f"{evidence.note} {MAY_BE_WRONG}",
    )


def words_in_pictures(case: Case) -> Iterator[str]:
    """How far the words in the owner's pictures were read: never all of them, and sometimes none."""
    others = {post.id for post in case.snapshot.posts if not post.owners_doing}
    count = sum(image.post not in others for image in case.snapshot.pictures())
    if not count:
        return
    pictures = "picture" if count == 1 else f"{count:,} pictures"
    if Detector.WORDS not in case.detections.ran:
        yield f"The words in your {pictures} were not read."
        return
    yield (
        f"A program looked for words in your {pictures}; "
        "it misses some, above all handwriting and what is small, slanted or curved."
    )
    reasons = case.detections.gaps.get(Detector.WORDS, ())
    if reasons:
        yield f"Not read for words: {'; '.join(reasons)}."
