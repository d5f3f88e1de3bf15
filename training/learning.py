"""Learning: batches of posts of like length, masked by what is known of each, one thread, a fixed seed."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, softplus

from selfaudit.detectors.language.model.pieces import Pieces
from training.disguising import disguised
from training.network import Network, answers
from training.posts import FOUL, SOMEHOW_FOUL, Post, as_read
from training.settings import heads

_MASK = 103
"""The number of ``[MASK]`` in the vocabulary."""
_POOL = 32
"""Batches are cut from this many batches' posts, sorted by length: little padding, still mixed."""


@dataclass(frozen=True, slots=True)
class Course:
    """How one stage is learned."""

    batch: int
    rate: float
    warm_up: float
    disguised: float
    masked: float
    seed: int


def learn(network: Network, pieces: Pieces, epochs: list[list[Post]], course: Course) -> None:
    """Goes through each epoch's posts once."""
    chance = random.Random(course.seed)  # noqa: S311 - chosen to be repeatable
    torch.manual_seed(course.seed)
    steps = sum(-(-len(epoch) // course.batch) for epoch in epochs)
    free = [weights for weights in network.parameters() if weights.requires_grad]
    optimiser = torch.optim.AdamW(free, lr=course.rate, weight_decay=0.01, fused=True)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _slope(step, steps, course.warm_up))
    began, done, mean = time.time(), 0, 0.7
    network.train()
    for epoch in epochs:
        for posts in _batches(epoch, course, chance, pieces):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                inputs, mask = tensors([tokens for tokens, _ in posts])
                given = answers(network(inputs, mask), mask).float()
            loss = _loss(given, [post for _, post in posts])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(free, 1.0)
            optimiser.step()
            plan.step()
            optimiser.zero_grad()
            done, mean = done + 1, 0.98 * mean + 0.02 * loss.item()
            if done % 25 == 0:
                print(f"step {done} of {steps}, loss {mean:.3f}, {time.time() - began:.0f} s", flush=True)  # noqa: T201
    network.eval()


def _slope(step: int, steps: int, warm_up: float) -> float:
    """Up over the warm-up, then down in a line."""
    rising = max(1, int(warm_up * steps))
    return min(1.0, (step + 1) / rising, max(0.0, (steps - step) / max(1, steps - rising)))


def _batches(
    posts: list[Post], course: Course, chance: random.Random, pieces: Pieces
) -> Iterator[list[tuple[list[int], Post]]]:
    order = chance.sample(posts, len(posts))
    for start in range(0, len(order), course.batch * _POOL):
        pool = order[start : start + course.batch * _POOL]
        texts = [disguised(p.text, chance) if chance.random() < course.disguised else p.text for p in pool]
        encoded = [_masked(pieces.cut(as_read(text)).numbers, course.masked, chance) for text in texts]
        by_length = sorted(zip(encoded, pool, strict=True), key=lambda pair: len(pair[0]))
        cuts = [by_length[at : at + course.batch] for at in range(0, len(by_length), course.batch)]
        yield from chance.sample(cuts, len(cuts))


def _masked(numbers: list[int], share: float, chance: random.Random) -> list[int]:
    """Some pieces hidden, so that no single word is learned by heart."""
    if not share:
        return numbers
    inner = (_MASK if chance.random() < share else number for number in numbers[1:-1])
    return [numbers[0], *inner, numbers[-1]]


def tensors(encoded: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Word pieces and where they are, padded to the longest."""
    width = max(map(len, encoded))
    inputs = torch.tensor([ids + [0] * (width - len(ids)) for ids in encoded])
    mask = torch.tensor([[1] * len(ids) + [0] * (width - len(ids)) for ids in encoded])
    return inputs, mask


def _loss(given: torch.Tensor, posts: list[Post]) -> torch.Tensor:
    """Only what is known of a post counts, as much as it is trusted."""
    known = torch.tensor([[post.known.get(head, (0, 0.0)) for head in heads()] for post in posts])
    wanted, weight = known[..., 0], known[..., 1]
    losses = binary_cross_entropy_with_logits(given, wanted, weight, reduction="sum")
    somehow, trust = _somehow(given, posts)
    return (losses + somehow) / (weight.sum() + trust).clamp(min=1.0)


def _somehow(given: torch.Tensor, posts: list[Post]) -> tuple[torch.Tensor, torch.Tensor]:
    """For posts known to be foul in some way, or in none: at least one head, or no head."""
    known = torch.tensor([post.known.get(SOMEHOW_FOUL, (0, 0.0)) for post in posts])
    wanted, trust = known[:, 0], known[:, 1]
    none = softplus(given[:, [heads().index(head) for head in FOUL]]).sum(1).clamp(min=1e-4)
    some = -torch.log(-torch.expm1(-none))
    return (trust * torch.where(wanted > 0, some, none)).sum(), trust.sum()
