"""How a walk ends before its end. Signals, not errors: what was read until then is kept, with the reason.

Each reason is the end of the sentence "could not be seen: …".
"""

from __future__ import annotations

STOPPED = "you stopped it"
WINDOW_CLOSED = "the browser window was closed"


class WalkEnded(Exception):
    """The walk goes no further.

    Attributes:
        reason: why, in words for a person.
        alarm: the site is on its guard, so nothing more is asked of it, through no lens.
        over: the browser or the network is gone, so another lens would see nothing either.
    """

    alarm = False
    over = False

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WallMet(WalkEnded):
    """The site says "no further"; nobody here tries to get round it."""

    def __init__(self, reason: str, *, alarm: bool = False) -> None:
        super().__init__(reason)
        self.alarm = alarm


class LedAway(WalkEnded):
    """A link led to another site."""


class TooLong(WalkEnded):
    """A list went on past the limit set for it."""


class BrowserFault(WalkEnded):
    """The browser reported something that nobody foresaw."""


class WindowClosed(WalkEnded):
    """The window or the browser is gone."""

    over = True

    def __init__(self) -> None:
        super().__init__(WINDOW_CLOSED)


class ConnectionLost(WalkEnded):
    """The network or the site went away."""

    over = True
