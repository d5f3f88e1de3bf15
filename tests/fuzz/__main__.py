"""Harms exports for as long as it is told: ``PYTHONPATH=.:tests python -m fuzz SAMPLES [MINUTES] [ONLY]``.

SAMPLES is the folder with exports, MINUTES how much processor time each of them is harmed for (10), ONLY a
piece of a name. Every round has a number, and the same number harms the same way again: ``... MINUTES ONLY
ROUND``.
"""

from __future__ import annotations

import resource
import sys
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from random import Random

from fuzz.harming import harmed
from fuzz.holding import hold
from fuzz.whole_exports import Members, whole

_MEMORY = 2 * 2**30


def _round(name: str, number: int, members: Members, other: Members) -> str | None:
    """What went wrong in this round, as the places in the code, or ``None``."""
    chance = Random(f"{name}:{number}")  # noqa: S311 - no secret, only the same each time
    try:
        hold(harmed(members, other, chance))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is being looked for
        places = traceback.extract_tb(error.__traceback__)[-4:]
        where = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(places))
        return f"{type(error).__name__}: {str(error)[:100]!r} at {where}"
    return None


def _sample(name: str, members: Members, other: Members, seconds: float) -> Counter[str]:
    """One export, harmed until the time is over; each fault is told once, with the round that shows it."""
    faults: Counter[str] = Counter()
    began, number = time.process_time(), 0
    while time.process_time() - began < seconds:
        fault = _round(name, number, members, other)
        if fault:
            faults[fault] += 1
            if faults[fault] == 1:
                print(f"  round {number}: {fault}", flush=True)  # noqa: T201
        number += 1
    took = time.process_time() - began
    print(f"{name}: {number} rounds in {took / 60:.1f} minutes, {len(faults)} faults", flush=True)  # noqa: T201
    return faults


def main(samples: Path, minutes: float, only: str, number: int | None) -> int:
    """How many different faults there were."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    warnings.simplefilter("error")
    found, everything = 0, list(whole(samples))
    for at, (name, members) in enumerate(everything):
        other = everything[(at + 7) % len(everything)][1]
        if only not in name:
            continue
        if number is not None:
            hold(harmed(members, other, Random(f"{name}:{number}")))  # noqa: S311 - as above
        else:
            found += len(_sample(name, members, other, minutes * 60))
    return found


if __name__ == "__main__":
    sys.exit(
        main(
            Path(sys.argv[1]),
            float(sys.argv[2]) if len(sys.argv) > 2 else 10,
            sys.argv[3] if len(sys.argv) > 3 else "",
            int(sys.argv[4]) if len(sys.argv) > 4 else None,
        )
        > 0
    )
