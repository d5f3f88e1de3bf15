"""Pictures of crests, from easy (level 1) to small, warped, covered and squeezed hard (level 4)."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.pictures.drawing.charges import Random

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Level:
    """How hard: size in pixels, turn in degrees, how much is covered, JPEG quality, how far corners move."""

    size: tuple[float, float]
    turn: float
    covers: tuple[int, int]
    quality: tuple[int, int]
    corners: float
    blur: float


LEVELS = {
    1: Level((130, 290), 4, (0, 0), (80, 95), 0.02, 0.3),
    2: Level((80, 157), 19, (0, 2), (65, 85), 0.06, 0.5),
    3: Level((55, 100), 45, (1, 4), (45, 75), 0.11, 0.7),
    4: Level((40, 62), 70, (2, 6), (32, 60), 0.15, 0.8),
}
_SHAPES = ((400, 400), (1080, 810), (810, 1080), (640, 960), (1080, 1080), (1200, 500))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, and where its crest is: centre and longer side."""

    pixels: Pixels
    centre: tuple[float, float]
    size: float


def a_scene(crest: Pixels, level: int, random: Random) -> Drawn:
    """Paste a crest somewhere, in some variant, and do to it what life does."""
    hard = LEVELS[level]
    width, height = _SHAPES[int(random.integers(len(_SHAPES)))]
    picture = _background(width, height, random)
    size = random.uniform(*hard.size)
    margin = min(size * 0.7, width * 0.45, height * 0.45)
    centre = random.uniform(margin, np.array([width, height]) - margin)
    if random.random() < 0.75:
        _panel(picture, centre, size, random)
    _paste(picture, _variant(crest, level, random), centre, size, hard, random)
    _cover(picture, centre, size, int(random.integers(hard.covers[0], hard.covers[1] + 1)), random)
    picture = _worn(picture, hard, random)
    return Drawn(picture, (float(centre[0]), float(centre[1])), size)


