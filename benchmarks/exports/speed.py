"""How long the reading of an export takes beside plain parsing of the same bytes, by turns in one program."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.exports.making import Network
from benchmarks.exports.plain import parsers_of, size_of
from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Connection, Post

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Times:
    """The best of a few rounds, in seconds of processor time.

    Attributes:
        size: how many bytes there were to parse.
        items: posts, comments and people that were read.
        ours: what the import took, from the closed archive to the snapshot.
        objects: what making these items of values that are there already took, which is part of it.
        plain: what plain parsing took, by parser.
    """

    size: int
    items: int
    ours: float
    objects: float
    plain: dict[str, float]


def measure(network: Network, export: Path) -> Times:
    """Every way of parsing by turns, so that what else the machine does falls on all of them."""
    plain = parsers_of(network)
    best: dict[str, float] = {}
    made: list[Post | Connection] = []
    for _round in range(ROUNDS):
        for name, parse in plain.items():
            best[name] = min(best.get(name, float("inf")), _timed(partial(parse, export)))
        with TemporaryDirectory() as place:
            began = time.process_time()
            (snapshot,), _others = import_exports([export], Path(place), Silent())
            best[""] = min(best.get("", float("inf")), time.process_time() - began)
            made = [*snapshot.posts, *snapshot.connections]
    objects = _timed_again(made)
    return Times(size_of(network, export), len(made), best.pop(""), objects, best)


def _timed_again(made: Sequence[Post | Connection]) -> float:
    """How long these take to be made once more."""
    kinds = [type(one) for one in made]
    values: list[list[Any]] = [[getattr(one, name) for name in one.__slots__] for one in made]
    return min(_timed(partial(_make, kinds, values)) for _round in range(ROUNDS))


def _make(kinds: Sequence[Callable[..., object]], values: Sequence[list[Any]]) -> None:
    _made = [kind(*row) for kind, row in zip(kinds, values, strict=True)]


def _timed(work: Callable[[], None]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began
