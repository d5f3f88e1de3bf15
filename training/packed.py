"""The posts to learn from as plain arrays in one small file, so that another machine can learn from them.

A text is one way of writing a post: as it was, disguised, or two posts one after the other. What is known
belongs to the post; of two posts together nothing is known but what the teachers say.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np


@dataclass(frozen=True, slots=True)
class Packed:
    """``pieces`` holds all texts' word pieces one after the other, ``length`` how many belong to each.

    ``post`` is each text's row in ``wanted`` (1 or 0) and ``trust`` (0 where nothing is known), which have a
    column a head and a last one for "foul in some way"; the last row is for two posts together (``post`` -1).
    ``source`` and ``held`` (back from learning) are of posts, ``plain`` (as it was written) is of texts.
    """

    pieces: np.ndarray
    length: np.ndarray
    post: np.ndarray
    plain: np.ndarray
    wanted: np.ndarray
    trust: np.ndarray
    source: np.ndarray
    held: np.ndarray

    def save(self, path: Path) -> None:
        """All arrays in one compressed file."""
        np.savez_compressed(path, **{field.name: getattr(self, field.name) for field in fields(self)})

    @staticmethod
    def load(path: Path) -> Packed:
        """The same arrays again."""
        with np.load(path) as arrays:
            return Packed(**{field.name: arrays[field.name] for field in fields(Packed)})

    def matrix(self) -> np.ndarray:
        """A row a text, filled up with nought."""
        filled = np.zeros((len(self.length), int(self.length.max())), np.int16)
        filled[np.arange(filled.shape[1]) < self.length[:, None]] = self.pieces.astype(np.int16)
        return filled
