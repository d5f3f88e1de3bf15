"""How much of each part a platform's known pages hold: the yardstick for its reader and for the docs."""

from __future__ import annotations

import json
from importlib.resources.abc import Traversable
from pathlib import Path

from selfaudit.model.vocabulary import Part

PARTS = tuple(part for part in Part if part is not Part.OTHER)


def expected(folder: Path | Traversable) -> dict[str, int]:
    """How much the good samples in this folder hold; a part that is not named is not in them."""
    return dict(json.loads((folder / "expected.json").read_text(encoding="utf-8")))
