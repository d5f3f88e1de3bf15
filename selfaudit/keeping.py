"""Each account that was read is finished before the next: its pictures, its questions, its folder."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from selfaudit import storage
from selfaudit.doors import drop_pictures, pictures_of, save
from selfaudit.model.export import Source
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Snapshot
from selfaudit.questions import Ask, asked
from selfaudit.telling import counted
from selfaudit.undisturbed import finishing, undisturbed

if TYPE_CHECKING:
    from selfaudit.exports import Copies, Read


@dataclass(frozen=True, slots=True)
class Kept:
    """An account that was finished.

    Attributes:
        snapshot: what was written.
        name: its folder within the one of the run; empty where it lies in that itself.
        source: what it was read from; ``None`` where pages showed it.
    """

    snapshot: Snapshot
    name: str
    source: Source | None


def keep_each(
    read: Sequence[Read],
    names: Sequence[str],
    draft: Path,
    copies: Copies,
    *,
    ask: Ask | None,
    progress: Progress,
) -> tuple[Kept, ...]:
    """Those that were finished: all, or the first few where the person stopped it.

    Args:
        read: the accounts, in the order in which they are finished.
        names: a folder for each; an empty one for the draft itself.
        draft: the folder to write into.
        copies: fetches the pictures.
        ask: asks about the settings that no page shows.
        progress: told of each that was finished.
    """
    kept: list[Kept] = []
    with suppress(KeyboardInterrupt):
        for (snapshot, source), name in zip(read, names, strict=True):
            (pictured,) = copies.fetch([snapshot], progress)
            whole = asked(pictured, ask)
            with undisturbed():
                save(whole, _split_off(whole, draft, name) if name else draft)
                kept.append(Kept(whole, name, source))
                progress.say(f"Read: {counted(whole)}.")
    if any(names):
        with finishing():
            drop_pictures(draft)
    return tuple(kept)


def _split_off(snapshot: Snapshot, folder: Path, name: str) -> Path:
    """A folder for this account alone, with the pictures that belong to it."""
    own = storage.mark(storage.make_private(folder / name))
    for picture in pictures_of(snapshot):
        if (folder / picture).is_file():
            storage.make_private((own / picture).parent)
            _put_too(folder / picture, own / picture)
    return own


def _put_too(file: Path, place: Path) -> None:
    """The same file there too, without taking room twice where the disk can do that."""
    try:
        place.hardlink_to(file)
    except OSError:
        shutil.copy2(file, place)
