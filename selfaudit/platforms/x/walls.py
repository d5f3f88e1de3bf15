"""How X says "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

WALLS = (
    WallSign(
        "X wants the account's owner to prove who they are first",
        address=r"/account/access(/|\?|$)",
        alarm=True,
    ),
    WallSign(
        "X asks for a sign-in before it shows this", address=r"/(i/flow/(login|signup)|login|logout)(\?|$)"
    ),
    WallSign(
        "X wants the account's owner to prove who they are first",
        text=r"(?m)^your account has been locked|^we've temporarily limited some of your account features",
        alarm=True,
    ),
    WallSign(
        "X noticed unusual use and stopped",
        text=r"(?m)^(there was )?unusual (login )?activity\b|^this request looks like it might be automated",
        alarm=True,
    ),
    WallSign(
        "X said that it had been asked too much in a short time",
        text=r"(?m)^(sorry, you are rate limited|rate limit exceeded)",
        alarm=True,
    ),
    WallSign("X says that this account is suspended", text=r"(?m)^account suspended$"),
    WallSign(
        "X says that there is no such page",
        text=r"(?m)^(hmm\W{1,4}this page doesn.t exist|this account doesn.t exist)",
    ),
)
FAULTS = (
    WallSign(
        "X did not load what it was asked for",
        text=r"(?m)^(something went wrong\. try reloading\.|something went wrong, but don.t fret)",
    ),
    WallSign(
        "X did not load, because the page was saved or opened without its scripts",
        text=r"(?m)^javascript is (not available|disabled)",
    ),
)
"""For pages without anything on them; elsewhere a part of the page may say so while the rest is there."""
