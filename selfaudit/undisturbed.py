"""What Ctrl-C must not stop in its middle: a moment's work that leaves either all or nothing behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def undisturbed() -> Iterator[None]:
    """While this lasts, Ctrl-C waits; it comes when this has ended.

    Raises:
        KeyboardInterrupt: it was pressed meanwhile.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


@contextmanager
def finishing() -> Iterator[None]:
    """While this lasts, Ctrl-C comes too late: all is done but for this."""
    with suppress(KeyboardInterrupt), undisturbed():
        yield
