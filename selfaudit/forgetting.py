"""What was kept, erased: at once with `selfaudit forget`, and runs by themselves when their time is over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from selfaudit.storage import KEPT_DAYS, MARKER, WRITTEN, erase, home, is_ours, noted_paths

_DRAFT = re.compile(r"\.[0-9a-f]{8}\.part$")


@dataclass(frozen=True, slots=True)
class Erased:
    """What `forget` did: how many files are gone, and what it was not allowed to touch."""

    files: int
    refused: tuple[str, ...] = ()


def kept() -> tuple[Path, ...]:
    """Everything that `forget` would erase, folders within such a folder left out."""
    inside = (home(),) if home().exists() else ()
    there = [Path(entry) for entry in sorted(noted_paths()) if Path(entry).exists()]
    marked = {path for path in there if (path / MARKER).is_file()}
    return inside + tuple(path for path in there if path.is_file() or not marked.intersection(path.parents))


def forget() -> Erased:
    """Erase the private folder and, outside it, everything that is still as selfaudit wrote it.

    Of a noted folder goes what selfaudit writes there, and then the folder, if nothing else is in it.
    """
    removed = 0
    refused: list[str] = []
    for path in reversed(kept()):
        if path == home() or (path.is_file() and is_ours(path)):
            removed += erase(path)
        elif (path / MARKER).is_file():
            erased = _erase_what_is_ours(path)
            removed += erased.files
            refused += erased.refused
        else:
            refused.append(str(path))
    return Erased(removed, tuple(refused))


def _erase_what_is_ours(folder: Path) -> Erased:
    removed = 0
    refused: list[str] = []
    for inside in sorted(folder.iterdir()):
        if inside.is_symlink():
            refused.append(str(inside))
        elif inside.is_dir() and (inside / MARKER).is_file():
            erased = _erase_what_is_ours(inside)
            removed += erased.files
            refused += erased.refused
        elif inside.name in WRITTEN or inside.name == "media" or _DRAFT.search(inside.name):
            removed += erase(inside)
        else:
            refused.append(str(inside))
    if not refused:
        erase(folder)
    return Erased(removed, tuple(refused))


def drop_expired(now: datetime, days: int = KEPT_DAYS) -> int:
    """Erase runs of the private folder that are older than ``days``; how many runs went."""
    runs = home() / "runs"
    if not runs.is_dir():
        return 0
    limit = (now - timedelta(days=days)).timestamp()
    old = [run for run in runs.iterdir() if run.stat().st_mtime < limit]
    for run in old:
        erase(run)
    return len(old)
