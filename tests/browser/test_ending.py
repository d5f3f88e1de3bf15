"""Whatever ends a capture, no browser and no profile is left: each test here starts a browser of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from little_site import LOGIN, LittleSite, Reply
from live_door import Listener, a_platform, processes_of, reads_home, types_password
from playwright.sync_api import Page

from selfaudit.browser.capture import Captured, capture
from selfaudit.browser.pace import Pace
from selfaudit.browser.view import SiteView
from selfaudit.errors import BrowserMissing, SignInAbandoned, SiteUnreachable
from selfaudit.model.platform import Platform
from selfaudit.model.visit import Account, View
from selfaudit.model.vocabulary import Lens, Part

pytestmark = pytest.mark.browser

QUICK = Pace(page=(0, 0), scroll=(0, 0), quiet=0.06)


@pytest.fixture
def run(site: LittleSite, tmp_path: Path, temporary: Path) -> Iterator[Callable[..., Captured]]:
    """Capture the little site, and see afterwards that no browser and no profile is left."""

    def captured(platform: Platform, **changes: object) -> Captured:
        settings = {"sign_in": types_password, "headless": True, "progress": Listener(), "site": site.root}
        settings |= {"pace": QUICK, "sign_in_limit": 4.0}
        return capture(platform, media_folder=tmp_path / "media", **{**settings, **changes})  # type: ignore[arg-type]

    yield captured
    assert list(temporary.iterdir()) == []
    assert processes_of(temporary) == []


def test_the_profile_folder_is_private_while_it_lasts(run: Callable[..., Captured], temporary: Path) -> None:
    seen: list[tuple[int, int]] = []

    def looks_around(view: View, _account: Account) -> Iterator[Part]:
        (folder,) = temporary.iterdir()
        seen.append((folder.stat().st_mode & 0o777, len(processes_of(folder))))
        view.open("/home", Part.BIO)
        yield Part.BIO

    run(a_platform(looks_around, reads_home))
    assert [mode for mode, _ in seen] == [0o700]
    assert seen[0][1] > 0


def test_stopping_while_signing_in_reads_nothing(run: Callable[..., Captured]) -> None:
    def stops(_page: Page) -> None:
        raise KeyboardInterrupt

    with pytest.raises(SignInAbandoned, match="before anything was read"):
        run(a_platform(reads_home, reads_home), sign_in=stops)


def test_a_browser_that_dies_keeps_what_was_read(run: Callable[..., Captured]) -> None:
    def dies(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        assert isinstance(view, SiteView)
        browser = view._tab.page.context.browser
        assert browser is not None
        processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        os.kill(next(one["id"] for one in processes if one["type"] == "browser"), signal.SIGKILL)
        view.open("/home", Part.BIO)
        yield Part.BIO

    got = run(a_platform(dies, reads_home))
    assert got.stops[Lens.OWNER] == "the browser window was closed"
    assert got.done == {Lens.OWNER: (Part.BIO,), Lens.PUBLIC: ()}


def test_a_fault_of_ours_is_not_hidden_and_leaves_nothing_behind(run: Callable[..., Captured]) -> None:
    def breaks(view: View, account: Account) -> Iterator[Part]:
        yield from reads_home(view, account)
        raise LookupError("a bug")

    with pytest.raises(LookupError, match="a bug"):
        run(a_platform(breaks, reads_home))


def test_no_network_at_the_start_is_one_sentence(site: LittleSite, run: Callable[..., Captured]) -> None:
    site.stop()
    with pytest.raises(SiteUnreachable) as told:
        run(a_platform(reads_home, reads_home))
    assert told.value.sentence == "127.0.0.1 could not be reached: the site stopped answering."


def test_a_browser_that_cannot_start_is_one_sentence(
    run: Callable[..., Captured], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("SELFAUDIT_BROWSER", str(broken))
    with pytest.raises(BrowserMissing, match="could not be started"):
        run(a_platform(reads_home, reads_home))


def until_read(site: LittleSite, pages: int) -> None:
    """Wait until the list has been read so far; the site is asked for a page once the one before is shown."""
    until = time.monotonic() + 20
    while site.asked("/api/posts") < pages:
        assert time.monotonic() < until, "the list was not read"
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (signal.SIGINT, 0, "['you stopped it', 'this was not begun, because you stopped it'] [1, 0] True\n"),
        (signal.SIGTERM, 128 + signal.SIGTERM, ""),
        (signal.SIGHUP, 128 + signal.SIGHUP, ""),
    ],
)
def test_a_signal_from_outside_leaves_no_browser_and_no_profile(
    site: LittleSite, by_hand: Callable[..., subprocess.Popen[str]], number: int, code: int, said: str
) -> None:
    child = by_hand("stopped")
    assert child.stdout is not None
    assert child.stdout.readline() == "reading\n"
    until_read(site, 3)
    os.killpg(child.pid, number)
    output, _ = child.communicate(timeout=30)
    assert (child.returncode, output) == (code, said)


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="there is no xvfb-run to show a window on")
def test_a_person_can_sign_in_in_a_visible_window(
    site: LittleSite, by_hand: Callable[..., subprocess.Popen[str]]
) -> None:
    fills = "user.value = 'alex'; password.value = 'right'; go.click()"
    site.pages["/by-hand"] = Reply(f"{LOGIN}<script>setTimeout(() => {{{fills}}}, 300)</script>")
    output, _ = by_hand("visible", "xvfb-run", "-a").communicate(timeout=60)
    assert output == "[None, None] [1, 1] False\n"
    assert "HeadlessChrome" not in site.log[-1].headers["User-Agent"]


@pytest.fixture
def by_hand(
    site: LittleSite, tmp_path: Path, temporary: Path
) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """The capture as a program of its own; afterwards no browser and no profile is left."""

    def start(how: str, *before: str) -> subprocess.Popen[str]:
        program = [sys.executable, str(Path(__file__).with_name("by_hand.py"))]
        command = [*before, *program, site.root, str(tmp_path / "media"), how]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)

    yield start
    assert [one.name for one in temporary.iterdir() if one.name.startswith("selfaudit")] == []
    assert processes_of(temporary / "selfaudit-") == []
