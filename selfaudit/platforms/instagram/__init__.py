"""Instagram: read live, and from saved pages and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.instagram.export import INSTAGRAM_EXPORT
from selfaudit.platforms.instagram.pages import LIVE
from selfaudit.platforms.instagram.parse import PLATFORM, parse, recognise, signed_out, viewer

INSTAGRAM = Platform(
    id=PLATFORM,
    title="Instagram",
    also=("insta", "ig"),
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=INSTAGRAM_EXPORT,
    evidence=(
        "Real saved data: signed-in and logged-out pages of 2020, answers of 2021 and 2022, the sign-in"
        " page and the challenge. Published shape: today's answers (August 2026). Invented: comments and"
        " lists of people in today's answers, the words on the settings pages."
    ),
    notes={
        Part.COMMENTS: (
            "in part: each post's own page is not opened; comments that the profile brings are kept"
        ),
        Part.CONNECTIONS: "Instagram shows its lists of people only to those who are signed in",
    },
)
