"""One browser with a throw-away profile: opened, lent to a lens, and gone afterwards whatever happens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Playwright

from selfaudit.browser import finding
from selfaudit.browser.leftovers import end_process, leaving_when_told_to, quietly, throw_away_folder
from selfaudit.errors import BrowserMissing, CaptureError

ARGUMENTS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--no-pings",
)
"""Keeps the browser itself from talking to anyone. Nothing here hides that a program drives it, and the
flag that says so (``--enable-automation``, which Playwright sets) also keeps it from offering to save
passwords."""

_HEADLESS_SIZE = {"width": 1280, "height": 900}


@contextmanager
def open_browser(found: finding.Browser, *, headless: bool, on_this_computer: bool) -> Iterator[Browser]:
    """A running browser, ended on leaving together with everything it wrote.

    Args:
        found: the browser to start.
        headless: show no window.
        on_this_computer: only pages of this very computer will be shown.

    Raises:
        CaptureError: it cannot be started.
    """
    with ExitStack() as stack:
        stack.enter_context(leaving_when_told_to())
        folder = stack.enter_context(throw_away_folder())
        playwright = start_playwright(folder)
        stack.callback(quietly, playwright.stop)
        browser = _launch(playwright, found, headless=headless, on_this_computer=on_this_computer)
        stack.callback(end_process, _process_of(browser))
        stack.callback(quietly, browser.close)
        yield browser


@contextmanager
def fresh_context(browser: Browser, *, headless: bool) -> Iterator[BrowserContext]:
    """Nobody's window: no cookie, nothing stored, nothing kept, no download, no hidden worker of a site."""
    context = browser.new_context(
        viewport=_HEADLESS_SIZE if headless else None,  # type: ignore[arg-type] # a plain dict is what it takes
        no_viewport=not headless,
        accept_downloads=False,
        service_workers="block",
    )
    context.on("dialog", dismiss)
    try:
        yield context
    finally:
        quietly(context.close)


def start_playwright(folder: Path) -> Playwright:
    """Playwright, whose own temporary files (the profile too) go into ``folder``."""
    names = ("TMPDIR", "TEMP", "TMP")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, str(folder)))
    try:
        return finding.start_driver()
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _launch(
    playwright: Playwright, found: finding.Browser, *, headless: bool, on_this_computer: bool
) -> Browser:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0

    def attempt(*, sandbox: bool) -> Browser:
        return playwright.chromium.launch(
            executable_path=found.path,
            headless=headless,
            chromium_sandbox=sandbox,
            args=[*ARGUMENTS, *(() if sandbox else ("--no-sandbox",))],
            handle_sigint=False,
        )

    try:
        return attempt(sandbox=not as_root)
    except Error as error:
        if on_this_computer and not as_root and lacks_sandbox(error.message):
            return attempt(sandbox=False)
        raise not_started(found, error.message) from error


def not_started(found: finding.Browser, said: str) -> CaptureError:
    """Why the browser did not start, as far as what it ``said`` tells."""
    message = said.lower()
    if "missing x server" in message or "cannot open display" in message:
        return CaptureError(
            "The browser cannot show a window here, because this session has no screen.",
            "Run selfaudit in a desktop session.",
        )
    if lacks_sandbox(message):
        return CaptureError(
            f"{found.name} could not start its own protection (the sandbox), so it was not used.",
            "Install Google Chrome or Microsoft Edge, or run selfaudit on another computer.",
        )
    return BrowserMissing(
        f"{found} could not be started.",
        f"Install Google Chrome, Microsoft Edge or Chromium, or name one with {finding.OVERRIDE}.",
    )


def lacks_sandbox(said: str) -> bool:
    """Whether the browser stopped because it could not protect itself."""
    return any(words in said.lower() for words in ("sandboxing failed", "no usable sandbox"))


def _process_of(browser: Browser) -> int | None:
    """The browser's own process, so that it can be ended even when it does not listen any more."""
    with suppress(Error, StopIteration):
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        session.detach()
        return next(int(process["id"]) for process in processes if process["type"] == "browser")
    return None


def dismiss(dialog: Dialog) -> None:
    """Nobody would answer it, and a page with an open dialog stands still."""
    quietly(dialog.dismiss)
