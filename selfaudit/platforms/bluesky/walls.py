"""How Bluesky says "no further", as lines of their own: posts may well hold the same words."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

WALLS = (
    WallSign(
        "this profile is shown only to people who are signed in, as its owner asked",
        text=r"(?m)^(sign-in required$|this (user|account) has requested that users sign in to view their)",
    ),
    WallSign("Bluesky says that there is no such profile", text=r"(?m)^(profile|user) not found\.?$"),
    WallSign(
        "Bluesky says that this account is taken down or deactivated",
        text=r"(?m)^(this |the )?account (has been |is )?(suspended|taken down|deactivated)\.?$",
    ),
    WallSign(
        "Bluesky said that it had been asked too much in a short time",
        text=r"(?m)^(error: )?rate limit exceeded\.?$",
        alarm=True,
    ),
)
