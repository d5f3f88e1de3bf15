"""How Vimeo says "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

NOT_FOUND = "Vimeo says that there is no such page"

WALLS = (
    WallSign(
        "Vimeo asks for a sign-in before it shows this", address=r"//[^/]*vimeo\.com/(log_in|login)(/|\?|$)"
    ),
    WallSign(
        "Vimeo wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"(?m)^(verify to continue|please verify you are human|access to this page has been denied)",
        alarm=True,
    ),
    WallSign(
        "Vimeo said that it had been asked too much in a short time",
        text=r"(?m)^(too many (requests|attempts)|rate limit exceeded)\.?$",
        alarm=True,
    ),
    WallSign(
        "Vimeo asks for the password of this video",
        text=r"(?m)^this video is (password[- ]protected|private)\.?$",
    ),
    WallSign(NOT_FOUND, status=404),
    WallSign(NOT_FOUND, text=r"(?m)^sorry, we couldn.t find that page"),
)
