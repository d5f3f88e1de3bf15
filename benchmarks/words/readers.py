"""Who reads: ours, and named peers; each a function of a picture that answers with all that it read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

from selfaudit.detectors.images.screens import Screens

Read = Callable[[Path], str]
Texts = Callable[[Path], list[str]]


def our_texts() -> Texts:
    """The product's own: each text in a picture by itself."""
    screens = Screens()
    return lambda file: [written.text for written in screens.look(file).texts]


def ours() -> Read:
    """The product's own: all texts of a picture, one after the other."""
    texts = our_texts()
    return lambda file: "\n".join(texts(file))


def rapidocr_alone() -> Read:
    """The library that we build on, as it comes: its own pipeline, sizes and defaults."""
    from rapidocr import RapidOCR

    engine: Any = RapidOCR(params={"Global.log_level": "critical"})
    return lambda file: "\n".join(engine(str(file)).txts or ())


def tesseract(scale: int = 1) -> Read | None:
    """Tesseract as a program, on the picture as it is or enlarged; ``None`` where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return None

    def read(file: Path) -> str:
        with TemporaryDirectory() as folder:
            shown = file if scale == 1 else _enlarged(file, scale, Path(folder))
            command = [program, str(shown), "stdout"]
            alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
            return subprocess.run(command, capture_output=True, text=True, check=True, env=alone).stdout

    return read


def peers() -> dict[str, Read | None]:
    """The peers by the name under which they stand in the tables."""
    return {
        "rapidocr, its own pipeline": rapidocr_alone(),
        "tesseract": tesseract(),
        "tesseract, at double size": tesseract(2),
    }


def _enlarged(file: Path, scale: int, folder: Path) -> Path:
    larger = folder / "larger.png"
    with Image.open(file) as opened:
        size = (opened.width * scale, opened.height * scale)
        opened.convert("RGB").resize(size, Image.Resampling.BICUBIC).save(larger, compress_level=1)
    return larger
