"""What a person answers when an import asks: the first choice, such as “all time”."""

from __future__ import annotations

from collections.abc import Sequence


def the_first(_question: str, _choices: Sequence[str]) -> int:
    """The first of the choices."""
    return 0
