"""The scenes, as SVG: what a north-eastern teacher photographs."""

# ruff: noqa: E501, PLR0917, PLR2004 - a path of an SVG is one long word; a scene is colours and coordinates

from __future__ import annotations

import math
import random

WIDTH, HEIGHT = 800, 600


def _sky(top: str, bottom: str, height: int = HEIGHT) -> str:
    return (
        f'<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{bottom}"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="{height}" fill="url(#sky)"/>'
    )


def _hill(y: float, rise: float, colour: str, phase: float) -> str:
    points = " ".join(
        f"{x},{y - rise * (math.sin(x / 130 + phase) + 0.4 * math.sin(x / 41 + 2 * phase)):.0f}"
        for x in range(0, WIDTH + 20, 20)
    )
    return f'<polygon points="0,{HEIGHT} {points} {WIDTH},{HEIGHT}" fill="{colour}"/>'


def _scatter(
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


def _waves(top: int, colour: str, seed: int) -> str:
    wave = f'<path d="M-60 0q30-9 60 0t60 0" fill="none" stroke="{colour}" stroke-width="3" opacity=".6"/>'
    return _scatter(seed, 60, wave, (0, top, WIDTH, 470), (0.3, 1.3))


def sea(top: str, bottom: str, water: str, sand: str, sun: str, extra: str = "") -> str:
    """A beach: sky, low sun, sea, sand."""
    return (
        _sky(top, bottom)
        + f'<circle cx="560" cy="250" r="46" fill="{sun}"/>'
        + f'<rect y="270" width="{WIDTH}" height="220" fill="{water}"/>'
        + f'<path d="M520 280h80l60 190h-180z" fill="{sun}" opacity=".35"/>'
        + _waves(285, "#ffffff", 4)
        + f'<path d="M0 470q200-40 400-8t400-14V600H0z" fill="{sand}"/>'
        + _scatter(8, 160, '<circle r="2" fill="#00000022"/>', (0, 480, WIDTH, 600), (0.6, 1.6))
        + extra
    )


_SWIMMER = '<circle cy="-26" r="13" fill="#e8b48f"/><path d="M-17 0q0-16 17-16t17 16z" fill="#26335c"/><path d="M-14-29a14 14 0 0 1 28 0z" fill="{}"/>'
_PERSON = '<circle cy="-78" r="13" fill="#d9a47c"/><path d="M-16-60q16-10 32 0l5 40h-42z" fill="{}"/><path d="M-12-20h10v34h-10zM3-20h10v34h-10z" fill="#2b2b3a"/>'
_TREE = (
    '<path d="M-7 0l3-260h9l4 260z" fill="#4b3b2e"/><circle cy="-260" r="84" fill="#5f9447" opacity=".85"/>'
)
_BLUEBELL = '<path d="M0 0q-2-22 6-34" stroke="#3f6b35" stroke-width="2" fill="none"/><circle cx="6" cy="-34" r="5" fill="#5b5fc7"/><circle cx="1" cy="-27" r="5" fill="#6d70da"/><circle cx="8" cy="-22" r="4" fill="#5558b8"/>'
_SNOWDROP = '<path d="M0 0q0-40 14-52" stroke="#43733c" stroke-width="4" fill="none"/><path d="M14-54q-14 8-9 26q8 6 16 0q6-16-7-26z" fill="#fff"/><path d="M-4 0q-8-20-12-34" stroke="#4d8245" stroke-width="5" fill="none"/>'


def _swimmers() -> str:
    hats = ("#d8433f", "#f2c230", "#3aa17e", "#b45bc4")
    return "".join(
        f'<g transform="translate({180 + 95 * i} {372 + 14 * (i % 2)})">{_SWIMMER.format(hat)}</g>'
        for i, hat in enumerate(hats)
    )


def _crowd() -> str:
    coats = ("#c8553d", "#2a6f97", "#e9c46a", "#606c38", "#7b2cbf", "#d62828")
    return "".join(
        _scatter(i, 5, _PERSON.format(coat), (20, 470, 780, 570), (0.7, 1.2)) for i, coat in enumerate(coats)
    )


def castle() -> str:
    """Dunstanburgh, more or less."""
    towers = '<path d="M470 330v-110h20v14h14v-14h18v14h14v-14h20v110zM620 330v-84l16-12v22h16v-26h22v100z" fill="#55505c"/><path d="M440 330v-40h260v40z" fill="#625c69"/><rect x="505" y="262" width="16" height="30" fill="#d5dfe8"/>'
    return (
        _sky("#8fb7d6", "#e8eef2")
        + f'<rect y="320" width="{WIDTH}" height="90" fill="#6d93a8"/>'
        + towers
        + _hill(352, 14, "#7f9a55", 1.4)
        + _hill(450, 24, "#6a8746", 3.2)
        + '<path d="M120 600q90-120 260-160t180-90l12 6q-60 60-170 100T240 600z" fill="#d9c7a0"/>'
    )


def loaf() -> str:
    """Parkin on a board."""
    return (
        _sky("#d8c3a5", "#b88b5a")
        + '<rect y="330" width="800" height="270" fill="#7a4f2c"/><ellipse cx="400" cy="470" rx="330" ry="70" fill="#5e3b20"/><rect x="110" y="400" width="580" height="80" rx="26" fill="#c99a63"/><path d="M220 420v-110q0-30 30-30h300q30 0 30 30v110z" fill="#4a2812"/><path d="M220 330v-20q0-30 30-30h300q30 0 30 30v20z" fill="#6b3a1a"/><path d="M470 420v-140M540 420v-140" stroke="#2f1809" stroke-width="4"/>'
        + _scatter(3, 90, '<circle r="4" fill="#8a5226"/>', (235, 290, 565, 410), (0.4, 0.9))
    )


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
        _sky("#0b1033", "#26305e")
        + bursts
        + '<rect y="440" width="800" height="160" fill="#121a3d"/>'
        + _waves(455, "#ffd166", 5)
        + "".join(
            f'<g transform="translate({60 + 75 * i} 590)">{_PERSON.format("#05070f")}</g>' for i in range(10)
        )
    )


