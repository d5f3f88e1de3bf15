"""Crests, and pictures with and without them, painted on the spot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

SHIELD = np.array(
    [(40, 30), (360, 30), (360, 230), (330, 300), (270, 350), (200, 385), (130, 350), (70, 300), (40, 230)]
)
NAVY, GOLD, WHITE = (90, 40, 20), (60, 190, 240), (245, 245, 245)


def a_crest(charge: str = "anchor", letters: str = "LP") -> Pixels:
    """A gold-rimmed shield with a charge over two letters, on white."""
    crest = np.full((420, 400, 3), 255, np.uint8)
    cv2.fillPoly(crest, [SHIELD], GOLD, cv2.LINE_AA)
    inner = ((SHIELD - (200, 200)) * 0.9 + (200, 200)).astype(np.int32)
    cv2.fillPoly(crest, [inner], NAVY, cv2.LINE_AA)
    if charge:
        _CHARGES[charge](crest)
    for letter, x in zip(letters, (100, 235), strict=False):
        cv2.putText(crest, letter, (x, 290), cv2.FONT_HERSHEY_TRIPLEX, 2.6, WHITE, 6, cv2.LINE_AA)
    return crest


def _anchor(crest: Pixels) -> None:
    cv2.line(crest, (200, 80), (200, 190), WHITE, 12, cv2.LINE_AA)
    cv2.line(crest, (165, 105), (235, 105), WHITE, 10, cv2.LINE_AA)
    cv2.circle(crest, (200, 70), 14, WHITE, 7, cv2.LINE_AA)
    cv2.ellipse(crest, (200, 150), (60, 45), 0, 20, 160, WHITE, 12, cv2.LINE_AA)


def _crown(crest: Pixels) -> None:
    points = [(130, 190), (120, 85), (160, 135), (200, 70), (240, 135), (280, 85), (270, 190)]
    cv2.fillPoly(crest, [np.array(points)], GOLD, cv2.LINE_AA)


def _tree(crest: Pixels) -> None:
    for x, y in ((165, 120), (235, 120), (200, 90), (200, 135)):
        cv2.circle(crest, (x, y), 38, (80, 160, 60), -1, cv2.LINE_AA)
    cv2.rectangle(crest, (188, 150), (212, 200), (60, 90, 120), -1)


_CHARGES = {"anchor": _anchor, "crown": _crown, "tree": _tree}


def a_room(width: int = 900, height: int = 700, seed: int = 3) -> Pixels:
    """An everyday photo: soft light, a few things with edges, grain."""
    random = np.random.default_rng(seed)
    coarse = random.integers(60, 200, (4, 5, 3)).astype(np.uint8)
    room = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    for _ in range(12):
        points = random.uniform(0, 1, (4, 2)) * 180 + random.uniform(0, 1, 2) * (width, height)
        cv2.fillPoly(room, [points.astype(np.int32)], random.integers(0, 255, 3).tolist(), cv2.LINE_AA)
    return np.asarray((room + random.normal(0, 4, room.shape)).clip(0, 255), np.uint8)


def with_crest(room: Pixels, crest: Pixels, corners: tuple[tuple[int, int], ...]) -> Pixels:
    """The crest pasted between four corners, clockwise from the top left."""
    height, width = crest.shape[:2]
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, np.array(corners, np.float32))
    size = (room.shape[1], room.shape[0])
    crest = np.asarray(cv2.GaussianBlur(crest, (0, 0), 1.2), np.uint8)
    laid = cv2.warpPerspective(crest, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, size)
    return np.asarray(np.where(mask[:, :, None] > 127, laid, room), np.uint8)


def square_at(x: int, y: int, size: int) -> tuple[tuple[int, int], ...]:
    """Upright corners for a crest of this height."""
    width = round(size * 400 / 420)
    return ((x, y), (x + width, y), (x + width, y + size), (x, y + size))


def saved(file: Path, pixels: Pixels, **options: Any) -> Path:
    """The picture as a file of the kind its name says."""
    from PIL import Image

    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels[:, :, [2, 1, 0, 3][: pixels.shape[2]]]).save(file, **options)
    return file
