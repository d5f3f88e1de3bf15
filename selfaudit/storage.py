"""The private folder: made private before anything is written, kept for a while, erased with one command.

Folders are 0700 and files 0600 from the moment they exist (on Windows the folder lies in the person's own
profile, which other users cannot open). What is written elsewhere at the person's wish (``--out``) is noted
down, so that `forget` finds it too.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from selfaudit.errors import StorageError
from selfaudit.undisturbed import finishing

KEPT_DAYS = 30
MARKER = ".selfaudit"
REMEMBERED = "remembered.txt"
REMEMBERED_OF_PICTURES = "remembered-pictures.txt"
"""What was read of a snapshot's texts; see `selfaudit.remembering`."""
_REPLACED = ("snapshot.json", "media", REMEMBERED, REMEMBERED_OF_PICTURES)
"""What a new snapshot takes the place of."""
UNFINISHED = "unfinished.json"
"""What an import that was stopped has read so far; see `selfaudit.resuming`."""
WRITTEN = frozenset(
    {MARKER, UNFINISHED, REMEMBERED, REMEMBERED_OF_PICTURES, "snapshot.json", "result.json", "report.html"}
)
"""The files that selfaudit writes into a folder of its own, pictures aside."""
FAULTS = "faults.log"
_LEDGER = "kept.json"


def home() -> Path:
    """The private folder's place; ``SELFAUDIT_HOME`` moves it."""
    if chosen := os.environ.get("SELFAUDIT_HOME"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("selfaudit", appauthor=False)


def make_private(folder: Path) -> Path:
    """Make a folder, and its parents, that only this person can open; leaves an existing one's content alone.

    Raises:
        StorageError: the folder cannot be made.
    """
    try:
        for missing in reversed([parent for parent in (folder, *folder.parents) if not parent.exists()]):
            missing.mkdir(mode=0o700)
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be made.", "Pick another place with --out."
        ) from error
    return folder


