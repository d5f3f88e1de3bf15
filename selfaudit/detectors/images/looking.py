"""Looks for references in one picture: guess, keep what agrees, refine, then judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from selfaudit.detectors.images.edges import Floats, Pyramid
from selfaudit.detectors.images.judging import measure
from selfaudit.detectors.images.keypoints import KeyPoints, key_points
from selfaudit.detectors.images.opening import Picture
from selfaudit.detectors.images.placing import agreement, apart, refine
from selfaudit.detectors.images.proposing import guesses, supporters
from selfaudit.detectors.images.references import Reference

_KEY_POINTS = 2500
_GUESSES = 1500
_REFINED = 12
_JUDGED = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a reference may be.

    Attributes:
        placement: from the reference's frame to pixels of the picture.
        measures: what speaks for and against it, by name.
        extent: width and height of the reference in its own frame, the longer being 1.
    """

    placement: Floats
    measures: dict[str, float]
    extent: tuple[float, float]

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the rectangle around it, in pixels of the picture."""
        width, height = self.extent
        corners = np.array([[x * width, y * height] for x in (-0.5, 0.5) for y in (-0.5, 0.5)])
        places = corners @ self.placement[:, :2].T + self.placement[:, 2]
        (left, top), (right, bottom) = places.min(axis=0), places.max(axis=0)
        return float(left), float(top), float(right), float(bottom)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture made ready to be searched for any number of references."""

    pyramid: Pyramid
    points: KeyPoints

    @classmethod
    def of(cls, picture: Picture) -> Scene:
        """Prepare a picture once."""
        grey = np.asarray(cv2.cvtColor(picture.on_white(), cv2.COLOR_BGR2GRAY), np.uint8)
        return cls(Pyramid(grey), key_points(grey, _KEY_POINTS))


def candidates(scene: Scene, reference: Reference) -> Iterator[Candidate]:
    """Where the reference may be, the most promising first."""
    shape = scene.pyramid.grey.shape
    placements = guesses(scene.points, reference.points, shape)
    tried = placements[:_GUESSES]
    if not len(tried):
        return
    scores = agreement(tried, reference.coarse, scene.pyramid, 100).mean(axis=1)
    kept = apart(tried, scores, _REFINED)
    rough = [_roughly(tried[index], scene, reference) for index in kept]
    places = np.array([placement for placement, _ in rough])
    for index in apart(places, np.array([score for _, score in rough]), _JUDGED):
        fine = _finely(places[index], scene, reference)
        measures = measure(fine, reference, scene.pyramid, supporters(fine, placements))
        yield Candidate(fine, measures, reference.extent)


def _roughly(placement: Floats, scene: Scene, reference: Reference) -> tuple[Floats, float]:
    return refine(placement, reference.coarse, scene.pyramid, rounds=6, tries=80, reach=0.05, most=160)


def _finely(placement: Floats, scene: Scene, reference: Reference) -> Floats:
    return refine(placement, reference.fine, scene.pyramid, rounds=7, tries=80, reach=0.03, most=300)[0]
