"""Policy packs: reading, checking, making them."""

from __future__ import annotations

from selfaudit.policy.listing import listing, totals
from selfaudit.policy.loading import check_pack, load_policy, shipped_packs
from selfaudit.policy.making import new_pack
from selfaudit.policy.staleness import is_stale

__all__ = ["check_pack", "is_stale", "listing", "load_policy", "new_pack", "shipped_packs", "totals"]
