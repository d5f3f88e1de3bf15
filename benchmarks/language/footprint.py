"""How fast it reads, how soon it is ready and how much memory it takes, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence

from benchmarks.language.corpora import Example
from benchmarks.language.systems import System
from benchmarks.peak import peak


def footprint(systems: Sequence[System], examples: Sequence[Example]) -> str:
    """Processor time for these posts, given all at once; ours in a fresh process, with time and memory."""
    if not examples:
        return ""
    texts = [example.text for example in examples]
    words = sum(len(text.split()) for text in texts) / max(1, len(texts))
    lines = [_ours(texts)]
    for system in systems:
        if system.notices:
            system.notices(texts[:1])
            began = time.process_time()
            system.notices(texts)
            lines.append(f"| {system.name} | {len(texts) / (time.process_time() - began):,.0f} | | |")
    head = "| system | posts a second of processor time | ready after | memory at most |"
    title = f"## Speed: {len(texts)} posts of {words:.0f} words"
    return "\n".join([title, "", head, "|---|---|---|---|", *lines, ""])


def _ours(texts: list[str]) -> str:
    command = [sys.executable, "-m", "benchmarks.language.footprint"]
    answer = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    ready, spent, memory = json.loads(answer.stdout)
    return f"| selfaudit | {len(texts) / spent:,.0f} | {ready:.1f} s | {memory:,.0f} MB |"


def _alone() -> None:
    """What the process of our own does: reads texts, says how long it took and what it needed."""
    texts = json.load(sys.stdin)
    began = time.process_time()
    from selfaudit.detectors.language import LanguageReader

    reader = LanguageReader()
    reader.read("The first text makes the pipeline.")
    ready = time.process_time() - began
    began = time.process_time()
    for text in texts:
        reader.read(text)
    spent = time.process_time() - began
    print(json.dumps([ready, spent, peak()]))  # noqa: T201 - this is what it is for


if __name__ == "__main__":
    _alone()
