"""The most memory that a program has taken so far."""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def peak() -> float:
    """In MiB, of this program alone.

    From Linux's own account of it: what `resource` tells there begins with the peak of whoever started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)
