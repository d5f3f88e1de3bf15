"""Runs both measurements and writes RESULTS.md: ``python -m benchmarks.capture [ROUNDS]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from os import cpu_count, getloadavg
from pathlib import Path
from statistics import median

from benchmarks.capture import memory, speed
from selfaudit.browser.mirror import LONG
from selfaudit.browser.pace import AT_ONCE

_ROUNDS = 5
_LENGTHS = (500, 2000, 5000)
_AIM = 1.3
_FLAT = 1.5
"""How many times the peak of the shortest list that of the longest may be for memory to be called flat."""
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
    yield "| posts | read | pages and data | peak after both walks | peak at the end | seconds |"
    yield "|---|---|---|---|---|---|"
    for one in peaks:
        yield (
            f"| {one.posts:,} | {one.read:,} | {one.data / 1e6:.1f} MB | {one.walked:.0f} MiB"
            f" | {one.whole:.0f} MiB | {one.seconds:.0f} |"
        )


def _report(began: float, times: speed.Times, peaks: Sequence[memory.Peak]) -> str:
    first, last = peaks[0], peaks[-1]
    walked, whole = last.walked - first.walked, last.whole - first.whole
    came, grew = (last.data - first.data) / 1e6, last.whole / first.whole
    met = "met" if grew <= _FLAT else "not met"
    return f"""# Capture: results

Written by `python -m benchmarks.capture` on {datetime.now(UTC):%d %B %Y};
{cpu_count()} processors, which other programs used too; load {began:.1f} when it began and
{getloadavg()[0]:.1f} when it ended.

## Time

The practice network's profile through both lenses, headless, no pacing, on one server and by turns: our
capture, and a script that signs in, loads the same pages, scrolls them to their ends and asks for the same
data, and does nothing else.

{chr(10).join(_speed(times))}

## Memory

Rank of evidence: our own practice network, with as many older posts as the table says; a real browser, the
real readers, the whole job (sign-in, both lenses, merging, the written snapshot). No network of the real
world was measured. Peak of the Python process; the browser and the site are programs of their own.

{chr(10).join(_memory(peaks))}

From {first.posts:,} to {last.posts:,} posts {came:.1f} MB more came. The walks' peak grew by
{walked:.0f} MiB, that of the whole by {whole:.0f} MiB: **{grew:.2f}** times as much for
{last.posts / first.posts:.0f} times the posts; the aim is at most {_FLAT} times: {met}. Pages and answers
lie in a file, and a list of more than {LONG} entries is written there in stretches, so that the tree of a
page does not grow with its list. What grows is the data that the reader holds until it has joined all of
it, and the snapshot until it is written.

The product itself gives up on a list after {AT_ONCE.most_scrolls:,} scrolls, or after half an hour,
and says so; that limit is out of the way here.
"""


def main(rounds: int) -> None:
    """Measure, print and write."""
    began = getloadavg()[0]
    text = _report(began, speed.measure(rounds), [memory.measure(posts) for posts in _LENGTHS])
    _RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS)
