"""The platforms, in a list written by hand."""

from __future__ import annotations

from selfaudit.model.platform import Platform

PLATFORMS: tuple[Platform, ...] = ()
