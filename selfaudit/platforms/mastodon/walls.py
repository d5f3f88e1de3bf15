"""How Mastodon servers say "no further", as lines of their own: posts may well hold the same words."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

_SIGN_IN = "the server asks for a sign-in before it shows this"

WALLS = (
    WallSign(_SIGN_IN, address=r"/auth/sign_in"),
    WallSign(
        _SIGN_IN,
        text=r"(?m)^(you need to (sign in or sign up|log ?in to access this resource)"
        r"|this (method|api) requires an authenticated user)",
    ),
    WallSign(
        "the server's moderators hide this profile",
        text=r"(?m)^this profile has been hidden by the moderators of ",
    ),
    WallSign(
        "the server says that this account is suspended",
        text=r"(?m)^(account suspended|this account has been suspended)\.?$",
    ),
    WallSign(
        "the server says that there is no such page",
        text=r"(?m)^the page you (are|were) looking for (isn't here|doesn't exist|is not here)",
    ),
    WallSign(
        "the server said that it had been asked too much in a short time",
        text=r"(?m)^(too many requests|throttled)\.?$",
        alarm=True,
    ),
)
