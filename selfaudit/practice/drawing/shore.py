"""Scenes by the sea, as SVG."""

# ruff: noqa: E501, PLR0917, PLR2004 - a path of an SVG is one long word; a scene is colours and coordinates

from __future__ import annotations

import math
import random

from selfaudit.practice.drawing.brushes import PERSON, WIDTH, hill, scatter, sky, waves

_SWIMMER = '<circle cy="-26" r="13" fill="#e8b48f"/><path d="M-17 0q0-16 17-16t17 16z" fill="#26335c"/><path d="M-14-29a14 14 0 0 1 28 0z" fill="{}"/>'


def sea(top: str, bottom: str, water: str, sand: str, sun: str, extra: str = "") -> str:
    """A beach: sky, low sun, sea, sand."""
    return (
        sky(top, bottom)
        + f'<circle cx="560" cy="250" r="46" fill="{sun}"/>'
        + f'<rect y="270" width="{WIDTH}" height="220" fill="{water}"/>'
        + f'<path d="M520 280h80l60 190h-180z" fill="{sun}" opacity=".35"/>'
        + waves(285, "#ffffff", 4)
        + f'<path d="M0 470q200-40 400-8t400-14V600H0z" fill="{sand}"/>'
        + scatter(8, 160, '<circle r="2" fill="#00000022"/>', (0, 480, WIDTH, 600), (0.6, 1.6))
        + extra
    )


def _swimmers() -> str:
    hats = ("#d8433f", "#f2c230", "#3aa17e", "#b45bc4")
    return "".join(
        f'<g transform="translate({180 + 95 * i} {372 + 14 * (i % 2)})">{_SWIMMER.format(hat)}</g>'
        for i, hat in enumerate(hats)
    )


def _crowd() -> str:
    coats = ("#c8553d", "#2a6f97", "#e9c46a", "#606c38", "#7b2cbf", "#d62828")
    return "".join(
        scatter(i, 5, PERSON.format(coat), (20, 470, 780, 570), (0.7, 1.2)) for i, coat in enumerate(coats)
    )


def frost() -> str:
    """Four swimmers at sunrise."""
    return sea("#6f8fc0", "#f6c9b0", "#5a7f9c", "#e9e7e2", "#fff0c9", _swimmers())


def new_year() -> str:
    """Two hundred people, one brass band."""
    return sea("#b8c4cf", "#e7e3da", "#6f8795", "#cdb98f", "#fdfaf0", _crowd())


def fireworks() -> str:
    """Rockets over the bay at night."""
    rays = "".join(
        f'<path d="M0 0L{150 * math.cos(a):.0f} {150 * math.sin(a):.0f}" stroke-width="4" stroke-dasharray="5 12" stroke-linecap="round"/>'
        for a in [i * math.pi / 14 for i in range(28)]
    )
    bursts = "".join(
        f'<g transform="translate({x} {y}) scale({s})" stroke="{c}">{rays}</g>'
        for x, y, s, c in (
            (220, 190, 1.0, "#ffd166"),
            (520, 140, 1.2, "#ef476f"),
            (660, 270, 0.7, "#06d6a0"),
            (370, 280, 0.6, "#8ecae6"),
        )
    )
    return (
        sky("#0b1033", "#26305e")
        + bursts
        + '<rect y="440" width="800" height="160" fill="#121a3d"/>'
        + waves(455, "#ffd166", 5)
        + "".join(
            f'<g transform="translate({60 + 75 * i} 590)">{PERSON.format("#05070f")}</g>' for i in range(10)
        )
    )


def sandcastle() -> str:
    """Second place."""
    towers = "".join(
        f'<g transform="translate({x} {y})"><path d="M-60 0v-150h20v18h22v-18h36v18h22v-18h20V0z" fill="#d6b074"/><path d="M30-150v150h30v-150z" fill="#bb9357"/><path d="M0-150v-60" stroke="#6b4a24" stroke-width="4"/><path d="M0-210l44 14-44 16z" fill="{c}"/></g>'
        for x, y, c in ((290, 520, "#e63946"), (510, 520, "#457b9d"), (400, 470, "#f4a261"))
    )
    return (
        sea("#7ec3ee", "#dff1fb", "#3f8fb5", "#e6c68f", "#fff6cf")
        + towers
        + '<path d="M180 540q220-46 440 0v60H180z" fill="#cfa768"/>'
    )


def seal() -> str:
    """The size of a sofa."""
    body = '<g transform="translate(330 380)"><path d="M-90 40q-10-130 90-130t92 130z" fill="#4a4e57"/><circle cx="-32" cy="-40" r="11" fill="#0c0d10"/><circle cx="34" cy="-40" r="11" fill="#0c0d10"/><ellipse cy="-8" rx="30" ry="22" fill="#6d727d"/><ellipse cy="-18" rx="11" ry="8" fill="#15161a"/><path d="M-30-6h-46M-30 2h-44M30-6h46M30 2h44" stroke="#cfd3da" stroke-width="2"/></g><ellipse cx="330" cy="424" rx="170" ry="16" fill="#ffffff" opacity=".4"/>'
    return sea("#a9d6ea", "#f3efe0", "#4f9db0", "#dcc79c", "#fffbe6", body)


def harbour() -> str:
    """Cottages above boats."""
    chance = random.Random(12)  # noqa: S311 - the colour of cottages is no secret
    walls = ("#f4ede1", "#d8b08c", "#f7d9a6", "#c9d6c3", "#e7b7a5")
    cottages = "".join(
        f'<g transform="translate({x} {y})"><rect width="104" height="130" fill="{chance.choice(walls)}"/><path d="M-8 4L52-52L112 4z" fill="#b4523a"/><rect x="16" y="26" width="26" height="30" fill="#50708a"/><rect x="62" y="26" width="26" height="30" fill="#50708a"/><rect x="42" y="82" width="24" height="48" fill="#36566b"/></g>'
        for y in (170, 250)
        for x in range(-30 if y == 170 else 20, 800, 118)
    )
    boats = "".join(
        f'<g transform="translate({x} {y})"><path d="M-80 0h160l-24 40h-110z" fill="{c}"/><path d="M0 0v-90M0-86l50 74h-50z" stroke="#333" stroke-width="4" fill="#fff"/></g>'
        for x, y, c in ((180, 490, "#2a6f97"), (450, 520, "#c1121f"), (660, 480, "#386641"))
    )
    return (
        sky("#a7c8df", "#eef3f5")
        + hill(240, 40, "#6f8f54", 2.0)
        + cottages
        + '<rect y="380" width="800" height="50" fill="#8c8577"/><rect y="430" width="800" height="170" fill="#3e6f86"/>'
        + waves(440, "#ffffff", 9)
        + boats
    )


def lighthouse() -> str:
    """St Mary's under a red sky."""
    return sea(
        "#5b2a56",
        "#f08a4b",
        "#6a3d5e",
        "#4a3140",
        "#ffe0a3",
        '<path d="M130 440q90-60 220 0v60H120z" fill="#2f2230"/><path d="M212 420l12-220h36l12 220z" fill="#f7efe6"/><rect x="218" y="170" width="48" height="34" fill="#3a2a3c"/><path d="M216 170l26-26 26 26z" fill="#8d2f3a"/><rect x="290" y="372" width="70" height="48" fill="#e9dccb"/>',
    )
