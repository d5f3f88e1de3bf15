"""How much of each part a platform's known pages hold: the yardstick for its reader and for the docs."""

from __future__ import annotations

import json
from importlib.resources.abc import Traversable
from pathlib import Path

from selfaudit.model.vocabulary import Part

PARTS = tuple(part for part in Part if part is not Part.OTHER)


def expected(folder: Path | Traversable, make: str = "") -> dict[str, int]:
    """How much the good samples in this folder hold; a part that is not named is not in them.

    Args:
        folder: where the samples of a platform are.
        make: which make of site, as its files' names have it ("-mybb"); ``""`` for the main one.
    """
    return dict(json.loads((folder / f"expected{make}.json").read_text(encoding="utf-8")))
