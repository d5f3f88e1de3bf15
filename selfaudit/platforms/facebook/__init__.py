"""Facebook: read live, and from saved pages and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.facebook.export import FACEBOOK_EXPORT
from selfaudit.platforms.facebook.pages import LIVE
from selfaudit.platforms.facebook.parse import (
    PLATFORM,
    parse,
    recognise,
    signed_out,
    viewer,
)

FACEBOOK = Platform(
    id=PLATFORM,
    title="Facebook",
    also=("fb",),
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=FACEBOOK_EXPORT,
    evidence=(
        "Real saved data: a restaurant's page, logged out (January 2023), and old signed-in pages for"
        " plain phones (2021). Published shape: today's answers and who is signed in (2024 to 2026)."
        " Invented: audiences other than public, comments, lists of friends, the words on the settings"
        " pages."
    ),
    notes={
        Part.COMMENTS: "in part: not every comment is shown beneath the posts; those that are shown are kept",
        Part.IMAGES: "in part: only the pictures of the few posts that a stranger is shown",
    },
)
