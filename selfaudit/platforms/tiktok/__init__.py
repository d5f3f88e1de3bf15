"""TikTok: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.tiktok.export import TIKTOK_EXPORT
from selfaudit.platforms.tiktok.pages import LIVE
from selfaudit.platforms.tiktok.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.tiktok.settings import SETTINGS

TIKTOK = Platform(
    id=PLATFORM,
    title="TikTok",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=TIKTOK_EXPORT,
    questions=SETTINGS.questionnaire,
    evidence=(
        "Real saved data: a logged-out profile page of December 2025. Published shape: who is signed in,"
        " lists of posts, older pages (2021 to 2026). Invented: the owner's view, private accounts. Export:"
        " a published demo without posts (2026); the rest is constructed after published readers."
    ),
    notes={
        Part.COMMENTS: (
            "TikTok fetches them only below an opened video; TikTok's download of your data holds those"
            " that you wrote"
        ),
        Part.CONNECTIONS: (
            "TikTok opens these lists only at a click; a recording of the browser (HAR) and the download of"
            " your data hold them"
        ),
    },
)
