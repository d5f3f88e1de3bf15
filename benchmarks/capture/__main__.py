"""Runs both measurements and writes RESULTS.md: ``python -m benchmarks.capture [ROUNDS]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from os import cpu_count, getloadavg
from pathlib import Path
from statistics import median

from benchmarks.capture import memory, speed

_ROUNDS = 5
_LENGTHS = (500, 2000, 5000)
_AIM = 1.3
_RESULTS = Path(__file__).with_name("RESULTS.md")


def _speed(times: speed.Times) -> Iterator[str]:
    met = "met" if times.ratio <= _AIM else "not met"
    yield f"| | median of {len(times.ours)} | each run, in seconds |"
    yield "|---|---|---|"
    for name, runs in (("selfaudit's capture", times.ours), ("bare Playwright script", times.bare)):
        yield f"| {name} | {median(runs):.1f} s | {', '.join(f'{run:.1f}' for run in runs)} |"
    yield ""
    yield f"Ratio **{times.ratio:.2f}**; the aim is at most {_AIM}: {met}."


def _memory(peaks: Sequence[memory.Peak]) -> Iterator[str]:
    yield "| posts | read | data answers | peak after the walk | peak after parsing | seconds |"
    yield "|---|---|---|---|---|---|"
    for one in peaks:
        yield (
            f"| {one.posts:,} | {one.read:,} | {one.data / 1e6:.1f} MB | {one.walked:.1f} MiB"
            f" | {one.parsed:.1f} MiB | {one.seconds:.0f} |"
        )


def _report(times: speed.Times, peaks: Sequence[memory.Peak]) -> str:
    first, last = peaks[0], peaks[-1]
    grown, came = last.parsed - first.parsed, (last.data - first.data) / 1e6
    return f"""# Capture: results

Written by `python -m benchmarks.capture` on {datetime.now(UTC):%d %B %Y};
{cpu_count()} processors, load {getloadavg()[0]:.1f} when it ended.

## Time

The practice network's profile through both lenses, headless, no pacing, on one server and by turns: our
capture, and a script that signs in, loads the same pages, scrolls them to their ends and asks for the same
data, and does nothing else.

{chr(10).join(_speed(times))}

## Memory

Peak of the Python process; the browser and the site are not in it. Lists of posts that a page loads as it is
scrolled, 12 to 20 an answer, 2.6 kB a post.

{chr(10).join(_memory(peaks))}

From {first.posts:,} to {last.posts:,} posts the peak grew by {grown:.1f} MiB, the data by {came:.1f} MB.
Answers and pages lie in a file. What still grows is Playwright's own note of each request, of which its
driver keeps 10,000 at most.
"""


def main(rounds: int) -> None:
    """Measure, print and write."""
    text = _report(speed.measure(rounds), [memory.measure(posts) for posts in _LENGTHS])
    _RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS)
