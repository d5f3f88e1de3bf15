"""What was kept, erased: at once with `selfaudit forget`, and runs by themselves when their time is over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from selfaudit.errors import StorageError
from selfaudit.storage import (
    FAULTS,
    KEPT_DAYS,
    MARKER,
    WRITTEN,
    erase,
    home,
    is_ours,
    noted_paths,
    write_private,
)

_DATED = re.compile(r"\d{4}-\d\d-\d\d")
_DRAFT = re.compile(r"\.[0-9a-f]{8}\.part$")


@dataclass(frozen=True, slots=True)
class Erased:
    """What is gone: how many files (or old runs), and what could not or must not be touched."""

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


def drop_expired(now: datetime, days: int = KEPT_DAYS) -> Erased:
    """Erase runs and faults of the private folder that are older than ``days``.

    Returns:
        How many runs went, and which could not be erased: they are in nobody's way.
    """
    limit = now - timedelta(days=days)
    removed = 0
    refused: list[str] = []
    try:
        _drop_old_faults(home() / FAULTS, f"{limit:%Y-%m-%d}")
    except (OSError, StorageError):
        refused.append(str(home() / FAULTS))
    for run in (home() / "runs").glob("*"):
        try:
            if run.stat().st_mtime < limit.timestamp():
                erase(run)
                removed += 1
        except FileNotFoundError:
            continue  # another command was quicker
        except (OSError, StorageError):
            refused.append(str(run))
    return Erased(removed, tuple(refused))


def _drop_old_faults(log: Path, first_day: str) -> None:
    """Shorten the log to what came from ``first_day`` on; each fault begins with its date."""
    if not log.is_file():
        return
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    young = (place for place, line in enumerate(lines) if _DATED.match(line) and line[:10] >= first_day)
    first = next(young, len(lines))
    if first == len(lines):
        erase(log)
    elif first:
        write_private(log, "".join(lines[first:]))
