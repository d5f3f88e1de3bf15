"""The person signs in, in their own way. selfaudit only looks whether it has happened."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Error, Page

from selfaudit.browser import scripts
from selfaudit.browser.faults import told_plainly
from selfaudit.browser.signals import WalkEnded, WindowClosed
from selfaudit.browser.sites import Site
from selfaudit.errors import SignInAbandoned, SiteUnreachable
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.progress import Progress
from selfaudit.model.visit import Document

SignIn = Callable[[Page], None]

LIMIT = 15 * 60.0
_LIMIT_AFTER_FUNCTION = 10.0
_POLL = 1.0
_AGAIN = "Start again when you are ready. Nothing was kept."
PLAN_B = (
    "If the site refuses the browser that selfaudit opens, add --attach: you then sign in in an ordinary"
    " browser. Else save the pages of your own profile, or ask the site for a download of your data, and use:"
    " selfaudit import FILE"
)
REFUSED = "A sign-in page says that this browser may not be secure: it refuses one that a program opened."
_REFUSING_PAGE = re.compile(r"^https://accounts\.google\.com/[^?#]*/rejected([/?#]|$)")
_REFUSING_WORDS = re.compile(r"\bbrowser( or app)? may not be secure\b", re.IGNORECASE)


def sign_in_page(context: BrowserContext, live: LivePages, site: Site) -> Page:
    """Open the page where the person signs in.

    Raises:
        SiteUnreachable: no network, or no such site.
    """
    page = context.new_page()
    try:
        with told_plainly(page):
            page.goto(live.sign_in(site.root), wait_until="domcontentloaded", timeout=45_000)
    except WindowClosed as end:
        raise abandoned("The browser window was closed before anybody had signed in.") from end
    except WalkEnded as end:
        raise SiteUnreachable(
            f"{site.host} could not be reached: {end.reason}.",
            "Check the network connection, then try again.",
        ) from end
    return page


def let_sign_in(
    page: Page,
    platform: Platform,
    live: LivePages,
    site: Site,
    *,
    sign_in: SignIn | None,
    limit: float,
    progress: Progress,
) -> Page:
    """Wait until somebody is signed in; the page that shows it.

    Raises:
        SignInAbandoned: the window was closed, the time ran out, or ``sign_in`` did not succeed.
    """
    if sign_in is None:
        minutes = max(1, round(limit / 60))
        progress.say(
            f"Sign in to {platform.title} in the browser window, as you always do. selfaudit does not see "
            f"your password; it waits, up to {minutes} minutes. To give up, close the window."
        )
        late = abandoned("Nobody signed in within the time that selfaudit waits.", f"{_AGAIN} {PLAN_B}")
        return _wait(page, live, site, limit, _Ending(late, progress))
    failed = "The sign-in did not succeed."
    try:
        sign_in(page)
    except Error as error:
        raise abandoned(_closed(page.context) or failed) from error
    return _wait(page, live, site, min(limit, _LIMIT_AFTER_FUNCTION), _Ending(abandoned(failed), progress))


def shown_page(context: BrowserContext, live: LivePages, site: Site, *, within: float) -> Page | None:
    """The page that shows that somebody is signed in, looked for ``within`` so many seconds."""
    until = time.monotonic() + within
    while True:
        shown, _ = _look_round(context, live, site)
        if shown is not None or _closed(context) or time.monotonic() > until:
            return shown
        _let_pass(context, min(_POLL, within / 20))


def abandoned(sentence: str, next_step: str = _AGAIN) -> SignInAbandoned:
    """Nobody signed in, which ends the capture before anything was read."""
    return SignInAbandoned(sentence, next_step)


@dataclass(slots=True)
class _Ending:
    """What is told when the wait is over; another thing once a page has refused the browser."""

    late: SignInAbandoned
    progress: Progress
    refused: bool = False

    def note(self, *, refuses: bool) -> None:
        """A refusal is told at once, and the person may still find another way to sign in."""
        if refuses and not self.refused:
            self.refused = True
            self.progress.say(f"{REFUSED} {PLAN_B}")

    def of(self, why: SignInAbandoned) -> SignInAbandoned:
        """The end, with its reason."""
        return abandoned(REFUSED, PLAN_B) if self.refused else why


def _wait(page: Page, live: LivePages, site: Site, limit: float, ending: _Ending) -> Page:
    context, until, poll = page.context, time.monotonic() + limit, min(_POLL, limit / 20)
    while True:
        shown, refuses = _look_round(context, live, site)
        if shown is not None:
            return shown
        ending.note(refuses=refuses)
        closed = _closed(context)
        if closed:
            raise ending.of(abandoned(closed))
        if time.monotonic() > until:
            raise ending.of(ending.late)
        _let_pass(context, poll)


def _look_round(context: BrowserContext, live: LivePages, site: Site) -> tuple[Page | None, bool]:
    """The page, a pop-up perhaps, that shows a sign-in; and whether one refuses the browser."""
    refuses = False
    for page in context.pages:
        document = _document(page, site)
        if document is not None and live.signed_in(document):
            return page, False
        refuses = refuses or _refuses(page, document)
    return None, refuses


def _refuses(page: Page, document: Document | None) -> bool:
    """Google's page that says so is known by its address alone: what stands on other sites is not read."""
    if document is None:
        return _REFUSING_PAGE.search(page.url) is not None
    try:
        return _REFUSING_WORDS.search(page.inner_text("body", timeout=1000)) is not None
    except Error:
        return False


def _document(page: Page, site: Site) -> Document | None:
    """The page without anything typed into it; ``None`` on another site or while it changes."""
    try:
        if page.is_closed() or not site.holds(page.url):
            return None
        return Document(page.url, str(page.evaluate(scripts.MARKUP, scripts.TYPED)))
    except Error:
        return None


def _closed(context: BrowserContext) -> str | None:
    browser = context.browser
    gone = browser is None or not browser.is_connected()
    if gone or all(page.is_closed() for page in context.pages):
        return "The browser window was closed before anybody had signed in."
    return None


def _let_pass(context: BrowserContext, seconds: float) -> None:
    """Let time pass on a page that is open; which one may change while we wait."""
    try:
        next(page for page in context.pages if not page.is_closed()).wait_for_timeout(seconds * 1000)
    except (Error, StopIteration):
        return  # it was closed meanwhile, which the next look tells
