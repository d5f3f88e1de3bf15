"""Archives that open and of which nothing can be read all the same: why, and what helps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.exports.containers import ARCHIVES, LOCKED, NESTED
from selfaudit.model.export import Unreadable
from selfaudit.saved.kinds import READABLE, ending

_LOCKED = (
    "is locked with a password: download it again without one, or unpack it with your password and import"
    " the folder"
)
_NESTED = "holds your files packed once more: unpack it, and import what comes out"
_MOST_NAMED = 5
_UNKNOWN = "holds no saved page and no export in a form that this version knows, or is damaged"


def why_nothing(path: Path, files: Files) -> str | None:
    """Why no network was recognised in this archive; ``None`` where it may hold saved pages, or is none."""
    if path.is_dir() or not path.name.lower().endswith(ARCHIVES):
        return None
    if any(ending(name) in READABLE for name in files.names()):
        return None
    if any(fault.reason == LOCKED for fault in files.refused):
        return _LOCKED
    nested = [fault.name for fault in files.refused if fault.reason == NESTED]
    named = ", ".join([*nested[:_MOST_NAMED], *["…"] * (len(nested) > _MOST_NAMED)])
    return f"{_NESTED} ({named})" if nested else _UNKNOWN


def tells_what_to_do(faults: Sequence[Unreadable]) -> bool:
    """Whether the first of these says itself what helps, so that no other advice fits."""
    return any(fault.reason.startswith((_LOCKED, _NESTED)) for fault in faults[:1])
