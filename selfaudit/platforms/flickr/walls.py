"""How Flickr says "no further"."""

from __future__ import annotations

from selfaudit.model.platform import WallSign

NOT_FOUND = "Flickr says that there is no such page"
REFUSED = "Flickr did not give data that its own page asked for"

WALLS = (
    WallSign("Flickr asks for a sign-in before it shows this", address=r"//identity\.flickr\.com/"),
    WallSign(
        "Flickr asks for a sign-in before it shows this",
        address=r"//[^/]*flickr\.com/(signin|account/login)(/|\?|$)",
    ),
    WallSign(
        "Flickr says that these photos are private or open only to whoever is signed in",
        text=r"(?m)^(this (photo|page|album) is private\.?$|you must be signed in to see this)",
    ),
    WallSign(
        "Flickr wanted proof that a person is looking, and selfaudit does not get round that",
        text=r"(?m)^(please verify (that )?you are (a )?human|let.s confirm you are human)",
        alarm=True,
    ),
    WallSign(
        "Flickr said that it had been asked too much in a short time",
        text=r"(?m)^(hold your clicks a moment|too many requests\.?$)",
        alarm=True,
    ),
    WallSign(NOT_FOUND, status=404),
    WallSign(
        NOT_FOUND, text=r"(?m)^(this is not the page you.re looking for|this member is no longer active)"
    ),
)
