"""Programs that run for as long as a test needs them, on ports of their own, and are stopped by their id."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

_PATIENCE = 60.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as waiting:
        waiting.bind(("127.0.0.1", 0))
        return int(waiting.getsockname()[1])


def finished(command: Sequence[str], cwd: Path, environment: Mapping[str, str], patience: float = 180) -> str:
    """What a program printed that ends by itself."""
    done = subprocess.run(
        command, cwd=cwd, env=dict(environment), capture_output=True, text=True, check=False, timeout=patience
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


@contextmanager
def serving(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str], log: Path, ready: Callable[[], bool]
) -> Iterator[None]:
    """A program that goes on until the end of the block."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=cwd, env=dict(environment), stdout=out, stderr=out, start_new_session=True
        )
    try:
        _until(ready, process, log)
        yield
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def answers(address: str) -> bool:
    """Whether a page comes from this address."""
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310 - an address of our own on loopback
            return bool(answer.status)
    except HTTPError:
        return True
    except (URLError, OSError):
        return False


def listens(port: int) -> bool:
    """Whether a program takes connections on this port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            return True
    except OSError:
        return False


def _until(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"it did not start: {log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.1)
