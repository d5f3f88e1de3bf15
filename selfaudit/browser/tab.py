"""The one page that a walk looks through: goes somewhere, waits until it is still, tells what is there."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Error, Page

from selfaudit.browser import scripts
from selfaudit.browser.pace import Pace
from selfaudit.browser.recorder import Recorder
from selfaudit.browser.signals import WallMet
from selfaudit.browser.walls import Look
from selfaudit.model.visit import Document

_GOTO_SECONDS = 45
_TRIES = 4
_STEP = 0.04


class Tab:
    """A page with its recorder. Every call may raise Playwright's errors."""

    def __init__(self, page: Page, recorder: Recorder, pace: Pace) -> None:
        self.page = page
        self.recorder = recorder
        self.pace = pace

    def go(self, address: str) -> None:
        """Open an address and wait until nothing moves any more."""
        self.recorder.status = None
        for attempt in range(_TRIES):
            try:
                self.page.goto(address, wait_until="commit", timeout=_GOTO_SECONDS * 1000)
                break
            except Error as error:
                if "Download is starting" in error.message:
                    raise WallMet("the site sent a file where a page was expected") from error
                if _came_empty(error, self.recorder.status):
                    break
                if "interrupted by another navigation" not in error.message or attempt + 1 == _TRIES:
                    raise
                self.settle()
        self._until_parsed()
        self.settle()

    def _until_parsed(self) -> None:
        """Wait for the mark-up. Playwright's own waiting hangs where a page starts a download or a dialog."""
        began = time.monotonic()
        while time.monotonic() - began < _GOTO_SECONDS and self.run(scripts.PARSING):
            self.wait(_STEP)

    def settle(self) -> None:
        """Wait until no data has moved for a while, or patience runs out."""
        self.wait(self.pace.quiet)
        self._until_still()

    def settle_if_busy(self) -> None:
        """The same, only while something is under way, and so without waiting for it to begin."""
        if self.recorder.still(self.pace.patience) == 0:
            self._until_still()

    def _until_still(self) -> None:
        began, pace = time.monotonic(), self.pace
        while time.monotonic() - began < pace.patience and self.recorder.still(pace.patience) < pace.quiet:
            self.wait(_STEP)
        self.recorder.check()

    def wait(self, seconds: float) -> None:
        """Let time pass without going deaf to what the page brings."""
        if seconds > 0:
            self.page.wait_for_timeout(seconds * 1000)

    def run(self, script: str, argument: Any = None) -> Any:
        """Run a script, once more when the page changed under it."""
        for _ in range(_TRIES - 1):
            try:
                return self.page.evaluate(script, argument)
            except Error as error:
                if not changed_under_us(error):
                    raise
                self.settle()
        return self.page.evaluate(script, argument)

    def document(self, asked: str) -> Document:
        """The page as it stands; empty where the site sent nothing and the browser shows its own words."""
        if not self.page.url.startswith(("http://", "https://")):
            return Document(asked, "", self.recorder.status)
        markup = self.run(scripts.MARKUP, scripts.PASSWORDS)
        return Document(self.page.url, str(markup), self.recorder.status)

    def look(self, asked: str, document: Document) -> Look:
        """The page at a glance."""
        if not document.html:
            return Look(asked, document)
        seen = self.run(scripts.LOOK)
        return Look(
            asked=asked,
            document=document,
            text=seen["text"],
            title=seen["title"],
            headings=seen["headings"],
            buttons=seen["buttons"],
            dialogs=seen["dialogs"],
            passwords=seen["passwords"],
            asking=seen["asking"],
            frames=tuple(seen["frames"]),
            items=seen["items"],
        )


def _came_empty(error: Error, status: int | None) -> bool:
    """An answer without a body, which the browser replaces by an error page of its own."""
    return status is not None and ("ERR_HTTP_RESPONSE_CODE_FAILURE" in error.message or status == 204)  # noqa: PLR2004 - HTTP's "no content"


def changed_under_us(error: Error) -> bool:
    """Whether a script failed only because the page went on to another one meanwhile."""
    return any(
        words in error.message
        for words in ("context was destroyed", "navigat", "JSHandle", "Cannot find context")
    )
