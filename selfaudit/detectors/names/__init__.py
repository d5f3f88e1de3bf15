"""Who among the connections may be a pupil: by what they say of themselves, and by a roll where one is given."""

from selfaudit.detectors.names.pupil_signs import PupilSigns
from selfaudit.detectors.names.roll import Pupil, Roll

__all__ = ["Pupil", "PupilSigns", "Roll"]
