"""Which browser is used, on computers of every kind, without touching this one."""

from __future__ import annotations

import ntpath

import pytest

from selfaudit.browser.finding import Browser, Computer, System, find_browser
from selfaudit.errors import BrowserMissing

CHROME = r"C:\Program Files\Google\Chrome\Application\chrome.exe"
EDGE = r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"
WINDOWS = {
    "PROGRAMFILES": r"C:\Program Files",
    "PROGRAMFILES(X86)": r"C:\Program Files (x86)",
    "LOCALAPPDATA": r"C:\Users\alex\AppData\Local",
}


def a_computer(
    system: System = "linux",
    *files: str,
    environ: dict[str, str] | None = None,
    commands: dict[str, str] | None = None,
    bundled: str | None = None,
) -> Computer:
    return Computer(system, environ or {}, files.__contains__, (commands or {}).get, lambda: bundled)


@pytest.mark.parametrize(
    ("computer", "found"),
    [
        (a_computer("windows", EDGE, environ=WINDOWS), Browser("Microsoft Edge", EDGE)),
        (a_computer("windows", EDGE, CHROME, environ=WINDOWS), Browser("Google Chrome", CHROME)),
        (
            a_computer(
                "windows",
                ntpath.join(WINDOWS["LOCALAPPDATA"], r"Google\Chrome\Application\chrome.exe"),
                environ=WINDOWS,
            ),
            Browser("Google Chrome", r"C:\Users\alex\AppData\Local\Google\Chrome\Application\chrome.exe"),
        ),
        (
            a_computer("mac", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
            Browser("Microsoft Edge", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ),
        (
            a_computer(
                "mac",
                "/Users/alex/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                environ={"HOME": "/Users/alex"},
            ),
            Browser(
                "Google Chrome", "/Users/alex/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
            ),
        ),
        (a_computer("linux", "/usr/bin/chromium"), Browser("Chromium", "/usr/bin/chromium")),
        (
            a_computer("linux", "/usr/bin/chromium", commands={"google-chrome": "/opt/bin/google-chrome"}),
            Browser("Google Chrome", "/opt/bin/google-chrome"),
        ),
        (
            a_computer("linux", "/cache/chrome", bundled="/cache/chrome"),
            Browser("Playwright's Chromium", "/cache/chrome"),
        ),
    ],
)
def test_the_installed_browser_is_found(computer: Computer, found: Browser) -> None:
    assert find_browser(computer) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("/odd/place/browser", Browser("The browser you named", "/odd/place/browser")),
        ("my-browser", Browser("The browser you named", "/bin/my-browser")),
        ("chromium", Browser("Chromium", "/usr/bin/chromium")),
        ("MSEdge", Browser("Microsoft Edge", "/usr/bin/microsoft-edge")),
        ("  ", Browser("Google Chrome", "/usr/bin/google-chrome")),
    ],
)
def test_a_named_browser_comes_first(wanted: str, found: Browser) -> None:
    files = ("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge", "/odd/place/browser")
    here = a_computer(
        "linux", *files, environ={"SELFAUDIT_BROWSER": wanted}, commands={"my-browser": "/bin/my-browser"}
    )
    assert find_browser(here) == found


def test_a_named_browser_that_is_not_there_is_not_replaced_in_silence() -> None:
    here = a_computer("linux", "/usr/bin/chromium", environ={"SELFAUDIT_BROWSER": "/nowhere/firefox"})
    with pytest.raises(BrowserMissing) as told:
        find_browser(here)
    assert told.value.sentence == (
        "SELFAUDIT_BROWSER names /nowhere/firefox, but there is no such browser on this computer."
    )
    assert told.value.next_step


@pytest.mark.parametrize(
    "computer",
    [
        a_computer("linux"),
        a_computer("linux", bundled="/cache/not-there"),
        a_computer("windows", environ=WINDOWS),
        a_computer("windows", "/usr/bin/chromium"),
    ],
)
def test_no_browser_is_one_sentence_and_a_next_step(computer: Computer) -> None:
    with pytest.raises(BrowserMissing) as told:
        find_browser(computer)
    assert told.value.sentence == "selfaudit found no browser on this computer that it can use."
    assert told.value.next_step == "Install Google Chrome, Microsoft Edge or Chromium, then try again."


def test_a_browser_is_shown_with_its_place() -> None:
    assert str(Browser("Chromium", "/usr/bin/chromium")) == "Chromium (/usr/bin/chromium)"
