"""The two rounds of a capture, one for each lens, and what each brought until it ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page

from selfaudit.browser.entrances import Entrance
from selfaudit.browser.guard import ReadOnly
from selfaudit.browser.pace import Pace
from selfaudit.browser.pictures import Pictures
from selfaudit.browser.recorder import Recorder
from selfaudit.browser.session import fresh_context
from selfaudit.browser.shelf import Shelf
from selfaudit.browser.signals import STOPPED, WINDOW_CLOSED, WalkEnded
from selfaudit.browser.sites import Site
from selfaudit.browser.tab import Tab
from selfaudit.browser.view import SiteView
from selfaudit.errors import CaptureError, SignInAbandoned
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.progress import Progress
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens, Part


@dataclass(slots=True)
class Rounds:
    """One capture as it goes on; `selfaudit.browser.capture.Captured` says what the fields mean."""

    platform: Platform
    live: LivePages
    site: Site
    media_folder: Path
    entrance: Entrance
    headless: bool
    progress: Progress
    pace: Pace
    account: Account | None = None
    visits: dict[Lens, tuple[Visit, ...]] = field(default_factory=lambda: dict.fromkeys(Lens, ()))
    done: dict[Lens, tuple[Part, ...]] = field(default_factory=lambda: dict.fromkeys(Lens, ()))
    stops: dict[Lens, str | None] = field(default_factory=lambda: dict.fromkeys(Lens))
    addresses: dict[Lens, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(Lens, ()))
    unpressed: dict[Lens, frozenset[Part]] = field(default_factory=lambda: dict.fromkeys(Lens, frozenset()))

    def owner(self, browser: Browser) -> None:
        """Let the person sign in, then walk their own pages.

        Raises:
            CaptureError: nobody signed in, or the site does not say who did.
        """
        with ExitStack() as stack:
            try:
                context = stack.enter_context(self.entrance.window(browser))
                page = self.entrance.signed_in(context)
                view = self._view(stack, Lens.OWNER, browser, context, page)
            except Error as error:
                raise SignInAbandoned(
                    "The browser window was closed before anything was read.",
                    "Start again when you are ready.",
                ) from error
            account = self._identify(view)
            self.progress.say(f"Signed in as {account.handle}. Reading your profile as you see it yourself.")
            self.account = account
            self._walk(view, self.live.walk_owner(view, account), len(self.live.parts))

    def public(self, browser: Browser) -> None:
        """Walk the public addresses in a window that nobody is signed in to, unless that would be no use."""
        account = self.account
        if account is None or self.stops[Lens.PUBLIC] is not None:
            return
        self.progress.say("Reading your profile as a stranger sees it, signed out.")
        account = self.live.introduce(self.visits[Lens.OWNER], account)
        try:
            with ExitStack() as stack:
                context = stack.enter_context(fresh_context(browser, headless=self.headless))
                view = self._view(stack, Lens.PUBLIC, browser, context, context.new_page())
                self._walk(view, self.live.walk_public(view, account), len(self.live.public_parts))
        except Error:
            self.stops[Lens.PUBLIC] = WINDOW_CLOSED

    def stop(self) -> None:
        """The person stopped it between two walks."""
        for lens in Lens:
            if not self.visits[lens]:
                self.stops[lens] = self.stops[lens] or STOPPED

    def _view(
        self, stack: ExitStack, lens: Lens, browser: Browser, context: BrowserContext, page: Page
    ) -> SiteView:
        """A view on ``page`` alone: other windows are closed, now and whenever a page opens one."""
        for other in context.pages:
            if other is not page:
                other.close()
        context.on("page", _close)
        self.entrance.prepare(page)
        pictures = Pictures(self.media_folder)
        stack.callback(ReadOnly(browser, pictures).end)
        recorder = Recorder(context, self.site, pictures, Shelf(self.media_folder.parent))
        return SiteView(lens, self.site, Tab(page, recorder, self.pace), pictures, self.live.walls)

    def _identify(self, view: SiteView) -> Account:
        try:
            account = self.live.identify(view)
        except WalkEnded as end:
            raise CaptureError(
                f"selfaudit stopped before it could tell who is signed in: {end.reason}.",
                "Nothing was kept. Try again later.",
            ) from end
        if account is None:
            raise CaptureError(
                f"{self.platform.title} did not say who is signed in, so selfaudit read nothing.",
                "Start again, and wait until the site shows your name before you do anything else.",
            )
        return account

    def _walk(self, view: SiteView, steps: Iterator[Part], planned: int) -> None:
        """Walk to the end, or to whatever ends it; keep what was read either way."""
        lens, done = view.lens, list[Part]()
        try:
            for part in steps:
                done.append(part)
                self.progress.count(len(done), max(planned, len(done)))
        except WalkEnded as end:
            self._stopped(lens, end.reason, further=not (end.alarm or end.over))
        except KeyboardInterrupt:
            self._stopped(lens, STOPPED, further=False)
        self.unpressed[lens] = view.unpressed
        self.done[lens] = tuple(part for part in dict.fromkeys(done) if part not in view.unpressed)
        self.visits[lens], self.addresses[lens] = view.visits, view.addresses

    def _stopped(self, lens: Lens, reason: str, *, further: bool) -> None:
        self.stops[lens] = reason
        self.progress.say(f"Stopped here: {reason}.")
        if lens is Lens.OWNER and not further:
            self.stops[Lens.PUBLIC] = f"this was not begun, because {reason}"


def _close(page: Page) -> None:
    """A window that a page opened by itself."""
    try:
        page.close()
    except Error:
        return  # it is gone already
