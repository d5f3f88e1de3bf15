"""Scrolls a page as a person does, a screen at a time, until nothing new arrives.

"Nothing new" means several tries in a row without movement, without new text, links or pictures, and
without new data. The height of the page alone says nothing: long lists take old entries away.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Error, JSHandle

from selfaudit.browser import scripts
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
        self._memory: JSHandle = tab.page.evaluate_handle(scripts.MEMORY)
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
        self._brings_news()
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
        moved = bool(self._tab.run(scripts.SCROLL, idle > 0))
        self._tab.wait(idle * self._tab.pace.quiet)
        if moved and not idle:
            self._tab.settle_if_busy()
        else:
            self._tab.settle()
        return self._brings_news() or (moved and not idle)

    def _brings_news(self) -> bool:
        fresh = self._notice()
        before, self._data = self._data, self._tab.recorder.arrived
        return fresh > 0 or self._data > before

    def _notice(self) -> int:
        """How much is new on the page; keeps the page as it was when something of it has gone."""
        try:
            seen = self._memory.evaluate(scripts.NOTICE, scripts.PASSWORDS)
        except Error as error:
            if not changed_under_us(error):
                raise
            self._tab.settle()
            self._memory = self._tab.page.evaluate_handle(scripts.MEMORY)
            seen = self._memory.evaluate(scripts.NOTICE, scripts.PASSWORDS)
        if seen["vanished"]:
            self._keep(self._tab.kept(self._memory.get_property("stretch")))
        return int(seen["fresh"])

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
