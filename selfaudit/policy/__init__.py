"""Policy packs: reading, checking, making them."""

from __future__ import annotations

from selfaudit.policy.listing import listing, totals
from selfaudit.policy.loading import check_pack, load_policy, pack_names
from selfaudit.policy.making import new_pack
from selfaudit.policy.staleness import is_stale

__all__ = ["check_pack", "is_stale", "listing", "load_policy", "new_pack", "pack_names", "totals"]
