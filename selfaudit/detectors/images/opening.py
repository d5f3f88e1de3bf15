"""Opens picture files that may be damaged or hostile, at a size that is safe and quick to look at.

Pixels are kept as stored, without the turning that EXIF asks for, because regions are told in pixels of
the stored file.
"""

from __future__ import annotations

import struct
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from selfaudit.detectors.images.unopened import DAMAGED, HEIC, MISSING, TOO_LARGE, Unopenable

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

Pixels = NDArray[np.uint8]

_KINDS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
_ORIENTATION = 0x0112
_WITH_ALPHA = 4
_MOST_BYTES = 200_000_000
_MOST_PIXELS = 89_000_000
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, struct.error, MemoryError)
"""What Pillow's readers raise for broken files; the list is theirs, not ours."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to look at.

    Attributes:
        pixels: blue, green, red and, where the file is transparent, alpha.
        size: width and height of the stored file.
        moving: whether the file holds more pictures than this first one.
        orientation: how EXIF asks to turn the picture before it is shown; 1 is not at all.
    """

    pixels: Pixels
    size: tuple[int, int]
    moving: bool = False
    orientation: int = 1

    @property
    def scale(self) -> float:
        """Stored pixels for each pixel here."""
        return float(self.size[0] / self.pixels.shape[1])

    def on_white(self) -> Pixels:
        """Blue, green and red only, as a white page would show the picture."""
        if self.pixels.shape[2] < _WITH_ALPHA:
            return self.pixels
        alpha = self.pixels[:, :, 3:] / 255.0
        return np.asarray(self.pixels[:, :, :3] * alpha + 255.0 * (1.0 - alpha), np.uint8)


def open_picture(file: Path, longest: int) -> Picture:
    """Read a picture, made smaller if its longer side exceeds ``longest`` pixels.

    Raises:
        Unopenable: with the reason in words.
    """
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise Unopenable(TOO_LARGE)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(file, longest)
    except FileNotFoundError as error:
        raise Unopenable(MISSING) from error
    except _DAMAGED as error:
        raise Unopenable(HEIC if _is_heic(file) else DAMAGED) from error


def _read(file: Path, longest: int) -> Picture:
    from PIL import Image, UnidentifiedImageError

    Image.init()
    kinds = [kind for kind in _KINDS if kind in Image.OPEN]
    try:
        with Image.open(file, formats=kinds) as stored:
            size = stored.size
            if size[0] * size[1] > _MOST_PIXELS:
                raise Unopenable(TOO_LARGE)
            moving = getattr(stored, "n_frames", 1) > 1
            orientation = _orientation(stored)
            stored.draft("RGB", (2 * longest, 2 * longest))
            return Picture(_pixels(stored, longest), size, moving, orientation)
    except UnidentifiedImageError as error:
        raise Unopenable(HEIC if _is_heic(file) else DAMAGED) from error
    except Image.DecompressionBombError as error:
        raise Unopenable(TOO_LARGE) from error


def _orientation(stored: PillowImage) -> int:
    """How the picture asks to be turned, from 1 to 8; damaged EXIF asks for nothing."""
    try:
        asked = stored.getexif().get(_ORIENTATION, 1)
    except _DAMAGED:
        return 1
    return asked if isinstance(asked, int) and asked in range(1, 9) else 1


def _pixels(stored: PillowImage, longest: int) -> Pixels:
    """The first frame as 8-bit colour, its longer side at most ``longest``."""
    from PIL import Image

    transparent = "A" in stored.getbands() or "transparency" in stored.info
    if stored.mode in ("I", "F") or stored.mode.startswith("I;"):
        depth = np.asarray(stored, dtype=np.float32)
        stored = Image.fromarray(
            (depth * (255.0 / max(float(depth.max()), 1.0))).clip(0, 255).astype(np.uint8)
        )
    frame = stored.convert("RGBA" if transparent else "RGB")
    frame.thumbnail((longest, longest), Image.Resampling.BOX, reducing_gap=None)
    order = [2, 1, 0, 3] if transparent else [2, 1, 0]
    return np.ascontiguousarray(np.asarray(frame)[:, :, order])


def _is_heic(file: Path) -> bool:
    """Whether the file says that it is HEIC, the usual kind of iPhone photographs."""
    try:
        with file.open("rb") as opened:
            head = opened.read(12)
    except OSError:
        return False
    return head[4:8] == b"ftyp" and head[8:12] in {
        b"heic",
        b"heix",
        b"hevc",
        b"heim",
        b"heis",
        b"mif1",
        b"msf1",
    }
