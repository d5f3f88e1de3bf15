"""The tables of one run, on posts that were held back from learning."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from benchmarks.language.systems import asked
from selfaudit.detectors.language.model.answers import Model
from selfaudit.model.detections import Topic
from training import public
from training.calibrating import any_topic
from training.posts import SOMEHOW_FOUL
from training.settings import FOUL, SHARED, heads

_PREFACE = (
    "Written by `python -m training`. The bars and the scale were set on the same school posts, so these "
    "figures lean a little towards it; the benchmark's sets were seen by no part of the training.\n"
)
_HALF = 0.5
_BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0001)


def tables(model: Model, chances: np.ndarray, labels: np.ndarray, told: np.ndarray) -> str:
    """Everything that is written about one run."""
    return "\n".join(
        [
            "# What the model does on posts held back from learning\n",
            _PREFACE,
            f"Weights: SHA-256 {model.facts['sha256']}.\n",
            f"## School posts held back: {len(labels)}\n",
            *_by_head(chances, labels, model.facts["likely"]),
            "",
            _altogether(chances, labels, told, model.facts["shown"]),
            f"\nWhat the rules tell is left out below {model.facts['doubted']:.2f}, swearing apart.",
            "\n## Reliability: of the answers in each band, how many were right\n",
            *_reliability(chances, labels),
            "\n## Posts of public sets held back\n",
            *_public(model),
            "\n## Hatemoji, its own test part (hatred of groups)\n",
            _hatemoji(model),
            "",
        ]
    )


def _by_head(chances: np.ndarray, labels: np.ndarray, likely: dict[str, float]) -> Iterator[str]:
    yield "| topic | posts | likely from | precision | recall |"
    yield "|---|---|---|---|---|"
    for number, head in enumerate(heads()):
        shown = chances[:, number] >= likely[head]
        right = int((shown & (labels[:, number] == 1)).sum())
        precision = f"{right / shown.sum():.2f}" if shown.any() else "never"
        recall = right / max(1, labels[:, number].sum())
        yield f"| {head} | {labels[:, number].sum()} | {likely[head]:.2f} | {precision} | {recall:.2f} |"


def _altogether(chances: np.ndarray, labels: np.ndarray, told: np.ndarray, bar: float) -> str:
    heard = any_topic(chances) >= bar
    return "\n".join(
        [
            f"Shown at all, from a chance of {bar:.2f} that any topic but swearing is there:\n",
            "| noticed by | F1 | precision | recall | harmless posts noticed |",
            "|---|---|---|---|---|",
            _row("the rules", told, labels.any(axis=1)),
            _row("the model", heard, labels.any(axis=1)),
            _row("either", heard | told, labels.any(axis=1)),
        ]
    )


def _row(by: str, shown: np.ndarray, meant: np.ndarray) -> str:
    caught, false = int((shown & meant).sum()), int((shown & ~meant).sum())
    precision, recall = caught / max(1, shown.sum()), caught / max(1, meant.sum())
    f1 = 2 * precision * recall / (precision + recall or 1)
    share = false / (~meant).sum()
    return f"| {by} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {false} of {(~meant).sum()} ({share:.1%}) |"


def _reliability(chances: np.ndarray, labels: np.ndarray) -> Iterator[str]:
    yield "| chance said | answers | mean said | right |"
    yield "|---|---|---|---|"
    flat, right = chances.ravel(), labels.ravel()
    for low, high in pairwise(_BANDS):
        inside = (flat >= low) & (flat < high)
        if inside.any():
            said, were = flat[inside].mean(), right[inside].mean()
            yield f"| {low:.1f} to {min(high, 1):.1f} | {inside.sum()} | {said:.2f} | {were:.2f} |"


def _public(model: Model) -> Iterator[str]:
    yield "| set | asked | posts | right |"
    yield "|---|---|---|---|"
    _, held = public.apart()
    for name in dict.fromkeys(post.source for post in held):
        posts = [post for post in held if post.source == name]
        answers = asked(model, (post.text for post in posts))
        for head in (*heads(), SOMEHOW_FOUL):
            right = [
                _said(answer.scores, head) is bool(post.known[head][0])
                for answer, post in zip(answers, posts, strict=True)
                if post.known.get(head, (0, 0))[1]
            ]
            if right:
                yield f"| {name} | {head} | {len(right)} | {sum(right) / len(right):.0%} |"


def _said(scores: Mapping[Topic, float], head: str) -> bool:
    """Whether the scores say yes to this head, or to any that is foul."""
    wanted = FOUL if head == SOMEHOW_FOUL else (head,)
    return bool(np.prod([1 / (1 + np.exp(scores[Topic(one)])) for one in wanted]) < _HALF)


def _hatemoji(model: Model) -> str:
    path = SHARED / "hatemoji" / "HatemojiBuild_test.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = asked(model, (row["text"] for row in rows))
    right = sum(
        (answer.scores[Topic.DISCRIMINATORY] > 0) is (row["label_gold"] == "1")
        for answer, row in zip(answers, rows, strict=True)
    )
    return f"{right} of {len(rows)} right ({right / len(rows):.1%}), scores above 0 taken as hatred."
