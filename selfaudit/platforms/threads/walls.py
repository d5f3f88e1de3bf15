"""How Threads says "no further", live and on a saved page."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

LOGIN = "Threads asks for a sign-in before it shows this"
PROOF = "Threads wants the account's owner to prove who they are first"
WALLS = (
    WallSign(PROOF, address=r"/(challenge|auth_platform|checkpoint|two_factor)(/|$|\?)", alarm=True),
    WallSign(LOGIN, address=r"threads\.(com|net)/login(/|$|\?)|/accounts/login(/|$|\?)"),
    WallSign(
        "Threads first wants an answer about cookies or terms, which only you can give",
        address=r"/(consent|privacy/consent|legal/consent)(/|$|\?)",
    ),
    WallSign(
        "Threads warned of automated use",
        text=r"(?m)^we (suspect|noticed|detected|limit)\b.{0,60}\bautomated\b",
        alarm=True,
    ),
    WallSign(
        "Threads said that it had been asked too much in a short time",
        text=r"(?m)^(please wait a few minutes|try again later)",
        alarm=True,
    ),
    WallSign(
        "Threads says that there is no such page, or that it is closed to whoever is looking",
        text=r"(?m)^(sorry, this page isn.t available|not all who wander are lost|profile isn.t available)",
    ),
)
