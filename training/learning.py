"""Learning: batches of texts of like length, on whatever machine there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
import torch
from rich.progress import track

from training.network import Network, mean
from training.packed import Packed

Cost = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]
"""Of the texts' numbers, what was made of each (the mean over its pieces) and the answers."""
Epoch = Callable[[np.random.Generator], np.ndarray]
"""Draws the numbers of the texts that are gone through next."""
_MASK = 103
"""The number of ``[MASK]`` in the vocabulary."""
_AT_ONCE = 1024
_POOL = 32
"""Batches are cut from this many batches' texts, sorted by length: little padding, still mixed."""


class Texts:
    """The packed texts where they are learned from."""

    def __init__(self, packed: Packed, device: torch.device) -> None:
        self.packed, self.device = packed, device
        self.rows = torch.from_numpy(packed.matrix()).to(device)
        self.wanted = torch.from_numpy(packed.wanted).to(device).float()
        self.trust = torch.from_numpy(packed.trust).to(device).float()
        self.post = torch.from_numpy(packed.post).to(device).long()

    def some(self, numbers: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """Word pieces of these texts, and where they are."""
        width = int(self.packed.length[numbers].max())
        pieces = self.rows[torch.from_numpy(numbers).to(self.device), :width].long()
        return pieces, pieces != 0


@dataclass(frozen=True, slots=True)
class Course:
    """How one stage is learned."""

    steps: int
    batch: int
    rate: float
    warm_up: float
    masked: float
    seed: int


def learn(
    network: Network, texts: Texts, epoch: Epoch, course: Course, cost: Cost, *beside: torch.nn.Module
) -> None:
    """Draws epochs and goes through their texts until all steps are done; what is ``beside`` learns too."""
    torch.manual_seed(course.seed)
    free = [weights for part in (network, *beside) for weights in part.parameters() if weights.requires_grad]
    optimiser = torch.optim.AdamW(free, lr=course.rate, weight_decay=0.01, fused=True)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, partial(_slope, steps=course.steps, warm_up=course.warm_up)
    )
    cuts = islice(_batches(texts, epoch, course), course.steps)
    network.train()
    for cut in track(cuts, "Learning", total=course.steps):
        with _shorter_numbers(texts.device):
            pieces, there = texts.some(cut)
            made = mean(network.hidden(_masked(pieces, there, course.masked), there), there)
            given = network.head(network.drop(made))
        cost(torch.from_numpy(cut).to(texts.device), made.float(), given.float()).backward()
        torch.nn.utils.clip_grad_norm_(free, 1.0)
        optimiser.step()
        plan.step()
        optimiser.zero_grad()
    network.eval()


@torch.no_grad()
def answered(network: Network, texts: Texts, numbers: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
    """For these texts, in this order: the answers, and what was made of each."""
    network.eval()
    by_length = np.argsort(texts.packed.length[numbers], kind="stable")
    answers, made = [], []
    for start in range(0, len(numbers), _AT_ONCE):
        pieces, there = texts.some(numbers[by_length[start : start + _AT_ONCE]])
        with _shorter_numbers(texts.device):
            one = mean(network.hidden(pieces, there), there)
            answers.append(network.head(one).half())
            made.append(one.half())
    back = torch.from_numpy(np.argsort(by_length)).to(texts.device)
    return torch.cat(answers)[back], torch.cat(made)[back]


def _shorter_numbers(device: torch.device) -> torch.autocast:
    """Sixteen bits where that is faster: on most processors it is not."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda")


def _slope(step: int, steps: int, warm_up: float) -> float:
    """Up over the warm-up, then down in a line."""
    rising = max(1, int(warm_up * steps))
    return min(1.0, (step + 1) / rising, max(0.0, (steps - step) / max(1, steps - rising)))


def _batches(texts: Texts, epoch: Epoch, course: Course) -> Iterator[np.ndarray]:
    chance = np.random.default_rng(course.seed)
    while True:
        order = chance.permutation(epoch(chance))
        for start in range(0, len(order), course.batch * _POOL):
            pool = order[start : start + course.batch * _POOL]
            pool = pool[np.argsort(texts.packed.length[pool], kind="stable")]
            cuts = [pool[at : at + course.batch] for at in range(0, len(pool), course.batch)]
            for number in chance.permutation(len(cuts)):
                yield cuts[number]


def _masked(pieces: torch.Tensor, there: torch.Tensor, share: float) -> torch.Tensor:
    """Some pieces hidden, so that no single word is learned by heart; the opening and closing marks stay."""
    drawn = torch.rand(pieces.shape, device=pieces.device) < share
    hidden = drawn & there & (pieces != 101) & (pieces != 102)  # noqa: PLR2004 - their numbers
    return torch.where(hidden, _MASK, pieces)
