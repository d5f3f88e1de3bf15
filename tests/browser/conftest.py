"""The little site, and a place for temporary files that a test has to itself."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from little_site import LittleSite, running
from playwright.sync_api import Browser

from selfaudit.browser.finding import find_browser
from selfaudit.browser.session import open_browser


@pytest.fixture
def site() -> Iterator[LittleSite]:
    with running(LittleSite()) as one:
        yield one


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a file; each has windows of its own in it, which know of no others."""
    with open_browser(find_browser(), headless=True, on_this_computer=True) as one:
        yield one


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The computer's folder for temporary files, for this test alone; with a short name, for sockets."""
    with tempfile.TemporaryDirectory(prefix="t-") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        yield Path(folder)
