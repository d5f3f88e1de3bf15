"""Scenes of home and countryside, as SVG."""

# ruff: noqa: E501 - a path of an SVG is one long word; a scene is colours and coordinates

from __future__ import annotations

from selfaudit.practice.drawing.brushes import WIDTH, hill, scatter, sky

_TREE = (
    '<path d="M-7 0l3-260h9l4 260z" fill="#4b3b2e"/><circle cy="-260" r="84" fill="#5f9447" opacity=".85"/>'
)


_BLUEBELL = '<path d="M0 0q-2-22 6-34" stroke="#3f6b35" stroke-width="2" fill="none"/><circle cx="6" cy="-34" r="5" fill="#5b5fc7"/><circle cx="1" cy="-27" r="5" fill="#6d70da"/><circle cx="8" cy="-22" r="4" fill="#5558b8"/>'


_SNOWDROP = '<path d="M0 0q0-40 14-52" stroke="#43733c" stroke-width="4" fill="none"/><path d="M14-54q-14 8-9 26q8 6 16 0q6-16-7-26z" fill="#fff"/><path d="M-4 0q-8-20-12-34" stroke="#4d8245" stroke-width="5" fill="none"/>'


def castle() -> str:
    """Dunstanburgh, more or less."""
    towers = '<path d="M470 330v-110h20v14h14v-14h18v14h14v-14h20v110zM620 330v-84l16-12v22h16v-26h22v100z" fill="#55505c"/><path d="M440 330v-40h260v40z" fill="#625c69"/><rect x="505" y="262" width="16" height="30" fill="#d5dfe8"/>'
    return (
        sky("#8fb7d6", "#e8eef2")
        + f'<rect y="320" width="{WIDTH}" height="90" fill="#6d93a8"/>'
        + towers
        + hill(352, 14, "#7f9a55", 1.4)
        + hill(450, 24, "#6a8746", 3.2)
        + '<path d="M120 600q90-120 260-160t180-90l12 6q-60 60-170 100T240 600z" fill="#d9c7a0"/>'
    )


def loaf() -> str:
    """Parkin on a board."""
    return (
        sky("#d8c3a5", "#b88b5a")
        + '<rect y="330" width="800" height="270" fill="#7a4f2c"/><ellipse cx="400" cy="470" rx="330" ry="70" fill="#5e3b20"/><rect x="110" y="400" width="580" height="80" rx="26" fill="#c99a63"/><path d="M220 420v-110q0-30 30-30h300q30 0 30 30v110z" fill="#4a2812"/><path d="M220 330v-20q0-30 30-30h300q30 0 30 30v20z" fill="#6b3a1a"/><path d="M470 420v-140M540 420v-140" stroke="#2f1809" stroke-width="4"/>'
        + scatter(3, 90, '<circle r="4" fill="#8a5226"/>', (235, 290, 565, 410), (0.4, 0.9))
    )


def marrow() -> str:
    """An allotment table with a frog."""
    return (
        sky("#9cc38a", "#d9e8c8")
        + '<rect y="380" width="800" height="220" fill="#9a7448"/><path d="M0 430h800M0 500h800M0 560h800" stroke="#7d5c36" stroke-width="5"/><g transform="rotate(-8 400 400)"><rect x="140" y="330" width="430" height="130" rx="65" fill="#3f7d3a"/><path d="M170 370h380M160 400h400M180 430h350" stroke="#79b25c" stroke-width="9" stroke-dasharray="46 14"/></g><g fill="#2f6b31"><rect x="500" y="450" width="230" height="44" rx="22"/><rect x="470" y="505" width="250" height="42" rx="21" fill="#3c7f3b"/><rect x="90" y="490" width="230" height="44" rx="22"/></g><g transform="translate(610 400)"><ellipse rx="62" ry="42" fill="#7fae3a"/><circle cx="-26" cy="-38" r="20" fill="#7fae3a"/><circle cx="26" cy="-38" r="20" fill="#7fae3a"/><circle cx="-26" cy="-42" r="9" fill="#111"/><circle cx="26" cy="-42" r="9" fill="#111"/><path d="M-34-6q34 26 68 0" fill="none" stroke="#3c5a14" stroke-width="5"/></g>'
    )


