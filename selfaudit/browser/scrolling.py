"""Scrolls a page as a person does, a screen at a time, until nothing new arrives.

"Nothing new" means several tries in a row without movement, without new text, links or pictures, and
without new data. The height of the page alone says nothing: long lists take old entries away.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, JSHandle

from selfaudit.browser import mirror, scripts
from selfaudit.browser.faults import unanswered
from selfaudit.browser.signals import BrowserFault, TooLong, WallMet
from selfaudit.browser.tab import Tab, changed_under_us
from selfaudit.browser.walls import refusal
from selfaudit.model.visit import Document

TRIES = 3


class Scroll:
    """One page scrolled to its end. ``keep`` is given each stretch that the page took away again."""

    def __init__(self, tab: Tab, keep: Callable[[Document], None]) -> None:
        self._tab, self._keep = tab, keep
        self._memory: JSHandle = self._new_memory()
        self._data = tab.recorder.arrived
        self._refused_before = {address for address, _ in tab.recorder.refused}
        self._lost_before = set(tab.recorder.lost)

    def to_the_end(self) -> None:
        """Scroll until nothing new arrives.

        Raises:
            TooLong: the list went on past the limits.
        """
        pace, idle = self._tab.pace, 0
        until = time.monotonic() + pace.most_seconds
        self._brings_news(everywhere=False)
        for _ in range(pace.most_scrolls):
            idle = 0 if self._step(idle) else idle + 1
            if idle == TRIES:
                return
            if time.monotonic() > until:
                break
        raise TooLong("the list was too long to be read to its end")

    def _step(self, idle: int) -> bool:
        """One scroll, more patient each time that nothing came; whether it brought anything.

        Where there was room to scroll and nothing is asked for, there is nothing to wait for either.
        """
        self._tab.wait(self._tab.pace.before_scroll())
        self._tab.settle_if_busy()
        moved = bool(self._run(mirror.SCROLL, idle > 0))
        self._tab.wait(idle * self._tab.pace.quiet)
        if moved and not idle:
            self._tab.settle_if_busy()
        else:
            self._tab.settle()
        return self._brings_news(everywhere=not moved or idle > 0) or (moved and not idle)

    def _brings_news(self, *, everywhere: bool) -> bool:
        fresh = self._notice(everywhere=everywhere)
        before, self._data = self._data, self._tab.recorder.arrived
        return fresh > 0 or self._data > before

    def _notice(self, *, everywhere: bool) -> int:
        """How much is new on the page; keeps the page as it was when something of it has gone."""
        seen = self._run(mirror.NOTICE, everywhere)
        if seen["vanished"]:
            self._keep(self._tab.kept(self._memory.get_property("stretch")))
        return int(seen["fresh"])

    def stretches(self) -> tuple[Document, ...]:
        """The page at the end, once for each stretch of a long list; none where no list is long."""
        self._notice(everywhere=True)
        count = int(self._run(mirror.STRETCHES))
        held = (self._memory.evaluate_handle(mirror.STRETCH, number) for number in range(count))
        kept = tuple(map(self._tab.kept, held))
        self._run(mirror.END)
        self._memory.dispose()
        return kept

    def _run(self, script: str, argument: Any = None) -> Any:
        """Run a script that knows the page; what it knew is gone where the page went on to another one."""
        try:
            return self._memory.evaluate(script, argument)
        except Error as error:
            if not changed_under_us(error):
                raise
            self._tab.settle()
            self._memory = self._new_memory()
            return self._memory.evaluate(script, argument)

    def _new_memory(self) -> JSHandle:
        return self._tab.page.evaluate_handle(mirror.MEMORY, scripts.PASSWORDS)

    def refuse_false_end(self) -> None:
        """An end that a refusal, a broken connection or a hidden window brought about is no end.

        Raises:
            WalkEnded: it was one of these.
        """
        recorder = self._tab.recorder
        refused = [status for address, status in recorder.refused if address not in self._refused_before]
        walls = [wall for status in refused if (wall := refusal(status))]
        if walls:
            raise WallMet(f"{walls[-1].reason}, while more was being loaded", alarm=walls[-1].alarm)
        lost = [why for address, why in recorder.lost.items() if address not in self._lost_before]
        if lost:
            raise unanswered(lost[-1])
        if not self._tab.run(scripts.DRAWN):
            raise BrowserFault("the browser window was hidden, and pages stop loading then")
