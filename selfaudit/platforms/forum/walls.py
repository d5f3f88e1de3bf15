"""How boards say "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

_SIGN_IN = "the board asks for a sign-in before it shows this"
_NOT_ALLOWED = "the board does not let whoever is looking see this"
_TOO_MUCH = "the board said that it had been asked too much in a short time"

WALLS = (
    WallSign(
        _SIGN_IN,
        text=r"(?m)^(you need to login (in order )?to (view|access)"
        r"|the board requires you to be registered and logged.in"
        r"|you are not logged in( or you do not have permission to access this page)?\."
        r"|you must be (logged.in|registered and logged in) to (do that|view|see)"
        r"|you are either not logged in or do not have permission to view this page"
        r"|you are not authori[sz]ed to read this forum)",
    ),
    WallSign(
        _SIGN_IN,
        address=r"(/user/login/\?next=|/login\?(error|local)|ucp\.php\?mode=login|member\.php\?action=login)",
    ),
    WallSign(
        _NOT_ALLOWED,
        text=r"(?m)^(you do not have (the )?permission (to (view|access|search|use)|to do that)"
        r"|you are not permitted to (view|use)|sorry but you are not permitted to use"
        r"|this member limits who may view their full profile"
        r"|oops! that page (doesn.t exist|is private)|this (user.s|user) public profile is hidden)",
    ),
    WallSign(
        _TOO_MUCH,
        text=r"(?m)^(too many submissions|you cannot use search at this time"
        r"|you must wait (at least )?\d+ (more )?seconds? before"
        r"|sorry but you cannot use search at this time|this forum requires that you wait \d+ seconds"
        r"|you.ve performed this action too many times|slow down, you.re making too many requests)",
        alarm=True,
    ),
    WallSign(
        "the board is closed for the moment",
        text=r"(?m)^(the (board|forums?) (is|are) (currently )?(disabled|closed))",
    ),
)
