"""Scenes of school, as SVG; crests are put on some of them afterwards."""

# ruff: noqa: E501 - a path of an SVG is one long word; a scene is colours and coordinates

from __future__ import annotations

import math

from selfaudit.practice.drawing.brushes import PERSON, WIDTH, scatter, sky


def jumper(colour: str, shade: str, back: str) -> str:
    """A school jumper on a hanger; the crest is put on it afterwards."""
    ribs = "".join(
        f'<path d="M{x} 170V540" stroke="{shade}" stroke-width="3" opacity=".35"/>'
        for x in range(268, 540, 12)
    )
    return (
        sky(back, "#efe7da")
        + '<path d="M400 60q-22-34 8-40t22 30l-22 26" fill="none" stroke="#8a8a8a" stroke-width="7"/>'
        + f'<path d="M250 130L330 92q70 50 140 0L550 130L690 420l-76 44L545 300V560H255V300L186 464l-76-44z" fill="{colour}" stroke="{shade}" stroke-width="4"/>'
        + ribs
        + f'<path d="M330 92q70 96 140 0l-14-10q-56 62-112 0z" fill="{shade}"/><rect x="255" y="536" width="290" height="28" fill="{shade}"/>'
    )


def stall() -> str:
    """A stall at the summer fair, with a pull-up banner for the crest."""
    flags = "".join(
        f'<path d="M{x} {40 + 18 * math.sin(x / 90):.0f}l40 4-22 44z" fill="{c}"/>'
        for x, c in zip(range(0, 800, 50), ("#e63946", "#f4a261", "#2a9d8f", "#457b9d") * 4, strict=True)
    )
    stripes = "".join(
        f'<rect x="{x}" y="200" width="40" height="90" fill="{"#c1121f" if (x // 40) % 2 else "#fff"}"/>'
        for x in range(400, 760, 40)
    )
    return (
        sky("#8cc4e8", "#d8eef8")
        + f'<rect y="400" width="{WIDTH}" height="200" fill="#7aa65a"/>'
        + flags
        + '<path d="M410 290v220M740 290v220" stroke="#7a5a3a" stroke-width="12"/>'
        + stripes
        + '<rect x="392" y="400" width="370" height="120" fill="#b98a5a"/><g fill="#f2c14e"><circle cx="460" cy="388" r="24"/><circle cx="520" cy="388" r="24" fill="#7fc8e8"/><circle cx="580" cy="388" r="24" fill="#ef8fa8"/></g><rect x="90" y="120" width="230" height="400" fill="#f7f4ea" stroke="#c9c4b4" stroke-width="4"/><rect x="80" y="512" width="250" height="18" fill="#8d8d8d"/><text x="205" y="440" text-anchor="middle" font-family="Liberation Sans" font-weight="bold" font-size="34" fill="#14532d">SUMMER</text><text x="205" y="480" text-anchor="middle" font-family="Liberation Sans" font-weight="bold" font-size="34" fill="#14532d">FAIR</text>'
        + f'<g transform="translate(600 545) scale(1.5)">{PERSON.format("#2a6f97")}</g>'
    )


def cloakroom() -> str:
    """After the bell."""
    pegs = "".join(f'<circle cx="{60 + 85 * i}" cy="150" r="10" fill="#8c6a3f"/>' for i in range(9))
    coat = '<path d="M-60 20q-20-70 30-80t90 10q40 40 10 80z" fill="{}"/>'
    heap = "".join(
        scatter(i + 20, 6, coat.format(c), (40, 430, 760, 580), (0.7, 1.2))
        for i, c in enumerate(("#264653", "#e76f51", "#8d99ae", "#2a9d8f", "#6d597a"))
    )
    return (
        sky("#e9e4d4", "#dcd3bb")
        + '<rect y="120" width="800" height="60" fill="#c7a470"/>'
        + pegs
        + '<path d="M230 150l-34 40v120h68v-120z" fill="#457b9d"/><rect y="400" width="800" height="200" fill="#9b8f80"/>'
        + heap
    )


