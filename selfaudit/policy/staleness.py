"""Whether a policy's text is overdue for its yearly review."""

from __future__ import annotations

from datetime import date

from selfaudit.model.policy import Policy

_MONTHS = 13
"""A year, and a month for governors to meet in."""


def is_stale(policy: Policy, today: date) -> bool:
    """Whether the text was last reviewed more than a year and a month ago; not so when it has no date."""
    if policy.reviewed is None:
        return False
    months = policy.reviewed.month - 1 + _MONTHS
    due = (policy.reviewed.year + months // 12, months % 12 + 1, policy.reviewed.day)
    return (today.year, today.month, today.day) > due
