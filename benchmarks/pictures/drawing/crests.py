"""A crest from a number: outline, division, colours, charges, letters; and one that differs only inside."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.pictures.drawing.charges import CHARGES, Random, Shape

Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]

SIZE = 384
_DRAWN = 2 * SIZE
_OUTLINES = ("heater", "square", "round", "tile", "hexagon", "oval", "none")
_DIVISIONS = ("plain", "plain", "pale", "fess", "cross")
_FONTS = (
    cv2.FONT_HERSHEY_TRIPLEX,
    cv2.FONT_HERSHEY_DUPLEX,
    cv2.FONT_HERSHEY_COMPLEX,
    cv2.FONT_HERSHEY_SIMPLEX,
)
_SYLLABLES = (
    "ash",
    "brook",
    "cor",
    "dale",
    "elm",
    "ford",
    "gate",
    "hurst",
    "ley",
    "mere",
    "nor",
    "oak",
    "ton",
    "wick",
)


@dataclass(frozen=True, slots=True)
class Crest:
    """Everything that decides how a crest looks."""

    outline: str
    division: str
    colours: tuple[Colour, Colour, Colour, Colour]
    charges: tuple[tuple[str, int], ...]
    letters: str
    motto: str
    ring: bool
    font: int
    rim: float

    def look_alike(self, random: Random) -> Crest:
        """Another school's: the same outline and layout, other charges, letters and words."""
        others = [name for name in CHARGES if name not in {name for name, _ in self.charges}]
        charges = tuple((str(random.choice(others)), int(random.integers(1 << 30))) for _ in self.charges)
        colours = self.colours if random.random() < 0.7 else _colours(random)
        letters = "".join(_other_letter(letter, random) for letter in self.letters)
        motto = _word(random, len(self.motto)) if self.motto else ""
        return replace(self, charges=charges, colours=colours, letters=letters, motto=motto)

    def blank(self) -> Crest:
        """Only the outline and its colours."""
        return replace(self, charges=(), letters="", motto="")


def a_crest(random: Random) -> Crest:
    """A crest that nobody has."""
    outline, division = str(random.choice(_OUTLINES)), str(random.choice(_DIVISIONS))
    places = len(_places(division if outline != "none" else "plain"))
    letters = int(random.choice([0, 0, 1, 2])) if places > 1 else 0
    charges = tuple(
        (str(random.choice(list(CHARGES))), int(random.integers(1 << 30))) for _ in range(places - letters)
    )
    ring = outline == "round" and random.random() < 0.7
    return Crest(
        outline=outline,
        division=division if outline != "none" else "plain",
        colours=_colours(random),
        charges=charges,
        letters="".join(random.choice(list("ABCDEFGHKLMNPRSTW"), letters)),
        motto=_word(random, int(random.integers(8, 16))) if ring or random.random() < 0.5 else "",
        ring=ring,
        font=int(random.choice(_FONTS)),
        rim=random.uniform(0.02, 0.06),
    )


def drawn(crest: Crest) -> Pixels:
    """The crest as blue, green, red and alpha."""
    first, second, ink, trim = crest.colours
    picture = np.zeros((_DRAWN, _DRAWN, 4), np.uint8)
    outline = _outline(crest.outline)
    if crest.outline != "none":
        _fill(picture, outline, trim)
        inner = outline * (1 - 2.2 * crest.rim)
        _fill(picture, inner, first)
        _divide(picture, crest.division, inner, second)
    if crest.ring:
        _fill(picture, outline * 0.66, trim)
        _fill(picture, outline * 0.63, second)
    shrink = 0.6 if crest.ring else 0.95 if crest.outline == "none" else 0.8
    _place_all(picture, crest, ink if crest.outline != "none" else first, shrink)
    if crest.motto:
        (_ring_text if crest.ring else _ribbon)(picture, crest, ink, trim)
    return np.asarray(cv2.resize(picture, (SIZE, SIZE), interpolation=cv2.INTER_AREA), np.uint8)


def _colours(random: Random) -> tuple[Colour, Colour, Colour, Colour]:
    dark = [tuple(int(v) for v in random.integers(0, 110, 3)) for _ in range(2)]
    light = [tuple(int(v) for v in random.integers(150, 256, 3)) for _ in range(2)]
    if random.random() < 0.3:
        dark, light = light, dark
    return (*dark, *light)  # type: ignore[return-value]  # three numbers each, which mypy cannot count


def _outline(kind: str) -> NDArray[np.float64]:
    angles = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    match kind:
        case "heater":
            side = np.linspace(0, 1, 30)
            right = np.column_stack([0.8 * np.cos(side * np.pi / 2) ** 0.6, -0.1 + 1.05 * side])
            return np.vstack([[[-0.8, -0.9], [0.8, -0.9]], right, (right * [-1, 1])[::-1]])
        case "square":
            return np.array(
                [[-0.8, -0.95], [0.8, -0.95], [0.8, 0.6], [0.4, 0.75], [0, 0.98], [-0.4, 0.75], [-0.8, 0.6]]
            )
        case "tile":
            power = 5
            return np.column_stack(
                [np.sign(f) * np.abs(f) ** (2 / power) * 0.9 for f in (np.cos(angles), np.sin(angles))]
            )
        case "hexagon":
            return np.array([[np.cos(a), np.sin(a)] for a in np.radians(np.arange(30, 390, 60))]) * 0.96
        case "oval":
            return np.column_stack([0.75 * np.cos(angles), 0.97 * np.sin(angles)])
        case _:
            return np.column_stack([0.96 * np.cos(angles), 0.96 * np.sin(angles)])


