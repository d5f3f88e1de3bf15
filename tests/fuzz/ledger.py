"""How long each reader was fuzzed, at which state of its code: several runs add up, outside the project."""

from __future__ import annotations

import fcntl
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Run:
    """What one reader was put through at one state of its code.

    Attributes:
        seconds: of processor time, by sample.
        rounds: by sample; the next one has this number.
        faults: how often each was met.
        last: the day of the last round.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    rounds: dict[str, int] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=dict)
    last: str = ""

    @property
    def minutes(self) -> float:
        """All samples together."""
        return sum(self.seconds.values()) / 60

    def least(self, samples: Sequence[str]) -> str:
        """The sample whose turn it is."""
        return min(samples, key=lambda name: self.seconds.get(name, 0))

    def took(self, sample: str, seconds: float, fault: str | None) -> bool:
        """Note a round; whether its fault is new."""
        self.seconds[sample] = self.seconds.get(sample, 0) + seconds
        self.rounds[sample] = self.rounds.get(sample, 0) + 1
        self.last = time.strftime("%Y-%m-%d")
        if fault:
            self.faults[fault] = self.faults.get(fault, 0) + 1
        return fault is not None and self.faults[fault] == 1


class Ledger:
    """The runs by reader and state of its code, in a file that several processes may share."""

    def __init__(self, file: Path) -> None:
        self._file = file
        known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        self.runs = {one: {key: Run(**run) for key, run in runs.items()} for one, runs in known.items()}

    def run(self, reader: str, revision: str) -> Run:
        """The run of this reader at this state of its code."""
        return self.runs.setdefault(reader, {}).setdefault(revision, Run())

    def write(self, reader: str, revision: str) -> None:
        """Write this run; what others wrote of other runs meanwhile stays."""
        own = self.run(reader, revision)
        with self._file.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            known = Ledger(self._file).runs
            known.setdefault(reader, {})[revision] = own
            told = {one: {key: asdict(run) for key, run in runs.items()} for one, runs in known.items()}
            draft = self._file.with_suffix(".part")
            draft.write_text(json.dumps(told, indent=1), encoding="utf-8")
            draft.replace(self._file)


def table(ledger: Ledger, revisions: dict[str, str]) -> Iterator[str]:
    """The lines for RUNS.md: each reader at its code of now, and what it had before."""
    yield "| reader | code | samples | rounds | minutes | faults | minutes before, at other code |"
    yield "|---|---|---|---|---|---|---|"
    for reader, revision in revisions.items():
        run = ledger.run(reader, revision)
        before = sum(one.minutes for other, one in ledger.runs[reader].items() if other != revision)
        rounds, faults = sum(run.rounds.values()), len(run.faults) or "none"
        counts = f"{len(run.rounds)} | {rounds:,} | {run.minutes:.1f} | {faults} | {before:.1f}"
        yield f"| {reader} | {revision} | {counts} |"
