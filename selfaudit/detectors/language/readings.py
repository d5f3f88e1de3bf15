"""What the reading of one text came to, as a line that can be kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from selfaudit.model.detections import Remark

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one text.

    Attributes:
        language: the other language that it, or a part of it, is in.
        remarks: what was noticed; ``None`` where nothing of it was read, for that language.
    """

    language: str | None
    remarks: tuple[Remark, ...] | None


def as_line(reading: Reading) -> str:
    """The reading as one line of JSON."""
    return _lines().dump_json(reading).decode()


def from_line(line: str | None) -> Reading | None:
    """The very reading again; nothing, where the line is none."""
    from pydantic import ValidationError

    try:
        return _lines().validate_json(line) if line else None
    except ValidationError:
        return None


@cache
def _lines() -> TypeAdapter[Reading]:
    from pydantic import TypeAdapter

    return TypeAdapter(Reading)
