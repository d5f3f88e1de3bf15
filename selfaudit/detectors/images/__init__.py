"""Finds the policy's logos in pictures. OpenCV and Pillow are imported only when there is one to open."""

from selfaudit.detectors.images.logos import Logos

__all__ = ["Logos"]