def _background(width: int, height: int, random: Random) -> Pixels:
    """Clouds of colour, things with edges, and now and then words."""
    coarse = random.integers(0, 256, (int(random.integers(2, 9)), int(random.integers(2, 9)), 3)).astype(
        np.uint8
    )
    picture = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    for cells in (30, 120):
        grain = random.normal(0, random.uniform(2, 16), (height * cells // width + 1, cells, 1)).astype(
            np.float32
        )
        picture += cv2.resize(grain, (width, height))[:, :, None]
    drawn = picture.clip(0, 255).astype(np.uint8)
    for _ in range(int(random.integers(0, 25))):
        points = random.uniform(0, 1, (int(random.integers(3, 7)), 2)) * random.uniform(
            20, 300
        ) + random.uniform(0, 1, 2) * [width, height]
        cv2.fillPoly(drawn, [points.astype(np.int32)], _any_colour(random), cv2.LINE_AA)
    for _ in range(int(random.integers(0, 6))):
        place = (int(random.uniform(0, width * 0.8)), int(random.uniform(0, height)))
        words = "".join(random.choice(list("abcdefghij klmnop rstuvw"), 14))
        cv2.putText(
            drawn,
            words,
            place,
            int(random.integers(0, 5)),
            random.uniform(0.5, 2.5),
            _any_colour(random),
            2,
            cv2.LINE_AA,
        )
    return np.asarray(drawn, np.uint8)


def _any_colour(random: Random) -> tuple[int, int, int]:
    blue, green, red = random.integers(0, 256, 3)
    return int(blue), int(green), int(red)


def _panel(picture: Pixels, centre: NDArray[np.float64], size: float, random: Random) -> None:
    """Cloth, a board or a disc behind the crest."""
    half = size * random.uniform(0.7, 1.2)
    mask = np.zeros(picture.shape[:2], np.uint8)
    if random.random() < 0.3:
        cv2.circle(mask, (int(centre[0]), int(centre[1])), int(half), (255,), -1, cv2.LINE_AA)
    else:
        corners = (
            np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
            + centre
            + random.normal(0, size * 0.06, (4, 2))
        )
        cv2.fillPoly(mask, [corners.astype(np.int32)], (255,), cv2.LINE_AA)
    rows, columns = np.mgrid[: picture.shape[0], : picture.shape[1]]
    weave = random.uniform(0, 14) * (
        np.sin(columns * random.uniform(1, 3)) + np.sin(rows * random.uniform(1, 3))
    )
    cloth = (np.array(_any_colour(random)) + weave[:, :, None]).clip(0, 255)
    picture[mask > 0] = cloth[mask > 0].astype(np.uint8)


def _variant(crest: Pixels, level: int, random: Random) -> Pixels:
    """In its own colours, in grey, reversed, in one ink, or in colours that nobody chose."""
    kind = random.choice(
        ["own", "own", "own", "grey", "reversed", "one ink", "other"]
        if level > 1
        else ["own", "own", "grey", "reversed"]
    )
    result = crest.copy()
    grey = cv2.cvtColor(crest[:, :, :3], cv2.COLOR_BGR2GRAY)[:, :, None]
    match kind:
        case "grey":
            result[:, :, :3] = grey
        case "reversed":
            result[:, :, :3] = 255 - grey
        case "one ink":
            dark, light = np.array(_any_colour(random)) // 3, 255 - np.array(_any_colour(random)) // 3
            result[:, :, :3] = np.where(grey > 128, light, dark)
        case "other":
            result[:, :, :3] = crest[:, :, :3][:, :, random.permutation(3)]
    return result


def _paste(
    picture: Pixels, crest: Pixels, centre: NDArray[np.float64], size: float, hard: Level, random: Random
) -> None:
    """Through a perspective, along the folds of cloth."""
    side = len(crest)
    shrink = max(side / size / 2, 1.0)
    smooth = np.asarray(cv2.GaussianBlur(crest, (0, 0), 0.5 * shrink), np.uint8)
    angle = np.radians(random.uniform(-hard.turn, hard.turn))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * [
        random.uniform(1 - 3 * hard.corners, 1),
        1,
    ]
    corners = (corners + random.normal(0, hard.corners / 2, (4, 2))) @ turn.T * size + centre
    source = np.array([[0, 0], [side, 0], [side, side], [0, side]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    height, width = picture.shape[:2]
    laid = cv2.warpPerspective(smooth, matrix, (width, height), flags=cv2.INTER_LINEAR)
    laid = _folded(laid, size * hard.corners * 0.4, size, random)
    shade = 1 + random.normal(0, 0.1)
    alpha = laid[:, :, 3:] / 255.0
    picture[:] = (picture * (1 - alpha) + (laid[:, :, :3] * shade).clip(0, 255) * alpha).astype(np.uint8)


def _folded(laid: NDArray[np.uint8], depth: float, size: float, random: Random) -> Pixels:
    rows, columns = np.mgrid[: laid.shape[0], : laid.shape[1]].astype(np.float32)
    length, start = size * random.uniform(0.8, 2.0), random.uniform(0, 6.3, 2)
    across = columns + depth * np.sin(rows * 6.28 / length + start[0])
    down = rows + depth * np.sin(columns * 6.28 / length + start[1])
    return np.asarray(
        cv2.remap(laid, across.astype(np.float32), down.astype(np.float32), cv2.INTER_LINEAR), np.uint8
    )


def _cover(picture: Pixels, centre: NDArray[np.float64], size: float, strokes: int, random: Random) -> None:
    """Fingers, hair, straps."""
    for _ in range(strokes):
        ends = centre + random.normal(0, size * 0.45, (2, 2))
        first, second = ((int(x), int(y)) for x, y in ends)
        cv2.line(
            picture,
            first,
            second,
            _any_colour(random),
            max(int(size * random.uniform(0.08, 0.17)), 2),
            cv2.LINE_AA,
        )


def _worn(picture: Pixels, hard: Level, random: Random) -> Pixels:
    """Out of focus, noisy, darker or paler, and squeezed as JPEG."""
    soft = cv2.GaussianBlur(picture, (0, 0), max(hard.blur * random.uniform(0.4, 1.6), 0.2)).astype(
        np.float32
    )
    soft = (soft - 128) * random.uniform(0.7, 1.1) + 128 + random.normal(0, 12)
    noisy = (soft + random.normal(0, random.uniform(0, 4), soft.shape)).clip(0, 255).astype(np.uint8)
    quality = int(random.integers(*hard.quality))
    _, packed = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