def write_private(file: Path, text: str | Iterable[str]) -> Path:
    """Write a file that only this person can read, whole or not at all; a long text in pieces.

    Raises:
        StorageError: the file cannot be written.
    """
    make_private(file.parent)
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(
            os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as stream:
            stream.writelines((text,) if isinstance(text, str) else text)
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise StorageError(
            f"{file} cannot be written.", "Check the disk's free space and the folder."
        ) from error
    return file


def new_run(now: datetime) -> Path:
    """A fresh private folder for one run, named for its time."""
    folder = home() / "runs" / f"{now:%Y-%m-%d-%H%M%S}"
    while folder.exists():
        folder = folder.with_name(f"{folder.name}-{secrets.token_hex(2)}")
    return claim(folder)


def claim(folder: Path) -> Path:
    """Make a folder ours to fill and, one day, to erase.

    Raises:
        StorageError: something that selfaudit did not write is there already.
    """
    if folder.exists() and not folder.is_dir():
        raise StorageError(f"{folder} is a file, not a folder.", "Pick another place with --out.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise StorageError(
            f"The folder {folder} already holds other things.", "Pick a new or empty folder with --out."
        )
    make_private(folder)
    folder.chmod(0o700)
    note(mark(folder))
    return folder


def mark(folder: Path) -> Path:
    """Leave our mark in a folder that is ours alone."""
    write_private(folder / MARKER, "Written by selfaudit; erased by: selfaudit forget\n")
    return folder


def accounts_in(folder: Path) -> list[Path]:
    """The folders right inside this one that hold a snapshot."""
    return sorted(file.parent for file in folder.glob("[!.]*/snapshot.json"))


@contextmanager
def claiming(folder: Path) -> Iterator[Path]:
    """Claim a folder, and take the claim back when what follows fails and has put nothing there.

    Raises:
        StorageError: something that selfaudit did not write is there already.
    """
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    unmarked = not (folder / MARKER).exists()
    try:
        yield claim(folder)
    except BaseException:
        _unclaim(folder, made, unmarked=unmarked)
        raise


@contextmanager
def filling(folder: Path) -> Iterator[Path]:
    """A fresh folder to fill, whose content takes the place of the snapshot in ``folder`` when all went well.

    When it did not, nothing in ``folder`` has changed, and nothing is left that was not there before.

    Raises:
        StorageError: something that selfaudit did not write is there already.
    """
    with claiming(folder):
        draft = make_private(folder / f".{secrets.token_hex(4)}.part")
        try:
            yield draft
            with finishing():
                _replace(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def _replace(draft: Path, folder: Path) -> None:
    """Put what is in ``draft`` in the place of the snapshot in ``folder``; other things there stay."""
    try:
        for name in _REPLACED:
            if (folder / name).exists():
                erase(folder / name)
        for inside in draft.iterdir():
            target = folder / inside.name
            if inside.is_dir() and target.is_dir():
                _replace(inside, target)
            else:
                inside.replace(target)
    except OSError as error:
        raise StorageError(
            f"{folder} cannot be written.", "Close programs that have it open, then try again."
        ) from error


def _unclaim(folder: Path, made: Iterable[Path], *, unmarked: bool) -> None:
    """Take back the claim of a folder that holds nothing, with the folders that were made for it."""
    with suppress(OSError):
        if [inside.name for inside in folder.iterdir()] == [MARKER]:
            (folder / MARKER).unlink()
            if not unmarked:
                folder.rmdir()
    for one in made:
        with suppress(OSError):
            one.rmdir()


def is_ours(file: Path) -> bool:
    """Whether this file is as selfaudit wrote it."""
    file = file.resolve()
    in_our_folder = file.name in WRITTEN and (file.parent / MARKER).is_file()
    if in_our_folder or file.is_relative_to(home().resolve()):
        return True
    return is_as_noted(file)


def is_as_noted(file: Path) -> bool:
    """Whether this file was written where the person asked, and is as it was then."""
    file = file.resolve()
    noted = noted_paths().get(str(file))
    return noted is not None and file.is_file() and noted == _fingerprint(file)


def note(path: Path) -> None:
    """Remember a path outside the private folder, so that `forget` can erase it; of a file, its content."""
    path = path.resolve()
    if path.is_relative_to(home().resolve()):
        return
    noted = {one: content for one, content in noted_paths().items() if not _is_gone(Path(one))}
    noted[str(path)] = _fingerprint(path) if path.is_file() else None
    write_private(home() / _LEDGER, json.dumps(noted, indent=2, sort_keys=True))


def _is_gone(path: Path) -> bool:
    """Whether it was erased; on a drive that is away just now, even its folder is not there."""
    return path.parent.exists() and not path.exists()


def noted_paths() -> dict[str, object]:
    """The paths that were remembered, and the fingerprint of each that is a file."""
    try:
        entries = json.loads((home() / _LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if isinstance(entries, list):  # as it was written before files had fingerprints
        return dict.fromkeys(map(str, entries))
    return entries if isinstance(entries, dict) else {}


def _fingerprint(file: Path) -> dict[str, object]:
    content = file.read_bytes()
    return {"size": len(content), "sha256": sha256(content).hexdigest()}


def erase(path: Path) -> int:
    """Erase a file, or a folder with all in it; how many files went.

    Raises:
        StorageError: it cannot be erased.
    """
    try:
        if path.is_file():
            path.unlink()
            return 1
        count = sum(1 for inside in path.rglob("*") if inside.is_file())
        shutil.rmtree(path)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be erased.", "Close programs that have it open, then try again."
        ) from error
    return count


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person agreed to, and when (UTC)."""

    given_at: datetime
    wording: str
    answered_by: str


def record_consent(wording: str, answered_by: str) -> Consent:
    """Write down that the person agreed, to these words."""
    consent = Consent(datetime.now(UTC), wording, answered_by)
    line = {"given_at": consent.given_at.isoformat(), "answered_by": answered_by, "wording": wording}
    earlier = list(_consents())
    write_private(home() / "consent.json", json.dumps([*earlier, line], indent=2, ensure_ascii=False))
    return consent


def _consents() -> Iterable[object]:
    try:
        entries = json.loads((home() / "consent.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return entries if isinstance(entries, list) else ()


@contextmanager
def temporary() -> Iterator[Path]:
    """A private folder that is gone afterwards, whatever happens."""
    folder = make_private(home() / "tmp" / secrets.token_hex(6))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
