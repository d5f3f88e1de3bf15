"""Archives that open and of which nothing can be read all the same: why, and what helps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.exports.containers import ARCHIVES, LOCKED, NESTED
from selfaudit.exports.messages import MESSAGES_ALONE
from selfaudit.exports.persons import Mixed
from selfaudit.model.export import Unreadable
from selfaudit.saved.kinds import NO_FILE, READABLE, ending

_LOCKED = (
    "is locked with a password: download it again without one, or unpack it with your password and import"
    " the folder"
)
_NESTED = "holds your files packed once more: unpack it, and import what comes out"
_MOST_NAMED = 5
_PLAIN = ".txt"
_AS_IT_CAME = (
    "Name the whole file as the network gave it to you; for some days after you asked for it, it can be"
    " downloaded again."
)
_TEXT = (
    "holds your data as text (.txt), which selfaudit does not read: ask the network for it again and choose"
    " JSON"
)
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
    if nested:
        return f"{_NESTED} ({named})"
    return _TEXT if {ending(name) for name in files.names()} == {_PLAIN} else _UNKNOWN


def advice(faults: Sequence[Unreadable]) -> str:
    """What helps where nothing could be read; empty where the first of these says it itself."""
    reason = faults[0].reason if faults else ""
    if faults and isinstance(faults[0], Mixed):
        return ""
    if reason == NO_FILE:
        return "Save it as a file first, and name that."
    if reason == MESSAGES_ALONE:
        return "Import it together with the other parts of the same export."
    return "" if reason.startswith((_LOCKED, _NESTED, _TEXT)) else _AS_IT_CAME
