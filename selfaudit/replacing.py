"""What a named folder holds already makes way for the same account alone, and with a word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from selfaudit.browser.sites import is_on_this_computer
from selfaudit.errors import StorageError
from selfaudit.folder_names import folder_names
from selfaudit.model.export import Unreadable
from selfaudit.model.json_text import JsonText
from selfaudit.model.progress import Progress
from selfaudit.model.sites import may_be_one_site
from selfaudit.model.snapshot import Owner, Snapshot
from selfaudit.model.vocabulary import Door
from selfaudit.storage import MARKER
from selfaudit.telling import typed, whose

Heir = TypeVar("Heir", bound=tuple[Snapshot, object])

_SNAPSHOT = "snapshot.json"
_TOLD = ("platform", "owner", "site")


def make_way(
    place: Path,
    snapshots: Sequence[Snapshot],
    taken: Collection[str],
    progress: Progress,
    *,
    alone: bool,
    live: bool = False,
) -> None:
    """Make sure that what these would take the place of is of the same accounts, and say that it goes.

    Args:
        place: the folder that they are written to.
        snapshots: what was read, and is not written yet.
        taken: names of folders in it that none of them gets.
        progress: told what will be replaced.
        alone: whether a single one lies in the folder itself, not in one of its own inside.
        live: whether they were read live, and not imported.

    Raises:
        StorageError: another account's snapshot is there, or one that cannot be read.
    """
    standing = [
        (folder, _account_in(folder / _SNAPSHOT), heirs)
        for folder, heirs in _places(place, snapshots, taken, alone=alone)
        if (folder / _SNAPSHOT).exists()
    ]
    for folder, account, heirs in standing:
        if account is None or not any(_same(account, heir) for heir in heirs):
            raise _refusal(folder, account, place, heirs[0].platform, live=live)
    for folder, account, _heirs in standing:
        if account is not None:
            told = f"{folder} holds an earlier reading of {whose(account)}"
            progress.say(f"{told}; this one takes its place once it is finished.")


def heir_first(place: Path, read: Sequence[Heir]) -> list[Heir]:
    """The account whose earlier snapshot goes with the first that is finished, before the others."""
    account = _account_in(place / _SNAPSHOT)
    return sorted(read, key=lambda one: account is None or not _same(account, one[0]))


def refuse_what_is_anothers(folder: Path, platform: str, site: str) -> None:
    """Nothing, where an account of this site may yet be the one whose snapshot is in this folder.

    Raises:
        StorageError: a snapshot of another site is there, or one that cannot be read.
    """
    if (folder / _SNAPSHOT).exists():
        heir, account = Snapshot(platform, Door.LIVE, site=site), _account_in(folder / _SNAPSHOT)
        if account is None or not _on_one_site(account, heir):
            raise _refusal(folder, account, folder, platform, live=True)


def _places(
    place: Path, snapshots: Sequence[Snapshot], taken: Collection[str], *, alone: bool
) -> Iterator[tuple[Path, Sequence[Snapshot]]]:
    """Each folder whose snapshot would go, and those that may take its place."""
    if snapshots:
        yield place, snapshots
    if not alone or len(snapshots) > 1:
        names = folder_names(snapshots, taken)
        yield from ((place / name, [heir]) for name, heir in zip(names, snapshots, strict=True))


def _refusal(
    folder: Path, account: Snapshot | None, place: Path, platform: str, *, live: bool
) -> StorageError:
    what = whose(account) if account else "a snapshot that cannot be read"
    now, again = ("was read", "Read") if live else ("you import", "Import")
    whole = place.parent if live and (place.parent / MARKER).exists() else place
    other = whole.with_name(f"{whole.name}-{platform}")
    return StorageError(
        f"The folder {folder} holds {what}, which is not what {now} now, so nothing was put there.",
        f"{again} it into a folder of its own, for example with: {typed('--out', other)}",
    )


def _account_in(file: Path) -> Snapshot | None:
    """Whose snapshot a file is, without what else is in it; ``None`` where that cannot be read."""
    found: dict[str, Any] = {}
    with suppress(OSError, Unreadable), file.open("rb") as raw:
        text = JsonText(file.name, raw)
        for name in text.fields():
            if name in _TOLD:
                found[name] = text.value()
            else:
                text.skip()
        owner, site = found.get("owner"), found.get("site")
        if isinstance(owner, dict) and isinstance(found.get("platform"), str):
            known = Owner(name=_text(owner.get("name")), handle=_text(owner.get("handle")))
            return Snapshot(found["platform"], Door.EXPORT, owner=known, site=_text(site))
    return None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _same(one: Snapshot, other: Snapshot) -> bool:
    """Whether both are of one account beyond doubt: by the handle, else by the name."""
    if not _on_one_site(one, other):
        return False
    mine, its = one.owner, other.owner
    if mine.handle and its.handle:
        return mine.handle.casefold() == its.handle.casefold()
    return bool(mine.name) and mine.name == its.name


def _on_one_site(one: Snapshot, other: Snapshot) -> bool:
    """Whether both may be; a site on this computer is at another port each time that it starts."""
    sites = (one.site, other.site)
    here = all(site and is_on_this_computer(site) for site in sites)
    return one.platform == other.platform and (here or may_be_one_site(*sites))
