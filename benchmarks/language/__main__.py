"""``python -m benchmarks.language`` prints the tables and writes them to RESULTS.md beside this file."""

from __future__ import annotations

import platform
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.language import corpora
from benchmarks.language.corpora import HERE, Example
from benchmarks.language.systems import Notices, System, ours, peers
from selfaudit.model.vocabulary import Confidence

_HEAD = "| system | F1 | precision | recall | look-alikes noticed | caught / should | false / should not |"
_RULE = "|---|---|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Score:
    """Right and wrong answers on one set."""

    caught: int
    missed: int
    false: int
    left: int

    @property
    def row(self) -> str:
        """The cells of one line of a table."""
        precision = self.caught / max(1, self.caught + self.false)
        recall = self.caught / max(1, self.caught + self.missed)
        f1 = 2 * self.caught / max(1, 2 * self.caught + self.missed + self.false)
        alarm = self.false / max(1, self.false + self.left)
        return (
            f"{f1:.2f} | {precision:.2f} | {recall:.2f} | {alarm:.1%} "
            f"| {self.caught}/{self.caught + self.missed} | {self.false}/{self.false + self.left}"
        )


def score(notices: Notices, examples: list[Example]) -> Score:
    """How this system does on these posts."""
    counts = Counter((example.noticed, notices(example.text)) for example in examples)
    return Score(counts[True, True], counts[True, False], counts[False, True], counts[False, False])


def main() -> None:
    """Runs everything once and writes the tables."""
    systems = [
        System("selfaudit, anything noticed", ours()),
        System("selfaudit, likely alone", ours(least=Confidence.LIKELY)),
        *peers(),
    ]
    sections = [
        _section(
            "Held out (written after the rules, never used to change them)", systems, corpora.own("held_out")
        ),
        _section(
            "Development (the rules were written with these in view)", systems, corpora.own("development")
        ),
        _section(
            "School probe (shared; read before the rules were written)",
            systems,
            corpora.probe(),
        ),
        _by_kind(corpora.own("held_out")),
        _hatecheck(peers(), corpora.hatecheck()),
        _speed(systems, corpora.own("development")),
    ]
    notes = (HERE / "NOTES.md").read_text(encoding="utf-8")
    text = "\n".join([notes, _when(), *filter(None, sections)])
    print(text)  # noqa: T201 - a benchmark talks to the terminal
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


def _section(title: str, systems: list[System], examples: list[Example]) -> str:
    if not examples:
        return f"## {title}\n\nNot beside this checkout.\n"
    lines = [
        f"| {system.name} | {score(system.notices, examples).row} |"
        if system.notices
        else f"| {system.name} | | | | | | |"
        for system in systems
    ]
    return "\n".join([f"## {title}: {len(examples)} posts", "", _HEAD, _RULE, *lines, ""])


def _by_kind(examples: list[Example]) -> str:
    """Which sorts of held-out posts are caught, and which are left alone."""
    notices, right, total = ours(), Counter[str](), Counter[str]()
    for example in examples:
        name = example.kind if example.noticed else f"{example.kind} (look-alike)"
        total[name] += 1
        right[name] += notices(example.text) is example.noticed
    lines = [f"| {kind} | {right[kind]}/{count} |" for kind, count in sorted(total.items())]
    return "\n".join(
        ["## Held out, by sort of post (anything noticed)", "", "| sort | right |", "|---|---|", *lines, ""]
    )


def _hatecheck(systems: list[System], examples: list[Example]) -> str:
    if not examples:
        return ""
    abuse = System("selfaudit, derogatory, discriminatory or threat", ours(abuse_alone=True))
    lines = []
    for system in [abuse, *systems]:
        if system.notices:
            result = score(system.notices, examples)
            accuracy = (result.caught + result.left) / len(examples)
            lines.append(f"| {system.name} | {accuracy:.1%} | {result.row} |")
    head = _HEAD.replace("| system |", "| system | accuracy |")
    return "\n".join(
        [f"## HateCheck, for measuring alone: {len(examples)} cases", "", head, _RULE + "---|", *lines, ""]
    )


def _speed(systems: list[System], examples: list[Example]) -> str:
    lines = []
    for system in systems[:1] + systems[2:]:
        if system.notices:
            fresh = ours() if system is systems[0] else system.notices
            fresh("The first text makes the pipeline.")
            began = time.process_time()
            for example in examples:
                fresh(example.text)
            lines.append(f"| {system.name} | {len(examples) / (time.process_time() - began):,.0f} |")
    return "\n".join(
        [
            "## Speed, one post at a time, processor time",
            "",
            "| system | posts a second |",
            "|---|---|",
            *lines,
            "",
        ]
    )


def _when() -> str:
    today = f"{datetime.now(tz=UTC):%d %B %Y}"
    return f"Run on {today} with Python {platform.python_version()}, {platform.machine()}.\n"


if __name__ == "__main__":
    main()
