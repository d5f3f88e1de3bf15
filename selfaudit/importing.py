"""The doors of saved pages and of exports: files in, a snapshot folder for each account out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from selfaudit import storage
from selfaudit.doors import drop_pictures, pictures_of, place_for, save
from selfaudit.errors import Interrupted
from selfaudit.folder_names import folder_names
from selfaudit.model.export import Source
from selfaudit.model.progress import Progress, Silent
from selfaudit.model.shelf import laying
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Door
from selfaudit.questions import Ask, asked
from selfaudit.replacing import make_way
from selfaudit.resuming import Earlier, account_of, earlier, write_record
from selfaudit.telling import counted, typed, whose

if TYPE_CHECKING:
    from selfaudit.exports import Copies
    from selfaudit.saved.deciding import Choose

_SHOWS = {door: "This export is of" if door is Door.EXPORT else "These pages show" for door in Door}


def import_files(
    files: Sequence[Path],
    out: Path | None = None,
    *,
    is_mine: Callable[[str], bool] = lambda _question: True,
    ask: Ask | None = None,
    choose: Choose | None = None,
    progress: Progress | None = None,
    options: Sequence[str] = (),
) -> tuple[Path, ...]:
    """One snapshot folder for each account found in the files.

    Where the same import was stopped, it goes on: accounts that were read to their end, from files that are
    as they were, are neither read nor asked about again.

    Args:
        files: pages, archives of pages, folders; data exports as they were downloaded.
        out: the folder to make; with several accounts, each gets a folder inside it.
        is_mine: asked for each account whether it is the person's own.
        ask: asks about the settings that no page shows; left out, only earlier answers count.
        choose: asks what pages do not tell of themselves: their site, and who was looking.
        progress: told each step.
        options: what else the command had that the person gave, so that they can give it again as it was.

    Raises:
        ImportFailed: nothing in the files could be read.
        ConsentWithheld: the person said that a profile found is not their own; nothing of it is kept.
        Interrupted: the person stopped it; the accounts that were read to their end are kept.
    """
    paths, progress = [Path(file) for file in files], progress or Silent()
    before = _begun(paths, out, progress)
    try:
        stopped, made = _import(paths, before, progress, is_mine=is_mine, ask=ask, choose=choose)
    except KeyboardInterrupt:
        if not before.accounts:
            raise
        stopped, made = True, ()
    kept = (*before.folders, *made)
    if stopped:
        raise _interrupted(command_of(paths, out, options), kept)
    (before.place / storage.UNFINISHED).unlink(missing_ok=True)
    return kept


def _begun(paths: Sequence[Path], out: Path | None, progress: Progress) -> Earlier:
    """Where the import goes, with what an earlier one that was stopped has left there."""
    before = earlier(paths, out) or Earlier(place_for(out))
    if before.accounts:
        progress.say(before.told())
    return before


def command_of(files: Sequence[Path], out: Path | None, options: Sequence[str]) -> str:
    """The command that imports these files, as it can be given again."""
    return f"selfaudit {typed('import', *files, *(('--out', out) if out else ()), *options)}"


def _interrupted(same: str, kept: Sequence[Path]) -> Interrupted:
    return Interrupted(
        f"You stopped it. What was read to its end is kept in {' and '.join(map(str, kept))}.",
        "Go on with the same command, which will not read that again and begins the account that was"
        f" being read anew: {same}",
    )


def _import(
    paths: Sequence[Path],
    before: Earlier,
    progress: Progress,
    *,
    is_mine: Callable[[str], bool],
    ask: Ask | None,
    choose: Choose | None,
) -> tuple[bool, tuple[Path, ...]]:
    """Whether the person stopped it, and the folders of the accounts that were read to their end."""
    from selfaudit.exports import Copies

    with storage.filling(before.place) as draft:
        copies = Copies(draft / "media")
        with laying(storage.make_private(storage.home())):
            held = before.holds if before.accounts else None
            snapshots, sources = _all_in(
                paths, draft / "media", choose, progress, copies, held=held, is_mine=is_mine
            )
            stopped, taken = sources is not None, [one.folder for one in before.accounts]
            alone = not stopped and not before.accounts
            make_way(before.place, snapshots, taken, progress, alone=alone)
            _make_sure(snapshots, is_mine, "nothing more" if before.accounts else "nothing")
            snapshots = copies.fetch(snapshots, progress)
        for snapshot in snapshots:
            progress.say(f"Read: {counted(snapshot)}.")
        snapshots = tuple(asked(snapshot, ask) for snapshot in snapshots)
        made = _laid_out(snapshots, draft, taken, alone=alone)
        if sources is not None:
            read = zip(snapshots, made, sources, strict=True)
            new = [account_of(snapshot, folder.name, source) for snapshot, folder, source in read]
            write_record(draft, paths, [*before.accounts, *new])
        return stopped, tuple(before.place / one.relative_to(draft) for one in made)


def _all_in(
    files: Sequence[Path],
    media: Path,
    choose: Choose | None,
    progress: Progress,
    copies: Copies,
    *,
    held: Callable[[Source], bool] | None,
    is_mine: Callable[[str], bool],
) -> tuple[tuple[Snapshot, ...], tuple[Source, ...] | None]:
    """What the files show; what it was read from, where the person stopped it before the end."""
    from selfaudit.exports import Halted, import_all

    try:
        return import_all(files, media, progress, choose, copies, held=held, is_mine=is_mine), None
    except Halted as halted:
        if not halted.snapshots:
            raise
        return halted.snapshots, halted.sources


def _laid_out(
    snapshots: Sequence[Snapshot], folder: Path, taken: Sequence[str], *, alone: bool
) -> tuple[Path, ...]:
    """One account in the folder itself, if that is ``alone``; several each in a folder inside it."""
    if alone and len(snapshots) == 1:
        return (save(snapshots[0], folder),)
    made = tuple(
        save(snapshot, _split_off(snapshot, folder, name))
        for snapshot, name in zip(snapshots, folder_names(snapshots, taken), strict=True)
    )
    drop_pictures(folder)
    return made


def _make_sure(snapshots: Sequence[Snapshot], is_mine: Callable[[str], bool], kept: str) -> None:
    """Ask of each profile whether it is the person's own; where one is not, so much is ``kept``."""
    from selfaudit.exports import SAID_SO, withheld

    for snapshot in snapshots:
        question = f"{_SHOWS[snapshot.door]} {whose(snapshot)}. Is this your own profile?"
        if snapshot.proof not in SAID_SO and not is_mine(question):
            raise withheld(kept)


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
