"""The person signs in, in their own way. selfaudit only looks whether it has happened."""

from __future__ import annotations

import time
from collections.abc import Callable

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
        raise _abandoned("The browser window was closed before anybody had signed in.") from end
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
        return _wait(page, live, site, limit, "Nobody signed in within the time that selfaudit waits.")
    failed = "The sign-in did not succeed."
    try:
        sign_in(page)
    except Error as error:
        raise _abandoned(_closed(page.context) or failed) from error
    return _wait(page, live, site, min(limit, _LIMIT_AFTER_FUNCTION), failed)


def _wait(page: Page, live: LivePages, site: Site, limit: float, too_late: str) -> Page:
    context, until, poll = page.context, time.monotonic() + limit, min(_POLL, limit / 20)
    while True:
        shown = _signed_in(context, live, site)
        if shown is not None:
            return shown
        closed = _closed(context)
        if closed:
            raise _abandoned(closed)
        if time.monotonic() > until:
            raise _abandoned(too_late)
        _let_pass(context, poll)


def _signed_in(context: BrowserContext, live: LivePages, site: Site) -> Page | None:
    """The page of the site, a pop-up perhaps, that shows that somebody is signed in."""
    for page in context.pages:
        document = _document(page, site)
        if document is not None and live.signed_in(document):
            return page
    return None


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


def _abandoned(sentence: str) -> SignInAbandoned:
    return SignInAbandoned(sentence, _AGAIN)
