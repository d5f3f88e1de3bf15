"""Who among the connections may be a pupil: by their own words, and by a roll where given."""

from selfaudit.detectors.names.pupil_signs import PupilSigns
from selfaudit.detectors.names.roll import Pupil, Roll

__all__ = ["Pupil", "PupilSigns", "Roll"]
