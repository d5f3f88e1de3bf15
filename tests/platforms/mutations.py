"""Real data made hostile: pieces lost and pieces of a wrong kind, always the same for the same seed."""

from __future__ import annotations

import random
from typing import Any

_ODD: tuple[Any, ...] = (None, True, 5, -1, 10**30, float("nan"), "x", "\ud83d", "", [], {}, [None], {"a": 1})


def mutated(value: Any, seed: int) -> Any:
    """The same data with about one piece in a hundred spoilt."""
    return _mutated(value, random.Random(seed))  # noqa: S311 - no secret, only the same each time


def _mutated(value: Any, chance: random.Random) -> Any:
    if chance.random() < 0.01:
        return chance.choice(_ODD)
    if isinstance(value, dict):
        return {name: _mutated(piece, chance) for name, piece in value.items() if chance.random() > 0.005}
    return [_mutated(piece, chance) for piece in value] if isinstance(value, list) else value
