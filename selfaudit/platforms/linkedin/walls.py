"""How LinkedIn says "no further". None of these says anything about how public a profile is."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

NOT_TOLD = "this does not tell whether the profile can be seen"

WALLS = (
    WallSign(
        "LinkedIn refused the browser (HTTP 999), as it does after a few pages and for some profiles; "
        f"{NOT_TOLD}",
        status=999,
        alarm=True,
    ),
    WallSign(
        "LinkedIn wants the account's owner to prove who they are first",
        address=r"/checkpoint/",
        alarm=True,
    ),
    WallSign(
        f"LinkedIn asks for a sign-in before it shows this; {NOT_TOLD}",
        address=r"/(authwall|uas/login|login|signup)(/|\?|$)",
    ),
    WallSign(
        "LinkedIn noticed unusual use and stopped",
        text=r"(?m)^(let.s do a quick security check|we.ve detected (automated|unusual) "
        r"|your account (is|has been) (temporarily )?restricted)",
        alarm=True,
    ),
    WallSign(
        "LinkedIn says that there is no such page",
        text=r"(?m)^(this page doesn.t exist|(page|profile) not found|this linkedin page isn.t available)",
    ),
)
FAULT = WallSign("LinkedIn did not load what it was asked for", text=r"(?m)^something went wrong$")
"""For pages without anything on them; elsewhere a part of the page may say so while the rest is there."""
WALL_KEYS = {"auth_wall": f"LinkedIn asks for a sign-in before it shows this; {NOT_TOLD}"}
"""The name that a page gives itself -> what it means."""
