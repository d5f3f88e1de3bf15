"""The saved-pages door: files in, one snapshot an account out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Gap, Setting, Snapshot
from selfaudit.model.visit import Visit
from selfaudit.model.vocabulary import Door, Lens, Part
from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.merging import merge, through
from selfaudit.saved.accounts import Group, recognise
from selfaudit.saved.contents import Refused
from selfaudit.saved.deciding import Choose
from selfaudit.saved.reading import read_saved
from selfaudit.saved.unread import idle, told

_SAVE = "Save your profile page from your browser and try again."
_UNLOCK = "Download it again without a password, or unlock it first."
_UNSEEN = "the pages you saved do not show this"
_MAYBE_MORE = "only what the saved pages show was read; there may be more"
_LISTS = frozenset({Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS})
_UNPROVEN = "The saved pages do not say who was signed in; whose profile this is was taken from the pages."
_ONE_LENS = {
    Lens.PUBLIC: "no page was saved that shows what people see who are not signed in",
    Lens.OWNER: "no page was saved while you were signed in, so what only you see is not known",
}


def import_pages(
    paths: Sequence[Path], media_folder: Path, progress: Progress, choose: Choose | None = None
) -> tuple[Snapshot, ...]:
    """Reads everything at these paths and gives back a snapshot for each account found.

    Args:
        paths: saved pages (.html, .mhtml, .webarchive, .har, .json, .xml), folders and .zip archives of them.
        media_folder: where the pictures go; snapshots name them ``media/<name>``.
        progress: told each step.
        choose: asks what the pages do not tell; left out, that stays unknown.

    Raises:
        ImportFailed: nothing in the files could be read.
    """
    progress.say("Reading the saved pages")
    saved = read_saved(paths, media_folder, progress.count)
    progress.say("Finding out whose pages they are")
    groups, unknown = recognise(saved.pages, PLATFORMS, choose)
    refused = (*saved.refused, *unknown)
    snapshots = [_snapshot(group) for group in groups]
    idlers = [tuple(idle(group, whole)) for group, whole in zip(groups, snapshots, strict=True)]
    first = [] if groups else [one for one in refused if one.name == refused[0].name]
    rest = (one for one in refused if one not in first)
    for line in told((*rest, *(one for some in idlers for one in some))):
        progress.say(f"Not read: {line}.")
    if not groups:
        locked = any(one.locked for one in refused)
        raise ImportFailed(_nothing(refused), _UNLOCK if locked else _SAVE)
    return tuple(
        replace(whole, gaps=(*whole.gaps, *_refusals((*refused, *some))))
        for whole, some in zip(snapshots, idlers, strict=True)
    )


def _nothing(refused: Sequence[Refused]) -> str:
    if not refused:
        return "There is no saved page and no export in what you named."
    others = len({one.name for one in refused}) - 1
    more = f", and {others} more file{'s'[: others - 1]} could not be read either" if others else ""
    return f"Nothing could be read: {refused[0].name} {refused[0].reason}{more}."


def _snapshot(group: Group) -> Snapshot:
    seen = _seen(group)
    merged = reduce(merge, seen.values())
    times = [page.visit.at for page in group.pages if page.visit.at]
    return replace(
        merged,
        door=Door.PAGES,
        lacks=tuple(sorted(group.platform.lacks)),
        settings=_each_switch_once(merged.settings),
        proof=group.account.proof if group.account else _UNPROVEN,
        taken_at=max(times, default=None),
        addresses=_addresses(group),
        gaps=(*merged.gaps, *_gaps(seen, group.platform.lacks)),
    )


def _seen(group: Group) -> dict[Lens | None, Snapshot]:
    """What each lens saw, the owner's first.

    Pages that do not tell who looked show at least what their owner sees. They are counted with the owner's:
    counted apart, each would miss what only the other holds.
    """
    visits = {lens: found for lens in (Lens.OWNER, Lens.PUBLIC, None) if (found := group.of(lens))}
    seen = {lens: _through(lens, group, found) for lens, found in visits.items()}
    if Lens.OWNER in seen and None in seen:
        both = _through(Lens.OWNER, group, visits[Lens.OWNER] + visits[None])
        seen[Lens.OWNER] = replace(seen[Lens.OWNER], gaps=both.gaps, read=both.read)
        seen[None] = replace(seen[None], gaps=())
    return seen


def _through(lens: Lens | None, group: Group, visits: Sequence[Visit]) -> Snapshot:
    """What one lens saw; the owner counts as seen only where something about them was."""
    told = group.platform.parse(visits, group.account)
    if lens is Lens.PUBLIC and not any(seen.alone.owner.name for seen in group.pages if seen.lens is lens):
        # Where no page names the person to strangers, the name is the account's: a wall shows nobody.
        told = replace(told, owner=replace(told.owner, name=None))
    snapshot = through(lens, told)
    shown = snapshot.owner.bio is not None or snapshot.owner.name is not None
    return snapshot if shown else replace(snapshot, owner=replace(snapshot.owner, lenses=()))


def _each_switch_once(settings: Sequence[Setting]) -> tuple[Setting, ...]:
    """A switch that both lenses met counts once, as its owner saw it."""
    return tuple({setting.name: setting for setting in reversed(settings)}.values())[::-1]


def _addresses(group: Group) -> tuple[tuple[Lens, str], ...]:
    found = [
        (page.lens, document.url)
        for page in group.pages
        for document in page.visit.documents
        if page.lens and document.url.startswith(("http://", "https://"))
    ]
    return tuple(dict.fromkeys(found))


def _gaps(seen: Mapping[Lens | None, Snapshot], lacks: Collection[Part]) -> Iterator[Gap]:
    """What nobody saw, and what only one lens saw to its end."""
    known = {lens: one for lens, one in seen.items() if lens} or seen
    for part in Part:
        if part is Part.OTHER or part in lacks:
            continue
        asked = _asked(part, known)
        missing = {lens: reason for lens in asked if (reason := _missing(part, seen[lens], seen.get(None)))}
        if len(missing) == len(asked) and len(set(missing.values())) == 1:
            yield Gap(part, next(iter(missing.values())))
        else:
            yield from (Gap(part, reason, lens=lens) for lens, reason in missing.items())
    yield from (Gap(Part.OTHER, reason, lens=lens) for lens, reason in _ONE_LENS.items() if lens not in seen)


def _asked(part: Part, lenses: Collection[Lens | None]) -> Collection[Lens | None]:
    """The lenses that would see this part at all: a stranger is shown no settings."""
    return [lens for lens in lenses if part is not Part.SETTINGS or lens is not Lens.PUBLIC] or lenses


def _missing(part: Part, snapshot: Snapshot, unsure: Snapshot | None) -> str | None:
    """Why this lens cannot be said to have seen all of a part; ``None`` where it did, or tells by itself."""
    shown = [snapshot, unsure] if unsure else [snapshot]
    if part in snapshot.read or any(gap.part is part for one in shown for gap in one.gaps):
        return None
    if not any(one.has(part) for one in shown):
        return _UNSEEN
    return _MAYBE_MORE if part in _LISTS else None


def _refusals(refused: Sequence[Refused]) -> Iterator[Gap]:
    for line in told((one for one in refused if one.ours), "the file "):
        yield Gap(Part.OTHER, line)
