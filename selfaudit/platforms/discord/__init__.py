"""Discord: its data package alone. A chat has no profile page that a stranger could open."""

from __future__ import annotations

from collections.abc import Sequence

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door
from selfaudit.platforms.discord.export import DISCORD_EXPORT, LACKS, PLATFORM

_NO_PAGES = "Discord's pages are not read; ask Discord for your data package and import that"


def _recognise(_visit: Visit) -> bool:
    return False


def _parse(_visits: Sequence[Visit], _account: Account | None) -> Snapshot:
    """Nothing, and the reason."""
    gaps = tuple(Gap(part, _NO_PAGES) for part in DISCORD_EXPORT.parts)
    return Snapshot(PLATFORM, Door.PAGES, gaps=gaps, lacks=tuple(LACKS))


DISCORD = Platform(
    id=PLATFORM,
    title="Discord",
    recognise=_recognise,
    parse=_parse,
    lacks=LACKS,
    evidence=(
        "Published shape: Discord's own page on its data package, and readers of its two generations (2021"
        " and 2024 on). Invented: all packages in our tests. No real package was to be had."
    ),
    notes=dict.fromkeys(DISCORD_EXPORT.parts, "only its data package is read"),
    export=DISCORD_EXPORT,
)
