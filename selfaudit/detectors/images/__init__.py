"""Looks for the policy's logos in pictures, and reads the words in them.

OpenCV, Pillow and RapidOCR are imported only when there is a picture to open.
"""

from selfaudit.detectors.images.logos import Logos
from selfaudit.detectors.images.words import Words

__all__ = ["Logos", "Words"]
