"""How Snapchat says "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

NOT_FOUND = "Snapchat says that there is no profile of this name"

WALLS = (
    WallSign(
        "Snapchat wants the account's owner to prove who they are first",
        address=r"/accounts/(v2/)?(challenge|verify|two_fa|odlv)",
        alarm=True,
    ),
    WallSign("Snapchat asks for a sign-in before it shows this", address=r"/accounts/(v2/)?login"),
    WallSign(
        "Snapchat said that it had been asked too much or noticed unusual use",
        text=r"(?m)^(too many (requests|attempts)|due to repeated failed|suspicious (activity|login))",
        alarm=True,
    ),
    WallSign(NOT_FOUND, status=404),
    WallSign(
        NOT_FOUND, text=r"(?m)^(sorry, (we couldn.t find|this (content|page))|this content was not found)"
    ),
)
