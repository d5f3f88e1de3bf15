"""A browser in which the person signs in before selfaudit is anywhere near it.

It is started as an ordinary program with a fresh profile. Its port for developer tools, on loopback, is left
alone until the person says that they are signed in; only then does selfaudit attach, and from then on every
page is told that a program drives it. The profile is a fresh one also because Chrome, from 136 on, opens no
port for the usual one.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright

from selfaudit.browser import finding
from selfaudit.browser.leftovers import end_group, leaving_when_told_to, quietly, throw_away_folder
from selfaudit.browser.session import ARGUMENTS, dismiss, lacks_sandbox, not_started, start_playwright
from selfaudit.errors import SignInAbandoned

Confirm = Callable[[], None]
"""Waits until the person says that they are signed in."""

LOOPBACK = "127.0.0.1"
_NO_OFFERS = {
    "credentials_enable_service": False,
    "profile": {"password_manager_enabled": False},
    "signin": {"allowed": False, "allowed_on_next_startup": False},
}
"""The fresh profile does not offer to keep a password, nor to sign the browser itself in."""
_STAYS = "--edge-skip-compat-layer-relaunch"
"""Edge on Windows may start itself anew and end its first process, which would look like a closed window."""
_SECONDS_TO_START = 20.0
_SECONDS_TO_END = 5.0
_SECONDS_TO_BE_GONE = 2.0
CLOSED = "The browser was closed before selfaudit could read anything."


@contextmanager
def opened_by_hand(
    found: finding.Browser, address: str, confirm: Confirm, *, headless: bool, on_this_computer: bool
) -> Iterator[Callable[[], Browser]]:
    """An ordinary browser at ``address``; what is lent asks ``confirm``, then attaches and gives the browser.

    It may be called again, once what it gave is closed. Browser and profile are gone on leaving.

    Raises:
        CaptureError: the browser cannot be started, or was closed.
    """
    with ExitStack() as stack:
        stack.enter_context(leaving_when_told_to())
        folder = stack.enter_context(throw_away_folder())
        port = _free_port()
        command = [found.path, *_arguments(folder, port, headless=headless), address]
        process = _start(found, command, folder, on_this_computer=on_this_computer)
        stack.callback(_end, process)
        playwright = start_playwright(folder)
        stack.callback(quietly, playwright.stop)

        def attached() -> Browser:
            confirm()
            browser = _attach(playwright, port, process)
            stack.callback(_close, browser)
            return browser

        yield attached


@contextmanager
def lent_context(browser: Browser) -> Iterator[BrowserContext]:
    """The person's own window of that browser; no download, no dialog that stands in the way."""
    context = browser.contexts[0]
    context.on("dialog", dismiss)
    session = browser.new_browser_cdp_session()
    session.send("Browser.setDownloadBehavior", {"behavior": "deny"})
    yield context


def drive_openly(page: Page) -> None:
    """Let the page know that a program drives it, and let no hidden worker of a site answer in its place."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setAutomationOverride", {"enabled": True})
    session.send("Network.enable")
    session.send("Network.setBypassServiceWorker", {"bypass": True})


def _arguments(folder: Path, port: int, *, headless: bool) -> list[str]:
    """A number for the port, since a browser that picks one itself (0) tells pages that a program drives it.

    While the person signs in, none does.
    """
    profile = folder / "profile"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(_NO_OFFERS), encoding="utf-8")
    return [
        *ARGUMENTS,
        _STAYS,
        "--no-default-browser-check",
        f"--user-data-dir={profile}",
        f"--remote-debugging-port={port}",
        *(("--headless=new", "--window-size=1280,900") if headless else ()),
    ]


def _start(
    found: finding.Browser, command: list[str], folder: Path, *, on_this_computer: bool
) -> subprocess.Popen[bytes]:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    process, said = _try([*command[:-1], *(("--no-sandbox",) if as_root else ()), command[-1]], folder)
    if process is None and on_this_computer and lacks_sandbox(said):
        process, said = _try([*command[:-1], "--no-sandbox", command[-1]], folder)
    if process is None:
        raise not_started(found, said)
    return process


def _try(command: list[str], folder: Path) -> tuple[subprocess.Popen[bytes] | None, str]:
    """The browser, once it has begun to write its profile; else what it said when it ended."""
    report, began = folder / "said", folder / "profile" / "Local State"
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    with report.open("wb") as stderr:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
                env={**os.environ, **places},
                start_new_session=True,
            )
        except OSError as error:
            return None, str(error)
    until = time.monotonic() + _SECONDS_TO_START
    while process.poll() is None and not began.exists() and time.monotonic() < until:
        time.sleep(0.05)
    if process.poll() is None:
        return process, ""
    end_group(process.pid)
    return None, report.read_text(encoding="utf-8", errors="replace")


def _attach(playwright: Playwright, port: int, process: subprocess.Popen[bytes]) -> Browser:
    if process.poll() is not None:
        raise _closed()
    try:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(f"http://{LOOPBACK}:{port}/json/version", timeout=10) as answer:
            address = str(json.load(answer)["webSocketDebuggerUrl"])
        browser = playwright.chromium.connect_over_cdp(address, timeout=20_000)
    except (OSError, ValueError, KeyError, Error) as error:
        with suppress(subprocess.TimeoutExpired):
            # One that is just ending has closed its port before it is gone.
            process.wait(_SECONDS_TO_BE_GONE)
            raise _closed() from error
        raise SignInAbandoned(
            "The browser did not let selfaudit attach to it.",
            "Start again; if it happens again, save the pages of your profile and use: selfaudit import FILE",
        ) from error
    return browser


def _closed() -> SignInAbandoned:
    return SignInAbandoned(CLOSED, "Start again, and leave the browser open.")


def _free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as taken:
        return int(taken.getsockname()[1])


def _close(browser: Browser) -> None:
    """End the browser, not only the connection to it."""
    with suppress(Error):
        browser.new_browser_cdp_session().send("Browser.close")
    quietly(browser.close)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait for the browser to close as it should, then end whatever is left of it."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS_TO_END)
    end_group(process.pid)
    process.wait()
