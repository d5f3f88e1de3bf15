"""``python -m training START`` makes the model; START is the folder with the weights to start from."""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Any

import torch

from training import patterns, public, school
from training.kept_out import without_scored
from training.learning import Course, learn
from training.network import Network, cutter, mixed
from training.posts import Post, set_apart
from training.settings import BUILT, settings, sources


def main() -> None:
    """Runs one stage or all."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("start", type=Path, help="folder with model.safetensors, config.json and vocab.txt")
    parser.add_argument(
        "--only", choices=["public", "school", "write"], help="one stage, on what the last one left"
    )
    parser.add_argument(
        "--unlicensed", action="store_true", help="with sets that may not be shipped, to tell what that costs"
    )
    wanted = parser.parse_args()
    torch.set_num_threads(settings()["threads"])
    BUILT.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings()["seed"])
    network = Network(wanted.start)
    name = "unlicensed" if wanted.unlicensed else "public"
    for stage, learned in (("public", _public), ("school", _school)):
        if wanted.only in {None, stage}:
            learned(network, wanted.start, name)
    if wanted.only in {None, "write"}:
        from training.writing import write

        network.load_state_dict(torch.load(BUILT / f"{name}-school.pt"))
        write(network, wanted.start, shipped=not wanted.unlicensed)


def _public(network: Network, start: Path, name: str) -> None:
    """Cycle by cycle; a cycle whose result lies there already is not learned again."""
    one = settings()["public"]
    for cycle in range(one["cycles"]):
        result = BUILT / f"{name}-{cycle}.pt"
        if result.exists():
            network.load_state_dict(torch.load(result))
        else:
            course = _course(one, settings()["seed"] + cycle)
            learn(network, cutter(start), [_read(name, fetched=cycle > 0)] * one["epochs"], course)
            torch.save(network.state_dict(), result)


def _school(network: Network, start: Path, name: str) -> None:
    """Run by run, from the same start; the mean of their weights knows more than each."""
    last = torch.load(BUILT / f"{name}-{settings()['public']['cycles'] - 1}.pt")
    begun = mixed(last, Network(start).state_dict(), settings()["school"]["started_over"])
    learned = []
    for run in range(settings()["school"]["runs"]):
        result = BUILT / f"{name}-school-{run}.pt"
        if not result.exists():
            network.load_state_dict(begun)
            _school_run(network, start, name, run)
            torch.save(network.state_dict(), result)
        learned.append(torch.load(result))
    network.load_state_dict({key: torch.stack([one[key] for one in learned]).mean(0) for key in begun})
    torch.save(network.state_dict(), BUILT / f"{name}-school.pt")


def _school_run(network: Network, start: Path, name: str, run: int) -> None:
    one, seed = settings()["school"], settings()["seed"] + run
    network.body.embeddings.word_embeddings.requires_grad_(requires_grad=False)
    learned_from, _ = set_apart(school.corpus(), one["held_back"], settings()["seed"])
    own = learned_from + school.everyday() + school.development()
    chance, replay = random.Random(seed), _read(name)  # noqa: S311 - chosen to be repeatable
    epochs = [
        without_scored(own + patterns.posts(one["patterns"], seed + epoch))
        + chance.sample(replay, one["replayed"])
        for epoch in range(one["epochs"])
    ]
    learn(network, cutter(start), epochs, _course(one, seed))


def _read(name: str, *, fetched: bool = True) -> list[Post]:
    """The public posts to learn from, and where they are asked for those that may not be shipped."""
    read = sources() + (sources("unlicensed_sets") if name == "unlicensed" else [])
    posts = [post for source in read if fetched or not source.fetched for post in public.posts(source)]
    learned_from, _ = set_apart(posts, settings()["public"]["held_back"], settings()["seed"])
    return without_scored(learned_from)


def _course(one: dict[str, Any], seed: int) -> Course:
    """How a stage with these settings is learned."""
    return Course(one["batch"], one["rate"], one["warm_up"], one["disguised"], one["masked"], seed)


if __name__ == "__main__":
    main()
