"""Plan B: the person signs in in an ordinary browser, and only then selfaudit attaches to it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from little_site import LOGIN, LittleSite, Reply
from live_door import Listener, a_platform, process_numbers, processes_of, reads_home, types_password

from selfaudit.browser import by_hand, finding, signing_in
from selfaudit.browser.capture import Captured, capture
from selfaudit.browser.pace import Pace
from selfaudit.errors import BrowserMissing, SignInAbandoned
from selfaudit.model.platform import Platform
from selfaudit.model.visit import Account, View
from selfaudit.model.vocabulary import Lens, Part

pytestmark = pytest.mark.browser

QUICK = Pace(page=(0, 0), scroll=(0, 0), quiet=0.06)
TELLS = "<script>fetch('/told?driven=' + navigator.webdriver)</script>"
TYPES = "<script>setTimeout(() => {user.value = 'alex'; password.value = 'right'; go.click()}, 300)</script>"


@pytest.fixture
def run(site: LittleSite, tmp_path: Path, temporary: Path) -> Iterator[Callable[..., Captured]]:
    """Capture the little site in an ordinary browser; afterwards no browser and no profile is left."""
    site.pages["/told"] = Reply("{}", kind="application/json")
    site.pages["/open"] = Reply(f"<h1>For everybody</h1>{TELLS}")

    def captured(platform: Platform, **changes: object) -> Captured:
        settings = {"headless": True, "progress": Listener(), "site": site.root, "pace": QUICK}
        return capture(platform, media_folder=tmp_path / "media", **{**settings, **changes})  # type: ignore[arg-type]

    yield captured
    assert list(temporary.iterdir()) == []
    assert processes_of(temporary) == []


def until_signed_in(site: LittleSite) -> Callable[[], None]:
    """The person at the terminal, who presses Enter once the site has let them in."""

    def confirm() -> None:
        until = time.monotonic() + 20
        while not any(one.path == "/home" and one.signed_in for one in site.log):
            assert time.monotonic() < until, "the page did not sign itself in"
            time.sleep(0.05)

    return confirm


def reads_both(view: View, account: Account) -> Iterator[Part]:
    yield from reads_home(view, account)
    view.open("/open", Part.POSTS)
    yield Part.POSTS


def test_the_browser_is_nobodys_while_the_person_signs_in_and_says_that_it_is_driven_afterwards(
    site: LittleSite, run: Callable[..., Captured], temporary: Path
) -> None:
    site.pages["/login"] = Reply("", 303, headers={"Location": "/by-hand"})
    site.pages["/by-hand"] = Reply(LOGIN.replace("action=/login", "action=/enter") + TELLS + TYPES)
    site.pages["/enter"] = Reply("", 303, headers={"Location": "/home", "Set-Cookie": "session=alex; Path=/"})
    during: list[tuple[list[str], set[int], list[str]]] = []
    signed_in, listener = until_signed_in(site), Listener()

    def confirm() -> None:
        signed_in()
        (folder,) = temporary.iterdir()
        commands = [line for line in processes_of(folder / "profile") if "--type=" not in line]
        during.append((commands, {folder.stat().st_mode & 0o777}, list(listener.said)))

    got = run(a_platform(reads_both, reads_both), attach=confirm, progress=listener)
    ((commands, modes, said),) = during
    assert modes == {0o700}
    assert commands
    words = ("automation", "pipe", "port=0", "disable-blink")
    assert not [line for line in commands if any(word in line.lower() for word in words)]
    assert got.account == Account("alexm", "the home page greets alexm")
    assert got.done == {Lens.OWNER: (Part.BIO, Part.POSTS), Lens.PUBLIC: (Part.BIO, Part.POSTS)}
    assert got.stops == {Lens.OWNER: None, Lens.PUBLIC: None}
    told = [(urlsplit(one.path).query, one.signed_in) for one in site.log if one.path.startswith("/told")]
    assert told == [("driven=false", False), ("driven=true", True), ("driven=true", False)]
    assert [one.signed_in for one in site.log if one.path == "/open"] == [True, False]
    assert said == ["Opening Chromium.", listener.said[1]]
    assert "does not look at it until you say here" in listener.said[1]


def test_who_is_not_signed_in_yet_is_asked_again_while_nobody_is_attached(
    run: Callable[..., Captured], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfaudit.browser.entrances._SECONDS_TO_SHOW", 0.3)
    asked, listener = [], Listener()
    with pytest.raises(SignInAbandoned, match="did not show that anybody had signed in"):
        run(a_platform(reads_home, reads_home), attach=lambda: asked.append(1), progress=listener)
    assert len(asked) == 3
    assert listener.said[2:] == ["the little site does not show that you are signed in yet."] * 3


def test_a_test_may_type_once_selfaudit_is_attached_and_files_are_no_pages_there_either(
    site: LittleSite, run: Callable[..., Captured]
) -> None:
    site.pages["/file.zip"] = Reply(b"PK", kind="application/zip")
    site.pages["/noisy"] = Reply("<body>calm<script>alert('hello')</script>")

    def meets_file(view: View, account: Account) -> Iterator[Part]:
        view.open("/noisy", Part.BIO)
        yield Part.BIO
        view.open("/file.zip", Part.POSTS)
        yield Part.POSTS

    got = run(a_platform(meets_file, reads_home), attach=lambda: None, sign_in=types_password)
    assert got.done == {Lens.OWNER: (Part.BIO,), Lens.PUBLIC: (Part.BIO,)}
    assert got.stops == {Lens.OWNER: "the site sent a file where a page was expected", Lens.PUBLIC: None}


def test_a_browser_that_was_closed_before_anybody_said_so_is_one_sentence(
    run: Callable[..., Captured], temporary: Path
) -> None:
    def closes() -> None:
        for number in process_numbers(temporary):
            os.kill(number, signal.SIGKILL)
        until = time.monotonic() + 20
        while processes_of(temporary):
            assert time.monotonic() < until, "the browser is still there"
            time.sleep(0.02)

    with pytest.raises(SignInAbandoned, match="closed before selfaudit could read anything"):
        run(a_platform(reads_home, reads_home), attach=closes)


def test_stopping_instead_of_saying_so_reads_nothing(site: LittleSite, run: Callable[..., Captured]) -> None:
    def stops() -> None:
        raise KeyboardInterrupt

    with pytest.raises(SignInAbandoned, match="before anything was read"):
        run(a_platform(reads_home, reads_home), attach=stops)
    assert {one.path for one in site.log} <= {"/login", "/favicon.ico"}


def test_an_ordinary_browser_that_cannot_start_is_one_sentence(
    run: Callable[..., Captured], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("SELFAUDIT_BROWSER", str(broken))
    with pytest.raises(BrowserMissing, match="could not be started"):
        run(a_platform(reads_home, reads_home), attach=lambda: None)


def test_an_ordinary_browser_is_started_without_a_word_that_hides_or_drives(tmp_path: Path) -> None:
    words = by_hand._arguments(tmp_path, 4711, headless=False)
    assert [word for word in words if word not in by_hand.ARGUMENTS] == [
        "--edge-skip-compat-layer-relaunch",
        "--no-default-browser-check",
        f"--user-data-dir={tmp_path / 'profile'}",
        "--remote-debugging-port=4711",
    ]


EDGE = r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"
CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


@pytest.mark.parametrize(
    ("system", "environment", "path"),
    [
        ("windows", {"PROGRAMFILES(X86)": r"C:\Program Files (x86)"}, EDGE),
        ("mac", {"HOME": "/Users/jo"}, CHROME),
    ],
)
def test_the_installed_browser_of_windows_and_macos_is_started_whole_though_its_path_has_blanks(
    tmp_path: Path, system: finding.System, environment: dict[str, str], path: str
) -> None:
    """What the person's system is given, as it splits it again: an invented system, no real one."""
    computer = finding.Computer(system, environment, lambda one: one == path, lambda _: None, lambda: None)
    folder = tmp_path / "Jo Smith"
    command = [finding.find_browser(computer).path, *by_hand._arguments(folder, 4711, headless=False)]
    given = [*command, "https://site.example/login?next=/me&lang=en"]
    line = subprocess.list2cmdline(given) if system == "windows" else shlex.join(given)
    assert given[0] == path
    assert f"--user-data-dir={folder / 'profile'}" in given
    assert shlex.split(line.replace("\\", "\\\\"), posix=True) == given


@pytest.mark.parametrize(
    ("address", "refuses"),
    [
        ("https://accounts.google.com/v3/signin/rejected?continue=x", True),
        ("https://accounts.google.com/signin/rejected", True),
        ("https://accounts.google.com/v3/signin/identifier?next=/rejected", False),
        ("https://accounts.google.com.example/v3/signin/rejected", False),
        ("https://forum.example/signin/rejected", False),
    ],
)
def test_the_page_on_which_google_refuses_is_known_by_its_address(address: str, refuses: bool) -> None:
    assert (signing_in._REFUSING_PAGE.search(address) is not None) is refuses
