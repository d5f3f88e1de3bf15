"""What a live capture brought becomes one Snapshot: two lenses merged, each part not read told as a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selfaudit.browser.capture import Captured
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Door, Lens, Part
from selfaudit.platforms.merging import merge, through

BEHIND_A_BUTTON = "more of this is behind a button, and selfaudit presses none"
NOT_REACHED = "the site showed nothing of this where it usually is"


def assemble(platform: Platform, live: LivePages, captured: Captured, site: str) -> Snapshot:
    """Parse and merge what each lens visited; add a gap for each part that a lens did not read to its end."""
    owner, public = (
        through(lens, platform.parse(captured.visits.get(lens, ()), captured.account)) for lens in Lens
    )
    merged = merge(owner, public)
    account = captured.account
    return replace(
        merged,
        platform=platform.id,
        door=Door.LIVE,
        site=site,
        proof=account.proof,
        taken_at=captured.started_at,
        owner=replace(
            merged.owner,
            handle=merged.owner.handle or account.handle,
            name=merged.owner.name or account.name,
            url=merged.owner.url or account.url,
        ),
        gaps=merged.gaps + tuple(_unread(live, captured)) + tuple(_unkept(merged)),
        read=tuple(captured.done.get(Lens.OWNER, ())),
        lacks=tuple(sorted(platform.lacks)),
        addresses=tuple((lens, address) for lens in Lens for address in captured.addresses.get(lens, ())),
    )


def _unread(live: LivePages, captured: Captured) -> Iterator[Gap]:
    wanted = {Lens.OWNER: live.parts, Lens.PUBLIC: live.public_parts}
    for lens, parts in wanted.items():
        for part in sorted(parts - set(captured.done.get(lens, ())), key=list(Part).index):
            behind = BEHIND_A_BUTTON if part in captured.unpressed.get(lens, ()) else None
            yield Gap(part, behind or captured.stops.get(lens) or NOT_REACHED, lens=lens)


def _unkept(snapshot: Snapshot) -> Iterator[Gap]:
    missing = sum(image.file is None for image in snapshot.images)
    if missing:
        yield Gap(Part.IMAGES, "the browser did not show these pictures, so they were not looked at", missing)
