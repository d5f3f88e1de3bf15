"""What a batch costs: by what is known of its posts, and by what the teachers say of them."""

from __future__ import annotations

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cosine_similarity, softplus

from training.settings import FOUL, heads


def by_what_is_known(
    given: torch.Tensor, wanted: torch.Tensor, trust: torch.Tensor, doubt: float = 0.0
) -> torch.Tensor:
    """Only what is known of a post counts, as much as it is trusted; the last column is "foul somehow".

    So large a share of what is known is taken to be wrong (label smoothing, Szegedy et al. 2016).
    """
    softened = wanted[:, :-1] * (1 - 2 * doubt) + doubt
    losses = binary_cross_entropy_with_logits(given, softened, trust[:, :-1], reduction="sum")
    somehow = (trust[:, -1] * _somehow(given, wanted[:, -1])).sum()
    return (losses + somehow) / trust.sum().clamp(min=1.0)


def _somehow(given: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """For posts known to be foul in some way, or in none: at least one head, or no head."""
    none = softplus(given[:, [heads().index(head) for head in FOUL]]).sum(1).clamp(min=1e-4)
    some = -torch.log(-torch.expm1(-none))
    return torch.where(wanted > 0, some, none)


def by_what_is_said(given: torch.Tensor, said: torch.Tensor) -> torch.Tensor:
    """Distance from the teachers' chances (Hinton et al. 2015; here of several yes-or-no answers)."""
    return binary_cross_entropy_with_logits(given, said.sigmoid())


def by_what_is_meant(felt: torch.Tensor, meant: torch.Tensor) -> torch.Tensor:
    """Angle between what the student makes of a text, carried over, and what the teacher makes of it."""
    return (1 - cosine_similarity(felt, meant, dim=1)).mean()
