"""An import that was stopped goes on where it was, when the same command is given again.

A record in its own run folder says which accounts were read to their end, and from which files. So it is
erased with that folder, and gone when the import has come to its end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from selfaudit import storage
from selfaudit.choosing import title_of
from selfaudit.model.export import Source
from selfaudit.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Account:
    """An account that was read to its end and that the person has said is theirs.

    Attributes:
        folder: its snapshot's, within the run's folder.
        shown: the network and whose it is, for the person.
        read_at: when (UTC).
        source: what it was read from, as `mark_of` has it.
    """

    folder: str
    shown: str
    read_at: str
    source: str


_FIELDS = tuple(one.name for one in fields(Account))


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is left of the same import that was stopped: its folder and the accounts that need no reading."""

    place: Path
    accounts: tuple[Account, ...] = ()

    def holds(self, source: Source) -> bool:
        """Whether what this is read from was read already, as it is now."""
        return mark_of(source) in {account.source for account in self.accounts}

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the snapshots are."""
        return tuple(self.place / account.folder for account in self.accounts)

    def told(self) -> str:
        """What the person is told before the rest is read."""
        last = datetime.fromisoformat(max(account.read_at for account in self.accounts)).astimezone()
        shown = "; ".join(account.shown for account in self.accounts)
        return f"Already read on {last.day} {last:%B %Y, %H:%M}: {shown}. Going on with the rest."


def mark_of(source: Source) -> str:
    """What changes whenever the network, the place, the size or the time of any of the files does."""
    platform, paths = source
    digest = sha256(platform.encode())
    for path in paths:
        for file in sorted(_files_of(path.resolve())):
            state = next(filter(os.path.lexists, (file, *file.parents))).stat(follow_symlinks=False)
            digest.update(
                f"\0{file}\0{state.st_size}\0{state.st_mtime_ns}".encode("utf-8", "surrogateescape")
            )
    return digest.hexdigest()


def _files_of(path: Path) -> Iterator[Path]:
    yield from (file for file in path.rglob("*") if not file.is_dir()) if path.is_dir() else (path,)


def earlier(named: Sequence[Path], out: Path | None) -> Earlier | None:
    """The last import of just these files that was stopped; in this folder, where one is named."""
    places = [out] if out else sorted((storage.home() / "runs").glob("*"), reverse=True)
    for place in places:
        accounts = tuple(_unchanged(place, named))
        if accounts:
            return Earlier(place, accounts)
    return None


def _unchanged(place: Path, named: Sequence[Path]) -> Iterator[Account]:
    """The accounts in this folder that would be read from the same again."""
    accounts = [one for one in _recorded(place, named) if (place / one.folder / "snapshot.json").is_file()]
    if accounts:
        from selfaudit.exports import sources_in

        sources = set(map(mark_of, sources_in(named)))
        yield from (one for one in accounts if one.source in sources)


def _recorded(place: Path, named: Sequence[Path]) -> list[Account]:
    """What the record in this folder holds, if it is of these files."""
    try:
        record = json.loads((place / storage.UNFINISHED).read_text(encoding="utf-8"))
        same = record["named"] == _named(named)
        return [Account(**{name: str(one[name]) for name in _FIELDS}) for one in record["accounts"] if same]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _named(files: Sequence[Path]) -> list[str]:
    return sorted({str(file.resolve()) for file in files})


def account_of(snapshot: Snapshot, folder: str, source: Source) -> Account:
    """The record of an account that was read to its end."""
    who = snapshot.owner.name or snapshot.owner.handle or "somebody without a name"
    shown = f"{title_of(snapshot.platform)}, {who}"
    return Account(folder, shown, datetime.now(UTC).isoformat(), mark_of(source))


def write_record(folder: Path, named: Sequence[Path], accounts: Sequence[Account]) -> None:
    """Say in this folder what was read to its end of these files."""
    record = {"named": _named(named), "accounts": [asdict(account) for account in accounts]}
    storage.write_private(folder / storage.UNFINISHED, json.dumps(record, indent=2, ensure_ascii=False))
