"""Writes the network out for onnxruntime: one file, weights in eight bits."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Network

_OPSET = 17


def export(network: Network, folder: Path) -> Path:
    """The quantised file in ``folder``; the full one lies beside it."""
    whole, small = folder / "whole.onnx", folder / "remarks.onnx"
    network.eval()
    inputs = torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long)
    places = {0: "posts", 1: "pieces"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, inputs, str(whole), opset_version=_OPSET, dynamo=False,
            input_names=["pieces", "mask"], output_names=["shares"],
            dynamic_axes={"pieces": places, "mask": places, "shares": places},
        )  # fmt: skip
    quantize_dynamic(str(whole), str(small), per_channel=True, weight_type=QuantType.QInt8)
    return small


def sha256(path: Path) -> str:
    """What this very file is known by."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
