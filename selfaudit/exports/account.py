"""One account's export: opened, its doubts settled by the person, read, and what is missing from it told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from selfaudit.errors import ImportFailed
from selfaudit.exports.archive import Files
from selfaudit.exports.copying import Copies
from selfaudit.exports.doubles import differing, unread
from selfaudit.exports.grouping import Group
from selfaudit.exports.limits import UNENTERED
from selfaudit.exports.numbering import (
    FURTHER,
    LISTS,
    Missing,
    gaps_of,
    holes_inside,
    kind_of,
    may_go_on,
    missing_parts,
)
from selfaudit.exports.together import Together, files_of
from selfaudit.model.export import Answer, Doubt, Keep, Unreadable
from selfaudit.model.file_names import plain_name
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.exported import NOT_INCLUDED
from selfaudit.saved.deciding import Choose

_THE_FILE = "the file "
_UNTAKEN = (
    "was not read, since the like of it was read already, as from an export of another day; put it in a"
    " folder of its own and import that to have it read"
)
_OPENED = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".mov", ".heic", ".mp3", ".avif", ".m4a", ".aac")


def snapshot_of(group: Group, copies: Copies, progress: Progress, choose: Choose | None) -> Snapshot:
    """Everything that these files hold of the account, what of them cannot be read with it."""
    progress.say(f"Reading your export from {group.platform.title}")
    files = files_of(group.in_order, lambda done: progress.read(min(done, total), total))
    doubles = files.leave_copies()
    total = sum(files.size(name) for name in files.names() if not is_media(name))
    try:
        snapshot = read_account(group, files, copies.keeper(files, group.in_order), choose)
        untaken = tuple(_untaken(files, group, doubles))
    finally:
        files.close()
    told = frozenset(gap.reason for gap in snapshot.gaps)
    copied = [differing(one, first) for one, first in doubles.items() if one in files.used]
    refused = tuple(gap for gap in map(gap_of, (*files.refused, *copied)) if gap.reason not in told)
    left = (*_left_beside(files, doubles), *_unentered(files, group), *untaken)
    read = tuple(part for part in snapshot.read if part not in {gap.part for gap in left})
    return replace(snapshot, read=read, gaps=(*snapshot.gaps, *refused, *left))


def _unentered(files: Files, group: Group) -> Iterator[Gap]:
    """For each list of which more may lie in a folder that cannot be opened, that it may."""
    for fault in files.refused:
        if fault.reason == UNENTERED:
            given = (part for part in LISTS if not group.reader.parts.get(part, "no").startswith("no"))
            yield from (gap_of(fault, part) for part in given)


def _untaken(files: Together, group: Group, told: Collection[str]) -> Iterator[Gap]:
    """For what the reader did not take, since it took the like, what it may hold; ``told`` are copies."""
    given = [part for part in LISTS if not group.reader.parts.get(part, "no").startswith("no")]
    for piece, name in files.untaken(group.in_order):
        if name is None:
            yield from (Gap(part, f"{plain_name(piece.path.name)} {_UNTAKEN}") for part in given)
        elif name not in told:
            fault = Unreadable(name, _UNTAKEN)
            yield from (gap_of(fault, part) for part in kind_of(name.rpartition("/")[2]) or (Part.OTHER,))


def _left_beside(files: Files, doubles: Mapping[str, str]) -> Iterator[Gap]:
    """For each copy that is not the same and that no reader took as it took the first, what it may hold."""
    for one, first in doubles.items():
        if one not in files.used and first in files.used:
            fault = unread(one, first)
            parts = kind_of(first.rpartition("/")[2]) or (Part.OTHER,)
            yield from (gap_of(fault, part) for part in parts)


def read_account(group: Group, files: Files, keep: Keep, choose: Choose | None) -> Snapshot:
    """What the network's reader makes of these files, and what it cannot know to be missing."""
    layout, reader = group.reader.recognise(files) or "", group.reader
    told = _settled(reader.doubt(files), choose, group.platform.id)
    snapshot = replace(reader.read(files, told.layout or layout, keep), platform=group.platform.id)
    missing = tuple(missing_parts(group.paths, group.beside))
    inside = tuple(holes_inside(files.used))
    snapshot = _elsewhere(snapshot, group, missing, inside)
    holes = (*told.gaps, *gaps_of(missing), *inside)
    gaps = [gap for gap in holes if not reader.parts.get(gap.part, "no").startswith("no")]
    read = tuple(part for part in snapshot.read if part not in {gap.part for gap in gaps})
    return replace(snapshot, read=read, gaps=tuple(dict.fromkeys((*snapshot.gaps, *gaps))))


def _elsewhere(
    snapshot: Snapshot, group: Group, missing: Sequence[Missing], inside: Sequence[Gap]
) -> Snapshot:
    """Where a part of the export is missing, that is the likelier reason than a box left unticked."""
    further = FURTHER if inside else may_go_on(group.paths) or NOT_INCLUDED
    likely = next((one.told for one in missing if one.sure), further)
    gaps = (replace(gap, reason=likely) if gap.reason == NOT_INCLUDED else gap for gap in snapshot.gaps)
    return replace(snapshot, gaps=tuple(gaps))


def _settled(doubt: Doubt | None, choose: Choose | None, platform: str) -> Answer:
    """What the person answers; what is left open where there is nobody to ask, or they do not know."""
    if doubt is None or choose is None:
        return Answer("", gaps=doubt.open if doubt else ())
    place = choose(doubt.question, [answer.words for answer in doubt.answers])
    if place is None and doubt.refusal:
        how = f"How to get one of your own posts alone: selfaudit import --how {platform}"
        raise ImportFailed(doubt.refusal, f"Nothing of that export was kept. {how}")
    return Answer("", gaps=doubt.open) if place is None else doubt.answers[place]


def is_media(name: str) -> bool:
    """Whether it is a picture, a film or a sound, which no reader goes through."""
    return name.lower().endswith(_OPENED)


def gap_of(fault: Unreadable, part: Part = Part.OTHER) -> Gap:
    """A file that cannot be read, as what is missing."""
    return Gap(part, f"{_THE_FILE}{fault.name} {fault.reason}")


def hollow_for(snapshot: Snapshot, beside: Collection[Gap] = ()) -> str | None:
    """The fault for which nothing at all could be read, none ``beside`` it; ``None`` where something was."""
    owner = snapshot.owner
    named = owner.name or owner.handle or owner.bio or owner.emails or owner.facts
    if (
        named
        or snapshot.posts
        or snapshot.connections
        or snapshot.images
        or snapshot.settings
        or snapshot.read
    ):
        return None
    own = (gap for gap in snapshot.gaps if gap not in beside)
    faults = (gap.reason.partition(";")[0] for gap in own if gap.reason.startswith(_THE_FILE))
    return next(faults, None)
