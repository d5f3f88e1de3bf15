"""How Pinterest says "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

NOT_FOUND = "Pinterest says that there is no such page"
REFUSED = "Pinterest did not give data that its own page asked for"

WALLS = (
    WallSign(
        "Pinterest asks for a sign-in before it shows this",
        address=r"//[^/]*pinterest\.[a-z.]+/(login|signup|password/reset)(/|\?|$)",
    ),
    WallSign(
        "Pinterest wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"(?m)^(please verify you are (a )?human|let.s (make sure|check) you.re (a )?(human|real))",
        alarm=True,
    ),
    WallSign(
        "Pinterest locked the account or noticed unusual use, and its owner has to see to that first",
        text=r"(?m)^(your account is (in read-only mode|suspended|locked)\b)",
        alarm=True,
    ),
    WallSign(
        "Pinterest said that it had been asked too much in a short time",
        text=r"(?m)^(you.ve hit a rate limit\b|too many requests\.?$)",
        alarm=True,
    ),
    WallSign(NOT_FOUND, status=404),
    WallSign(NOT_FOUND, address=r"[?&]show_error=true"),
    WallSign(NOT_FOUND, text=r"(?m)^(sorry,? we couldn.t find (that|this) page|user not found\.?$)"),
)
