"""The networks: transformers whose every word piece has its share in each head's answer.

A head's answer is the mean of its shares, so the shares show which words carry it. The student is what is
shipped; a teacher, twice as wide and twice as deep, only says what it thinks of texts.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from training.settings import heads

_KINDS = {"bert": (BertConfig, BertModel), "mpnet": (MPNetConfig, MPNetModel)}
_PLACES = {0: 1, 101: 0, 102: 2, 103: 30526}
"""Signs of BERT's vocabulary and where MPNet's holds them; all else stands four further on."""


class Network(nn.Module):
    """A transformer with one linear layer over each word piece."""

    def __init__(self, config: Path) -> None:
        super().__init__()
        shape = json.loads(config.read_text(encoding="utf-8"))
        settings, body = _KINDS[shape["model_type"]]
        self.body = body(settings(**shape), add_pooling_layer=False)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(self.body.config.hidden_size, len(heads()))
        self.register_buffer(
            "numbers", _moved() if shape["model_type"] == "mpnet" else None, persistent=False
        )

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Each word piece's share in each head's answer; pieces are numbered by BERT's vocabulary."""
        return self.head(self.drop(self.hidden(pieces, mask)))

    def hidden(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the network makes of each piece."""
        pieces = pieces if self.numbers is None else self.numbers[pieces]
        return self.body(input_ids=pieces, attention_mask=mask.long()).last_hidden_state


def _moved() -> torch.Tensor:
    """Where MPNet's vocabulary holds each piece of BERT's."""
    numbers = torch.arange(30522) + 4
    for sign, place in _PLACES.items():
        numbers[sign] = place
    return numbers


def mean(of_pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The mean over the pieces that are there."""
    weight = mask.unsqueeze(-1).to(of_pieces.dtype)
    return (of_pieces * weight).sum(1) / weight.sum(1)
