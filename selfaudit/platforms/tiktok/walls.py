"""How TikTok says "no further": signs of walls, and the numbers by which its data say it."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

WALLS = (
    WallSign("TikTok asks for a sign-in before it shows this", address=r"//[^/]*tiktok\.com/login(/|\?|$)"),
    WallSign(
        "TikTok wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"\Aplease wait\.\.",
        alarm=True,
    ),
    WallSign(
        "TikTok wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"(?m)^(drag the (slider|puzzle piece) (to|into)\b|verify to continue:\s*$)",
        alarm=True,
    ),
    WallSign(
        "TikTok said that it had been asked too much in a short time",
        text=r"(?m)^maximum number of attempts reached",
        alarm=True,
    ),
)

REFUSED = {
    10204: "TikTok says that this is not available",
    10221: "TikTok says that there is no such account",
    10222: "TikTok shows this account only to followers it approved, or to people who are signed in",
    10231: "TikTok does not show this account in this country",
}


def refused(code: int) -> str:
    """Why TikTok did not show a profile."""
    return REFUSED.get(code, f"TikTok did not show this (its number for why is {code})")
