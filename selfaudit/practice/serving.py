"""Runs the practice network on loopback, in a thread of this process, for as long as somebody needs it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from selfaudit.practice.house import House
from selfaudit.practice.ledger import Asked, Ledger
from selfaudit.practice.sessions import CODE, PASSWORD, USERNAME
from selfaudit.practice.site import build_site

LOOPBACK = "127.0.0.1"
_START_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class PracticeServer:
    """A running practice network: where it is, how to sign in, and what it was asked."""

    address: str
    ledger: Ledger
    username: str = USERNAME
    password: str = PASSWORD
    code: str = CODE

    @property
    def changes(self) -> int:
        """How many requests asked for a change of anything beyond signing in."""
        return self.ledger.changes

    @property
    def requests(self) -> tuple[Asked, ...]:
        """Every request so far."""
        return tuple(self.ledger.asked)


@contextmanager
def serve(port: int = 0, *, house: House | None = None) -> Iterator[PracticeServer]:
    """The practice network, fresh, on a free port of this computer only; gone when the block ends."""
    ledger = Ledger()
    config = uvicorn.Config(
        build_site(house or House(), ledger),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    with socket.create_server((LOOPBACK, port)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],), name="practice", daemon=True)
        thread.start()
        try:
            _wait_for(server, thread)
            yield PracticeServer(f"http://{LOOPBACK}:{listener.getsockname()[1]}", ledger)
        finally:
            server.should_exit = True
            thread.join()


def _wait_for(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the practice network did not start")
        time.sleep(0.01)
