"""The saved-pages door: files in, one snapshot an account out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Gap, Setting, Snapshot
from selfaudit.model.vocabulary import Door, Lens, Part
from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.merging import merge, through
from selfaudit.saved.accounts import Group, recognise
from selfaudit.saved.contents import Refused
from selfaudit.saved.deciding import Choose
from selfaudit.saved.reading import read_saved

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
        paths: saved pages (.html, .mhtml, .har, .json, .xml), folders and .zip archives of them.
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
    for one in refused:
        progress.say(f"Not read: {one.name} {one.reason}.")
    if not groups:
        raise ImportFailed(_nothing(refused), "Save your profile page from your browser and try again.")
    return tuple(_snapshot(group, refused) for group in groups)


def _nothing(refused: Sequence[Refused]) -> str:
    if not refused:
        return "There is no saved page in what you named."
    others = len(refused) - 1
    more = f", and {others} more file{'s'[: others - 1]} could not be read either" if others else ""
    return f"Nothing could be read: {refused[0].name} {refused[0].reason}{more}."


def _snapshot(group: Group, refused: Sequence[Refused]) -> Snapshot:
    lenses = [lens for lens in (Lens.OWNER, Lens.PUBLIC, None) if group.of(lens)]
    seen = [_through(lens, group) for lens in lenses]
    merged = reduce(merge, seen)
    times = [page.visit.at for page in group.pages if page.visit.at]
    whole = replace(
        merged,
        door=Door.PAGES,
        lacks=tuple(sorted(group.platform.lacks)),
        settings=_each_switch_once(merged.settings),
        proof=group.account.proof if group.account else _UNPROVEN,
        taken_at=max(times, default=None),
        addresses=_addresses(group),
    )
    return replace(whole, gaps=(*whole.gaps, *_gaps(whole, lenses), *_refusals(refused)))


def _through(lens: Lens | None, group: Group) -> Snapshot:
    """What one lens saw; the owner counts as seen only where something about them was."""
    snapshot = through(lens, group.platform.parse(group.of(lens), group.account))
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


def _gaps(snapshot: Snapshot, lenses: Sequence[Lens | None]) -> Iterator[Gap]:
    for part in Part:
        if part is Part.OTHER or part in snapshot.read or part in snapshot.lacks:
            continue
        if any(gap.part is part for gap in snapshot.gaps):
            continue
        if not snapshot.has(part):
            yield Gap(part, _UNSEEN)
        elif part in _LISTS:
            yield Gap(part, _MAYBE_MORE)
    yield from (
        Gap(Part.OTHER, reason, lens=lens) for lens, reason in _ONE_LENS.items() if lens not in lenses
    )


def _refusals(refused: Sequence[Refused]) -> Iterator[Gap]:
    for one in (one for one in refused if one.ours):
        yield Gap(Part.OTHER, f"the file {one.name} {one.reason}")
