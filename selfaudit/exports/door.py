"""The exports door: archives in, one snapshot an account out; what is no export is left to the other door.

A snapshot folder is complete by itself: the archive may be gone when it is checked. So the pictures that
the profile and its owner's posts name are copied into it as they are, one at a time and undecoded, once the
owner is known (see `selfaudit.exports.copying`). Nothing else is unpacked: no film, and no picture that
belongs to nothing, as Snapchat's memories.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from selfaudit import saved, storage
from selfaudit.errors import ImportFailed
from selfaudit.exports.account import gap_of, hollow_for, is_media, read_account, snapshot_of
from selfaudit.exports.containers import NESTED
from selfaudit.exports.copying import Copies
from selfaudit.exports.grouping import Group, Sorted, sort_out
from selfaudit.exports.hollows import advice
from selfaudit.exports.leftovers import Leftover, Leftovers, people_in
from selfaudit.exports.ownership import IsMine, Ownership, withheld
from selfaudit.exports.pieces import LeftAlone
from selfaudit.exports.together import files_of
from selfaudit.exports.watching import Watch
from selfaudit.model.export import Source, Unreadable
from selfaudit.model.file_names import plain_name
from selfaudit.model.progress import Progress
from selfaudit.model.shelf import laying
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.platforms import PLATFORMS
from selfaudit.saved.deciding import Choose

_NOTHING = "Nothing could be read"
_HOLLOW = "nothing could be read of your export from"


Read = tuple[Snapshot, Source | None]
"""An account and what it was read from; ``None`` where pages showed it."""


class Halted(KeyboardInterrupt):
    """The person stopped it. An account is read to its end or not at all.

    Attributes:
        read: the accounts that were read to their end.
    """

    def __init__(self, read: Sequence[Read]) -> None:
        super().__init__()
        self.read = tuple(read)


def import_exports(
    paths: Sequence[Path],
    media_folder: Path,
    progress: Progress,
    choose: Choose | None = None,
    is_mine: IsMine | None = None,
) -> tuple[tuple[Snapshot, ...], tuple[Path, ...]]:
    """Reads every data export among these paths.

    Args:
        paths: archives as they were downloaded, in any number of parts; folders; lone files.
        media_folder: where the pictures go; snapshots name them ``media/<name>``.
        progress: told each step, then the bytes read.
        choose: asks what an export does not tell of itself.
        is_mine: asks whether files that do not say whose they are are the person's own; left out, they join
            nothing.

    Returns:
        A snapshot for each account, and the paths of which no export was read.

    Raises:
        ImportFailed: the person could not tell what has to be known of an export before it is read.
    """
    copies = Copies(media_folder)
    with laying(storage.make_private(storage.home())):
        found = sort_out(paths)
        _say(found.faults, progress)
        read = _exports(found, copies, choose, Ownership(is_mine, progress))
        return copies.fetch([snapshot for snapshot, _source in read], progress), found.others


def _not_yet(_source: Source) -> bool:
    return False


def _exports(
    found: Sorted,
    copies: Copies,
    choose: Choose | None,
    ownership: Ownership,
    held: Callable[[Source], bool] = _not_yet,
) -> list[Read]:
    """The accounts, each with what could not be read as an export at all."""
    gaps = _missing(found)
    read: list[Read] = []
    for group in found.groups:
        if not any(held(one.source) for one in group.readings()):
            try:
                for one, source in _one(group, copies, choose, ownership, found.tried):
                    read.append((_with(one, gaps), source))
            except KeyboardInterrupt as stopped:
                raise Halted(read) from stopped
    return read


def _say(faults: Iterable[Unreadable], progress: Progress) -> None:
    for fault in faults:
        progress.say(f"Not read{'' if isinstance(fault, LeftAlone) else ' as an export'}: {fault}.")


def _missing(found: Sorted) -> tuple[Gap, ...]:
    """What could not be read at all; nothing is missing for what is rightly left alone."""
    return tuple(gap_of(fault) for fault in found.faults if not isinstance(fault, LeftAlone))


def _without_tried(snapshot: Snapshot, group: Group, tried: Iterable[Path]) -> Snapshot:
    """The snapshot without the archives inside its folder that were looked at by themselves."""
    pairs = ((one, path) for one in tried for path in group.paths if path in one.parents)
    told = [gap_of(Unreadable(one.relative_to(path).as_posix(), NESTED)) for one, path in pairs]
    return replace(snapshot, gaps=tuple(gap for gap in snapshot.gaps if gap not in told))


def _one(
    group: Group, copies: Copies, choose: Choose | None, ownership: Ownership, tried: Collection[Path]
) -> Iterator[Read]:
    """The account, where it is the person's own, and what it was read from."""
    whole, left = ownership.settle(group)
    snapshot = _with(snapshot_of(whole, copies, ownership.progress, choose), map(gap_of, left))
    owned = snapshot if hollow_for(snapshot) else ownership.owned(snapshot, whole)
    if owned is not None:
        yield _without_tried(owned, whole, tried), whole.source


def _with(snapshot: Snapshot, gaps: Iterable[Gap]) -> Snapshot:
    """The snapshot with what could not be read at all."""
    return replace(snapshot, gaps=(*snapshot.gaps, *gaps))


