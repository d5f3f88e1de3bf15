"""The two ways in: a browser that selfaudit opens, or one that it attaches to after the sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Browser, BrowserContext, Page

from selfaudit.browser.by_hand import Confirm, drive_openly, lent_context, opened_by_hand
from selfaudit.browser.finding import Browser as Found
from selfaudit.browser.session import fresh_context, open_browser
from selfaudit.browser.signing_in import SignIn, abandoned, let_sign_in, shown_page, sign_in_page
from selfaudit.browser.sites import Site
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.progress import Progress

_ASKED_AT_MOST = 3
_SECONDS_TO_SHOW = 5.0


class Entrance(Protocol):
    """How a browser comes about in which somebody is signed in."""

    def browser(self) -> AbstractContextManager[Browser]:
        """The browser, for as long as the capture lasts."""

    def window(self, browser: Browser) -> AbstractContextManager[BrowserContext]:
        """The window that is the person's own."""

    def signed_in(self, window: BrowserContext) -> Page:
        """The page that shows that somebody is signed in."""

    def prepare(self, page: Page) -> None:
        """Make a page ready to be read, before it goes anywhere."""


@dataclass(frozen=True, slots=True)
class OpenedForThem:
    """A browser that selfaudit opens and watches; the person, or ``sign_in``, signs in in it."""

    found: Found
    platform: Platform
    live: LivePages
    site: Site
    headless: bool
    progress: Progress
    sign_in: SignIn | None
    limit: float

    def browser(self) -> AbstractContextManager[Browser]:
        """A browser that says to every page that a program drives it."""
        return open_browser(self.found, headless=self.headless, on_this_computer=self.site.on_this_computer)

    def window(self, browser: Browser) -> AbstractContextManager[BrowserContext]:
        """A window that knows nobody yet."""
        return fresh_context(browser, headless=self.headless)

    def signed_in(self, window: BrowserContext) -> Page:
        """Wait until somebody has signed in."""
        page = sign_in_page(window, self.live, self.site)
        return let_sign_in(
            page,
            self.platform,
            self.live,
            self.site,
            sign_in=self.sign_in,
            limit=self.limit,
            progress=self.progress,
        )

    def prepare(self, page: Page) -> None:
        """Nothing is missing."""


@dataclass(frozen=True, slots=True)
class OpenedByHand:
    """An ordinary browser; selfaudit attaches to it when ``confirm`` returns. ``sign_in`` is for tests."""

    found: Found
    platform: Platform
    live: LivePages
    site: Site
    headless: bool
    progress: Progress
    confirm: Confirm
    sign_in: SignIn | None = None

    @contextmanager
    def browser(self) -> Iterator[Browser]:
        """The ordinary browser, attached to once it shows that somebody is signed in.

        Raises:
            SignInAbandoned: it did not show that however often the person said so.
        """
        self.progress.say(
            f"Sign in to {self.platform.title} in the browser that opens, as you always do. selfaudit"
            " does not look at it until you say here that you are signed in."
        )
        with opened_by_hand(
            self.found,
            self.live.sign_in(self.site.root),
            self.confirm,
            headless=self.headless,
            on_this_computer=self.site.on_this_computer,
        ) as attached:
            for _ in range(_ASKED_AT_MOST):
                browser = attached()
                if self.sign_in is not None or self._shown(browser.contexts[0]):
                    yield browser
                    return
                browser.close()
                self.progress.say(f"{self.platform.title} does not show that you are signed in yet.")
        raise abandoned(f"{self.platform.title} did not show that anybody had signed in.")

    def window(self, browser: Browser) -> AbstractContextManager[BrowserContext]:
        """The window in which the person signed in."""
        return lent_context(browser)

    def signed_in(self, window: BrowserContext) -> Page:
        """The page in which the person signed in."""
        if self.sign_in is not None:
            self.sign_in(window.pages[0])
        page = self._shown(window)
        if page is None:
            raise abandoned("The sign-in did not succeed.")
        return page

    def prepare(self, page: Page) -> None:
        """Such a browser does not know by itself that it is driven."""
        drive_openly(page)

    def _shown(self, window: BrowserContext) -> Page | None:
        return shown_page(window, self.live, self.site, within=_SECONDS_TO_SHOW)
