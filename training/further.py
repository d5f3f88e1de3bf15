"""Going on from the shipped file itself: its weights are read back, and learn what is new, rounded as it is.

No teachers and no graphics processor are needed, so that a step of an hour on two processor cores can be made
where the whole run cannot.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from selfaudit.detectors.language.model.answers import WEIGHTS
from training.distilling import LEARNED, Learner, Weights, averaged
from training.exporting import sha256
from training.learning import learn
from training.network import Network
from training.rounding import rounded
from training.settings import PACKAGE, settings

_RUNS = 2
_LAYER = "body.encoder.layer.{}."
_IN_ATTENTION = ("query", "key", "value")
_AFTER = ("attention.output.dense", "intermediate.dense", "output.dense")
"""The further linear layers of each layer, in the order of their steps in the file."""


def learn_further(folder: Path) -> None:
    """The mean of the runs, left where ``write`` looks for it."""
    learner = Learner(folder)
    start, mark = shipped(PACKAGE / WEIGHTS, Network(folder / "student.json")), sha256(PACKAGE / WEIGHTS)[:8]
    runs = [
        learner.kept(f"further-{mark}-{run}.pt", partial(went_on, learner, start, run))
        for run in range(_RUNS)
    ]
    torch.save(averaged(runs), folder / LEARNED)


def went_on(learner: Learner, start: Weights, run: int) -> Weights:
    """The weights after one run; the words' own stay as they are."""
    stage, seed = settings()["student"]["further"], settings()["seed"] + run
    network = Network(learner.folder / "student.json").to(learner.device)
    network.load_state_dict(start)
    network.body.embeddings.word_embeddings.requires_grad_(False)
    rounded(network.body.encoder)
    epoch = partial(learner.epoch, stage["epoch"])
    cost = partial(learner.known, doubt=stage["doubt"])
    learn(network, learner.texts, epoch, learner.course(stage, seed), cost)
    return network.state_dict()


def shipped(path: Path, network: Network) -> Weights:
    """The weights that the file holds, under the network's names; whatever the file does not hold stays."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}

    def whole(name: str) -> torch.Tensor:
        if f"{name}_quantized" not in held:
            return torch.tensor(held[name])
        steps, nought = (held[f"{name}_{part}"].astype("float32") for part in ("scale", "zero_point"))
        return torch.tensor((held[f"{name}_quantized"].astype("float32") - nought) * steps)

    weights = dict(network.state_dict())
    small = {name.removesuffix("_quantized") for name in held if name.endswith("_quantized")}
    weights |= {name: whole(name) for name in weights if name in small or name in held}
    *linear, last = sorted((name for name in small if name.startswith("onnx::MatMul_")), key=_number)
    weights["head.weight"] = whole(last).T.contiguous()
    for number in range(network.body.config.num_hidden_layers):
        layer = _LAYER.format(number)
        together = zip(
            whole(f"Attention_{number}_qkv_weight").chunk(3, 1),
            whole(f"Attention_{number}_qkv_bias").chunk(3),
            strict=True,
        )
        for name, (table, shift) in zip(_IN_ATTENTION, together, strict=True):
            weights[f"{layer}attention.self.{name}.weight"] = table.T.contiguous()
            weights[f"{layer}attention.self.{name}.bias"] = shift
        for name, step in zip(_AFTER, linear[3 * number : 3 * number + 3], strict=True):
            weights[f"{layer}{name}.weight"] = whole(step).T.contiguous()
    return weights


def _number(name: str) -> int:
    return int(name.rpartition("_")[2])
