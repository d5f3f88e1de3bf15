"""The part of a run that learns: teachers from what is known of the posts, then the student from both.

Reads packed files alone, so that it can run on another machine than the rest: one with a graphics processor.
What is there already is not learned again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from training.learning import Course, Texts, answered, learn
from training.losses import by_what_is_known, by_what_is_meant, by_what_is_said
from training.network import Network
from training.packed import Packed
from training.read_again import READ
from training.rounding import rounded
from training.settings import NEWEST, OURS, settings
from training.telling import told
from training.weights import unpack_weights

LEARNED = "learned.pt"
Weights = dict[str, torch.Tensor]


def learn_all(folder: Path) -> None:
    """Teachers, then the student stage by stage."""
    learner, one = Learner(folder), settings()["student"]
    said, made = learner.kept("said.pt", partial(taught, learner))
    distilling = Distilling(learner, said, made)
    first = learner.kept("first.pt", partial(distilling.learned, "first", None, 0))
    again = learner.kept("again.pt", partial(distilling.learned, "again", first, 0))
    before = mixed(first, again, 0.5)
    own = [
        learner.kept(f"own-{run}.pt", partial(distilling.learned, "own", before, run))
        for run in range(one["own"]["runs"])
    ]
    torch.save(mixed(before, averaged(own), 1 - one["kept"]), folder / LEARNED)


def averaged(runs: list[Weights]) -> Weights:
    """The mean of weights that began alike."""
    return {key: torch.stack([run[key] for run in runs]).mean(0) for key in runs[0]}


def mixed(one: Weights, other: Weights, share: float) -> Weights:
    """Weights with so large a share of the other's; where both began alike, the mean knows more than each."""
    return {key: torch.lerp(weights, other[key], share) for key, weights in one.items()}


class Learner:
    """The packed posts on the machine that learns, and which of their texts there are to draw from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.packed = packed = Packed.load(folder / "posts.npz")
        self.texts = Texts(packed, self.device)
        alone, held = packed.post >= 0, packed.held[packed.post]
        own, read = (np.isin(packed.source[packed.post], names) for names in (OURS, READ))
        to_learn = alone & ~held
        self.held = np.flatnonzero(alone & held)
        self.kinds = {
            "pairs": np.flatnonzero(~alone),
        }
        for kind, which in (("public", ~own & ~read), ("read", read), ("own", own)):
            self.kinds[kind] = np.flatnonzero(to_learn & which & packed.plain)
            self.kinds[f"{kind}_disguised"] = np.flatnonzero(to_learn & which & ~packed.plain)
        newest = packed.source[packed.post] == NEWEST
        self.kinds["newest"] = np.flatnonzero(to_learn & newest & packed.plain)

    def network(self, name: str, seed: int) -> Network:
        """With the weights it starts from, and a new last layer."""
        torch.manual_seed(seed)
        network = Network(self.folder / f"{name}.json")
        network.body.load_state_dict(unpack_weights(self.folder, name))
        return network.to(self.device)

    def epoch(self, shares: dict[str, float], chance: np.random.Generator) -> np.ndarray:
        """So much of each kind of text; of more than one whole, each that often."""
        drawn = []
        for kind, share in shares.items():
            numbers, whole = self.kinds[kind], int(share)
            part = chance.choice(numbers, int((share - whole) * len(numbers)), replace=False)
            drawn += [numbers] * whole + [part]
        return np.concatenate(drawn)

    def known(
        self, numbers: torch.Tensor, _made: torch.Tensor, given: torch.Tensor, doubt: float = 0.0
    ) -> torch.Tensor:
        """What the answers to these texts cost by what is known of them."""
        posts = self.texts.post[numbers]
        return by_what_is_known(given, self.texts.wanted[posts], self.texts.trust[posts], doubt)

    def course(self, stage: dict[str, Any], seed: int) -> Course:
        """How this stage is learned."""
        return Course(seed=seed, **stage["course"])

    def tell(self, name: str, given: torch.Tensor) -> None:
        """Prints how these answers to the texts held back do."""
        for line in told(given.float().cpu().numpy(), self.packed, self.packed.post[self.held]):
            print(f"{name}: {line}", flush=True)  # noqa: T201

    def kept(self, name: str, make: Callable[[], Any]) -> Any:
        """What lies there already, or else is made and put there."""
        path = self.folder / name
        if not path.exists():
            torch.save(make(), path)
        return torch.load(path, map_location=self.device)


def taught(learner: Learner) -> tuple[torch.Tensor, torch.Tensor]:
    """What the teachers say of every text, and what the first of them makes of each."""
    every = np.arange(len(learner.packed.length))
    said, made = [], []
    for teacher in range(settings()["teacher"]["teachers"]):
        seed = settings()["seed"] + teacher
        network = learner.network("teacher", seed)
        for name in ("first", "last"):
            stage = settings()["teacher"][name]
            epoch = partial(learner.epoch, stage["epoch"])
            learn(network, learner.texts, epoch, learner.course(stage, seed), learner.known)
            given, felt = answered(network, learner.texts, every)
            learner.tell(f"teacher {teacher}, {name}", given[torch.from_numpy(learner.held)])
            said.append(given.float())
        made.append(felt)
    return torch.stack(said).mean(0), made[0]


class Distilling:
    """The student learns what the teachers say and mean of every text, and what is known of some."""

    def __init__(self, learner: Learner, said: torch.Tensor, made: torch.Tensor) -> None:
        self._learner, self._said, self._made = learner, said, made
        post = learner.texts.post
        # A disguised text means what it meant before; each post's first text stands at the post's own number.
        self._as_it_was = torch.where(post >= 0, post, torch.arange(len(post), device=post.device))

    def learned(self, name: str, start: Weights | None, run: int) -> Weights:
        """The student's weights after this stage."""
        stage, seed = settings()["student"][name], settings()["seed"] + run
        network = self._learner.network("student", seed)
        if start:
            network.load_state_dict(start)
        network.body.embeddings.word_embeddings.requires_grad_(name != "own")
        if stage.get("rounded"):
            rounded(network.body.encoder)
        carried = nn.Linear(network.body.config.hidden_size, self._made.shape[1]).to(self._learner.device)
        epoch = partial(self._learner.epoch, stage["epoch"])
        course = self._learner.course(stage, seed)
        learn(
            network,
            self._learner.texts,
            epoch,
            course,
            partial(self._cost, stage["counts"], carried),
            carried,
        )
        self._learner.tell(f"student, {name}", answered(network, self._learner.texts, self._learner.held)[0])
        return network.state_dict()

    def _cost(
        self,
        counts: dict[str, float],
        carried: nn.Module,
        numbers: torch.Tensor,
        felt: torch.Tensor,
        given: torch.Tensor,
    ) -> torch.Tensor:
        plain = self._as_it_was[numbers]
        return (
            counts["known"] * self._learner.known(numbers, felt, given)
            + counts["said"] * by_what_is_said(given, self._said[plain])
            + counts["meant"] * by_what_is_meant(carried(felt), self._made[plain].float())
        )
