"""The network: a small transformer whose every word piece has its share in each head's answer.

A head's answer is the mean of its shares, so the shares show which words carry it.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import BertModel

from selfaudit.detectors.language.model.pieces import Pieces
from training.settings import heads, proved, settings


class Network(nn.Module):
    """MiniLM with one linear layer over each word piece."""

    def __init__(self, start: Path) -> None:
        super().__init__()
        proved(start / "model.safetensors", settings()["start"]["model_sha256"])
        self.body = BertModel.from_pretrained(start, add_pooling_layer=False)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(self.body.config.hidden_size, len(heads()))

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Each word piece's share in each head's answer."""
        hidden = self.body(input_ids=pieces, attention_mask=mask).last_hidden_state
        return self.head(self.drop(hidden))


def answers(shares: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Each head's answer: the mean of the shares of the pieces that are there."""
    weight = mask.unsqueeze(-1).to(shares.dtype)
    return (shares * weight).sum(1) / weight.sum(1)


def mixed(
    learned: dict[str, torch.Tensor], before: dict[str, torch.Tensor], share: float
) -> dict[str, torch.Tensor]:
    """Weights with a share of those from before in them: what they knew of other things comes back."""
    return {
        name: weights if name.startswith("head.") else torch.lerp(weights, before[name], share)
        for name, weights in learned.items()
    }


def cutter(start: Path) -> Pieces:
    """Cuts texts as the package will: by the vocabulary that belongs to the weights."""
    vocabulary = proved(start / "vocab.txt", settings()["start"]["vocabulary_sha256"])
    return Pieces(vocabulary.read_text(encoding="utf-8").splitlines(), settings()["longest"])
