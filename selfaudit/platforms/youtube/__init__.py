"""YouTube: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.youtube.pages import LIVE
from selfaudit.platforms.youtube.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.youtube.settings import SETTINGS

YOUTUBE = Platform(
    id=PLATFORM,
    title="YouTube",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    questions=SETTINGS.questionnaire,
)
