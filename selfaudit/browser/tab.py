"""The one page that a walk looks through: goes somewhere, waits until it is still, tells what is there."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any, TypeVar

from playwright.sync_api import Error, JSHandle, Page

from selfaudit.browser import scripts
from selfaudit.browser.pace import Pace
from selfaudit.browser.recorder import Recorder
from selfaudit.browser.signals import WallMet
from selfaudit.model.visit import Document
from selfaudit.platforms.generic.walls import Look

_GOTO_SECONDS = 45
_TRIES = 4
_STEP = 0.04
_PIECE = 200_000

Ran = TypeVar("Ran")


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
        return self._again(lambda: self.page.evaluate(script, argument))

    def _again(self, run: Callable[[], Ran]) -> Ran:
        for _ in range(_TRIES - 1):
            try:
                return run()
            except Error as error:
                if not changed_under_us(error):
                    raise
                self.settle()
        return run()

    @property
    def shows_the_site(self) -> bool:
        """Whether what stands there came from a site, and is no page of the browser's own."""
        return self.page.url.startswith(("http://", "https://"))

    def document(self, asked: str, stretches: tuple[Document, ...] = ()) -> Document:
        """The page as it stands; empty where the site sent nothing and the browser shows its own words."""
        if not self.shows_the_site:
            return Document(asked, "", self.recorder.status)
        return self._again(
            lambda: self.kept(self.page.evaluate_handle(scripts.PAGE, scripts.PASSWORDS), stretches)
        )

    def kept(self, held: JSHandle, stretches: tuple[Document, ...] = ()) -> Document:
        """A page whose mark-up a script holds, fetched piece by piece and put where it takes no memory."""
        with closing(_pieces(held)) as pieces:
            return self.recorder.shelf.document(self.page.url, pieces, self.recorder.status, stretches)

    def look(self, asked: str, document: Document) -> Look:
        """The page at a glance."""
        if not self.shows_the_site:
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


def _pieces(held: JSHandle) -> Generator[str, None, None]:
    """The mark-up that ``held`` holds, let go of afterwards."""
    try:
        length = int(held.evaluate(scripts.LENGTH))
        for start in range(0, length, _PIECE):
            yield held.evaluate(scripts.SLICE, [start, start + _PIECE])
    finally:
        held.dispose()


def _came_empty(error: Error, status: int | None) -> bool:
    """An answer without a body, which the browser replaces by an error page of its own."""
    return status is not None and ("ERR_HTTP_RESPONSE_CODE_FAILURE" in error.message or status == 204)  # noqa: PLR2004 - HTTP's "no content"


def changed_under_us(error: Error) -> bool:
    """Whether a script failed only because the page went on to another one meanwhile."""
    return any(
        words in error.message
        for words in ("context was destroyed", "navigat", "JSHandle", "Cannot find context")
    )
