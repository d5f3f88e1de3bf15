"""What a check says of posts that the real reader has read; one reader for all: making it takes a second."""

from __future__ import annotations

from builders import a_case, a_policy, a_snapshot

from selfaudit.detectors.language import LanguageReader
from selfaudit.model.check import Check
from selfaudit.model.detections import Material
from selfaudit.model.findings import Finding
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Detector, Part

_READER = LanguageReader()


def heard(check: Check, *posts: Post) -> Finding:
    """The finding on a profile with these posts alone, gaps of the reader and all, as in an audit."""
    snapshot = a_snapshot(*posts, read=(Part.POSTS,))
    found = _READER.detect(Material(snapshot, None, a_policy(), Silent()))
    return check.run(a_case(snapshot, remarks=found.matches, gaps={Detector.LANGUAGE: found.gaps}))
