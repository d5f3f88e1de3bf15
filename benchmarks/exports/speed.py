"""How long the reading of an export takes beside plain parsing of the same bytes, by turns in one program."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.exports.making import Network
from benchmarks.exports.plain import parsers_of, size_of
from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Times:
    """The best of a few rounds, in seconds of processor time.

    Attributes:
        size: how many bytes there were to parse.
        items: posts, comments and people that were read.
        ours: what the import took, from the closed archive to the snapshot.
        plain: what plain parsing took, by parser.
    """

    size: int
    items: int
    ours: float
    plain: dict[str, float]


def measure(network: Network, export: Path) -> Times:
    """Every way of parsing by turns, so that what else the machine does falls on all of them."""
    plain = parsers_of(network)
    best: dict[str, float] = {}
    items = 0
    for _round in range(ROUNDS):
        for name, parse in plain.items():
            best[name] = min(best.get(name, float("inf")), _timed(partial(parse, export)))
        with TemporaryDirectory() as place:
            media = Path(place)
            began = time.process_time()
            (snapshot,), _others = import_exports([export], media, Silent())
            best[""] = min(best.get("", float("inf")), time.process_time() - began)
            items = len(snapshot.posts) + len(snapshot.connections)
    ours = best.pop("")
    return Times(size_of(network, export), items, ours, best)


def _timed(work: Callable[[], None]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began
