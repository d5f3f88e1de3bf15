"""How blogs say "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

WALLS = (
    WallSign("the blog asks for a sign-in before it shows this", address=r"/wp-login\.php|/ghost/#/signin"),
    WallSign(
        "the blog is private and does not let whoever is looking see it",
        text=r"\bthis (site|blog) is (currently )?private\b|\bthis blog is open to invited readers only\b",
    ),
    WallSign(
        "the blog says that there is no such page",
        text=r"\b(that|this) page (can't|can(no|\u2019)t) be found\b|\bpage not found\b",
    ),
)
