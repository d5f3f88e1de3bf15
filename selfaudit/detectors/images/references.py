"""A logo's picture file, made ready to be looked for: its edges, its key points, its inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from selfaudit.detectors.images.edges import Field, edge_field
from selfaudit.detectors.images.keypoints import KeyPoints, key_points
from selfaudit.detectors.images.opening import Pixels, open_picture
from selfaudit.detectors.images.placing import PADDING, Samples

COARSE, FINE = 56, 112
_LONGEST = 512
_OPAQUE = 128
_DIFFERENT = 40
_SAME_SHAPE = 0.8
_WITH_ALPHA = 4
_LIGHT = 150
_CLEAR = 0.25
_MOIRE = 0.5
_RIM, _CORE = 0.06, 0.17
_VIEWS = ((256, (1.0,), 0.0), (120, (1.0, 0.65), 0.0), (60, (1.0, 0.65), 0.8))
"""Sizes at which key points are taken, how far the view is tilted, and how blurred it is."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One drawing of a logo.

    Attributes:
        coarse, fine: points on its edges, at two sizes.
        points: key points from views of several sizes and tilts, framed in the reference's own frame.
        greys: the drawing at the fine size; a transparent one on a light and on a dark ground.
        field: the drawing's edges.
        whole, inside, core: masks of the drawing's outline filled, of what lies within, and well within.
        extent: width and height in the reference's own frame, the longer being 1.
    """

    coarse: Samples
    fine: Samples
    points: KeyPoints
    greys: tuple[NDArray[np.float32], ...]
    field: Field
    whole: NDArray[np.bool_]
    inside: NDArray[np.bool_]
    core: NDArray[np.bool_]
    extent: tuple[float, float]

    def same_shape(self, other: Reference) -> bool:
        """Whether the other is this drawing in other colours or at another size."""
        product = float((self.field * other.field.conj()).real.sum())
        lengths = float(np.linalg.norm(self.field) * np.linalg.norm(other.field))
        return product > _SAME_SHAPE * lengths


def read_reference(file: Path) -> Reference:
    """Make a logo's file ready.

    Raises:
        Unopenable: the file cannot be read or shows nothing.
    """
    return make_reference(open_picture(file, _LONGEST).pixels)


def make_reference(pixels: Pixels) -> Reference:
    """Make a drawing ready; anything around it (transparent, or of one colour) is taken away first."""
    drawing = _trimmed(pixels)
    grey, whole = drawing.drawn(FINE)
    longest = max(drawing.grey.shape)
    return Reference(
        coarse=_samples(drawing, COARSE, 260),
        fine=_samples(drawing, FINE, 500),
        points=_joined(tuple(_views(drawing))),
        greys=tuple(one.drawn(FINE)[0].astype(np.float32) for one in _on_grounds(pixels, drawing)),
        field=edge_field(grey.astype(np.float32)),
        whole=whole > 0,
        inside=_within(whole, _RIM * FINE) > 0,
        core=_within(whole, _CORE * FINE) > 0,
        extent=(drawing.grey.shape[1] / longest, drawing.grey.shape[0] / longest),
    )


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The bare logo in grey, its outline filled, and the grey that surrounds it."""

    grey: Pixels
    mask: Pixels
    ground: float

    def drawn(self, size: int, padding: float = PADDING) -> tuple[Pixels, Pixels]:
        """The logo and its mask with its longer side ``size`` pixels, in the middle of a square."""
        height, width = self.grey.shape
        scale, side = size / max(height, width), round(size * (1 + 2 * padding))
        grey = self.grey
        if scale < _MOIRE:
            grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), 0.35 / scale), np.uint8)
        corner = np.array([(side - 1 - (width - 1) * scale) / 2, (side - 1 - (height - 1) * scale) / 2])
        matrix = np.array([[scale, 0, corner[0]], [0, scale, corner[1]]])
        drawn = cv2.warpAffine(grey, matrix, (side, side), borderValue=(self.ground,))
        mask = cv2.warpAffine(self.mask, matrix, (side, side), flags=cv2.INTER_NEAREST)
        return np.asarray(drawn, np.uint8), np.asarray(mask, np.uint8)


def _transparent(pixels: Pixels) -> bool:
    return pixels.shape[2] == _WITH_ALPHA and bool((pixels[:, :, 3] < _OPAQUE).any())


def _on_grounds(pixels: Pixels, drawing: _Drawing) -> tuple[_Drawing, ...]:
    """The drawing, and where it is transparent, on the opposite ground too."""
    return (drawing, _trimmed(pixels, 255.0 - drawing.ground)) if _transparent(pixels) else (drawing,)


