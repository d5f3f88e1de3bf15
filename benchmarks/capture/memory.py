"""The most memory that the Python process of a capture takes, for lists of several lengths.

Each length is captured by a program of its own, so that none profits from another's leftovers. The site and
the browser are programs of their own too, and are not counted.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.capture.long_list import PLATFORM
from selfaudit.browser.capture import capture
from selfaudit.browser.pace import Pace
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Lens

_PACE = Pace(page=(0, 0), scroll=(0, 0), quiet=0.08)


@dataclass(frozen=True, slots=True)
class Peak:
    """What one capture took.

    Attributes:
        posts: how many posts the site had.
        read: how many posts were read from what was captured.
        data: how many bytes of data answers came.
        walked: the peak in MiB once the list was walked.
        parsed: the same once every answer was parsed.
        seconds: how long the walk took.
    """

    posts: int
    read: int
    data: int
    walked: float
    parsed: float
    seconds: float


def measure(posts: int) -> Peak:
    """One capture in a program of its own."""
    program = [sys.executable, "-m", "benchmarks.capture.long_list", str(posts)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as site:
        try:
            address = site.stdout.readline().strip() if site.stdout else ""
            command = [sys.executable, "-m", "benchmarks.capture.memory", address, str(posts)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        finally:
            site.terminate()
    return Peak(**json.loads(done.stdout))


def _most() -> float:
    """Peak of this program so far, in MiB.

    From Linux's own account of it: what `resource` tells there begins with the peak of whoever started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)


def _capture(address: str, posts: int) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        captured = capture(
            PLATFORM,
            site=address,
            media_folder=Path(folder) / "media",
            sign_in=lambda _page: None,
            headless=True,
            progress=Silent(),
            pace=_PACE,
        )
        seconds, walked = time.perf_counter() - began, _most()
        visits = captured.visits[Lens.OWNER]
        read = len(PLATFORM.parse(visits, captured.account).posts)
        parsed = _most()
        data = sum(len(response.body) for visit in visits for response in visit.responses)
    return {
        "posts": posts,
        "read": read,
        "data": data,
        "walked": walked,
        "parsed": parsed,
        "seconds": seconds,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_capture(sys.argv[1], int(sys.argv[2]))))
