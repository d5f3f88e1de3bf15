"""What every test may count on: a private home of its own, and the shared samples where they are."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy computer is no fault of the code
settings.load_profile("untimed")

signal.signal(signal.SIGINT, signal.default_int_handler)
"""Ctrl-C is tested, and a shell that starts the tests in the background has it ignored."""

_SHARED = Path(os.environ.get("SELFAUDIT_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private folder of this test alone, so that nobody's real one is touched."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SELFAUDIT_HOME", str(folder / "selfaudit"))
    return folder / "selfaudit"


@pytest.fixture
def shared() -> Path:
    """The folder with real samples and corpora that lies beside the project."""
    if not _SHARED.is_dir():
        pytest.skip("the shared samples are not beside this checkout")
    return _SHARED
