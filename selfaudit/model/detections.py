"""What detectors found in the material, before any policy is held against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from selfaudit.model.policy import Policy
from selfaudit.model.progress import Progress
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.vocabulary import Confidence, Detector, Severity
from selfaudit.model.written import Pictured, Written, texts_in_pictures

Match = TypeVar("Match")


class Topic(StrEnum):
    """What a remark may be, in the policy's own terms."""

    DEROGATORY = "derogatory"
    OFFENSIVE = "offensive"
    THREAT = "threat"
    DISCRIMINATORY = "discriminatory"
    DISREPUTE = "disrepute"
    CONFIDENTIAL = "confidential"
    PROMOTION = "promotion"
    SCHOOL_POLICY = "school_policy"


class Target(StrEnum):
    """Whom a remark is about, where that can be told."""

    SCHOOL = "school"
    COLLEAGUE = "colleague"
    PUPIL = "pupil"
    PARENT = "parent"
    GROUP = "group"
    READER = "reader"
    SELF = "self"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said in a text.

    Attributes:
        spans: (start, end) offsets into the original text, in code points, of the words that carry it.
        reason: why it was noticed, in one plain sentence.
        quoted: the words are somebody else's, repeated or reported.
        score: how often texts that the trained model hears so were of this topic, from 0 to 1, whoever
            noticed it here, a rule or the model; ``None`` where the model is missing.
        also: other topics that the same words may be on; they are not told again by themselves.
    """

    topic: Topic
    spans: tuple[tuple[int, int], ...]
    confidence: Confidence
    severity: Severity
    reason: str
    target: Target | None = None
    quoted: bool = False
    score: float | None = None
    also: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class LogoSighting:
    """A logo of the policy seen in a picture. ``logo`` is its name in the policy pack."""

    logo: str
    region: Region
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class PupilSign:
    """Why a connection may be a pupil. ``excerpt`` is the shortest text that shows it."""

    confidence: Confidence
    reason: str
    excerpt: str | None = None


@dataclass(frozen=True, slots=True)
class Detections:
    """All matches by item id, and what each detector could not do, in words for a person.

    A detector that is absent from ``ran`` was never asked; that is a gap too.
    """

    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    logos: Mapping[str, tuple[LogoSighting, ...]] = field(default_factory=dict)
    pupils: Mapping[str, tuple[PupilSign, ...]] = field(default_factory=dict)
    written: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    ran: frozenset[Detector] = frozenset()
    gaps: Mapping[Detector, tuple[str, ...]] = field(default_factory=dict)

    def missing(self, detectors: frozenset[Detector]) -> tuple[str, ...]:
        """Why these detectors cannot say that they looked at everything."""
        silent = tuple(f"the {name} detector did not run" for name in sorted(detectors - self.ran))
        return silent + tuple(reason for name in sorted(detectors) for reason in self.gaps.get(name, ()))


@dataclass(frozen=True, slots=True)
class Material:
    """What a detector may look at: the snapshot, its folder with the pictures, the school's facts.

    ``written`` is what was read in the pictures, by their ids; nothing, where nobody read them.
    """

    snapshot: Snapshot
    folder: Path | None
    policy: Policy
    progress: Progress
    written: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)

    def texts(self) -> Iterator[Post]:
        """Every text of the profile, those in its pictures last."""
        yield from self.snapshot.texts()
        yield from (text.post for text in self.pictured())

    def pictured(self) -> Iterator[Pictured]:
        """The texts in its pictures alone."""
        return texts_in_pictures(self.snapshot, self.written)


@dataclass(frozen=True, slots=True)
class Detected(Generic[Match]):
    """One detector's answer: matches by item id, and reasons why some material could not be read."""

    matches: Mapping[str, tuple[Match, ...]]
    gaps: tuple[str, ...] = ()


class LanguageDetector(Protocol):
    """Reads texts; knows no policy beyond the school's names."""

    def detect(self, material: Material) -> Detected[Remark]:
        """Remarks by text id, for every text of the material."""


class LogoDetector(Protocol):
    """Looks for the policy's logos in pictures."""

    def detect(self, material: Material) -> Detected[LogoSighting]:
        """Sightings by image id."""


class WordsDetector(Protocol):
    """Reads the words that stand in pictures."""

    def detect(self, material: Material) -> Detected[Written]:
        """Texts by image id."""


class PupilDetector(Protocol):
    """Looks for signs that a connection is a pupil."""

    def detect(self, material: Material) -> Detected[PupilSign]:
        """Signs by connection id."""
