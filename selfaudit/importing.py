"""The doors of saved pages and of exports: files in, a snapshot folder for each account out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from selfaudit import storage
from selfaudit.doors import place_for
from selfaudit.errors import ImportFailed, Interrupted
from selfaudit.folder_names import folder_names
from selfaudit.keeping import Kept, keep_each
from selfaudit.model.export import Source
from selfaudit.model.outside import on_one_line
from selfaudit.model.progress import Progress, Silent
from selfaudit.model.shelf import laying
from selfaudit.model.vocabulary import Door
from selfaudit.questions import Ask, StoppedAsking
from selfaudit.replacing import heir_first, make_way
from selfaudit.resuming import Earlier, account_of, earlier, write_record
from selfaudit.saved.kinds import ARCHIVES, READABLE, ending
from selfaudit.telling import typed, whose
from selfaudit.undisturbed import finishing

if TYPE_CHECKING:
    from selfaudit.exports import Copies, Read
    from selfaudit.saved.deciding import Choose

_SHOWS = {door: "This export is of" if door is Door.EXPORT else "These pages show" for door in Door}
_HOW = (
    "Or ask the site for your data, and name the file that it gives you: selfaudit import --how says how to"
    " do either."
)
_STOPPING = (
    "You stopped it. What had been read to its end is kept once it is known to be yours; Ctrl-C again stops"
    " at once."
)


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
    _refuse_unfinished(paths)
    before = _begun(paths, out, progress)
    try:
        stopped, made = _import(paths, before, progress, is_mine=is_mine, ask=ask, choose=choose)
    except KeyboardInterrupt:
        if not before.accounts:
            raise
        stopped, made = True, ()
    except ImportFailed as failed:
        if not all(map(_is_no_kind, paths)):
            raise
        raise ImportFailed(failed.sentence, f"{failed.next_step} {_HOW}") from failed
    kept = (*before.folders, *(before.place / one.name for one in made))
    if stopped:
        skips = all(one.source for one in made)
        raise _interrupted(command_of(paths, out, options), kept, skips=skips)
    (before.place / storage.UNFINISHED).unlink(missing_ok=True)
    return kept


def _refuse_unfinished(files: Sequence[Path]) -> None:
    """A part of an export would be missing, and the export be told to be whole.

    Raises:
        ImportFailed: one of the files is still being downloaded.
    """
    from selfaudit.exports import is_unfinished

    for file in files:
        if is_unfinished(file):
            raise ImportFailed(
                f"{on_one_line(file.name)} is a download that has not finished, so nothing was read.",
                "Wait until your browser says that it has, then name the file that is there; or download it"
                " again.",
            )


def _is_no_kind(path: Path) -> bool:
    """Whether it is neither pages nor an export, so that the person may not know yet what can be read."""
    with suppress(OSError):  # a folder that is closed is told as one
        if path.is_dir():
            return not any(path.iterdir())
    return path.is_file() and ending(path.name) not in READABLE | ARCHIVES


def _begun(paths: Sequence[Path], out: Path | None, progress: Progress) -> Earlier:
    """Where the import goes, with what an earlier one that was stopped has left there."""
    before = earlier(paths, out) or Earlier(place_for(out))
    if before.accounts:
        progress.say(before.told())
    return before


def command_of(files: Sequence[Path], out: Path | None, options: Sequence[str]) -> str:
    """The command that imports these files, as it can be given again."""
    return f"selfaudit {typed('import', *files, *(('--out', out) if out else ()), *options)}"


def _interrupted(same: str, kept: Sequence[Path], *, skips: bool) -> Interrupted:
    """What was kept; the same command ``skips`` all of it where it knows what that was read from."""
    again = (
        "Go on with the same command, which will not read that again and begins the rest anew"
        if skips
        else "Go on with the same command, which reads again what it cannot tell to be the same"
    )
    return Interrupted(
        f"You stopped it. What was read to its end is kept in {' and '.join(map(str, kept))}.",
        f"{again}: {same}",
    )


def _import(
    paths: Sequence[Path],
    before: Earlier,
    progress: Progress,
    *,
    is_mine: Callable[[str], bool],
    ask: Ask | None,
    choose: Choose | None,
) -> tuple[bool, tuple[Kept, ...]]:
    """Whether the person stopped it, and the accounts that were finished.

    Raises:
        KeyboardInterrupt: the person stopped it before any was.
    """
    from selfaudit.exports import Copies

    with storage.filling(before.place) as draft:
        copies = Copies(draft / "media")
        with laying(storage.make_private(storage.home())):
            held = before.holds if before.accounts else None
            found, stopped = _read(
                paths, draft / "media", choose, progress, copies, held=held, is_mine=is_mine
            )
            kept_before = "nothing more" if before.accounts else "nothing"
            read = heir_first(before.place, _own(found, is_mine, kept_before, progress))
            snapshots, taken = [one for one, _source in read], [one.folder for one in before.accounts]
            alone = not (stopped or before.accounts or storage.accounts_in(before.place))
            make_way(before.place, snapshots, taken, progress, alone=alone)
            names = [""] if alone and len(read) == 1 else folder_names(snapshots, taken)
            kept = keep_each(read, names, draft, copies, ask=ask, progress=progress)
        if read and not kept:
            raise KeyboardInterrupt
        if stopped := stopped or len(kept) < len(read):
            with finishing():
                new = [account_of(one.snapshot, one.name, one.source) for one in kept if one.source]
                write_record(draft, paths, [*before.accounts, *new])
        return stopped, kept


def _read(
    files: Sequence[Path],
    media: Path,
    choose: Choose | None,
    progress: Progress,
    copies: Copies,
    *,
    held: Callable[[Source], bool] | None,
    is_mine: Callable[[str], bool],
) -> tuple[tuple[Read, ...], bool]:
    """What the files show, and whether the person stopped it before the end."""
    from selfaudit.exports import Halted, read_all

    try:
        return read_all(files, media, progress, choose, copies, held=held, is_mine=is_mine), False
    except Halted as halted:
        if not halted.read or isinstance(halted.__cause__, StoppedAsking):
            raise
        progress.say(_STOPPING)
        return halted.read, True


def _own(
    read: Sequence[Read], is_mine: Callable[[str], bool], kept: str, progress: Progress
) -> tuple[Read, ...]:
    """The profiles that are the person's own, as they say of each; where none is, so much is ``kept``."""
    from selfaudit.exports import SAID_SO, withheld

    own: list[Read] = []
    for snapshot, source in read:
        question = f"{_SHOWS[snapshot.door]} {whose(snapshot)}. Is this your own profile?"
        if snapshot.proof in SAID_SO or is_mine(question):
            own.append((snapshot, source))
        else:
            progress.say(f"Left out: {whose(snapshot)}, as you say that it is not yours.")
    if read and not own:
        raise withheld(kept)
    return tuple(own)
