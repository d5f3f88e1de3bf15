"""Counting right and wrong answers, and writing them as rows of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.language.corpora import Example
from benchmarks.language.systems import Notices, System

HEAD = "| system | F1 | precision | recall | look-alikes noticed | caught / should | false / should not |"
RULE = "|---|---|---|---|---|---|---|"


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
        alarm = self.false / max(1, self.false + self.left)
        return (
            f"{self.f1:.2f} | {precision:.2f} | {recall:.2f} | {alarm:.1%} "
            f"| {self.caught}/{self.caught + self.missed} | {self.false}/{self.false + self.left}"
        )

    @property
    def f1(self) -> float:
        """Of what should be noticed."""
        return 2 * self.caught / max(1, 2 * self.caught + self.missed + self.false)

    @property
    def macro_f1(self) -> float:
        """The mean of both sides' F1."""
        other = 2 * self.left / max(1, 2 * self.left + self.missed + self.false)
        return (self.f1 + other) / 2

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        return (self.caught + self.left) / max(1, self.caught + self.missed + self.false + self.left)


def score(notices: Notices, examples: Sequence[Example]) -> Score:
    """How this system does on these posts."""
    answers = notices([example.text for example in examples])
    counts = Counter(zip((example.noticed for example in examples), answers, strict=True))
    return Score(counts[True, True], counts[True, False], counts[False, True], counts[False, False])


def section(title: str, systems: Sequence[System], examples: Sequence[Example]) -> str:
    """One set, all systems."""
    if not examples:
        return f"## {title}\n\nNot beside this checkout.\n"
    lines = [
        f"| {system.name} | {score(system.notices, examples).row} |"
        if system.notices
        else f"| {system.name} | | | | | | |"
        for system in systems
    ]
    return "\n".join([f"## {title}: {len(examples)} posts", "", HEAD, RULE, *lines, ""])


def ranked(
    title: str,
    measure: Callable[[Score], float],
    named: str,
    systems: Sequence[System],
    examples: Sequence[Example],
) -> str:
    """One set, the best system first by one measure."""
    if not examples:
        return ""
    scores = [(score(one.notices, examples), one.name) for one in systems if one.notices]
    scores.sort(key=lambda pair: -measure(pair[0]))
    lines = [
        f"| {name} | {result.accuracy:.1%} | {result.macro_f1:.3f} | {result.row} |"
        for result, name in scores
    ]
    head = HEAD.replace("| system |", "| system | accuracy | macro-F1 |")
    return "\n".join(
        [f"## {title}: {len(examples)} posts, ranked by {named}", "", head, RULE + "---|---|", *lines, ""]
    )


def by_kind(title: str, systems: Sequence[System], examples: Sequence[Example]) -> str:
    """The share of right answers by sort of post."""
    if not examples:
        return ""
    total = Counter(_sort(example) for example in examples)
    columns = []
    for system in systems:
        if system.notices:
            answers = system.notices([example.text for example in examples])
            columns.append(
                Counter(_sort(e) for e, a in zip(examples, answers, strict=True) if e.noticed is a)
            )
    names = " | ".join(system.name for system in systems if system.notices)
    lines = [
        f"| {sort} | {count} | {' | '.join(f'{right[sort] / count:.0%}' for right in columns)} |"
        for sort, count in sorted(total.items())
    ]
    return "\n".join(
        [f"## {title}", "", f"| sort | posts | {names} |", "|---|---|" + "---|" * len(columns), *lines, ""]
    )


def _sort(example: Example) -> str:
    return example.kind if example.noticed else f"{example.kind} (look-alike)"
