"""Times captures of the practice network's profile and the bare script by turns, in one run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.capture.bare import Step, walk
from selfaudit import practice
from selfaudit.browser.capture import capture
from selfaudit.browser.view import SiteView
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Lens
from selfaudit.platforms.practice import PLATFORM


@dataclass(slots=True)
class Times:
    """Seconds of each run."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """Ours against the bare script's, median against median."""
        return median(self.ours) / median(self.bare)


def measure(rounds: int) -> Times:
    """Both, by turns, on one server; the way that the bare script goes is the one our capture went."""
    times = Times()
    with practice.serve() as server:
        with _watched() as ways:
            _capture(server.address)
        for _ in range(rounds):
            began = time.perf_counter()
            _capture(server.address)
            times.ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            walk(server.address, ways)
            times.bare.append(time.perf_counter() - began)
    return times


def _capture(address: str) -> None:
    with TemporaryDirectory() as folder:
        capture(
            PLATFORM,
            site=address,
            media_folder=Path(folder) / "media",
            sign_in=practice.sign_in,
            headless=True,
            progress=Silent(),
        )


@contextmanager
def _watched() -> Iterator[dict[Lens, list[Step]]]:
    """The pages that a capture opens, scrolls and asks on, noted as it goes."""
    ways: dict[Lens, list[Step]] = {lens: [] for lens in Lens}
    open_, scroll, fetch = SiteView.open, SiteView.scroll, SiteView.fetch

    def opening(view: SiteView, address: str, part: object) -> object:
        ways[view.lens].append(Step(view._site.address(address), scrolled=False))  # noqa: SLF001 - it watches
        return open_(view, address, part)  # type: ignore[arg-type]

    def scrolling(view: SiteView) -> object:
        ways[view.lens][-1] = Step(ways[view.lens][-1].address, scrolled=True)
        return scroll(view)

    def asking(view: SiteView, address: str, headers: object = None) -> object:
        last = ways[view.lens][-1]
        ways[view.lens][-1] = Step(last.address, last.scrolled, (*last.data, view._site.address(address)))  # noqa: SLF001 - likewise
        return fetch(view, address, headers)  # type: ignore[arg-type]

    with patch.multiple(SiteView, open=opening, scroll=scrolling, fetch=asking):
        yield ways
