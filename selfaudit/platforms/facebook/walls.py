"""How Facebook says "no further", live and on a saved page."""

from __future__ import annotations

from selfaudit.model.platform import WallSign
from selfaudit.model.visit import Document

LOGIN = "Facebook asks for a sign-in before it shows this"
_PROOF = "Facebook wants the account's owner to prove who they are first"
WALLS = (
    WallSign(
        _PROOF,
        address=r"/(checkpoint|two_step_verification|two_factor|recover)(/|$|\?)",
        alarm=True,
    ),
    WallSign(
        "Facebook first wants an answer about cookies or terms, which only you can give",
        address=r"/(privacy/consent|consent|cookie/consent|legal_consent|user_cookie_prompt)(/|$|\?)",
    ),
    WallSign(LOGIN, address=r"^https?://[^/]+/(login|login\.php|reg|r\.php)(/|$|\?)"),
    WallSign(
        "Facebook warned of automated use",
        text=r"(?m)^we (suspect|noticed|detected)\b.{0,60}\bautomated\b",
        alarm=True,
    ),
    WallSign(
        "Facebook said that this was done too often or too fast",
        text=r"(?m)^you.re temporarily blocked|^it looks like you were misusing this feature",
        alarm=True,
    ),
    WallSign(
        _PROOF,
        text=r"(?m)^(your account has been locked|confirm your identity)",
        alarm=True,
    ),
    WallSign(
        "Facebook says that this is not available to whoever is looking: it may be private, deleted, or "
        "closed to people who are not signed in",
        text=r"(?m)^this (content|page) isn.t available( right now| at the moment)?\.?$",
    ),
    WallSign(LOGIN, text=r"(?m)^you must log in (to continue|first)"),
)


def wall_on(document: Document, text: str) -> str | None:
    """Why a saved page shows nothing, where it is a wall."""
    return next((sign.reason for sign in WALLS if sign.matches(document, text)), None)
