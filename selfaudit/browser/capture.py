"""The live door: sign in, read as the owner, then read the same profile as a stranger.

What was read is kept whatever ends a walk; the reason is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page

from selfaudit.browser.finding import find_browser
from selfaudit.browser.guard import ReadOnly
from selfaudit.browser.pace import Pace, pace_for
from selfaudit.browser.pictures import Pictures
from selfaudit.browser.recorder import Recorder
from selfaudit.browser.session import fresh_context, open_browser
from selfaudit.browser.signals import STOPPED, WINDOW_CLOSED, WalkEnded
from selfaudit.browser.signing_in import LIMIT, SignIn, let_sign_in, sign_in_page
from selfaudit.browser.sites import Site, site_at
from selfaudit.browser.tab import Tab
from selfaudit.browser.view import SiteView
from selfaudit.errors import CaptureError, SignInAbandoned
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.progress import Progress
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens, Part


@dataclass(frozen=True, slots=True)
class Captured:
    """What a capture brought.

    Attributes:
        account: who was signed in.
        visits: what each lens saw, in order.
        done: the parts that each lens read to their end.
        stops: why a lens ended before its end, in words for a person; ``None`` when it did not.
        addresses: the pages that each lens opened.
        started_at: when, in UTC.
    """

    account: Account
    visits: Mapping[Lens, tuple[Visit, ...]]
    done: Mapping[Lens, tuple[Part, ...]]
    stops: Mapping[Lens, str | None]
    addresses: Mapping[Lens, tuple[str, ...]]
    started_at: datetime


def capture(
    platform: Platform,
    *,
    site: str | None,
    media_folder: Path,
    sign_in: SignIn | None = None,
    headless: bool = False,
    progress: Progress,
    pace: Pace | None = None,
    sign_in_limit: float = LIMIT,
) -> Captured:
    """Read the signed-in person's own profile through both lenses.

    Args:
        platform: the kind of site; it must have a live door.
        site: its root address; ``None`` for the platform's own.
        media_folder: where pictures are kept; visits name them ``media/<name>``.
        sign_in: signs in on the open page; left out, the person does it in the window.
        headless: show no window.
        progress: told each step.
        pace: how fast; left out, a person's pace, or none for a site on this computer.
        sign_in_limit: how long to wait for the person, in seconds.

    Raises:
        CaptureError: no browser, no site, nobody signed in, or the site does not say who did.
    """
    live, where = _door(platform, site)
    rounds = _Rounds(platform, live, where, media_folder, headless, progress, pace or pace_for(where))
    found = find_browser()
    progress.say(f"Opening {found.name}.")
    with open_browser(found, headless=headless, on_this_computer=where.on_this_computer) as browser:
        account = rounds.owner(browser, sign_in, sign_in_limit)
        rounds.public(browser, account)
    return Captured(account, rounds.visits, rounds.done, rounds.stops, rounds.addresses, rounds.started_at)


def _door(platform: Platform, site: str | None) -> tuple[LivePages, Site]:
    live = platform.live
    if live is None:
        raise CaptureError(
            f"{platform.title} cannot be read live.",
            "Save the pages of your own profile from your browser, or use the site's download of your data.",
        )
    address = site or live.home
    if address is None:
        raise CaptureError(
            f"{platform.title} lives on many sites; selfaudit has to know yours.", "Add --site."
        )
    return live, site_at(address, live.hosts)


@dataclass(slots=True)
class _Rounds:
    """One capture as it goes on."""

    platform: Platform
    live: LivePages
    site: Site
    media_folder: Path
    headless: bool
    progress: Progress
    pace: Pace
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    visits: dict[Lens, tuple[Visit, ...]] = field(default_factory=lambda: dict.fromkeys(Lens, ()))
    done: dict[Lens, tuple[Part, ...]] = field(default_factory=lambda: dict.fromkeys(Lens, ()))
    stops: dict[Lens, str | None] = field(default_factory=lambda: dict.fromkeys(Lens))
    addresses: dict[Lens, tuple[str, ...]] = field(default_factory=lambda: dict.fromkeys(Lens, ()))

    def owner(self, browser: Browser, sign_in: SignIn | None, limit: float) -> Account:
        """Let the person sign in, then walk their own pages."""
        with ExitStack() as stack:
            try:
                context = stack.enter_context(fresh_context(browser, headless=self.headless))
                page = sign_in_page(context, self.live, self.site)
                page = let_sign_in(
                    page,
                    self.platform,
                    self.live,
                    self.site,
                    sign_in=sign_in,
                    limit=limit,
                    progress=self.progress,
                )
                view = self._view(stack, Lens.OWNER, browser, context, page)
                account = self._identify(view)
            except Error as error:
                raise SignInAbandoned(
                    "The browser window was closed before anything was read.",
                    "Start again when you are ready.",
                ) from error
            except KeyboardInterrupt as stop:
                raise SignInAbandoned(
                    "You stopped it before anything was read.", "Start again when you are ready."
                ) from stop
            self.progress.say(f"Signed in as {account.handle}. Reading your profile as you see it yourself.")
            self._walk(view, self.live.walk_owner(view, account), len(self.live.parts))
        return account

    def public(self, browser: Browser, account: Account) -> None:
        """Walk the public addresses in a window that nobody is signed in to, unless that would be no use."""
        if self.stops[Lens.PUBLIC] is not None:
            return
        try:
            self.progress.say("Reading your profile as a stranger sees it, signed out.")
            with ExitStack() as stack:
                context = stack.enter_context(fresh_context(browser, headless=self.headless))
                view = self._view(stack, Lens.PUBLIC, browser, context, context.new_page())
                self._walk(view, self.live.walk_public(view, account), len(self.live.public_parts))
        except Error:
            self.stops[Lens.PUBLIC] = WINDOW_CLOSED
        except KeyboardInterrupt:
            self.stops[Lens.PUBLIC] = STOPPED

    def _view(
        self, stack: ExitStack, lens: Lens, browser: Browser, context: BrowserContext, page: Page
    ) -> SiteView:
        """A view on ``page`` alone: other windows are closed, now and whenever a page opens one."""
        for other in context.pages:
            if other is not page:
                other.close()
        context.on("page", _close)
        pictures = Pictures(self.media_folder)
        stack.callback(ReadOnly(browser, pictures).end)
        recorder = Recorder(context, self.site, pictures)
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
                "Check in the window that you are signed in, then start again.",
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
        self.done[lens] = tuple(dict.fromkeys(done))
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
