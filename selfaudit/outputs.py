"""Reports written where the person asked: never over a file that is no report of ours."""

from __future__ import annotations

import json
from pathlib import Path

from selfaudit import storage
from selfaudit.errors import StorageError

REPORTS = ("result.json", "report.html")
"""What an audit leaves in its folder beside the snapshots."""
_SIGNED = "Made by selfaudit"
_RESULT = frozenset({"findings", "coverage", "policy"})


def write_where_asked(file: Path, text: str) -> None:
    """Write a file that the person named, and remember it; never over one that is not as selfaudit wrote it.

    Raises:
        StorageError: another file is there already, or the file cannot be written.
    """
    refuse_to_replace(file)
    storage.write_private(file, text)
    storage.note(file)


def refuse_to_replace(file: Path) -> None:
    """Nothing, where this file may be written.

    Raises:
        StorageError: a file is there that is no report of ours, or that was changed since.
    """
    if file.exists() and not (storage.is_as_noted(file) or (storage.is_ours(file) and _is_report(file))):
        raise StorageError(
            f"{file} is there already, and not as selfaudit wrote it; nothing was replaced."
            if not storage.is_ours(file) or file.name in REPORTS
            else f"{file} is something that selfaudit keeps, and no report; nothing was replaced.",
            "Pick another name with --out, or move that file away.",
        )


def earlier_report(folder: Path) -> bool:
    """Whether an audit left its report in this folder before, which a new one would take the place of.

    Raises:
        StorageError: something of that name is there that is no report of ours.
    """
    there = [folder / name for name in REPORTS if (folder / name).exists()]
    for file in there:
        refuse_to_replace(file)
    return bool(there)


def _is_report(file: Path) -> bool:
    """Whether this says of itself what every format of a report says."""
    try:
        text = file.read_text(encoding="utf-8")
        fields = json.loads(text) if text.startswith("{") else {}
    except (OSError, ValueError):
        return False
    return _SIGNED in text or fields.keys() >= _RESULT