def read_all(
    paths: Sequence[Path],
    media_folder: Path,
    progress: Progress,
    choose: Choose | None,
    copies: Copies,
    *,
    held: Callable[[Source], bool] | None = None,
    is_mine: IsMine | None = None,
) -> tuple[Read, ...]:
    """Exports and saved pages alike: each account that either shows, and what it was read from.

    Args:
        paths: exports and saved pages.
        media_folder: where the pictures of pages go.
        progress: told each step.
        choose: asks what exports and saved pages do not tell of themselves.
        copies: notes the pictures of exports, for the caller to fetch once the owner has agreed.
        held: whether an account was read before, so that it is passed over.
        is_mine: asks whether files that do not say whose they are are the person's own; left out, they join
            nothing.

    Raises:
        ImportFailed: nothing in the files could be read, or an export must not be.
        ConsentWithheld: none of the files is the person's own.
        Halted: the person stopped it.
    """
    return _all(paths, media_folder, copies, choose, Ownership(is_mine, progress), held=held)


def _all(
    paths: Sequence[Path],
    media_folder: Path,
    copies: Copies,
    choose: Choose | None,
    ownership: Ownership,
    *,
    held: Callable[[Source], bool] | None,
) -> tuple[Read, ...]:
    progress, found = ownership.progress, sort_out(paths)
    faults, others = found.faults, tuple(path for path in found.others if path not in found.closed)
    alone = not found.groups and not others
    _say(faults[alone:], progress)  # the first is what the person is told in the end
    read = _exports(found, copies, choose, ownership, held or _not_yet)
    beside = _missing(found)
    hollow = [
        f"{_HOLLOW} {_title(one)}: {fault}" for one, _source in read if (fault := hollow_for(one, beside))
    ]
    for line in hollow:
        progress.say(f"Left out: {line}.")
    gaps = tuple(Gap(Part.OTHER, one) for one in hollow)
    whole = tuple(
        (_with(_without_others(one), gaps), source) for one, source in read if not hollow_for(one, beside)
    )
    none = not whole and not held
    if none and not others and ownership.declined:
        raise withheld("nothing")
    if none and not others and (hollow or faults):
        first = f"{_NOTHING}: {faults[0]}" if faults else hollow[0][:1].upper() + hollow[0][1:]
        raise ImportFailed(f"{first}.", advice(faults))
    if not none and not others:
        return whole
    try:
        pages = saved.import_pages(others, media_folder, progress, choose)
        told = () if whole else beside
        return (*whole, *((_with(page, told), None) for page in pages))
    except ImportFailed as error:
        if none:
            raise
        progress.say(error.sentence)
        return whole
    except KeyboardInterrupt as stopped:
        raise Halted(whole) from stopped


def sources_in(paths: Sequence[Path]) -> tuple[Source, ...]:
    """What each account among the exports in these paths is read from."""
    return tuple(one.source for group in sort_out(paths).groups for one in group.readings())


def is_export(path: Path) -> bool:
    """Whether this file or folder is, or holds, an export of a network that has a reader."""
    return bool(sort_out([path]).groups)


def fault_in(path: Path) -> Unreadable | None:
    """Why what may be an export cannot be opened, where that is so."""
    return next(iter(sort_out([path]).faults), None)


def left_of_each(path: Path) -> Leftovers:
    """What no reader takes of each export in this path; two networks in one archive are one export."""
    found = sort_out([path])
    exports: dict[tuple[Path, ...], list[Group]] = {}
    for group in (next(one.readings()) for one in found.groups):
        exports.setdefault(tuple(group.paths), []).append(group)
    each = [(_told_as(groups), _left_of(groups)) for groups in exports.values()]
    return Leftovers(each, found.faults)


def _told_as(groups: Sequence[Group]) -> str:
    titles = " and ".join(group.platform.title for group in groups)
    return f"Of {titles}, in {', '.join(plain_name(path.absolute().name) for path in groups[0].paths)}"


def left_over(path: Path) -> Leftover:
    """What of an export no reader takes, so that a new form is noticed."""
    return _left_of(next(one.readings()) for one in sort_out([path]).groups)


def _left_of(groups: Iterable[Group]) -> Leftover:
    names: dict[str, None] = {}
    used: set[str] = set()
    people: set[str] = set()
    watch = Watch()
    for group in groups:
        files = files_of(group.in_order)
        files.watch = watch
        try:
            people |= people_in(read_account(group, files, lambda _name: None, None))
        finally:
            files.close()
        names |= dict.fromkeys(files.names())
        used |= files.used
    return Leftover(
        tuple(name for name in names if name not in used and not is_media(name)), watch.unasked(people)
    )


def unused(path: Path) -> tuple[str, ...]:
    """The files of an export that no reader opened, media left out."""
    return left_over(path).files


def _without_others(snapshot: Snapshot) -> Snapshot:
    """Where nobody said which of several people they are, nothing of any of them is kept."""
    if snapshot.owner.name or snapshot.owner.handle or any(post.own for post in snapshot.posts):
        return snapshot
    return replace(snapshot, posts=())


def _title(snapshot: Snapshot) -> str:
    return next(one.title for one in PLATFORMS if one.id == snapshot.platform)
