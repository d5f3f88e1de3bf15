"""How YouTube and Google say "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

WALLS = (
    WallSign(
        "YouTube first wants an answer about cookies, which only you can give",
        address=r"^https?://consent\.(youtube|google)\.[^/]+/",
    ),
    WallSign(
        "Google did not let anybody sign in through a browser that a program opened",
        address=r"^https?://accounts\.google\.com/.*/(rejected|deniedsigninrejected)",
        alarm=True,
    ),
    WallSign("YouTube asks for a sign-in before it shows this", address=r"^https?://accounts\.google\.com/"),
    WallSign(
        "Google wanted proof that a person is looking, and selfaudit does not get round that",
        address=r"^https?://[^/]*google\.[^/]+/sorry/",
        alarm=True,
    ),
    WallSign(
        "YouTube wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"(?m)^sign in to confirm (that )?you.re not a bot",
        alarm=True,
    ),
)