def display_board() -> str:
    """A corridor display with a paper crest."""
    sheets = "".join(
        f'<rect x="{x}" y="{y}" width="104" height="76" fill="{c}" transform="rotate({r} {x} {y})"/>'
        for x, y, c, r in (
            (330, 190, "#fff3b0", -3),
            (460, 180, "#d0f4de", 2),
            (590, 190, "#ffd6e0", -2),
            (330, 300, "#cfe8ff", 3),
            (460, 300, "#fff", -2),
            (590, 296, "#e8dcff", 2),
        )
    )
    return (
        sky("#e8e2d3", "#d8cfba")
        + '<rect x="60" y="80" width="680" height="400" fill="#3c7a89" stroke="#e9b44c" stroke-width="16" stroke-dasharray="30 6"/><text x="500" y="150" text-anchor="middle" font-family="DejaVu Sans" font-weight="bold" font-size="40" fill="#fff">Spring is here</text>'
        + sheets
        + '<rect x="112" y="170" width="180" height="220" fill="#fbfaf4"/><rect y="540" width="800" height="60" fill="#8d8171"/>'
    )


def gate() -> str:
    """The school gate, wide; the crest goes on the sign."""
    bars = "".join(f'<path d="M{x} 150v180" stroke="#1f3a2a" stroke-width="7"/>' for x in range(20, 1200, 26))
    return (
        '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f3b58a"/><stop offset="1" stop-color="#fbe8cf"/></linearGradient></defs><rect width="1200" height="360" fill="url(#sky)"/><rect x="560" y="90" width="560" height="190" fill="#b0664a"/><path d="M540 92L840 26l300 66z" fill="#6e3d2d"/><g fill="#f6e3b4"><rect x="600" y="130" width="60" height="70"/><rect x="700" y="130" width="60" height="70"/><rect x="900" y="130" width="60" height="70"/><rect x="1000" y="130" width="60" height="70"/></g><rect x="800" y="180" width="70" height="100" fill="#3b2a22"/><path d="M0 300h1200v60H0z" fill="#8d8a80"/>'
        + bars
        + '<path d="M0 170h1200M0 310h1200" stroke="#1f3a2a" stroke-width="8"/><rect x="150" y="60" width="330" height="220" fill="#fbfaf2" stroke="#14532d" stroke-width="8"/><path d="M180 280v60M450 280v60" stroke="#14532d" stroke-width="12"/><text x="390" y="150" text-anchor="middle" font-family="Liberation Serif" font-weight="bold" font-size="34" fill="#14532d">Larkfield</text><text x="390" y="190" text-anchor="middle" font-family="Liberation Serif" font-size="30" fill="#14532d">Primary</text><text x="390" y="226" text-anchor="middle" font-family="Liberation Serif" font-size="30" fill="#14532d">School</text>'
    )


def whiteboard() -> str:
    """A staffroom whiteboard after a long day, which should not have been photographed."""
    words = _written(
        (400, 190),
        84,
        56,
        (("5M: thick as mince,", "#1d3557"), ("every one of them.", "#1d3557"), ("Tea, anyone?", "#c1121f")),
    )
    return (
        sky("#e6e2d6", "#d3cdbb")
        + '<rect x="70" y="80" width="660" height="380" rx="6" fill="#fbfbf8" stroke="#8d9299" stroke-width="14"/>'
        + words
        + '<rect x="250" y="462" width="300" height="18" fill="#8d9299"/><rect x="280" y="448" width="90" height="14" rx="7" fill="#c1121f"/><rect x="390" y="448" width="90" height="14" rx="7" fill="#1d3557"/>'
    )


def mug() -> str:
    """A leaving present."""
    words = _written(
        (380, 270),
        62,
        50,
        (("WORLD'S", "#23457a"), ("OKAYEST", "#23457a"), ("TEACHER", "#23457a")),
        ' font-weight="bold"',
    )
    return (
        sky("#efe2cf", "#d9c3a3")
        + '<rect y="470" width="800" height="130" fill="#9a6b43"/>'
        + '<path d="M540 250q120 0 120 100t-120 100" fill="none" stroke="#f4f1ea" stroke-width="38"/>'
        + '<rect x="220" y="180" width="330" height="320" rx="24" fill="#f4f1ea" stroke="#d6d0c2" stroke-width="4"/>'
        + words
    )


def _written(
    at: tuple[int, int], step: int, size: int, lines: tuple[tuple[str, str], ...], weight: str = ""
) -> str:
    """Lines of words, each in its colour, one below the other and centred."""
    x, y = at
    return "".join(
        f'<text x="{x}" y="{y + step * number}" text-anchor="middle" font-family="Liberation Sans"{weight} font-size="{size}" fill="{colour}">{line}</text>'
        for number, (line, colour) in enumerate(lines)
    )
