"""Starting the browser where that is not simple: no protection of its own, no screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from live_door import processes_of

from selfaudit.browser.finding import find_browser
from selfaudit.browser.session import open_browser
from selfaudit.errors import CaptureError

pytestmark = pytest.mark.browser

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only for root can the sandbox be made to fail"
)


@as_root
def test_without_its_sandbox_the_browser_shows_pages_of_this_computer_only(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with open_browser(find_browser(), headless=True, on_this_computer=True) as browser:
        assert browser.is_connected()
    with (
        pytest.raises(CaptureError, match="could not start its own protection"),
        open_browser(find_browser(), headless=True, on_this_computer=False),
    ):
        pass
    assert list(temporary.iterdir()) == []
    assert processes_of(temporary) == []


@pytest.mark.skipif(os.name != "posix", reason="other systems always have a screen")
def test_no_screen_is_one_sentence(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with (
        pytest.raises(CaptureError, match="cannot show a window here"),
        open_browser(find_browser(), headless=False, on_this_computer=True),
    ):
        pass
    assert list(temporary.iterdir()) == []
