"""Harms exports for as long as it is told: ``PYTHONPATH=.:tests python -m fuzz SAMPLES LEDGER``.

SAMPLES is the folder with exports. LEDGER is a file outside the project that says how long each reader was
fuzzed at which state of its code: a reader gets as many minutes of processor time as it still lacks there,
its samples by turns, in a process of its own. ``--table`` prints the table for RUNS.md. Every round has a
number, and the same number harms the same way again: ``--sample NAME --round NUMBER``.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
import traceback
import warnings
from collections import defaultdict
from pathlib import Path
from random import Random

from fuzz.harming import harmed
from fuzz.holding import hold
from fuzz.ledger import Ledger, table
from fuzz.readers import readers_of, revision_of
from fuzz.whole_exports import whole

_MEMORY = 2 * 2**30
_OFTEN = 10
"""Seconds between two writings of the ledger."""
_WATCHED = 4
"""Every so many rounds are as `doctor --export` reads."""


class Samples:
    """All samples, each with another one to take pieces from."""

    def __init__(self, folder: Path) -> None:
        self._whole = dict(whole(folder))
        self.by_reader: defaultdict[str, list[str]] = defaultdict(list)
        for name, members in self._whole.items():
            for reader in readers_of(members):
                self.by_reader[reader].append(name)

    def round(self, name: str, number: int) -> None:
        """Harm this sample in the way of this number, and see whether what must hold holds."""
        names = list(self._whole)
        other = self._whole[names[(names.index(name) + 7) % len(names)]]
        chance = Random(f"{name}:{number}")  # noqa: S311 - no secret, only the same each time
        hold(harmed(self._whole[name], other, chance), watched=number % _WATCHED == 0)


def _fault(samples: Samples, name: str, number: int) -> str | None:
    """What went wrong in this round, as the places in the code, or ``None``."""
    try:
        samples.round(name, number)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is being looked for
        places = traceback.extract_tb(error.__traceback__)[-4:]
        where = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(places))
        return f"{type(error).__name__}: {str(error)[:100]!r} at {where}"
    return None


def _fuzz(samples: Samples, reader: str, minutes: float, file: Path) -> int:
    """Give one reader what it lacks; how many different faults it has at this state of its code."""
    names, ledger, revision = samples.by_reader[reader], Ledger(file), revision_of(reader)
    run = ledger.run(reader, revision)
    written = time.monotonic()
    try:
        while run.minutes < minutes:
            name, began = run.least(names), time.process_time()
            number = run.rounds.get(name, 0)
            fault = _fault(samples, name, number)
            if run.took(name, time.process_time() - began, fault):
                print(f"  {name}, round {number}: {fault}", flush=True)  # noqa: T201
            if time.monotonic() - written > _OFTEN:
                ledger.write(reader, revision)
                written = time.monotonic()
    finally:
        ledger.write(reader, revision)
    rounds = sum(run.rounds.values())
    print(f"{reader}: {rounds} rounds in {run.minutes:.1f} minutes, {len(run.faults)} faults", flush=True)  # noqa: T201
    return len(run.faults)


def _each(readers: list[str], told: argparse.Namespace) -> int:
    """Each reader in a process of its own, with the code as it is by then; how many were not found whole."""
    plain = [str(told.samples), str(told.ledger), "--minutes", str(told.minutes)]
    start = [sys.executable, "-m", "fuzz", *plain, "--reader"]
    return sum(subprocess.run([*start, one], check=False).returncode != 0 for one in readers)


def main() -> int:
    """Whether anything was found."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("samples", type=Path)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--minutes", type=float, default=10, help="of processor time for each reader")
    parser.add_argument("--reader", action="append", help="these alone; others may run beside it")
    parser.add_argument("--table", action="store_true", help="print the table for RUNS.md, and fuzz nothing")
    parser.add_argument("--sample", help="with --round: show what one round does")
    parser.add_argument("--round", type=int)
    told = parser.parse_args()
    samples = Samples(told.samples)
    readers = sorted(samples.by_reader)
    if told.table:
        print("\n".join(table(Ledger(told.ledger), {one: revision_of(one) for one in readers})))  # noqa: T201
        return 0
    if told.round is None and (told.reader is None or len(told.reader) > 1):
        return _each(told.reader or readers, told)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    warnings.simplefilter("error")
    if told.round is not None:
        samples.round(told.sample, told.round)
        return 0
    return _fuzz(samples, told.reader[0], told.minutes, told.ledger)


if __name__ == "__main__":
    sys.exit(main() > 0)
