"""The model itself: texts in, one calibrated chance for each topic and each word piece's share in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import exp, prod
from typing import Any

from selfaudit.detectors.language.model.pieces import Pieces
from selfaudit.detectors.language.model.spelling import VOCABULARY
from selfaudit.detectors.language.model.wording import for_model
from selfaudit.detectors.runtime import onnxruntime
from selfaudit.model.detections import Topic

_MORE_THAN_NOT = 0.5
LISTED = frozenset({Topic.OFFENSIVE})
"""Swearing is told by the word list alone: the model hears it in words that only look like it."""
_SLOWER_JOINED = ["SkipLayerNormFusion"]
"""A sum and its normalisation, which take longer in one step than in two (``training/exporting.py``)."""
WEIGHTS, FACTS = "remarks.onnx", "facts.json"


class ModelMissing(Exception):
    """The model's files are not there, not whole, or cannot be run here."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word piece: where it stands in the text, and its share in each topic's score."""

    start: int
    end: int
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model makes of one text.

    Attributes:
        scores: for each topic, the mean of the shares, before calibration.
        chances: for each topic, how often a text with this score was of that topic among those held back.
        likely: topics whose chance is above their bar.
        shown: topics to show as unsure at least, where the chance of any topic at all is above the bar.
        anything: how often a text with these chances was of some topic.
        doubted: so little speaks for any topic that a remark by a rule alone is more likely a mistake.
        parts: where there is something to show, the word pieces in order; offsets into the text asked about.
    """

    scores: dict[Topic, float]
    chances: dict[Topic, float]
    likely: frozenset[Topic]
    shown: frozenset[Topic]
    anything: float
    doubted: bool
    parts: tuple[Part, ...]


class Model:
    """The weights, loaded; nothing is read from or sent to anywhere else."""

    def __init__(self, folder: Traversable | None = None) -> None:
        here = folder or files(__package__)
        try:
            self.facts: dict[str, Any] = json.loads(here.joinpath(FACTS).read_text(encoding="utf-8"))
            weights = here.joinpath(WEIGHTS).read_bytes()
            words = here.joinpath(VOCABULARY).read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            raise ModelMissing(str(error)) from error
        if hashlib.sha256(weights).hexdigest() != self.facts["sha256"]:
            raise ModelMissing("its file is not the one that belongs to this version")
        self.topics = tuple(Topic(head) for head in self.facts["heads"])
        self._session = _session(weights)
        self._pieces = Pieces(words, self.facts["longest"])

    def ask(self, text: str) -> Answer:
        """What it makes of one text.

        One at a time: the eight-bit arithmetic takes its scale from all that it is given together, so that
        a text among others would not always get the same answer, and on one thread batches gain little.
        """
        import numpy as np

        written = for_model(text)
        cut = self._pieces.cut(written.text)
        pieces = np.array([cut.numbers], dtype=np.int64)
        (shares,) = self._session.run(None, {"pieces": pieces, "mask": np.ones_like(pieces)})
        scores = dict(zip(self.topics, shares[0].mean(axis=0).tolist(), strict=True))
        chances = {topic: self.chance(topic, score) for topic, score in scores.items()}
        anything = 1 - prod(1 - chance for topic, chance in chances.items() if topic not in LISTED)
        likely, shown = self._likely(chances), self._shown(chances, anything)
        parts = (
            Part(*written.original(start, end), tuple(share))
            for (start, end), share in zip(cut.offsets, shares[0].tolist(), strict=True)
            if end > start and (likely or shown)
        )
        doubted = anything < self.facts["doubted"]
        return Answer(scores, chances, likely, shown, anything, doubted, tuple(parts))

    def _likely(self, chances: dict[Topic, float]) -> frozenset[Topic]:
        return frozenset(
            topic
            for topic, chance in chances.items()
            if topic not in LISTED and chance >= self.facts["likely"][topic]
        )

    def _shown(self, chances: dict[Topic, float], anything: float) -> frozenset[Topic]:
        """The likeliest topic, and others more likely than not."""
        if anything < self.facts["shown"]:
            return frozenset()
        heard = {topic: chance for topic, chance in chances.items() if topic not in LISTED}
        least = min(_MORE_THAN_NOT, max(heard.values()))
        return frozenset(topic for topic, chance in heard.items() if chance >= least)

    def chance(self, topic: Topic, score: float) -> float:
        """How often a text with this score was of the topic, among those held back."""
        slope, start = self.facts["calibration"][topic]
        return 1 / (1 + exp(-max(-40.0, min(40.0, slope * score + start))))


def _session(weights: bytes) -> Any:
    """One thread: the rest of the computer stays usable, and answers stay the same."""
    try:
        runtime = onnxruntime()
        from onnxruntime.capi import onnxruntime_pybind11_state as faults
    except ImportError as error:
        raise ModelMissing(str(error)) from error
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    unusable = (faults.Fail, faults.InvalidGraph, faults.InvalidProtobuf, faults.NotImplemented, RuntimeError)
    try:
        return runtime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER_JOINED
        )
    except unusable as error:
        raise ModelMissing(str(error)) from error
