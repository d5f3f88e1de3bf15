"""When a site says "no further" to the live door, a walk ends; the signs of it are told in platforms."""

from __future__ import annotations

from selfaudit.browser.signals import WallMet
from selfaudit.model.platform import WallSign
from selfaudit.model.visit import Document
from selfaudit.platforms.generic.walls import Look, sign_on


def wall_in(look: Look, own: tuple[WallSign, ...] = ()) -> WallMet | None:
    """The wall that this page is, or ``None``."""
    sign = sign_on(look, own)
    return WallMet(sign.reason, alarm=sign.alarm) if sign else None


def refusal(status: int) -> WallMet | None:
    """The wall that an answer with this status is, when there is no page to look at."""
    return wall_in(Look("", Document("", "", status)))
