"""TikTok: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
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
    questions=SETTINGS.questionnaire,
)
