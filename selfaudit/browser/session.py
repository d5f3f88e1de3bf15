"""One browser with a throw-away profile: opened, lent to a lens, and gone afterwards whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Playwright, sync_playwright

from selfaudit.browser import finding
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

_LONGEST_PLACE = 36
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
        stack.enter_context(_leaving_when_told_to())
        folder = stack.enter_context(_throw_away_folder())
        playwright = _start(folder)
        stack.callback(_quietly, playwright.stop)
        browser = _launch(playwright, found, headless=headless, on_this_computer=on_this_computer)
        stack.callback(_end, _process_of(browser))
        stack.callback(_quietly, browser.close)
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
    context.on("dialog", _dismiss)
    try:
        yield context
    finally:
        _quietly(context.close)


@contextmanager
def _throw_away_folder() -> Iterator[Path]:
    """A private folder for the profile. The browser cannot use one with a long name: its sockets go there."""
    usual = tempfile.gettempdir()
    short = "/tmp" if os.name == "posix" and len(usual) > _LONGEST_PLACE else usual  # noqa: S108 - the folder made in it is private
    folder = Path(tempfile.mkdtemp(prefix="selfaudit-", dir=short))
    try:
        yield folder
    finally:
        for _ in range(20):
            shutil.rmtree(folder, ignore_errors=True)
            if not folder.exists():
                break
            threading.Event().wait(0.1)


def _start(folder: Path) -> Playwright:
    """Playwright, whose own temporary files (the profile too) go into ``folder``."""
    names = ("TMPDIR", "TEMP", "TMP")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, str(folder)))
    try:
        return sync_playwright().start()
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
        if on_this_computer and not as_root and _lacks_sandbox(error):
            return attempt(sandbox=False)
        raise _not_started(found, error) from error


def _not_started(found: finding.Browser, error: Error) -> CaptureError:
    message = error.message.lower()
    if "missing x server" in message or "cannot open display" in message:
        return CaptureError(
            "The browser cannot show a window here, because this session has no screen.",
            "Run selfaudit in a desktop session.",
        )
    if _lacks_sandbox(error):
        return CaptureError(
            f"{found.name} could not start its own protection (the sandbox), so it was not used.",
            "Install Google Chrome or Microsoft Edge, or run selfaudit on another computer.",
        )
    return BrowserMissing(
        f"{found} could not be started.",
        f"Install Google Chrome, Microsoft Edge or Chromium, or name one with {finding.OVERRIDE}.",
    )


def _lacks_sandbox(error: Error) -> bool:
    return any(words in error.message.lower() for words in ("sandboxing failed", "no usable sandbox"))


def _process_of(browser: Browser) -> int | None:
    """The browser's own process, so that it can be ended even when it does not listen any more."""
    with suppress(Error, StopIteration):
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        session.detach()
        return next(int(process["id"]) for process in processes if process["type"] == "browser")
    return None


def _end(process: int | None) -> None:
    """End what is left of the browser; nothing, when it closed as it should."""
    if process is None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process)], capture_output=True, check=False)  # noqa: S607 - Windows' own program
        return
    with suppress(ProcessLookupError, PermissionError):
        group = os.getpgid(process)
        if group != os.getpgrp():
            os.killpg(group, signal.SIGKILL)


def _dismiss(dialog: Dialog) -> None:
    """Nobody would answer it, and a page with an open dialog stands still."""
    _quietly(dialog.dismiss)


def _quietly(close: object) -> None:
    """Close what may be gone already."""
    with suppress(Error):
        close()  # type: ignore[operator] # one of Playwright's own closing methods


@contextmanager
def _leaving_when_told_to() -> Iterator[None]:
    """Let a request to end this program run its course through the closing of the browser."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        names = []
    before = {name: signal.signal(getattr(signal, name), _leave) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler if handler is not None else signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
