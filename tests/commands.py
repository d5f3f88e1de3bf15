"""How a command ended and what it said, for tests that run commands as a person does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """What stands at the end of standard error: the sentence and the next step."""
        return " ".join(self.err.strip().splitlines()[-2:])


Run = Callable[..., Said]
