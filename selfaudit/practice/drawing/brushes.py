"""What the scenes are painted with: sky, hills, waves, people, and things scattered about."""

# ruff: noqa: E501 - a path of an SVG is one long word; a scene is colours and coordinates

from __future__ import annotations

import math
import random

WIDTH, HEIGHT = 800, 600

PERSON = '<circle cy="-78" r="13" fill="#d9a47c"/><path d="M-16-60q16-10 32 0l5 40h-42z" fill="{}"/><path d="M-12-20h10v34h-10zM3-20h10v34h-10z" fill="#2b2b3a"/>'


def sky(top: str, bottom: str, height: int = HEIGHT) -> str:
    """A background that fades from one colour into another."""
    return (
        f'<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{bottom}"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="{height}" fill="url(#sky)"/>'
    )


def hill(y: float, rise: float, colour: str, phase: float) -> str:
    """A rolling hill from ``y`` down."""
    points = " ".join(
        f"{x},{y - rise * (math.sin(x / 130 + phase) + 0.4 * math.sin(x / 41 + 2 * phase)):.0f}"
        for x in range(0, WIDTH + 20, 20)
    )
    return f'<polygon points="0,{HEIGHT} {points} {WIDTH},{HEIGHT}" fill="{colour}"/>'


def scatter(
    seed: int, count: int, draw: str, box: tuple[int, int, int, int], sizes: tuple[float, float]
) -> str:
    """``draw`` many times over; it is drawn around the origin."""
    chance = random.Random(seed)  # noqa: S311 - where grass grows is no secret
    left, top, right, bottom = box
    spots = sorted((chance.uniform(top, bottom), chance.uniform(left, right)) for _ in range(count))
    return "".join(
        f'<g transform="translate({x:.0f} {y:.0f}) rotate({chance.uniform(-9, 9):.0f}) '
        f'scale({sizes[0] + (sizes[1] - sizes[0]) * (y - top) / (bottom - top + 1):.2f})">{draw}</g>'
        for y, x in spots
    )


def waves(top: int, colour: str, seed: int) -> str:
    """Water that moves, from ``top`` down."""
    wave = f'<path d="M-60 0q30-9 60 0t60 0" fill="none" stroke="{colour}" stroke-width="3" opacity=".6"/>'
    return scatter(seed, 60, wave, (0, top, WIDTH, 470), (0.3, 1.3))
