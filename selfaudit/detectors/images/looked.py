"""What was read in a picture file."""

from __future__ import annotations

from dataclasses import dataclass

from selfaudit.model.written import Written


@dataclass(frozen=True, slots=True)
class Looked:
    """The texts, and whether there is more of it than this first picture: it moves."""

    texts: tuple[Written, ...]
    moving: bool = False
