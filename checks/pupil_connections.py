"""Friends and followers who may be pupils, or former pupils under eighteen."""

from __future__ import annotations

from collections.abc import Iterator

from selfaudit.model.check import Case, Check, Words
from selfaudit.model.detections import PupilSign
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import Connection, seen_by
from selfaudit.model.vocabulary import Confidence, Detector, Part, Severity

WORDS = Words(
    topic="Pupils among your friends and followers",
    clear="No friend or follower that was read shows signs of being a pupil",
    review="Someone you are connected to may be a pupil",
    concern="Someone you are connected to appears to be a pupil or under eighteen",
    why="The policy rules out pupils, and former pupils up to eighteen, as friends on networks, and asks "
    "for caution with children of other schools.",
    advice="Look in your own list of friends or followers, and do not open the person's page. A name or a "
    "number can mislead. If it is a pupil, end the connection without a message and tell the headteacher. "
    "If you are family, tell the headteacher in writing; for any other exception, get written approval "
    "first.",
)

_NOT_CONNECTED = frozenset({"blocked", "ignored", "removed", "unfollowed", "rejected", "declined"})


def find(case: Case) -> Iterator[Evidence]:
    """One piece of evidence a person: the strongest sign, the surest people first."""
    pieces = [
        _evidence(other, max(signs, key=lambda sign: sign.confidence))
        for other in case.snapshot.connections
        if other.relation.strip().lower() not in _NOT_CONNECTED
        if (signs := case.detections.pupils.get(other.id))
    ]
    yield from sorted(pieces, key=lambda piece: piece.confidence, reverse=True)


def _evidence(other: Connection, sign: PupilSign) -> Evidence:
    """The name, so that the person can be found again, and the few words that were noticed; no more."""
    excerpt = sign.excerpt or ""
    quote = other.display_name or other.handle or excerpt
    start = quote.find(excerpt) if excerpt else -1
    said = f" It says “{excerpt}”." if excerpt and start < 0 else ""
    return Evidence(
        item=other.id,
        confidence=sign.confidence,
        quote=quote or None,
        marks=((start, start + len(excerpt)),) if start >= 0 else (),
        note=f"{sign.reason}{said}",
        lens=seen_by(other.lenses),
        time=other.since,
        severity=Severity.MODERATE if sign.confidence is Confidence.UNSURE else Severity.SERIOUS,
    )


CHECK = Check(
    id="pupil_connections",
    words=WORDS,
    severity=Severity.SERIOUS,
    needs=frozenset({Part.CONNECTIONS}),
    detectors=frozenset({Detector.PUPILS}),
    find=find,
)
