"""How Reddit says "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

WALLS = (
    WallSign(
        "Reddit's guard blocked the browser, as it does at random; that says nothing about the profile",
        text=r"(?m)^(whoa there, pardner|you.ve been blocked by network security)",
        alarm=True,
    ),
    WallSign(
        "Reddit wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"(?m)^prove your humanity",
        alarm=True,
    ),
    WallSign(
        "Reddit said that it had been asked too much in a short time",
        text=r"(?m)^(you are doing that too much|too many requests)",
        alarm=True,
    ),
    WallSign(
        "Reddit asks for a sign-in before it shows this",
        address=r"//[^/]*reddit\.com/(login|account/login)(/|\?|$)",
    ),
    WallSign(
        "Reddit asks for the reader's age or consent first, which only you can give",
        address=r"reddit\.com/over18(\?|$)",
    ),
    WallSign("Reddit says that this account was suspended", text=r"(?m)^this account has been suspended"),
    WallSign(
        "Reddit says that nobody goes by this name", text=r"(?m)^sorry, nobody on reddit goes by that name"
    ),
)
