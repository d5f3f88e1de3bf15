"""Sees lines of writing in a picture and reads each, with RapidOCR's models, which lie in its package.

A small copy is looked at first: most photographs show no writing. Where the lines found there are too small
to have been seen well, a larger copy is looked at. What is read is always cut from the picture itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

import numpy as np

from selfaudit.detectors.images.boxes import Corners, height_of, length, united
from selfaudit.detectors.images.opening import Pixels
from selfaudit.detectors.images.unopened import WordsUnreadable
from selfaudit.detectors.runtime import onnxruntime
from selfaudit.model.region import Region

_FIRST_LOOK, _CLOSE_LOOK = 800, 1600
"""The longer side, in pixels, of the copies that lines are looked for in."""
_TOO_SMALL = 16.0
"""Height in pixels, in the first copy, below which lines are looked for again in the larger one."""
_SURE = 0.7
"""What is written is read surer than this nearly always; leaves and roofs, seldom."""
_A_WORD = re.compile(r"[^\W\d_]{2}|\d{3}")
_KINDS = {"Det": "_det_", "Rec": "_rec_"}
"""How the models that find lines and that read them are called."""
_ON_END = 1.5
"""A line so many times as high as wide is written upwards or downwards."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One line of writing.

    Attributes:
        region: the rectangle around it in the picture that was looked at.
        height: of its letters, in pixels of that picture; a slanted line's rectangle is higher.
    """

    text: str
    region: Region
    height: float


class Eyes:
    """Made when the first picture is looked at; takes a second, then keeps about 200 MB."""

    def __init__(self) -> None:
        self._engine: Any = None

    def make_ready(self) -> None:
        """Load what reading needs.

        Raises:
            WordsUnreadable: the library or its models are missing.
        """
        self._made()

    def find(self, pixels: Pixels) -> list[Corners]:
        """Where lines of writing stand in a picture (blue, green, red).

        Raises:
            WordsUnreadable: the library or its models are missing.
        """
        found = self._corners(pixels, _FIRST_LOOK)
        scale = min(1.0, _FIRST_LOOK / max(pixels.shape[:2]))
        if scale < 1.0 and any(height_of(corners) * scale < _TOO_SMALL for corners in found):
            found = self._corners(pixels, _CLOSE_LOOK)
        return found

    def read(self, pixels: Pixels, found: Iterable[Corners]) -> list[Sight]:
        """The lines that stand there; pieces of one line, which overlap, are read as one.

        Raises:
            WordsUnreadable: the library or its models are missing.
        """
        return list(self._read(pixels, united(found)))

    def _corners(self, pixels: Pixels, longest: int) -> list[Corners]:
        """Where lines stand, looked for in a copy no longer than this."""
        import cv2

        scale = min(1.0, longest / max(pixels.shape[:2]))
        copy = (
            pixels
            if scale == 1.0
            else cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        )
        boxes = self._made()(copy, use_det=True, use_cls=False, use_rec=False).boxes
        return [] if boxes is None else [np.asarray(box, np.float32) / scale for box in boxes]

    def _read(self, pixels: Pixels, found: list[Corners]) -> Iterator[Sight]:
        engine = self._made()
        for corners in found:
            read = engine(_cut(pixels, corners), use_det=False, use_cls=False, use_rec=True)
            text, sure = (read.txts[0].strip(), read.scores[0]) if read.txts else ("", 0.0)
            if sure >= _SURE and _A_WORD.search(text):
                yield Sight(text, _around(corners, pixels), height_of(corners))

    def _made(self) -> Any:
        if self._engine is None:
            self._engine = _engine()
        return self._engine


def _engine() -> Any:
    """The reader with its own models, named one by one: it would fetch what it does not find.

    Half of the processors: its threads wait busily, and others have work to do.
    """
    try:
        onnxruntime()
        from rapidocr import RapidOCR
    except ImportError as error:
        raise WordsUnreadable("rapidocr or onnxruntime cannot be loaded") from error
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            **{f"{step}.model_path": _model(kind) for step, kind in _KINDS.items()},
            "EngineConfig.onnxruntime.intra_op_num_threads": max(1, (os.cpu_count() or 1) // 2),
            "Det.limit_type": "max",
            "Det.limit_side_len": _CLOSE_LOOK,
        }
    )


def _model(kind: str) -> str:
    """The path of the one model of this kind in the library's package."""
    with as_file(files("rapidocr") / "models") as folder:
        found = [str(path) for path in folder.glob("*.onnx") if kind in path.name]
    if not found:
        raise WordsUnreadable("a model of rapidocr is missing")
    return found[0]


def _cut(pixels: Pixels, corners: Corners) -> Pixels:
    """The line alone, made level."""
    import cv2

    width = max(length(corners[0], corners[1]), length(corners[3], corners[2]), 1.0)
    height = max(length(corners[0], corners[3]), length(corners[1], corners[2]), 1.0)
    level = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    onto = cv2.getPerspectiveTransform(corners, level)
    size = (round(width), round(height))
    cut = cv2.warpPerspective(pixels, onto, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(np.rot90(cut) if height >= _ON_END * width else cut, np.uint8)


def _around(corners: Corners, pixels: Pixels) -> Region:
    """The upright rectangle around a line, inside the picture."""
    height, width = pixels.shape[:2]
    left, top = (max(0, int(edge)) for edge in corners.min(axis=0))
    right, bottom = (int(np.ceil(edge)) for edge in corners.max(axis=0))
    return Region(left, top, max(1, min(right, width) - left), max(1, min(bottom, height) - top))
