"""The checks, in a list written by hand: what runs is what stands here."""

from __future__ import annotations

from selfaudit.model.check import Check

CHECKS: tuple[Check, ...] = ()
