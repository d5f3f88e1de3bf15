"""How well a network tells posts apart that were held back, in a few lines while a run goes on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from training.packed import Packed
from training.settings import CORPUS, FOUL, heads


def told(given: np.ndarray, packed: Packed, posts: np.ndarray) -> Iterator[str]:
    """For the school's posts and each public set."""
    source = packed.source[posts]
    ours = np.isin(source, CORPUS)
    yield _school(given[ours], packed.wanted[posts[ours]])
    for name in sorted(set(source) - {*CORPUS}):
        of = source == name
        yield f"{name}: " + ", ".join(_public(given[of], packed.wanted[posts[of]], packed.trust[posts[of]]))


def _school(given: np.ndarray, wanted: np.ndarray) -> str:
    """Any topic but swearing: the area, and what is caught where 4, 6.5, 8, 10 % of the harmless are."""
    asked = [number for number, head in enumerate(heads()) if head != "offensive"]
    anything = _any(given, asked)
    meant = wanted[:, : len(heads())].any(1)
    quiet = np.sort(anything[~meant])[::-1]
    caught = [
        f"{(anything[meant] > quiet[int(share * len(quiet))]).mean():.3f}"
        for share in (0.04, 0.065, 0.08, 0.1)
    ]
    areas = [f"{head[:6]} {area(given[:, n], wanted[:, n] > 0):.3f}" for n, head in enumerate(heads())]
    return f"school: area {area(anything, meant):.3f}, caught {' '.join(caught)}; {', '.join(areas)}"


def _public(given: np.ndarray, wanted: np.ndarray, trust: np.ndarray) -> Iterator[str]:
    foul = [heads().index(head) for head in FOUL]
    for column, head in enumerate((*heads(), "foul")):
        asked = trust[:, column] > 0
        if asked.sum() > 20:  # noqa: PLR2004 - too few tell nothing
            score = _any(given[asked], foul) if head == "foul" else 1 / (1 + np.exp(-given[asked, column]))
            meant = wanted[asked, column] > 0
            right = ((score > 0.5) == meant).mean()  # noqa: PLR2004
            yield f"{head[:6]} {asked.sum()} right {right:.3f} area {area(score, meant):.3f}"


def _any(given: np.ndarray, columns: list[int]) -> np.ndarray:
    return 1 - np.prod(1 / (1 + np.exp(given[:, columns])), axis=1)


def area(score: np.ndarray, meant: np.ndarray) -> float:
    """Under the curve of caught over wrongly noticed: the chance that a meant one scores higher."""
    if meant.all() or not meant.any():
        return float("nan")
    _, number, many = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(many) - (many - 1) / 2)[number]
    return float((rank[meant].sum() - meant.sum() * (meant.sum() + 1) / 2) / (meant.sum() * (~meant).sum()))
