"""Gathers every post to learn from, cut into word pieces: the part of a run that reads files and texts."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from safetensors.torch import load_file

from selfaudit.detectors.language.model.pieces import Pieces
from training import patterns, public, school
from training.disguising import disguised
from training.kept_out import without_scored
from training.packed import Packed
from training.posts import SOMEHOW_FOUL, Post, as_read, set_apart
from training.settings import OURS, heads, proved, settings
from training.weights import pack_weights


def gather(start: Path, teacher: Path | None, folder: Path) -> None:
    """Packs posts and the weights that learning starts from; going further, there is no teacher."""
    gathered(cutter(start)).save(folder / "posts.npz")
    for name, held in (("student", start), ("teacher", teacher)):
        if held is None:
            continue
        weights = load_file(proved(held / "model.safetensors", settings()[name]["model_sha256"]))
        pack_weights({key: one for key, one in weights.items() if not key.startswith(_UNUSED)}, folder, name)
        shutil.copy(held / "config.json", folder / f"{name}.json")


def cutter(start: Path) -> Pieces:
    """Cuts texts as the package will: by the vocabulary that belongs to the weights."""
    vocabulary = proved(start / "vocab.txt", settings()["student"]["vocabulary_sha256"])
    return Pieces(vocabulary.read_text(encoding="utf-8").splitlines(), settings()["longest"])


def gathered(pieces: Pieces) -> Packed:
    """All posts of the public sets, the school corpus and the patterns, as they are and disguised."""
    posts, held = _posts()
    everything = [*posts, *held]
    chance = random.Random(settings()["seed"])  # noqa: S311 - chosen to be repeatable
    texts = list(_texts(everything, len(posts), pieces, chance))
    wanted, trust = _known(everything)
    return Packed(
        pieces=np.concatenate([np.array(numbers, np.uint16) for _, numbers, _ in texts]),
        length=np.array([len(numbers) for _, numbers, _ in texts], np.uint8),
        post=np.array([row for row, _, _ in texts], np.int32),
        plain=np.array([plain for _, _, plain in texts]),
        wanted=wanted,
        trust=trust,
        source=np.array([post.source for post in everything]),
        held=np.arange(len(everything)) >= len(posts),
    )


def _posts() -> tuple[list[Post], list[Post]]:
    """To learn from, and held back."""
    seed, gather = settings()["seed"], settings()["gather"]
    learned, held = public.apart()
    own, own_held = set_apart(school.corpus(), settings()["school"]["held_back"], seed)
    opened = patterns.posts(gather["patterns"], seed)
    learned = without_scored([*learned, *own, *school.everyday(), *school.development(), *opened])
    return learned, [*held, *own_held]


def _texts(
    posts: list[Post], learned: int, pieces: Pieces, chance: random.Random
) -> Iterator[tuple[int, list[int], bool]]:
    """Each post's row, word pieces, and whether it is as it was written; the row of two together is -1."""
    for row, post in enumerate(posts):
        yield row, _cut(post.text, pieces), True
    own = [row for row in range(learned) if posts[row].source in OURS]
    disguises = [*range(learned), *own, *own]
    for row in disguises:
        yield row, _cut(disguised(posts[row].text, chance), pieces), False
    short = [row for row in range(learned) if len(posts[row].text) < _SHORT]
    for _ in range(settings()["gather"]["pairs"]):
        first, second = chance.choice(own), chance.choice(chance.choice((own, short)))
        both = chance.sample((posts[first].text, posts[second].text), 2)
        yield -1, _cut(" ".join(both), pieces), False


def _cut(text: str, pieces: Pieces) -> list[int]:
    return pieces.cut(as_read(text)).numbers


def _known(posts: Iterable[Post]) -> tuple[np.ndarray, np.ndarray]:
    """What is known by head, and how much each is trusted; a last row, of nothing known, is for pairs."""
    columns = (*heads(), SOMEHOW_FOUL)
    rows = [[post.known.get(head, (0, 0.0)) for head in columns] for post in posts]
    known = np.array([*rows, [(0, 0.0)] * len(columns)], np.float32)
    return known[..., 0].astype(np.int8), known[..., 1].astype(np.float16)


_UNUSED = ("pooler.", "embeddings.position_ids")
_SHORT = 120
"""Characters of a public post that may be put before or after another."""