def jumper(colour: str, shade: str, back: str) -> str:
    """A school jumper on a hanger; the crest is put on it afterwards."""
    ribs = "".join(
        f'<path d="M{x} 170V540" stroke="{shade}" stroke-width="3" opacity=".35"/>'
        for x in range(268, 540, 12)
    )
    return (
        _sky(back, "#efe7da")
        + '<path d="M400 60q-22-34 8-40t22 30l-22 26" fill="none" stroke="#8a8a8a" stroke-width="7"/>'
        + f'<path d="M250 130L330 92q70 50 140 0L550 130L690 420l-76 44L545 300V560H255V300L186 464l-76-44z" fill="{colour}" stroke="{shade}" stroke-width="4"/>'
        + ribs
        + f'<path d="M330 92q70 96 140 0l-14-10q-56 62-112 0z" fill="{shade}"/><rect x="255" y="536" width="290" height="28" fill="{shade}"/>'
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


def marrow() -> str:
    """An allotment table with a frog."""
    return (
        _sky("#9cc38a", "#d9e8c8")
        + '<rect y="380" width="800" height="220" fill="#9a7448"/><path d="M0 430h800M0 500h800M0 560h800" stroke="#7d5c36" stroke-width="5"/><g transform="rotate(-8 400 400)"><rect x="140" y="330" width="430" height="130" rx="65" fill="#3f7d3a"/><path d="M170 370h380M160 400h400M180 430h350" stroke="#79b25c" stroke-width="9" stroke-dasharray="46 14"/></g><g fill="#2f6b31"><rect x="500" y="450" width="230" height="44" rx="22"/><rect x="470" y="505" width="250" height="42" rx="21" fill="#3c7f3b"/><rect x="90" y="490" width="230" height="44" rx="22"/></g><g transform="translate(610 400)"><ellipse rx="62" ry="42" fill="#7fae3a"/><circle cx="-26" cy="-38" r="20" fill="#7fae3a"/><circle cx="26" cy="-38" r="20" fill="#7fae3a"/><circle cx="-26" cy="-42" r="9" fill="#111"/><circle cx="26" cy="-42" r="9" fill="#111"/><path d="M-34-6q34 26 68 0" fill="none" stroke="#3c5a14" stroke-width="5"/></g>'
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
        _sky("#a7c8df", "#eef3f5")
        + _hill(240, 40, "#6f8f54", 2.0)
        + cottages
        + '<rect y="380" width="800" height="50" fill="#8c8577"/><rect y="430" width="800" height="170" fill="#3e6f86"/>'
        + _waves(440, "#ffffff", 9)
        + boats
    )


def tomato() -> str:
    """Just the one."""
    return (
        _sky("#e9e2cf", "#cdbd96")
        + '<ellipse cx="400" cy="450" rx="260" ry="66" fill="#fff"/><ellipse cx="400" cy="444" rx="210" ry="48" fill="#e6e6ea"/><circle cx="400" cy="360" r="104" fill="#d7301f"/><ellipse cx="362" cy="320" rx="32" ry="20" fill="#f2755f" opacity=".8"/><path d="M400 270l-60-16 34 24-20 36 46-24 46 24-20-36 34-24z" fill="#3d7a2e"/><path d="M400 270q4-30 24-44" stroke="#3d7a2e" stroke-width="9" fill="none"/>'
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
        _sky("#8cc4e8", "#d8eef8")
        + f'<rect y="400" width="{WIDTH}" height="200" fill="#7aa65a"/>'
        + flags
        + '<path d="M410 290v220M740 290v220" stroke="#7a5a3a" stroke-width="12"/>'
        + stripes
        + '<rect x="392" y="400" width="370" height="120" fill="#b98a5a"/><g fill="#f2c14e"><circle cx="460" cy="388" r="24"/><circle cx="520" cy="388" r="24" fill="#7fc8e8"/><circle cx="580" cy="388" r="24" fill="#ef8fa8"/></g><rect x="90" y="120" width="230" height="400" fill="#f7f4ea" stroke="#c9c4b4" stroke-width="4"/><rect x="80" y="512" width="250" height="18" fill="#8d8d8d"/><text x="205" y="440" text-anchor="middle" font-family="Liberation Sans" font-weight="bold" font-size="34" fill="#14532d">SUMMER</text><text x="205" y="480" text-anchor="middle" font-family="Liberation Sans" font-weight="bold" font-size="34" fill="#14532d">FAIR</text>'
        + f'<g transform="translate(600 545) scale(1.5)">{_PERSON.format("#2a6f97")}</g>'
    )


def sign() -> str:
    """A wooden road sign with a plain shield."""
    return (
        _sky("#a8c6d9", "#e5ecef")
        + _hill(400, 30, "#8aa35f", 1.0)
        + _hill(480, 24, "#6f8b49", 2.6)
        + '<rect x="372" y="180" width="34" height="420" fill="#5d4225"/><path d="M190 120h360l60 90-60 90H190z" fill="#7d5a34" stroke="#4a331a" stroke-width="8"/><path d="M240 150h110v54q0 46-55 72q-55-26-55-72z" fill="#2e5d3a" stroke="#d8c28a" stroke-width="9"/><text x="375" y="228" font-family="Liberation Serif" font-weight="bold" font-size="52" fill="#f2e6c4">2 miles</text>'
    )


def bluebells() -> str:
    """A wood in May."""
    return (
        _sky("#cfe6b4", "#eaf4d6")
        + _scatter(5, 14, _TREE, (0, 330, 800, 420), (0.9, 1.5))
        + '<rect y="400" width="800" height="200" fill="#4f7a3e"/>'
        + _scatter(6, 420, _BLUEBELL, (0, 420, 800, 610), (0.6, 1.7))
    )


def snowdrops() -> str:
    """February at last."""
    return (
        _sky("#c9d2cf", "#8b9a7c")
        + '<rect y="260" width="800" height="340" fill="#5d6b45"/>'
        + _scatter(7, 110, _SNOWDROP, (0, 330, 800, 640), (0.7, 2.2))
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


def dog() -> str:
    """Biscuit, looking up."""
    return (
        _sky("#b9c99a", "#8fa86b")
        + '<g transform="translate(400 360)"><ellipse cy="180" rx="190" ry="150" fill="#9c6636"/><circle r="150" fill="#a9713d"/><path d="M-130-80q-90 40-60 170q60-10 90-120zM130-80q90 40 60 170q-60-10-90-120z" fill="#6f441f"/><ellipse cy="56" rx="82" ry="66" fill="#e2bd8b"/><ellipse cy="26" rx="32" ry="22" fill="#22170f"/><circle cx="-56" cy="-36" r="24" fill="#fff"/><circle cx="56" cy="-36" r="24" fill="#fff"/><circle cx="-54" cy="-44" r="15" fill="#2a1a0e"/><circle cx="58" cy="-44" r="15" fill="#2a1a0e"/><path d="M0 48v26q-28 30-56 8M0 74q28 30 56 8" fill="none" stroke="#22170f" stroke-width="6"/><path d="M-22 96h44v30q-22 26-44 0z" fill="#e0707a"/></g>'
    )


def cloakroom() -> str:
    """After the bell."""
    pegs = "".join(f'<circle cx="{60 + 85 * i}" cy="150" r="10" fill="#8c6a3f"/>' for i in range(9))
    coat = '<path d="M-60 20q-20-70 30-80t90 10q40 40 10 80z" fill="{}"/>'
    heap = "".join(
        _scatter(i + 20, 6, coat.format(c), (40, 430, 760, 580), (0.7, 1.2))
        for i, c in enumerate(("#264653", "#e76f51", "#8d99ae", "#2a9d8f", "#6d597a"))
    )
    return (
        _sky("#e9e4d4", "#dcd3bb")
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
        _sky("#e8e2d3", "#d8cfba")
        + '<rect x="60" y="80" width="680" height="400" fill="#3c7a89" stroke="#e9b44c" stroke-width="16" stroke-dasharray="30 6"/><text x="500" y="150" text-anchor="middle" font-family="DejaVu Sans" font-weight="bold" font-size="40" fill="#fff">Spring is here</text>'
        + sheets
        + '<rect x="112" y="170" width="180" height="220" fill="#fbfaf4"/><rect y="540" width="800" height="60" fill="#8d8171"/>'
    )


def avatar() -> str:
    """Alex in a plain green jumper."""
    return (
        _sky("#bfe0ee", "#f4ead6")
        + '<g transform="translate(400 330)"><path d="M-220 290q10-190 220-190t220 190z" fill="#1c6b3a"/><path d="M-60 100q60 60 120 0v-40h-120z" fill="#e2ac86"/><ellipse rx="118" ry="142" cy="-30" fill="#f0c09b"/><path d="M-132 10q-30-200 132-206t132 206q-20-30-26-96q-80 6-150-50q-30 70-70 70q-10 30-18 76z" fill="#6b3f22"/><circle cx="-44" cy="-20" r="11" fill="#2d2320"/><circle cx="44" cy="-20" r="11" fill="#2d2320"/><path d="M-46 46q46 46 92 0" fill="#fff" stroke="#a2543c" stroke-width="6"/></g>'
    )


def gate() -> str:
    """The school gate, wide; the crest goes on the sign."""
    bars = "".join(f'<path d="M{x} 150v180" stroke="#1f3a2a" stroke-width="7"/>' for x in range(20, 1200, 26))
    return (
        '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f3b58a"/><stop offset="1" stop-color="#fbe8cf"/></linearGradient></defs><rect width="1200" height="360" fill="url(#sky)"/><rect x="560" y="90" width="560" height="190" fill="#b0664a"/><path d="M540 92L840 26l300 66z" fill="#6e3d2d"/><g fill="#f6e3b4"><rect x="600" y="130" width="60" height="70"/><rect x="700" y="130" width="60" height="70"/><rect x="900" y="130" width="60" height="70"/><rect x="1000" y="130" width="60" height="70"/></g><rect x="800" y="180" width="70" height="100" fill="#3b2a22"/><path d="M0 300h1200v60H0z" fill="#8d8a80"/>'
        + bars
        + '<path d="M0 170h1200M0 310h1200" stroke="#1f3a2a" stroke-width="8"/><rect x="150" y="60" width="330" height="220" fill="#fbfaf2" stroke="#14532d" stroke-width="8"/><path d="M180 280v60M450 280v60" stroke="#14532d" stroke-width="12"/><text x="390" y="150" text-anchor="middle" font-family="Liberation Serif" font-weight="bold" font-size="34" fill="#14532d">Larkfield</text><text x="390" y="190" text-anchor="middle" font-family="Liberation Serif" font-size="30" fill="#14532d">Primary</text><text x="390" y="226" text-anchor="middle" font-family="Liberation Serif" font-size="30" fill="#14532d">School</text>'
    )


def frost() -> str:
    """Four swimmers at sunrise."""
    return sea("#6f8fc0", "#f6c9b0", "#5a7f9c", "#e9e7e2", "#fff0c9", _swimmers())


def new_year() -> str:
    """Two hundred people, one brass band."""
    return sea("#b8c4cf", "#e7e3da", "#6f8795", "#cdb98f", "#fdfaf0", _crowd())
