"""X, which was Twitter: read live, from saved pages and data answers, and from its archive."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.x.export import X_EXPORT
from selfaudit.platforms.x.pages import LIVE
from selfaudit.platforms.x.parse import PLATFORM, parse, recognise, signed_out, viewer

X = Platform(
    id=PLATFORM,
    title="X (Twitter)",
    also=("twitter",),
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=X_EXPORT,
    evidence=(
        "Real saved data: answers of April 2025, May 2025 and August 2026, and a logged-out page of"
        " December 2025. Published shape: who is signed in. Invented: signed-in pages, protected accounts,"
        " the answers with the switches."
    ),
    notes={
        Part.COMMENTS: (
            "in part: what others replied stands on each post's own page, which is not opened; those that the"
            " profile brings are kept"
        ),
        Part.IMAGES: "in part: only the pictures of the few posts that X shows to strangers",
        Part.CONNECTIONS: "X shows its lists of people only to those who are signed in",
    },
)
