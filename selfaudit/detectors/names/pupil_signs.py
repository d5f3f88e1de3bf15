"""The pupil detector: signs in what connections say of themselves, and names on the roll."""

from __future__ import annotations

from datetime import date

from selfaudit.detectors.names.roll import Roll
from selfaudit.detectors.names.school_names import SchoolNames
from selfaudit.detectors.names.signs import signs_of
from selfaudit.model.detections import Detected, Material, PupilSign
from selfaudit.model.snapshot import Connection


class PupilSigns:
    """A `PupilDetector`. Without a roll it goes by what people say of themselves alone.

    Args:
        roll: the school's pupils, or ``None``.
        today: the day to count ages from when the snapshot does not say when it was taken.
    """

    def __init__(self, roll: Roll | None = None, *, today: date) -> None:
        self._roll = roll
        self._today = today

    def detect(self, material: Material) -> Detected[PupilSign]:
        """Signs by connection id, the surest first; connections without any are left out."""
        snapshot, school = material.snapshot, material.policy.school
        names = SchoolNames((school.name, *school.names))
        year = snapshot.taken_at.year if snapshot.taken_at else self._today.year
        matches: dict[str, tuple[PupilSign, ...]] = {}
        for done, other in enumerate(snapshot.connections, 1):
            signs = [*signs_of(other, names, year), *self._on_the_roll(other)]
            if signs:
                matches[other.id] = tuple(sorted(signs, key=lambda sign: sign.confidence, reverse=True))
            material.progress.count(done, len(snapshot.connections))
        return Detected(matches)

    def _on_the_roll(self, other: Connection) -> list[PupilSign]:
        return self._roll.signs_of(other.display_name, other.handle) if self._roll else []
