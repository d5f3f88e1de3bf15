"""Weights in eight bits, in small files: what another machine starts learning from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

_A_FILE = 55_000_000
"""Weights that one file may hold."""
_WORTH_IT = 10_000
"""Tables of fewer weights stay in sixteen bits."""


def pack_weights(weights: dict[str, torch.Tensor], folder: Path, name: str) -> None:
    """Tables of weights in eight bits with one step a row, the rest in sixteen; in one or more files."""
    parts: list[dict[str, np.ndarray]] = [{}]
    for key, tensor in weights.items():
        if sum(held.size for held in parts[-1].values()) + tensor.numel() > _A_FILE:
            parts.append({})
        if tensor.ndim > 1 and tensor.numel() > _WORTH_IT:
            step = (tensor.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127).to(torch.float16)
            parts[-1][f"{key} step"] = step.numpy()
            parts[-1][key] = (tensor / step.float()).round().clamp(-127, 127).to(torch.int8).numpy()
        else:
            parts[-1][key] = tensor.to(torch.float16).numpy()
    for number, part in enumerate(parts):
        np.savez_compressed(folder / f"{name}-{number}.npz", **part)


def unpack_weights(folder: Path, name: str) -> dict[str, torch.Tensor]:
    """The weights again, each within half a step of what it was."""
    weights: dict[str, torch.Tensor] = {}
    for path in sorted(folder.glob(f"{name}-*.npz")):
        with np.load(path) as arrays:
            for key in arrays:
                if not key.endswith(" step"):
                    step = torch.from_numpy(arrays[f"{key} step"]).float() if f"{key} step" in arrays else 1
                    weights[key] = torch.from_numpy(arrays[key]).float() * step
    return weights