def tomato() -> str:
    """Just the one."""
    return (
        sky("#e9e2cf", "#cdbd96")
        + '<ellipse cx="400" cy="450" rx="260" ry="66" fill="#fff"/><ellipse cx="400" cy="444" rx="210" ry="48" fill="#e6e6ea"/><circle cx="400" cy="360" r="104" fill="#d7301f"/><ellipse cx="362" cy="320" rx="32" ry="20" fill="#f2755f" opacity=".8"/><path d="M400 270l-60-16 34 24-20 36 46-24 46 24-20-36 34-24z" fill="#3d7a2e"/><path d="M400 270q4-30 24-44" stroke="#3d7a2e" stroke-width="9" fill="none"/>'
    )


def sign() -> str:
    """A wooden road sign with a plain shield."""
    return (
        sky("#a8c6d9", "#e5ecef")
        + hill(400, 30, "#8aa35f", 1.0)
        + hill(480, 24, "#6f8b49", 2.6)
        + '<rect x="372" y="180" width="34" height="420" fill="#5d4225"/><path d="M190 120h360l60 90-60 90H190z" fill="#7d5a34" stroke="#4a331a" stroke-width="8"/><path d="M240 150h110v54q0 46-55 72q-55-26-55-72z" fill="#2e5d3a" stroke="#d8c28a" stroke-width="9"/><text x="375" y="228" font-family="Liberation Serif" font-weight="bold" font-size="52" fill="#f2e6c4">2 miles</text>'
    )


def bluebells() -> str:
    """A wood in May."""
    return (
        sky("#cfe6b4", "#eaf4d6")
        + scatter(5, 14, _TREE, (0, 330, 800, 420), (0.9, 1.5))
        + '<rect y="400" width="800" height="200" fill="#4f7a3e"/>'
        + scatter(6, 420, _BLUEBELL, (0, 420, 800, 610), (0.6, 1.7))
    )


def snowdrops() -> str:
    """February at last."""
    return (
        sky("#c9d2cf", "#8b9a7c")
        + '<rect y="260" width="800" height="340" fill="#5d6b45"/>'
        + scatter(7, 110, _SNOWDROP, (0, 330, 800, 640), (0.7, 2.2))
    )


def dog() -> str:
    """Biscuit, looking up."""
    return (
        sky("#b9c99a", "#8fa86b")
        + '<g transform="translate(400 360)"><ellipse cy="180" rx="190" ry="150" fill="#9c6636"/><circle r="150" fill="#a9713d"/><path d="M-130-80q-90 40-60 170q60-10 90-120zM130-80q90 40 60 170q-60-10-90-120z" fill="#6f441f"/><ellipse cy="56" rx="82" ry="66" fill="#e2bd8b"/><ellipse cy="26" rx="32" ry="22" fill="#22170f"/><circle cx="-56" cy="-36" r="24" fill="#fff"/><circle cx="56" cy="-36" r="24" fill="#fff"/><circle cx="-54" cy="-44" r="15" fill="#2a1a0e"/><circle cx="58" cy="-44" r="15" fill="#2a1a0e"/><path d="M0 48v26q-28 30-56 8M0 74q28 30 56 8" fill="none" stroke="#22170f" stroke-width="6"/><path d="M-22 96h44v30q-22 26-44 0z" fill="#e0707a"/></g>'
    )


def avatar() -> str:
    """Alex in a plain green jumper."""
    return (
        sky("#bfe0ee", "#f4ead6")
        + '<g transform="translate(400 330)"><path d="M-220 290q10-190 220-190t220 190z" fill="#1c6b3a"/><path d="M-60 100q60 60 120 0v-40h-120z" fill="#e2ac86"/><ellipse rx="118" ry="142" cy="-30" fill="#f0c09b"/><path d="M-132 10q-30-200 132-206t132 206q-20-30-26-96q-80 6-150-50q-30 70-70 70q-10 30-18 76z" fill="#6b3f22"/><circle cx="-44" cy="-20" r="11" fill="#2d2320"/><circle cx="44" cy="-20" r="11" fill="#2d2320"/><path d="M-46 46q46 46 92 0" fill="#fff" stroke="#a2543c" stroke-width="6"/></g>'
    )
