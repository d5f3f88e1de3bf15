"""What stands on a crest: shapes as polygons, in a square from -1 to 1, with y growing downwards."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Polygon = NDArray[np.float64]
Shape = list[tuple[Polygon, bool]]
"""Polygons in drawing order; ``False`` cuts a hole."""
Random = np.random.Generator


def _poly(*points: tuple[float, float]) -> Polygon:
    return np.array(points, float)


def _box(left: float, top: float, right: float, bottom: float) -> Polygon:
    return _poly((left, top), (right, top), (right, bottom), (left, bottom))


def _round(x: float, y: float, across: float, down: float | None = None) -> Polygon:
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    return np.column_stack([x + across * np.cos(angles), y + (down or across) * np.sin(angles)])


def _turned(polygon: Polygon, degrees: float) -> Polygon:
    angle = np.radians(degrees)
    return polygon @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def _cross(random: Random) -> Shape:
    arm, bar = random.uniform(0.15, 0.3), random.uniform(-0.5, 0.0)
    return [(_box(-arm, -1, arm, 1), True), (_box(-0.7, bar - arm, 0.7, bar + arm), True)]


def _star(random: Random) -> Shape:
    points, depth = int(random.integers(4, 9)), random.uniform(0.35, 0.6)
    angles = np.linspace(0, 2 * np.pi, 2 * points, endpoint=False) - np.pi / 2
    reach = np.where(np.arange(2 * points) % 2, depth, 1.0)
    return [(np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]), True)]


def _crown(random: Random) -> Shape:
    tips = int(random.integers(3, 6))
    across = np.linspace(-1, 1, 2 * tips - 1)
    up = np.where(np.arange(2 * tips - 1) % 2, 0.1, -0.7)
    shape = [(np.vstack([np.column_stack([across, up]), [[0.85, 0.7], [-0.85, 0.7]]]), True)]
    shape += [(_round(x, -0.8, 0.13), True) for x in across[::2]]
    return [*shape, (_box(-0.8, 0.35, 0.8, 0.45), False)]


def _castle(random: Random) -> Shape:
    shape = [(_box(-0.9, -0.1, 0.9, 1), True)]
    for x in (-0.75, 0.0, 0.75)[:: int(random.integers(1, 3))]:
        top = -0.9 if x == 0 else -0.5
        shape += [
            (_box(x - 0.25, top, x + 0.25, 1), True),
            (_box(x - 0.08, top - 0.01, x + 0.08, top + 0.15), False),
        ]
        shape += [(_box(x - 0.07, top + 0.35, x + 0.07, top + 0.6), False)]
    return [*shape, (_round(0, 0.7, 0.25, 0.4), False)]


def _book(random: Random) -> Shape:
    lines = int(random.integers(2, 6))
    shape = [(_poly((-1, -0.6), (-0.05, -0.4), (-0.05, 0.8), (-1, 0.6)), True)]
    shape += [(_poly((1, -0.6), (0.05, -0.4), (0.05, 0.8), (1, 0.6)), True)]
    for y in np.linspace(-0.3, 0.45, lines):
        shape += [
            (_poly((s * 0.85, y), (s * 0.2, y + 0.13), (s * 0.2, y + 0.2), (s * 0.85, y + 0.07)), False)
            for s in (-1, 1)
        ]
    return shape


def _tree(random: Random) -> Shape:
    shape = [(_poly((-0.12, 0.1), (0.12, 0.1), (0.25, 1), (-0.25, 1)), True)]
    for _ in range(int(random.integers(4, 9))):
        x = random.uniform(-0.55, 0.55)
        shape.append((_round(x, random.uniform(-0.7, 0.0), random.uniform(0.3, 0.42)), True))
    return shape


def _leaves(random: Random) -> Shape:
    shape: Shape = []
    for angle in np.linspace(0, 360, int(random.integers(3, 8)), endpoint=False):
        shape += [
            (_turned(_round(0, -0.55, 0.2, 0.45), angle), True),
            (_turned(_box(-0.02, -0.95, 0.02, 0), angle), False),
        ]
    return shape


def _sun(random: Random) -> Shape:
    rays = int(random.integers(8, 16))
    shape = [
        (_turned(_poly((-0.1, -0.5), (0, -1), (0.1, -0.5)), angle), True)
        for angle in np.linspace(0, 360, rays, endpoint=False)
    ]
    return [(_round(0, 0, 0.48), True), *shape, (_round(0, 0, random.uniform(0.1, 0.3)), False)]


def _moon(random: Random) -> Shape:
    return [(_round(0, 0, 0.9), True), (_round(random.uniform(0.3, 0.5), -0.15, 0.75), False)]


def _anchor(random: Random) -> Shape:
    shape: Shape = [
        (_round(0, 0.2, 0.8, 0.7), True),
        (_round(0, 0.1, 0.62, 0.6), False),
        (_box(-1, -0.6, 1, 0.25), False),
    ]
    shape += [
        (_box(-0.1, -0.7, 0.1, 0.9), True),
        (_box(-0.5, -0.5, 0.5, -0.34), True),
        (_round(0, -0.8, 0.2), True),
    ]
    return [*shape, (_round(0, -0.8, random.uniform(0.07, 0.12)), False)]


def _key(random: Random) -> Shape:
    shape: Shape = [
        (_round(0, -0.6, 0.4), True),
        (_round(0, -0.6, 0.2), False),
        (_box(-0.1, -0.25, 0.1, 1), True),
    ]
    return shape + [(_box(0, y, random.uniform(0.3, 0.5), y + 0.14), True) for y in (0.5, 0.8)]


def _waves(random: Random) -> Shape:
    shape: Shape = []
    across, turns = np.linspace(-1, 1, 60), random.uniform(1.5, 3.5)
    for y in np.linspace(-0.5, 0.5, int(random.integers(2, 5))):
        wave = y + 0.12 * np.sin(across * np.pi * turns)
        shape.append(
            (
                np.vstack(
                    [np.column_stack([across, wave - 0.09]), np.column_stack([across, wave + 0.09])[::-1]]
                ),
                True,
            )
        )
    return shape


def _stripes(random: Random) -> Shape:
    edges = np.linspace(-1, 1, 2 * int(random.integers(2, 5)) + 2)
    turn = float(random.choice([0, 45, 90]))
    return [
        (_turned(_box(left, -0.8, right, 0.8), turn), True)
        for left, right in zip(edges[::2], edges[1::2], strict=True)
    ]


def _flower(random: Random) -> Shape:
    angles = np.linspace(0, 360, int(random.integers(5, 8)), endpoint=False)
    shape = [(_turned(_round(0, -0.55, 0.34), angle), True) for angle in angles]
    return [*shape, (_round(0, 0, 0.28), False), (_round(0, 0, 0.14), True)]


def _beast(random: Random) -> Shape:
    """Some animal, or what passes for one: a smooth outline, eyes, perhaps the same on both sides."""
    angles = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    reach = 0.65 + sum(
        random.normal(0, 0.22 / n) * np.cos(n * angles + random.uniform(0, 6.3)) for n in range(2, 8)
    )
    body = np.column_stack([reach * np.cos(angles), reach * np.sin(angles)]).clip(-1, 1)
    if random.random() < 0.4:
        body[45:] = body[45 - np.arange(45) - 1] * [1, -1]
        body = body[:, ::-1]
    shape: Shape = [(body, True)]
    for _ in range(int(random.integers(1, 4))):
        x, y = random.uniform(-0.4, 0.4, 2)
        shape += [(_round(x, y, random.uniform(0.06, 0.16), random.uniform(0.06, 0.25)), False)]
    legs = random.uniform(-0.4, 0.4, int(random.integers(0, 4)))
    return shape + [(_box(x - 0.05, 0.4, x + 0.05, 1), True) for x in legs]


def _wings(random: Random) -> Shape:
    """A bird on the wing: a slender body and two swept wings."""
    lift, sweep = random.uniform(0.3, 1.0), random.uniform(0.2, 0.8)
    body = _turned(_round(0, 0, 0.2, 0.75), random.uniform(-50, 50))
    left = _poly((-0.1, -0.3), (-1, -lift), (-0.9 + sweep / 2, 0.0), (0, 0.3))
    right = _poly((0.1, -0.3), (1, -lift * random.uniform(0.5, 1)), (0.9 - sweep / 2, 0.1), (0, 0.3))
    return [(left, True), (right, True), (body, True)]


CHARGES: dict[str, Callable[[Random], Shape]] = {
    "cross": _cross,
    "star": _star,
    "crown": _crown,
    "castle": _castle,
    "book": _book,
    "tree": _tree,
    "leaves": _leaves,
    "sun": _sun,
    "moon": _moon,
    "anchor": _anchor,
    "key": _key,
    "waves": _waves,
    "stripes": _stripes,
    "flower": _flower,
    "beast": _beast,
    "other beast": _beast,
    "wings": _wings,
}
