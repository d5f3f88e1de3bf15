"""The school corpus, written for this project: posts of British school workers, most in minimal pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.posts import Post, set_apart
from training.settings import HERE, NEWEST, PROJECT, heads, settings

CORPUS = HERE / "school_corpus"
DEVELOPMENT = PROJECT / "benchmarks" / "language" / "development.tsv"
EVERYDAY = HERE / "everyday.txt"
_ABUSE = ("discriminatory", "offensive", "derogatory", "threat", "disrepute")


def corpus() -> list[Post]:
    """Every line of the corpus: labelled for all heads, grouped as it was written."""
    return [post for path in sorted(CORPUS.glob("*.tsv")) for post in _corpus_file(path)]


def minimal_pairs(head: str) -> list[Post]:
    """Posts held back whose groups hold both: posts with this label and posts without."""
    _, held = set_apart(corpus(), settings()["school"]["held_back"], settings()["seed"])
    answers = defaultdict(set)
    for post in held:
        answers[post.group].add(post.known[head][0])
    return [post for post in held if len(answers[post.group]) > 1]


def _corpus_file(path: Path) -> Iterator[Post]:
    source = NEWEST if int(path.stem) >= settings()["student"]["further"]["newest"] else "school"
    for group, labels, _, text in _cells(path, 4):
        held = set(labels.split("+"))
        yield Post(text, {head: (int(head in held), 1.0) for head in heads()}, group=group, source=source)


def development() -> list[Post]:
    """The posts that the rules were written with: one label each, so other heads are left open."""
    return [
        Post(text, _one_label(label), group=f"development {number}", source="development")
        for number, (label, _, text) in enumerate(_cells(DEVELOPMENT, 3))
    ]


def everyday() -> list[Post]:
    """Posts with nothing in them, as most posts are: the corpus holds almost nothing but hard cases."""
    lines = EVERYDAY.read_text(encoding="utf-8").splitlines()
    return [
        Post(line, dict.fromkeys(_ABUSE, (0, 1.0)), group=f"everyday {number}", source="everyday")
        for number, line in enumerate(lines)
    ]


def _one_label(label: str) -> dict[str, tuple[int, float]]:
    if label == "none":
        return dict.fromkeys(_ABUSE, (0, 1.0))
    return {label: (1, 1.0)} | {head: (0, 0.5) for head in ("threat", "discriminatory") if head != label}


def _cells(path: Path, width: int) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == width and cells[0] not in {"group", "label"}:
            yield cells
