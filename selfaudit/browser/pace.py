"""How fast a walk goes: as a person would on other people's sites, at once on this computer's own."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from selfaudit.browser.sites import Site


@dataclass(frozen=True, slots=True)
class Pace:
    """Pauses in seconds, each drawn anew between two ends.

    Attributes:
        page: before a page is opened or data is asked for.
        scroll: between one scroll and the next.
        quiet: how long no data may have moved before a page counts as settled.
        patience: how long a page may take to settle.
        most_scrolls, most_seconds: how far one list is followed before the walk gives up on it, and says so.
        draw: gives a number between two; replaced in tests.
    """

    page: tuple[float, float] = (2.0, 5.0)
    scroll: tuple[float, float] = (0.8, 2.0)
    quiet: float = 0.6
    patience: float = 12.0
    most_scrolls: int = 1500
    most_seconds: float = 30 * 60
    draw: random.Random = field(default_factory=random.Random)

    def before_page(self) -> float:
        """Seconds to wait before the next page."""
        return self.draw.uniform(*self.page)

    def before_scroll(self) -> float:
        """Seconds to wait before the next scroll."""
        return self.draw.uniform(*self.scroll)


AT_ONCE = Pace(page=(0, 0), scroll=(0, 0), quiet=0.12)


def pace_for(site: Site) -> Pace:
    """No pauses on this computer itself, a person's pace everywhere else."""
    return AT_ONCE if site.on_this_computer else Pace()
