"""Finds the browser that is already on this computer. Nothing is ever downloaded."""

from __future__ import annotations

import ntpath
import os
import posixpath
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from selfaudit.errors import BrowserMissing

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

OVERRIDE = "SELFAUDIT_BROWSER"

System = Literal["windows", "mac", "linux"]


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that can be started."""

    name: str
    path: str

    def __str__(self) -> str:
        return f"{self.name} ({self.path})"


@dataclass(frozen=True, slots=True)
class Computer:
    """What finding needs to know of a computer, so that tests can invent one."""

    system: System
    environ: Mapping[str, str]
    exists: Callable[[str], bool]
    which: Callable[[str], str | None]
    bundled: Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    words: tuple[str, ...]
    windows: str
    mac: str
    linux: tuple[str, ...]
    commands: tuple[str, ...]


_KINDS = (
    _Kind(
        "Google Chrome",
        ("chrome", "google-chrome"),
        r"Google\Chrome\Application\chrome.exe",
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        ("/opt/google/chrome/chrome", "/usr/bin/google-chrome"),
        ("google-chrome-stable", "google-chrome"),
    ),
    _Kind(
        "Microsoft Edge",
        ("edge", "msedge", "microsoft-edge"),
        r"Microsoft\Edge\Application\msedge.exe",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ("/opt/microsoft/msedge/msedge", "/usr/bin/microsoft-edge"),
        ("microsoft-edge-stable", "microsoft-edge"),
    ),
    _Kind(
        "Chromium",
        ("chromium",),
        r"Chromium\Application\chrome.exe",
        "Chromium.app/Contents/MacOS/Chromium",
        ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"),
        ("chromium", "chromium-browser"),
    ),
)


def find_browser(computer: Computer | None = None) -> Browser:
    """The one named in ``SELFAUDIT_BROWSER``, else Chrome, Edge, Chromium, Playwright's own.

    Raises:
        BrowserMissing: there is none.
    """
    here = computer or this_computer()
    wanted = here.environ.get(OVERRIDE, "").strip()
    if wanted:
        return _named(here, wanted)
    for kind in _KINDS:
        path = _installed(here, kind)
        if path:
            return Browser(kind.name, path)
    own = here.bundled()
    if own and here.exists(own):
        return Browser("Playwright's Chromium", own)
    raise BrowserMissing(
        "selfaudit found no browser on this computer that it can use.",
        "Install Google Chrome, Microsoft Edge or Chromium, then try again.",
    )


def this_computer() -> Computer:
    """The computer we run on."""
    systems: Mapping[str, System] = {"win32": "windows", "darwin": "mac"}
    return Computer(
        systems.get(sys.platform, "linux"), os.environ, os.path.isfile, shutil.which, _playwrights_own
    )


def _named(here: Computer, wanted: str) -> Browser:
    for kind in _KINDS:
        if wanted.lower() in kind.words:
            path = _installed(here, kind)
            if path:
                return Browser(kind.name, path)
    path = wanted if here.exists(wanted) else here.which(wanted)
    if path:
        return Browser("The browser you named", path)
    raise BrowserMissing(
        f"{OVERRIDE} names {wanted}, but there is no such browser on this computer.",
        f"Correct it, or remove {OVERRIDE} and let selfaudit look by itself.",
    )


def _installed(here: Computer, kind: _Kind) -> str | None:
    return next((path for path in _places(here, kind) if here.exists(path)), None) or next(
        (path for command in kind.commands if (path := here.which(command))), None
    )


def _places(here: Computer, kind: _Kind) -> Iterator[str]:
    match here.system:
        case "windows":
            for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "LOCALAPPDATA"):
                if here.environ.get(variable):
                    yield ntpath.join(here.environ[variable], kind.windows)
        case "mac":
            yield posixpath.join("/Applications", kind.mac)
            if here.environ.get("HOME"):
                yield posixpath.join(here.environ["HOME"], "Applications", kind.mac)
        case "linux":
            yield from kind.linux


def _playwrights_own() -> str | None:
    """Where Playwright's own browser would be; starting Playwright is the only way to ask."""
    try:
        playwright = start_driver()
    except BrowserMissing:
        return None
    try:
        path = playwright.chromium.executable_path
    finally:
        playwright.stop()
    return path if path and Path(path).is_file() else None


def start_driver() -> Playwright:
    """Playwright's driver, which speaks to the browser; the caller stops it.

    Raises:
        BrowserMissing: it cannot run on this computer, as where a system library is missing.
    """
    from playwright.sync_api import sync_playwright

    try:
        return sync_playwright().start()
    except Exception as error:  # Playwright raises a bare Exception when its driver ends at once
        raise BrowserMissing(
            "The part of selfaudit that speaks to the browser could not be started.",
            "On Debian and Ubuntu, install the package libatomic1; elsewhere, install selfaudit again.",
        ) from error


def main() -> None:
    """Name the browser that would be used, or say what is missing; for `make browser`."""
    try:
        found = find_browser()
        start_driver().stop()
    except BrowserMissing as error:
        sys.exit(f"{error.sentence} {error.next_step}")
    print(f"{found.name}: {found.path}")  # noqa: T201 - it is what this command is for


if __name__ == "__main__":
    main()
