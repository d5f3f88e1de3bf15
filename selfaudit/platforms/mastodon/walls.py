"""How Mastodon servers say "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

WALLS = (
    WallSign("the server asks for a sign-in before it shows this", address=r"/auth/sign_in"),
    WallSign(
        "the server says that this account is suspended",
        text=r"\baccount suspended\b|\bthis account has been suspended\b",
    ),
    WallSign(
        "the server says that there is no such page",
        text=r"\bthe page you (are|were) looking for (isn't|doesn't exist|is not) ?(here|anymore)?",
    ),
    WallSign(
        "the server said that it had been asked too much in a short time",
        text=r"\btoo many requests\b|\bthrottled\b",
        alarm=True,
    ),
)
