"""Writes the network out for onnxruntime: one file, steps joined where that is faster, eight-bit weights."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from training.network import Network
from training.settings import settings

_OPSET = 17


def export(network: Network, folder: Path) -> Path:
    """The quantised file in ``folder``; the full one lies beside it."""
    whole, joined, small = (folder / f"{name}.onnx" for name in ("whole", "joined", "remarks"))
    network.eval()
    network.body.set_attn_implementation("eager")
    inputs = torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long)
    places = {0: "posts", 1: "pieces"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, inputs, str(whole), opset_version=_OPSET, dynamo=False,
            input_names=["pieces", "mask"], output_names=["shares"],
            dynamic_axes={"pieces": places, "mask": places, "shares": places},
        )  # fmt: skip
    shape = network.body.config
    heads, width = shape.num_attention_heads, shape.hidden_size
    optimize_model(
        str(whole),
        model_type="bert",
        num_heads=heads,
        hidden_size=width,
        opt_level=0,
        optimization_options=_joins(),
    ).save_model_to_file(str(joined))
    quantize_dynamic(
        str(joined),
        str(small),
        per_channel=True,
        weight_type=QuantType.QInt8,
        reduce_range=settings()["export"]["seven_bits"],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
    return small


def _joins() -> FusionOptions:
    """All but one: a sum and its normalisation take six times as long in one step as in two (measured)."""
    joins = FusionOptions("bert")
    joins.enable_skip_layer_norm = False
    return joins


def sha256(path: Path) -> str:
    """What this very file is known by."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