def _trimmed(pixels: Pixels, ground: float | None = None) -> _Drawing:
    """The bare logo; a transparent one is put on ``ground``, or on one that it stands out from."""
    transparent = _transparent(pixels)
    covered, usual = _cut_out(pixels) if transparent else _set_off(pixels[:, :, :3])
    ground = usual if ground is None else ground
    grey = cv2.cvtColor(pixels[:, :, :3], cv2.COLOR_BGR2GRAY)
    if transparent:
        alpha = pixels[:, :, 3] / 255.0
        grey = np.asarray(grey * alpha + ground * (1 - alpha), np.uint8)
    points = cv2.findNonZero(covered.astype(np.uint8))
    if points is None:
        return _Drawing(np.asarray(grey, np.uint8), np.ones_like(grey), ground)
    left, top, width, height = cv2.boundingRect(points)
    mask = np.zeros(grey.shape, np.uint8)
    cv2.fillConvexPoly(mask, cv2.convexHull(points), (1,))
    cut = np.s_[top : top + height, left : left + width]
    return _Drawing(np.ascontiguousarray(grey[cut]), np.ascontiguousarray(mask[cut]), ground)


def _cut_out(pixels: Pixels) -> tuple[NDArray[np.bool_], float]:
    """What a transparent drawing covers, and a ground that its rim stands out from."""
    covered = pixels[:, :, 3] >= _OPAQUE
    core = cv2.erode(covered.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    rim = pixels[covered & ~core][:, :3]
    return covered, 255.0 if not rim.size or float(rim.mean()) < _LIGHT else 40.0


def _set_off(pixels: Pixels) -> tuple[NDArray[np.bool_], float]:
    """What differs from the colour along the picture's border, and that colour's grey."""
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    ground = np.median(border, axis=0)
    return np.abs(pixels.astype(np.int16) - ground).max(axis=2) > _DIFFERENT, float(ground.mean())


def _within(mask: Pixels, depth: float) -> Pixels:
    """What of a mask is left without a rim of this depth."""
    return np.asarray(cv2.erode(mask, np.ones((3, 3), np.uint8), iterations=max(1, round(depth))), np.uint8)


def _samples(drawing: _Drawing, size: int, most: int) -> Samples:
    """Points spread over the drawing's clearest edges, no two of them neighbours."""
    grey, mask = drawing.drawn(size)
    field = edge_field(grey.astype(np.float32))
    clear = np.abs(field)
    side, free = len(field), np.pad(clear >= _CLEAR, 1)
    chosen = []
    for flat in np.argsort(-clear, axis=None):
        row, column = divmod(int(flat), side)
        if free[row + 1, column + 1]:
            free[row : row + 3, column : column + 3] = False
            chosen.append((column, row))
    points = np.array(chosen, np.int64).reshape(-1, 2)
    points = points[np.random.default_rng(0).permutation(len(points))[:most]]
    angles = np.angle(field[points[:, 1], points[:, 0]]) / 2
    inside = _within(mask, _RIM * size)
    return Samples(
        places=((points - (side - 1) / 2) / size).astype(np.float32),
        normals=np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32),
        inner=inside[points[:, 1], points[:, 0]] > 0,
        resolution=size,
    )


def _views(drawing: _Drawing) -> Iterator[KeyPoints]:
    """Key points of the drawing as seen from near, from afar, and aslant."""
    for size, tilts, blur in _VIEWS:
        grey, _ = drawing.drawn(size, 0.25)
        grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), blur), np.uint8) if blur else grey
        for tilt in tilts:
            for angle in (0, 45, 90, 135) if tilt != 1.0 else (0,):
                yield _view(grey, size, tilt, np.radians(angle))


def _view(grey: Pixels, size: int, tilt: float, angle: float) -> KeyPoints:
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    squeeze = turn @ np.diag([tilt, 1.0]) @ turn.T
    centre = np.full(2, (len(grey) - 1) / 2)
    matrix = np.hstack([squeeze, (centre - squeeze @ centre)[:, None]])
    view = cv2.warpAffine(grey, matrix, grey.shape, borderMode=cv2.BORDER_REPLICATE)
    seen = key_points(np.asarray(view, np.uint8), 0, contrast=0.02)
    back = np.linalg.inv(squeeze * size).astype(np.float32)
    frames = seen.frames.copy()
    frames[:, :, 2] -= centre.astype(np.float32)
    return KeyPoints(seen.descriptors, back @ frames)


def _joined(views: tuple[KeyPoints, ...]) -> KeyPoints:
    return KeyPoints(
        np.concatenate([view.descriptors for view in views]), np.concatenate([view.frames for view in views])
    )
