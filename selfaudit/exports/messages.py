"""Parts of an export that hold private messages alone: told, and read by no door."""

from __future__ import annotations

from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.saved.kinds import READABLE, ending
from selfaudit.saved.private import is_of_channels, is_private, may_be_private, place_of

MESSAGES_ALONE = "holds private messages alone; selfaudit does not read those"
_DATA = READABLE | {".csv", ".js", ".jsonl"}
_COVERS = frozenset({"index.html", "start_here.html"})
"""Pages that networks lay before the others, with nobody's words on them."""


def are_all_messages(path: Path, files: Files) -> bool:
    """Whether every file of an archive or folder is of private messages that no reader takes."""
    names = () if _is_lone(path, files) else files.names()
    return bool(names) and all(is_private(one) and not is_of_channels(one) for one in names)


def holds_messages_alone(path: Path, files: Files) -> bool:
    """Whether all that could be read of these files, their media left out, is private messages."""
    above = f"{path.absolute().name}/" if path.is_dir() else ""
    places = [place_of(path)] if _is_lone(path, files) else [f"{above}{name}" for name in files.names()]
    data = [one for one in places if ending(one) in _DATA and one.rpartition("/")[2] not in _COVERS]
    return any(map(is_private, places)) and all(is_private(one) or may_be_private(one) for one in data)


def _is_lone(path: Path, files: Files) -> bool:
    return files.names() == (path.name,)
