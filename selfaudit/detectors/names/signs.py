"""Signs of being a pupil in a connection's own words: how sure each is, and the shortest excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfaudit.detectors.names.adults import named_as_adult, names_a_business, speaks_as_adult
from selfaudit.detectors.names.school_names import SchoolNames
from selfaudit.detectors.names.wordings import AT_THE_SCHOOL, FORMER, WORDINGS, Wording
from selfaudit.model.detections import PupilSign
from selfaudit.model.folding import Folded, fold
from selfaudit.model.snapshot import Connection
from selfaudit.model.vocabulary import Confidence

_AGES_WITH_A_HANDLE = range(8, 18)
_BIRTH_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SCHOOL_YEAR = re.compile(
    r"(?:(?<=[._-])|\A)(?:y|yr|year)(?:1[0-3]|[1-9])(?=[._-]|\Z)|class(?:of)?20[2-4]\d", re.IGNORECASE
)


def signs_of(other: Connection, names: SchoolNames, year: int) -> list[PupilSign]:
    """Every sign in the line about them, their name and their handle; none where an adult speaks."""
    about, name, handle = other.about or "", other.display_name or "", other.handle or ""
    if speaks_as_adult(fold(about).text, year) or named_as_adult(fold(name).text, handle):
        return []
    said = [sign for text in (about, name) for sign in _signs_in(text, names, year)]
    return said + list(_signs_in_handle(handle, year))


def _signs_in(text: str, names: SchoolNames, year: int) -> Iterator[PupilSign]:
    folded = fold(text)
    own, another = names.own(folded.text), names.another(folded.text)
    for wording in WORDINGS:
        match = wording.find(folded.text, year)
        if match:
            confidence, reason = _weigh(wording, own, another)
            yield PupilSign(confidence, reason, _excerpt(text, folded, match))
    match = AT_THE_SCHOOL.search(folded.text) if own and not FORMER.search(folded.text) else None
    if match:
        reason = "Names your school together with a pupil's word."
        yield PupilSign(Confidence.LIKELY, reason, _excerpt(text, folded, match))


def _weigh(wording: Wording, own: bool, another: bool) -> tuple[Confidence, str]:
    """The school that is named beside the words makes them surer, or less of this policy's business."""
    sentence = wording.reason.rstrip(".")
    if own:
        return wording.own_school, f"{sentence}, and names your school."
    if another and wording.another_school:
        return wording.another_school, f"{sentence}, at another school."
    return wording.confidence, wording.reason


def _excerpt(text: str, folded: Folded, match: re.Match[str]) -> str:
    start, end = folded.span(*match.span())
    return text[start:end].strip()


def _signs_in_handle(handle: str, year: int) -> Iterator[PupilSign]:
    """Digits are weak: a year in a handle may be anything."""
    if names_a_business(handle):
        return
    for match in _SCHOOL_YEAR.finditer(handle):
        yield PupilSign(Confidence.UNSURE, "The handle holds what may be a school year.", match[0])
    for match in _BIRTH_YEAR.finditer(handle):
        if year - int(match[0]) in _AGES_WITH_A_HANDLE:
            yield PupilSign(Confidence.UNSURE, "The handle holds what may be a birth year.", match[0])
