"""Rookery, the practice network: its reader and its live door."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.practice.pages import LIVE
from selfaudit.platforms.practice.parse import parse, recognise

PLATFORM = Platform(id="practice", title="Rookery (practice)", recognise=recognise, parse=parse, live=LIVE)