def _places(division: str) -> tuple[tuple[float, float, float], ...]:
    """Where charges stand and how large they are."""
    match division:
        case "pale":
            return ((0.0, -0.42, 0.3), (-0.36, 0.18, 0.26), (0.36, 0.18, 0.26))
        case "fess":
            return ((0.0, -0.38, 0.4), (0.0, 0.36, 0.32))
        case "cross":
            return ((-0.38, -0.45, 0.27), (0.38, -0.45, 0.27), (-0.32, 0.25, 0.25), (0.32, 0.25, 0.25))
        case _:
            return ((0.0, -0.08, 0.62),)


def _place_all(picture: Pixels, crest: Crest, ink: Colour, shrink: float) -> None:
    places = _places(crest.division)
    letters = iter(crest.letters)
    for index, (x, y, size) in enumerate(places):
        if index < len(crest.charges):
            name, seed = crest.charges[index]
            _charge(
                picture,
                CHARGES[name](np.random.default_rng(seed)),
                (x * shrink, y * shrink),
                size * shrink,
                ink,
            )
        elif crest.letters:
            _letter(picture, next(letters), crest.font, (x * shrink, y * shrink), size * shrink, ink)


def _spots(points: NDArray[np.float64]) -> NDArray[np.int32]:
    return np.rint((points + 1) * _DRAWN / 2).astype(np.int32)


def _fill(picture: Pixels, points: NDArray[np.float64], colour: Colour) -> None:
    cv2.fillPoly(picture, [_spots(points)], (*colour, 255), cv2.LINE_AA)


def _divide(picture: Pixels, division: str, inner: NDArray[np.float64], colour: Colour) -> None:
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(mask, [_spots(inner)], (255,))
    half = _DRAWN // 2
    rows, columns = np.mgrid[:_DRAWN, :_DRAWN]
    chosen = {"pale": columns > half, "fess": rows > half, "cross": (columns > half) ^ (rows > half)}.get(
        division
    )
    if chosen is not None:
        picture[chosen & (mask > 0)] = (*colour, 255)


def _charge(picture: Pixels, shape: Shape, centre: tuple[float, float], size: float, ink: Colour) -> None:
    mask = np.zeros(picture.shape[:2], np.uint8)
    for polygon, filled in shape:
        cv2.fillPoly(mask, [_spots(polygon * size + np.array(centre))], (255 if filled else 0,), cv2.LINE_AA)
    _ink(picture, mask, ink)


def _ink(picture: Pixels, mask: Pixels, ink: Colour) -> None:
    share = mask[:, :, None] / 255.0
    picture[:] = (picture * (1 - share) + np.array((*ink, 255)) * share).astype(np.uint8)


def _letter(
    picture: Pixels, letter: str, font: int, centre: tuple[float, float], size: float, ink: Colour
) -> None:
    height = size * _DRAWN * 0.85
    scale = height / 22
    thick = max(round(height / 9), 2)
    (width, tall), _ = cv2.getTextSize(letter, font, scale, thick)
    x, y = _spots(np.array([centre]))[0]
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.putText(
        mask, letter, (int(x - width / 2), int(y + tall / 2)), font, scale, (255,), thick, cv2.LINE_AA
    )
    _ink(picture, mask, ink)


def _ribbon(picture: Pixels, crest: Crest, ink: Colour, trim: Colour) -> None:
    """A band across the foot, with the motto on it."""
    ground = crest.colours[1]
    _fill(picture, np.array([[-0.95, 0.62], [0.95, 0.62], [0.95, 0.86], [-0.95, 0.86]]), trim)
    scale = 1.1 * _DRAWN / 22 / max(len(crest.motto), 8)
    (width, tall), _ = cv2.getTextSize(crest.motto, crest.font, scale, 3)
    place = (int((_DRAWN - width) / 2), int(_DRAWN * 0.87 + tall / 2))
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.putText(mask, crest.motto, place, crest.font, scale, (255,), 4, cv2.LINE_AA)
    _ink(picture, mask, ground if ink == trim else crest.colours[0])


def _ring_text(picture: Pixels, crest: Crest, ink: Colour, _trim: Colour) -> None:
    """The words around the ring, letter by letter."""
    middle = _DRAWN / 2
    for index, letter in enumerate(crest.motto):
        angle = np.radians(-150 + 300 * index / max(len(crest.motto) - 1, 1))
        mask = np.zeros(picture.shape[:2], np.uint8)
        (width, tall), _ = cv2.getTextSize(letter, crest.font, 2.4, 5)
        place = (int(middle - width / 2), int(middle - 0.75 * middle + tall / 2))
        cv2.putText(mask, letter, place, crest.font, 2.4, (255,), 5, cv2.LINE_AA)
        turn = cv2.getRotationMatrix2D((middle, middle), -float(np.degrees(angle)), 1.0)
        _ink(picture, np.asarray(cv2.warpAffine(mask, turn, mask.shape), np.uint8), ink)


def _word(random: Random, length: int) -> str:
    word = "".join(random.choice(_SYLLABLES) for _ in range(6)).upper()
    return word[: max(length, 5)]


def _other_letter(letter: str, random: Random) -> str:
    return str(random.choice([other for other in "ABCDEFGHKLMNPRSTW" if other != letter]))
