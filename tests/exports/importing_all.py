"""Exports and saved pages read together, as the command does, with their pictures at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from selfaudit.exports import Copies, read_all
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Snapshot
from selfaudit.saved.deciding import Choose


def import_all(
    paths: Sequence[Path],
    media_folder: Path,
    progress: Progress,
    choose: Choose | None = None,
    *,
    is_mine: Callable[[str], bool] | None = None,
) -> tuple[Snapshot, ...]:
    """A snapshot for each account that the files show."""
    copies = Copies(media_folder)
    read = read_all(paths, media_folder, progress, choose, copies, is_mine=is_mine)
    return copies.fetch([snapshot for snapshot, _source in read], progress)
