"""Learning with the rounding that the shipped file does, so that weights settle where it does little harm.

A text's activations are rounded to eight bits and each output's weights to seven, as ``exporting.py`` has
it; the slope goes through as if nothing had been (Jacob et al. 2018; straight through: Bengio et al. 2013).
"""

from __future__ import annotations

from types import MethodType

import torch
from torch import nn
from torch.nn.functional import linear

_TINY = 1e-9


def rounded(network: nn.Module) -> None:
    """Makes every linear layer in it work on rounded numbers from now on."""
    for layer in network.modules():
        if isinstance(layer, nn.Linear):
            layer.forward = MethodType(_forward, layer)  # type: ignore[method-assign]


def _forward(layer: nn.Linear, given: torch.Tensor) -> torch.Tensor:
    given = given.float()
    with torch.no_grad():
        off, weights_off = _eight_bits(given) - given, _seven_bits(layer.weight) - layer.weight
    return linear(given + off, layer.weight + weights_off, layer.bias)


def _eight_bits(given: torch.Tensor) -> torch.Tensor:
    """Between the lowest and the highest number of each text."""
    low = given.amin(dim=(1, 2), keepdim=True).clamp(max=0)
    high = given.amax(dim=(1, 2), keepdim=True).clamp(min=0)
    step = (high - low) / 255 + _TINY
    nought = torch.round(-low / step)
    return (torch.clamp(torch.round(given / step) + nought, 0, 255) - nought) * step


def _seven_bits(weights: torch.Tensor) -> torch.Tensor:
    step = weights.abs().amax(1, keepdim=True) / 63 + _TINY
    return torch.clamp(torch.round(weights / step), -64, 63) * step
