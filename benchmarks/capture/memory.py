"""The most memory that the Python process of a whole capture takes, for profiles of several lengths.

The practice network is signed in to, walked through both lenses, parsed, merged and written down as a
snapshot. Each length is captured by a program of its own, so that none profits from another's leftovers.
The site and the browser are programs of their own too, and are not counted.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.peak import peak
from selfaudit import assembly, practice
from selfaudit.app import capture
from selfaudit.browser.capture import Captured
from selfaudit.browser.pace import AT_ONCE
from selfaudit.model.codec import load_snapshot
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, PostKind

_PATIENT = replace(AT_ONCE, most_scrolls=20_000, most_seconds=2 * 3600)
"""Nobody waits here: the limits at which a walk gives up on a list, and says so, are out of the way."""


@dataclass(frozen=True, slots=True)
class Peak:
    """What one capture took.

    Attributes:
        posts: how many posts the site had.
        read: how many posts the snapshot has.
        data: how many bytes of pages and data answers came.
        walked: the peak in MiB once both lenses had walked.
        whole: the same once the snapshot was written.
        seconds: how long all of it took.
    """

    posts: int
    read: int
    data: int
    walked: float
    whole: float
    seconds: float


def measure(posts: int) -> Peak:
    """One capture in a program of its own."""
    program = [sys.executable, "-m", "benchmarks.capture.long_profile", str(posts)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as site:
        try:
            address = site.stdout.readline().strip() if site.stdout else ""
            command = [sys.executable, "-m", "benchmarks.capture.memory", address, str(posts)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        finally:
            site.terminate()
    return Peak(**json.loads(done.stdout))


def _capture(address: str, posts: int) -> dict[str, float]:
    took: dict[str, float] = {"posts": posts}
    assemble = assembly.assemble

    def noted(platform: Platform, live: LivePages, captured: Captured, site: str) -> Snapshot:
        took["walked"] = peak()
        took["data"] = sum(_size(captured, lens) for lens in captured.visits)
        return assemble(platform, live, captured, site)

    with (
        TemporaryDirectory() as folder,
        patch.object(assembly, "assemble", noted),
        patch("selfaudit.browser.capture.pace_for", lambda _site: _PATIENT),
    ):
        began = time.perf_counter()
        made = capture(
            "practice", Path(folder) / "snapshot", site=address, sign_in=practice.sign_in, headless=True
        )
        took["seconds"], took["whole"] = time.perf_counter() - began, peak()
        took["read"] = len({post.id for post in load_snapshot(made).posts if post.kind is PostKind.POST})
    return took


def _size(captured: Captured, lens: Lens) -> int:
    """How much came; read one piece after the other, so that looking at it takes no memory either."""
    answers = sum(len(answer.body) for visit in captured.visits[lens] for answer in visit.responses)
    return answers + sum(len(page.html) for visit in captured.visits[lens] for page in visit.documents)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_capture(sys.argv[1], int(sys.argv[2]))))
