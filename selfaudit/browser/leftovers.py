"""Nothing is left behind: no profile, no process of the browser, even when this program is told to end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from playwright.sync_api import Error

_LONGEST_PLACE = 36


@contextmanager
def throw_away_folder() -> Iterator[Path]:
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


def end_process(process: int | None) -> None:
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


def end_group(leader: int) -> None:
    """End all that is left of a program that was started with a process group of its own."""
    if sys.platform == "win32":
        end_process(leader)
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def quietly(close: object) -> None:
    """Close what may be gone already."""
    with suppress(Error):
        close()  # type: ignore[operator] # one of Playwright's own closing methods


@contextmanager
def leaving_when_told_to() -> Iterator[None]:
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
